import { html, type TemplateResult } from 'lit';

/**
 * Words that are not the element's own, such as a policy's: a screen reader must know their language where it is
 * another than the element's, and what stands beside them must keep its place where it is written the other way.
 *
 * @param language null where it is the same
 */
export function inLanguage(text: string, language: string | null): TemplateResult | string {
  return language === null ? text : html`<span lang=${language} dir="auto">${text}</span>`;
}
