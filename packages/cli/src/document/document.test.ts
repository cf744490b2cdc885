import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Block, Document, Inline } from './document.ts';
import { element, styleElement } from './element.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';

const NASTY = '<script>alert("1")</script> & a | b *c* `d` [e](javascript:f) _g_ &amp;';

const document = (blocks: readonly Block[], ownLanguage = 'en'): Document => ({
  language: 'en',
  ownLanguage,
  title: 'A <title>',
  blocks,
  sections: [],
});
const html = (...blocks: Block[]) => /<\/h1>(.*)<nav/s.exec(toHtml(document(blocks)))?.[1];
const markdown = (...blocks: Block[]) => toMarkdown(document(blocks)).replace('# A \\<title\\>\n\n', '').trimEnd();
const inHtml = (paragraph: Inline) => html({ paragraph });
const inMarkdown = (paragraph: Inline) => markdown({ paragraph });

const table: Block = {
  table: { caption: 'A | B', head: ['One', 'Two'], rows: [{ id: 'r', cells: ['a|b', { lines: ['c', '', 'd'] }] }] },
};

describe('in HTML', () => {
  it.each<[Inline, string]>([
    [NASTY, '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; a | b *c* `d` [e](javascript:f) _g_ &amp;amp;'],
    [{ strong: 'a<b' }, '<strong>a&lt;b</strong>'],
    [{ code: 'a<b' }, '<code>a&lt;b</code>'],
    [['a', { own: 'b' }], 'ab'],
    [{ lines: ['a', '', [], 'b'] }, '<span class="line">a</span><span class="line">b</span>'],
    [{ link: 'a', href: 'https://b.example/?c="d"&e' }, '<a href="https://b.example/?c=&quot;d&quot;&amp;e">a</a>'],
    [{ link: 'a', href: '#b' }, '<a href="#b">a</a>'],
    [{ link: 'a', href: 'tel:1' }, '<a href="tel:1">a</a>'],
    [{ link: 'a', href: 'javascript:alert(1)' }, 'a'],
    [{ link: 'a', href: ' javascript:alert(1)' }, 'a'],
    [{ link: 'a', href: 'data:text/html,x' }, 'a'],
  ])('%j', (inline, expected) => {
    expect(inHtml(inline)).toBe(`<p>${expected}</p>`);
  });

  it('tables have a caption, and heads that say of what', () => {
    expect(html(table)).toBe(
      '<div class="wide" role="region" aria-labelledby="table-1" tabindex="0"><table>' +
        '<caption id="table-1">A | B</caption>' +
        '<thead><tr><th scope="col">One</th><th scope="col">Two</th></tr></thead><tbody><tr id="r">' +
        '<th scope="row">a|b</th><td><span class="line">c</span><span class="line">d</span></td>' +
        '</tr></tbody></table></div>',
    );
  });

  it('the policy’s words are marked where they are in another language', () => {
    expect(toHtml(document([{ paragraph: { own: 'a' } }], 'cy'))).toContain('<p><span lang="cy">a</span></p>');
    expect(toHtml(document([{ paragraph: { own: 'a' } }], 'en-GB'))).toContain('<p>a</p>');
  });

  it('nothing but a style sheet is written as it stands', () => {
    expect(element('p', { title: '"', class: null }, ['<', element('b', {}, '>')]).toString()).toBe(
      '<p title="&quot;">&lt;<b>&gt;</b></p>',
    );
    expect(() => styleElement('</style>')).toThrow('A style sheet may not hold markup.');
  });

  it('the file forbids itself to load or run anything', () => {
    const page = toHtml(document([]));
    const style = /<style>(.*)<\/style>/s.exec(page)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
  });
});

describe('in Markdown', () => {
  it.each<[Inline, string]>([
    [NASTY, '\\<script\\>alert("1")\\</script\\> & a | b \\*c\\* \\`d\\` \\[e\\](javascript:f) \\_g\\_ &amp;amp;'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['2026-11', '2026\\-11'],
    ['a\n\n# b', 'a # b'],
    [{ strong: 'a*' }, '**a\\***'],
    [{ code: 'a*b' }, '`a*b`'],
    [{ code: 'a`b``c' }, '``` a`b``c ```'],
    [{ lines: ['a', '', 'b'] }, 'a<br>b'],
    [{ link: 'a', href: 'https://b.example/(c) d>' }, '[a](<https://b.example/(c)%20d%3E>)'],
    [{ link: 'a', href: '#b' }, 'a'],
    [{ link: 'a', href: 'javascript:alert(1)' }, 'a'],
  ])('%j', (inline, expected) => {
    expect(inMarkdown(inline)).toBe(expected);
  });

  it('tables have a caption above them, and cells that stay cells', () => {
    expect(markdown(table)).toBe('**A | B**\n\n| One | Two |\n| --- | --- |\n| a\\|b | c<br>d |');
  });

  it('lists are lists', () => {
    expect(markdown({ list: ['a', 'b'] }, { list: ['a', 'b'], ordered: true }, { terms: [['a', 'b']] })).toBe(
      '- a\n- b\n\n1. a\n2. b\n\n- **a:** b',
    );
  });

  it('sections inside sections go one level down', () => {
    const inner: Block = { section: { id: 'b', title: 'B', blocks: [{ paragraph: 'c' }] } };
    const outer = { ...document([]), sections: [{ id: 'a', title: 'A', blocks: [inner] }] };
    expect(toMarkdown(outer)).toBe('# A \\<title\\>\n\n## A\n\n### B\n\nc\n');
    expect(toHtml(outer)).toContain('<section><h2 id="a">A</h2><section><h3 id="b">B</h3><p>c</p></section></section>');
    expect(toHtml(outer)).toContain('<li><a href="#a">A</a></li>');
  });
});
