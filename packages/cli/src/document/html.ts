import { createHash } from 'node:crypto';
import { isEmpty, isSafeHref, type Block, type Document, type Inline, type Section, type Table } from './document.ts';
import { element as h, styleElement, type Child, type Markup } from './element.ts';
import { PRINTABLE } from './style.ts';

/** The document as one HTML file that needs nothing else: it has no scripts, loads nothing, and can be printed. */
export function toHtml(document: Document): string {
  const { language, title, blocks, sections } = document;
  const page = new Page(document);
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: NOTHING_BUT_STYLE }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', {}, title),
    styleElement(PRINTABLE),
  );
  const main = h(
    'main',
    {},
    h('h1', {}, title),
    blocks.map((each) => page.block(each, 2)),
    page.contents(sections),
    sections.map((each) => page.section(each, 2)),
  );
  return `<!doctype html>\n${h('html', { lang: language }, head, h('body', {}, main)).toString()}\n`;
}

const STYLE_HASH = createHash('sha256').update(PRINTABLE).digest('base64');
const NOTHING_BUT_STYLE = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

class Page {
  readonly #ownLanguage: string | null;
  #tables = 0;

  /** The policy's words are marked only where they are in another language. */
  constructor({ language, ownLanguage }: Document) {
    this.#ownLanguage = primary(language) === primary(ownLanguage) ? null : ownLanguage;
  }

  contents(sections: readonly Section[]): Markup {
    const items = sections.map(({ id, title }) => h('li', {}, h('a', { href: `#${id}` }, this.inline(title))));
    return h('nav', { 'aria-labelledby': 'contents' }, h('h2', { id: 'contents' }, 'Contents'), h('ol', {}, items));
  }

  section({ id, title, blocks }: Section, level: number): Markup {
    const inner = blocks.map((each) => this.block(each, level + 1));
    return h('section', {}, h(`h${level}`, { id }, this.inline(title)), inner);
  }

  block(given: Block, level: number): Markup {
    if ('paragraph' in given) return h('p', {}, this.inline(given.paragraph));
    if ('list' in given) {
      const items = given.list.map((item) => h('li', {}, this.inline(item)));
      return h(given.ordered ? 'ol' : 'ul', {}, items);
    }
    if ('terms' in given) {
      const entries = given.terms.map(([name, value]) =>
        h('div', {}, h('dt', {}, name), h('dd', {}, this.inline(value))),
      );
      return h('dl', {}, entries);
    }
    if ('table' in given) return this.#table(given.table);
    if ('blanks' in given)
      return h(
        'div',
        { class: 'blanks' },
        given.blanks.map((name) => h('p', {}, `${name}:`)),
      );
    return this.section(given.section, level);
  }

  inline(given: Inline): Child {
    if (typeof given === 'string') return given;
    if (isList(given)) return given.map((each) => this.inline(each));
    if ('strong' in given) return h('strong', {}, this.inline(given.strong));
    if ('code' in given) return h('code', {}, given.code);
    if ('own' in given) return this.#ownLanguage ? h('span', { lang: this.#ownLanguage }, given.own) : given.own;
    if ('lines' in given) {
      const lines = given.lines.filter((line) => !isEmpty(line));
      return lines.map((line) => h('span', { class: 'line' }, this.inline(line)));
    }
    const { link, href } = given;
    return isSafeHref(href) ? h('a', { href }, this.inline(link)) : this.inline(link);
  }

  /** A wide table scrolls in a region of its own, which the keyboard can reach. */
  #table({ caption, head, rows }: Table): Markup {
    const id = `table-${++this.#tables}`;
    const titles = head.map((title) => h('th', { scope: 'col' }, title));
    const lines = rows.map(({ id: row = null, cells: [first = '', ...rest] }) => {
      const cells = rest.map((each) => h('td', {}, this.inline(each)));
      return h('tr', { id: row }, h('th', { scope: 'row' }, this.inline(first)), cells);
    });
    const table = h(
      'table',
      {},
      h('caption', { id }, this.inline(caption)),
      h('thead', {}, h('tr', {}, titles)),
      h('tbody', {}, lines),
    );
    return h('div', { class: 'wide', role: 'region', 'aria-labelledby': id, tabindex: '0' }, table);
  }
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

function isList(given: Inline): given is readonly Inline[] {
  return Array.isArray(given);
}
