import { css } from 'lit';
import { partStyles } from '../parts/part-styles.ts';

/** The rail, its rungs and the lanes beside it. */
const ladder = css`
  .ladder {
    container-type: inline-size;
  }

  .next {
    margin-block-end: var(--_space);
    padding: var(--_space);
    border-inline-start: 6px solid var(--_accent);
    background: var(--_tint);
  }

  .next--overdue {
    border-color: var(--_danger);
  }

  .next p,
  .next ul {
    margin: 0 0 0.5rem;
  }

  .next > :last-child {
    margin-block-end: 0;
  }

  .next-sentence {
    font-size: 1.1875em;
  }

  .title,
  .route-title,
  .rung-title,
  .ways-title {
    margin: 0;
    line-height: 1.3;
  }

  .title {
    margin-block: calc(var(--_space) * 1.5) var(--_space);
    font-size: 1.5em;
  }

  .route-title {
    font-size: 1.25em;
  }

  .ways-title,
  .rung-title {
    font-size: 1.0625em;
  }

  .rung-title .label::after {
    content: ':';
  }

  .route + .route {
    margin-block-start: calc(var(--_space) * 2);
  }

  .route > p {
    margin: 0.25rem 0 0.75rem;
  }

  .rungs,
  .ways ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .rung {
    position: relative;
    display: flex;
    gap: 0.75rem;
    padding-block-end: var(--_space);
    break-inside: avoid;
  }

  .rung::before {
    content: '';
    position: absolute;
    inset-block: 0.25rem -0.25rem;
    inset-inline-start: calc(0.875rem - 2px);
    border-inline-start: 4px solid var(--_line);
  }

  .rung:last-child::before {
    display: none;
  }

  .rung--done::before {
    border-color: var(--_success);
  }

  .rung--bypassed::before,
  .rung--not-used::before,
  .rung--not-for-case::before,
  .rung--not-on-route::before {
    border-inline-start-style: dashed;
  }

  .marker {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border: 3px solid var(--_muted);
    border-radius: 50%;
    background: var(--_surface);
    font-weight: 700;
    line-height: 1;
  }

  .rung--done .marker,
  .rung--resolved .marker {
    border-color: var(--_success);
    color: var(--_success);
  }

  .rung--done .marker::after,
  .rung--resolved .marker::after {
    content: '✓';
  }

  .rung--current .marker {
    border-color: var(--_accent);
  }

  .rung--current .marker::after {
    content: '';
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border-radius: 50%;
    background: var(--_accent);
  }

  .rung--bypassed .marker,
  .rung--not-used .marker,
  .rung--not-for-case .marker,
  .rung--not-on-route .marker {
    border-style: dashed;
  }

  .rung--bypassed .marker::after,
  .rung--closed .marker::after,
  .rung--withdrawn .marker::after {
    content: '–';
  }

  .body {
    flex: 1;
    min-inline-size: 0;
    padding-inline: 0.25rem;
  }

  .rung--current .body {
    padding: 0.5rem 0.75rem 0.75rem;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .rung--not-for-case .rung-title,
  .rung--not-on-route .rung-title {
    color: var(--_muted);
    font-size: 1em;
    font-weight: 400;
  }

  .rung .callout {
    margin-block: 0.5rem 0;
  }

  .facts {
    margin: 0.25rem 0 0;
  }

  .fact {
    margin-block-end: 0.25rem;
  }

  dt {
    font-weight: 700;
  }

  dd {
    margin: 0;
  }

  .side-name {
    color: var(--_muted);
  }

  .tiers {
    margin: 0;
    padding-inline-start: 1.25rem;
  }

  .tier--current {
    font-weight: 700;
  }

  .lane {
    position: relative;
    flex: none;
    inline-size: 1.25rem;
    margin-block-end: calc(var(--_space) * -1);
  }

  .lane::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0.5rem;
    border-inline-start: 4px double var(--_muted);
  }

  .lane--urgent::before {
    border-inline-start: 4px solid var(--_danger);
  }

  .lane--none::before {
    display: none;
  }

  .lane--start::before {
    inset-block-start: 0.75rem;
  }

  .lane--end::before {
    inset-block-end: calc(100% - 0.875rem);
  }

  .lane--entry::after {
    content: '';
    position: absolute;
    inset-block-start: 0.375rem;
    inset-inline-start: calc(0.5rem + 2px - 0.3125rem);
    inline-size: 0.625rem;
    block-size: 0.625rem;
    border: 2px solid var(--_muted);
    border-radius: 50%;
    background: var(--_surface);
  }

  .lane--entry.lane--urgent::after {
    border-color: var(--_danger);
  }

  .lane--end::after {
    content: '';
    position: absolute;
    inset-block-start: 0.4375rem;
    inset-inline-start: -0.375rem;
    border: 0.4375rem solid transparent;
    border-inline-start-width: 0;
    border-inline-end: 0.875rem solid var(--_muted);
  }

  .lane--end.lane--urgent::after {
    border-inline-end-color: var(--_danger);
  }

  .ways {
    margin-block-end: var(--_space);
  }

  .way {
    margin-block-start: 0.5rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line);
    border-inline-start: 4px double var(--_muted);
    background: var(--_surface);
  }

  .way--urgent {
    border-inline-start: 4px solid var(--_danger);
  }

  .way p {
    margin: 0;
  }

  .others {
    margin-block-start: var(--_space);
  }

  .others > .route {
    margin-block-start: var(--_space);
  }

  @container (inline-size >= 44rem) {
    .beside {
      display: flex;
      flex-direction: row-reverse;
      align-items: flex-start;
      gap: 0.5rem;
    }

    .rungs {
      flex: 1;
      min-inline-size: 0;
    }

    .ways {
      flex: none;
      inline-size: 15rem;
    }

    .fact {
      display: grid;
      grid-template-columns: 9rem minmax(0, 1fr);
      gap: 0.75rem;
    }
  }

  @media print {
    .next,
    .callout {
      break-inside: avoid;
    }

    /* The routes of other disagreements are printed only if they were asked for. */
    .others:not([open]),
    .source {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .tag--current {
      border-width: 3px;
    }

    .rung--current .body {
      border-color: Highlight;
      border-width: 4px;
    }

    .rung--current .marker::after {
      forced-color-adjust: none;
      background: Highlight;
    }

    .lane::before,
    .lane--urgent::before {
      border-color: CanvasText;
    }

    .lane--end::after,
    .lane--end.lane--urgent::after {
      border-color: transparent;
      border-inline-end-color: CanvasText;
      forced-color-adjust: none;
    }
  }
`;

export const ladderStyles = css`
  ${partStyles}${ladder}
`;
