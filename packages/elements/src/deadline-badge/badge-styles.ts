import { css } from 'lit';
import { linkStyles } from '../parts/link-styles.ts';

export const badgeStyles = css`
  ${linkStyles}

  :host([compact]) {
    display: inline-block;
  }

  .badge {
    --_tone: var(--_muted);
    display: flex;
    gap: 0.5rem;
    inline-size: fit-content;
    padding: 0.375rem 0.75rem;
    border: 1px solid var(--_line);
    border-inline-start: 5px solid var(--_tone);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .is-overdue {
    --_tone: var(--_danger);
  }

  .is-due-today,
  .is-due-soon {
    --_tone: var(--_warning);
  }

  .is-on-track,
  .is-met {
    --_tone: var(--_success);
  }

  .icon {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.5em;
    fill: none;
    stroke: var(--_tone);
    stroke-width: 2;
  }

  p {
    margin: 0;
  }

  .headline {
    font-weight: 700;
  }

  .status {
    color: var(--_tone);
    white-space: nowrap;
  }

  .toggle {
    min-block-size: 2.75rem;
  }

  .toggle::before {
    content: '+ ';
  }

  [aria-expanded='true']::before {
    content: '− ';
  }

  .why {
    display: none;
    padding-inline-start: var(--_space);
    border-inline-start: 5px solid var(--_line);
  }

  .is-open {
    display: block;
  }

  dl {
    display: grid;
    gap: 0.5rem;
    margin: 0;
  }

  dt {
    font-weight: 700;
  }

  dd {
    margin: 0 0 0.25rem;
  }

  .clause {
    color: var(--_muted);
    font-size: 0.875em;
  }

  @media print {
    .why {
      display: block;
    }

    .toggle {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .icon {
      stroke: CanvasText;
    }
  }
`;
