import { css } from 'lit';

export const summaryStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    max-inline-size: 44rem;
  }

  .title,
  .section-title,
  .kind-title,
  p,
  ul,
  dl,
  dd {
    margin: 0;
  }

  .title {
    font-size: 1.5em;
    line-height: 1.25;
  }

  .section-title {
    font-size: 1.1875em;
  }

  .kind-title {
    font-size: 1em;
  }

  .notice {
    padding: 0.75rem var(--_space);
    border-inline-start: 5px solid var(--_warning);
    background: var(--_tint);
  }

  .section {
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }

  ul {
    padding-inline-start: 1.25em;
  }

  li {
    margin-block: 0.25rem;
  }

  dl {
    display: grid;
    gap: 0.25rem;
  }

  dl div {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.5rem;
  }

  dt {
    min-inline-size: 8em;
    font-weight: 700;
  }

  .contacts {
    display: grid;
    gap: 0.75rem;
    padding: 0;
    list-style: none;
  }

  /* Addresses are longer than a telephone is wide. */
  a,
  code {
    overflow-wrap: anywhere;
  }

  a {
    display: inline-block;
    min-block-size: 1.5rem;
  }

  summary {
    padding-block: 0.5rem;
    cursor: pointer;
  }

  summary > * {
    display: inline;
  }

  .muted,
  .clause {
    color: var(--_muted);
  }

  .clause {
    display: block;
  }

  .clause span {
    display: block;
  }

  @media print {
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }

    a[href^='http']::after {
      content: ' (' attr(href) ')';
    }

    .title,
    .section-title {
      break-after: avoid;
    }
  }
`;
