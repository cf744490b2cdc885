import { html, type TemplateResult } from 'lit';

/** The level at which an element's headings start: the h1 is the page's. */
export const HEADING_LEVELS = [1, 2, 3, 4, 5, 6] as const;

/**
 * A heading of a level that is only known when it is shown. What would lie below h6 stays h6.
 *
 * @param classes for the looks, which do not follow the level
 */
export function heading(level: number, content: unknown, classes = ''): TemplateResult {
  switch (Math.min(level, 6)) {
    case 1:
      return html`<h1 class=${classes}>${content}</h1>`;
    case 2:
      return html`<h2 class=${classes}>${content}</h2>`;
    case 3:
      return html`<h3 class=${classes}>${content}</h3>`;
    case 4:
      return html`<h4 class=${classes}>${content}</h4>`;
    case 5:
      return html`<h5 class=${classes}>${content}</h5>`;
    default:
      return html`<h6 class=${classes}>${content}</h6>`;
  }
}
