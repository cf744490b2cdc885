import { css } from 'lit';

/** The looks of a button that reads as a link. */
export const linkStyles = css`
  .ek-link {
    border: 0;
    padding: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    text-align: start;
    cursor: pointer;
  }
`;
