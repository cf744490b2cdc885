import { css } from 'lit';
import { controlStyles } from '../parts/control-styles.ts';
import { partStyles } from '../parts/part-styles.ts';

const duties = css`
  .heading,
  .group-title,
  .trigger {
    margin: 0;
    line-height: 1.3;
  }

  .heading {
    margin-block-end: var(--_space);
    font-size: 1.5em;
  }

  .group-title {
    margin-block: calc(var(--_space) * 1.5) 0.5rem;
    font-size: 1.1875em;
  }

  .trigger {
    margin-block: var(--_space) 0.5rem;
    font-size: 1em;
  }

  .duties > p {
    margin: 0 0 var(--_space);
  }

  .list {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .duty {
    min-inline-size: 0;
    padding: 0.75rem var(--_space);
    border: 1px solid var(--_line);
    border-inline-start: 6px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    break-inside: avoid;
  }

  .duty--overdue {
    border-inline-start-color: var(--_danger);
  }

  .duty--due,
  .duty--awaited {
    border-inline-start-color: var(--_accent);
  }

  .duty--done {
    border-inline-start-color: var(--_success);
  }

  .duty--awaited {
    border-inline-start-style: double;
  }

  .duty p,
  dl {
    margin: 0 0 0.5rem;
  }

  .duty > :last-child,
  dd p:last-child {
    margin-block-end: 0;
  }

  .duty .tags {
    margin-block: 0.25rem 0.5rem;
  }

  dt {
    display: inline;
    font-weight: 700;
  }

  dt::after {
    content: ':';
  }

  dd {
    display: inline;
    margin: 0;
  }

  dd p {
    display: inline;
  }

  .typed {
    white-space: pre-line;
  }

  .sent,
  .problem {
    padding: 0.75rem var(--_space);
    border: 2px solid var(--_success);
    background: var(--_surface);
  }

  .said .sent {
    margin: 0 0 var(--_space);
  }

  .problem {
    margin-block: 0.5rem;
    border-color: var(--_danger);
  }

  .form {
    margin-block: 0.5rem;
    padding: var(--_space);
    background: var(--_tint);
  }

  .form label {
    font-weight: 700;
  }

  .note {
    display: block;
    inline-size: 100%;
    padding: 0.5rem;
    border: 2px solid var(--_text);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  .form .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1rem;
    margin-block: var(--_space) 0;
  }

  .save {
    display: inline-block;
    padding-block: 0.25rem;
    font-weight: 700;
  }

  [aria-disabled='true'],
  :disabled {
    cursor: default;
    opacity: 0.6;
  }

  .folded {
    margin-block-start: var(--_space);
  }

  .folded > summary {
    min-block-size: 2.75rem;
    padding-block: 0.5rem;
    font-weight: 700;
  }

  .duties {
    container-type: inline-size;
  }

  @container (inline-size >= 36rem) {
    .duty {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: var(--_space);
    }

    .duty > * {
      grid-column: 1 / -1;
    }

    .duty > :has(+ .mark) {
      grid-column: 1;
    }

    .duty > .mark {
      grid-column: 2;
      align-self: end;
      margin-block-end: 0.5rem;
    }

    .fact {
      display: grid;
      grid-template-columns: 7rem minmax(0, 1fr);
      gap: 0.75rem;
    }
  }

  @media print {
    .folded::details-content {
      content-visibility: visible;
    }

    .mark,
    .form,
    .source {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .duty--overdue {
      border-width: 3px;
      border-inline-start-width: 8px;
    }

    [aria-disabled='true'],
    :disabled {
      opacity: 1;
      color: GrayText;
    }
  }
`;

export const dutiesStyles = css`
  ${controlStyles}${partStyles}${duties}
`;
