import { css } from 'lit';

/**
 * What all elements share. Public tokens are the `--ek-*` ones read here with a fallback; the rest of the kit uses the
 * private `--_*` ones derived from them.
 */
export const kitStyles = css`
  :host {
    --_font: var(--ek-font, inherit);
    --_text: var(--ek-text, #0b0c0c);
    --_muted: var(--ek-text-muted, #505a5f);
    --_surface: var(--ek-surface, #ffffff);
    --_tint: var(--ek-surface-tint, #f3f2f1);
    --_line: var(--ek-line, #b1b4b6);
    --_accent: var(--ek-accent, #1d70b8);
    --_on-accent: var(--ek-on-accent, #ffffff);
    --_danger: var(--ek-danger, #d4351c);
    --_warning: var(--ek-warning, #b35c00);
    --_success: var(--ek-success, #00703c);
    --_focus: var(--ek-focus, #ffdd00);
    --_on-focus: var(--ek-on-focus, #0b0c0c);
    --_radius: var(--ek-radius, 0px);
    --_space: var(--ek-space, 1rem);
    display: block;
    font-family: var(--_font);
    color: var(--_text);
    line-height: 1.5;
    overflow-wrap: break-word;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  /* Text written the other way than the page keeps its punctuation, on the side where the page has its text. */
  :where(h1, h2, h3, h4, h5, h6, p, div, li, dt, dd, label, legend) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .ek-note {
    margin: 0;
    padding: var(--_space);
    border-inline-start: 5px solid var(--_line);
    background: var(--_tint);
    color: var(--_text);
  }

  .ek-note p {
    margin: 0;
  }

  .ek-note + .ek-note {
    margin-block-start: 0.25rem;
  }

  .ek-emergency,
  .ek-failed {
    border-color: var(--_danger);
  }

  .ek-again {
    min-block-size: 2.75rem;
    padding: 0.5rem 1rem;
    font: inherit;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    box-shadow: 0 0 0 6px var(--_on-focus);
    outline-offset: 0;
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none;
      animation: none;
    }
  }
`;
