import { escapeHtml } from '@escalation-kit/core/export/escape-html';

/** Markup that was written here. Everything else is text. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What can stand in a template: markup, text, nothing, or several of them. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** Writes HTML. What is put in is text, in an element as in a quoted attribute, unless it was written by this. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = parts[0]!;
  for (const [i, value] of values.entries()) text += written(value) + parts[i + 1]!;
  return new Html(text);
}

/** An attribute that is there or not, such as `checked`. */
export function flag(name: 'checked' | 'selected', isThere: boolean): Html {
  return new Html(isThere ? ` ${name}` : '');
}

/** An attribute with its value; nothing where it has none. */
export function attribute(name: string, value: string | null | undefined): Html {
  return new Html(value ? ` ${name}="${escapeHtml(value)}"` : '');
}

function written(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(written).join('');
  return escapeHtml(String(value));
}
