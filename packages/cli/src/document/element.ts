import { escapeHtml } from '@escalation-kit/core/export/escape-html';

/** Markup that is safe to write: made by `element` and by nothing else. */
export class Markup {
  readonly #text: string;

  /** @internal */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Child = Markup | string | readonly Child[];
export type Attributes = Readonly<Record<string, string | null>>;

/**
 * An HTML element. Children that are strings are text, and attributes are values: both are escaped.
 *
 * @param attributes null leaves one out.
 */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escapeHtml(value)}"`],
  );
  const start = `<${name}${given.join('')}>`;
  return new Markup(VOID.has(name) ? start : `${start}${children.map(written).join('')}</${name}>`);
}

/** A style sheet of our own: its text is not escaped, as HTML wants it, and must hold no `<`. */
export function styleElement(css: string): Markup {
  if (css.includes('<')) throw new Error('A style sheet may not hold markup.');
  return new Markup(`<style>${css}</style>`);
}

const VOID: ReadonlySet<string> = new Set(['meta']);

function written(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child);
  return child instanceof Markup ? child.toString() : child.map(written).join('');
}
