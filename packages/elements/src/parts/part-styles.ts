import { css } from 'lit';

/** The looks of callouts and sources, and of the tags that say a state in words. */
export const partStyles = css`
  .callout {
    margin-block-end: var(--_space);
    padding: calc(var(--_space) * 0.75) var(--_space);
    border: 1px solid var(--_line);
    border-inline-start: 6px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  .callout p {
    margin: 0;
  }

  .callout p + p,
  .callout div + p {
    margin-block-start: 0.5rem;
  }

  .callout--immediate-danger {
    border-color: var(--_danger);
    border-width: 3px;
    border-inline-start-width: 10px;
  }

  .callout--immediate-danger .callout-title {
    color: var(--_danger);
  }

  .callout--urgent {
    border-inline-start-color: var(--_danger);
  }

  .callout--paramount {
    border-inline-start-color: var(--_text);
  }

  .rung .callout {
    border-width: 0;
    border-inline-start-width: 4px;
    background: var(--_tint);
  }

  .call {
    font-weight: 700;
  }

  .source {
    margin-block-start: 0.25rem;
    font-size: 0.875em;
  }

  summary {
    min-block-size: 1.75rem;
    padding-block: 0.125rem;
    color: var(--_accent);
    cursor: pointer;
  }

  .source ul {
    margin: 0.25rem 0 0;
    padding-inline-start: 1.25rem;
  }

  .hint,
  small {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    margin: 0.25rem 0;
  }

  .tag {
    display: inline-block;
    padding: 0 0.5rem;
    border: 1px solid currentColor;
    border-radius: var(--_radius);
    font-size: 0.875em;
    font-weight: 400;
  }

  .tag--current {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }

  .tag--done,
  .tag--resolved,
  .tag--met {
    color: var(--_success);
    font-weight: 700;
  }

  .tag--overdue,
  .tag--due-today {
    border-width: 2px;
    color: var(--_danger);
    font-weight: 700;
  }

  .tag--due-soon,
  .tag--met-late {
    color: var(--_warning);
    font-weight: 700;
  }
`;
