import { css } from 'lit';
import { controlStyles } from '../parts/control-styles.ts';
import { linkStyles } from '../parts/link-styles.ts';

export const formStyles = css`
  ${linkStyles}
  ${controlStyles}

  .form {
    max-inline-size: 44rem;
    --_field: max(1px, 0.125rem) solid var(--_text);
  }

  .title {
    margin: 0 0 var(--_space);
    font-size: 1.5rem;
    line-height: 1.25;
  }

  .section {
    margin: calc(var(--_space) * 2) 0 calc(var(--_space) / 2);
    font-size: 1.1875rem;
    line-height: 1.3;
  }

  [tabindex='-1']:focus-visible {
    outline: 0;
    box-shadow: none;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    border: 0;
    padding: 0;
  }

  legend {
    padding: 0;
    inline-size: 100%;
  }

  p,
  ul {
    margin: 0 0 0.5rem;
  }

  ul {
    padding-inline-start: 1.25rem;
  }

  .back {
    min-block-size: 2.75rem;
    margin-block-end: 0.5rem;
  }

  .field,
  .group {
    margin-block-end: calc(var(--_space) * 1.5);
  }

  .group > .field {
    margin-block-end: 0.5rem;
  }

  .label {
    display: block;
    margin-block-end: 0.25rem;
    font-weight: 700;
  }

  .group > .label {
    font-size: 1.1875rem;
  }

  .hint {
    margin: 0 0 0.5rem;
    color: var(--_muted);
  }

  .error {
    margin: 0 0 0.5rem;
    color: var(--_danger);
    font-weight: 700;
  }

  .field--error {
    border-inline-start: 5px solid var(--_danger);
    padding-inline-start: 0.75rem;
  }

  input[type='text'],
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.5rem;
    border: var(--_field);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  textarea[readonly] {
    border-color: var(--_line);
    background: var(--_tint);
  }

  input[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .options--inline {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2rem;
  }

  .option {
    position: relative;
    min-block-size: 2.75rem;
    margin-block-end: 0.25rem;
    padding-inline-start: 3.25rem;
  }

  .option input {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  .option label {
    display: inline-block;
    padding-block: 0.5rem;
    cursor: pointer;
    touch-action: manipulation;
  }

  .option .hint {
    margin-block: -0.375rem 0.5rem;
  }

  .date {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
  }

  .part input[type='text'] {
    inline-size: 4ch;
    min-inline-size: 3.5rem;
  }

  .part--year input[type='text'] {
    min-inline-size: 5.5rem;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1rem;
    margin-block: var(--_space);
  }

  .ek-button {
    text-align: center;
    text-decoration: none;
  }

  .ek-button[aria-disabled] {
    opacity: 0.6;
    cursor: default;
  }

  .errors,
  .outcome {
    margin-block-end: calc(var(--_space) * 1.5);
    padding: var(--_space);
    border: 5px solid var(--_danger);
    border-radius: var(--_radius);
  }

  .errors:focus-visible {
    outline: 3px solid var(--_focus);
    box-shadow: 0 0 0 6px var(--_on-focus);
  }

  .errors-title {
    font-size: 1.1875rem;
  }

  .errors ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .errors a {
    display: inline-block;
    padding-block: 0.25rem;
    color: var(--_danger);
    font-weight: 700;
  }

  .outcome--sent {
    border-color: var(--_success);
  }

  .outcome p:last-child {
    margin: 0;
  }

  .reference {
    font-size: 1.1875rem;
  }

  .note,
  .callout,
  .errors,
  .outcome {
    background: var(--_surface);
    color: var(--_text);
  }

  .note,
  .callout {
    margin-block-end: var(--_space);
    border-inline-start: 6px solid var(--_line);
    padding: 0.75rem var(--_space);
  }

  .callout p + p,
  .callout div + p {
    margin-block-start: 0.5rem;
  }

  .note--now {
    border-inline-start-color: var(--_danger);
    font-weight: 700;
  }

  .note p,
  .callout p {
    margin: 0;
  }

  .note--blocked,
  .callout--urgent {
    border-inline-start-color: var(--_danger);
  }

  .callout--immediate-danger {
    border: 3px solid var(--_danger);
    border-inline-start-width: 10px;
  }

  .callout--immediate-danger .callout-title {
    color: var(--_danger);
  }

  .callout--paramount {
    border-inline-start-color: var(--_text);
  }

  summary {
    min-block-size: 1.75rem;
    padding-block: 0.125rem;
    color: var(--_accent);
    cursor: pointer;
  }

  .source {
    margin-block-start: 0.25rem;
    font-size: 0.875em;
  }

  .answers {
    margin: 0 0 var(--_space);
  }

  .answer {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
    gap: 0.25rem var(--_space);
    border-block-end: 1px solid var(--_line);
    padding-block: 0.75rem;
  }

  .answer dt {
    font-weight: 700;
  }

  .answer dd {
    margin: 0;
  }

  .line {
    margin: 0 0 0.25rem;
  }

  .line > * {
    display: block;
    white-space: pre-line;
  }

  .line > small {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .change .ek-link {
    min-block-size: 1.5rem;
    min-inline-size: 1.5rem;
  }

  .draft {
    display: inline-block;
    padding-block: 0.125rem;
  }

  .standing {
    margin-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
    padding-block-start: var(--_space);
    font-size: 0.9375em;
  }

  @media (max-width: 30rem) {
    .answer {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .print-only {
    display: none;
  }

  @media print {
    .print-only {
      display: block;
    }

    .no-print,
    .actions,
    .back,
    .change,
    .source {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .field--error {
      border-inline-start-color: Mark;
    }

    .option input {
      accent-color: auto;
    }
  }
`;
