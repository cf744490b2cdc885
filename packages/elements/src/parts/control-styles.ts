import { css } from 'lit';

/** The looks of buttons, and of what is there to be heard alone. */
export const controlStyles = css`
  .ek-button {
    min-block-size: 2.75rem;
    padding: 0.5rem 1rem;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 700;
    cursor: pointer;
  }

  .ek-button--secondary {
    border-color: var(--_accent);
    background: var(--_surface);
    color: var(--_accent);
  }

  .ek-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .ek-button {
      border-color: ButtonText;
    }
  }
`;
