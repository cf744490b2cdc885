import { isEmpty, isSafeHref, type Block, type Document, type Inline, type Section, type Table } from './document.ts';

/** The document in Markdown, with the tables of GitHub's dialect. */
export function toMarkdown({ title, blocks, sections }: Document): string {
  const parts = [`# ${inline(title)}`, ...blocks.map((each) => block(each, 2))];
  return [...parts, ...sections.map((each) => section(each, 2))].join('\n\n') + '\n';
}

function section({ title, blocks }: Section, level: number): string {
  return [`${'#'.repeat(level)} ${inline(title)}`, ...blocks.map((each) => block(each, level + 1))].join('\n\n');
}

function block(given: Block, level: number): string {
  if ('paragraph' in given) return inline(given.paragraph);
  if ('list' in given) {
    return given.list.map((item, i) => `${given.ordered ? `${i + 1}.` : '-'} ${inline(item)}`).join('\n');
  }
  if ('terms' in given) return given.terms.map(([name, value]) => `- **${inline(name)}:** ${inline(value)}`).join('\n');
  if ('table' in given) return table(given.table);
  if ('blanks' in given) return given.blanks.map((name) => `${inline(name)}: ${'\\_'.repeat(40)}`).join('\n\n');
  return section(given.section, level);
}

function table({ caption, head, rows }: Table): string {
  const lines = [head.map(inline), head.map(() => '---'), ...rows.map(({ cells }) => cells.map(cell))];
  return `**${inline(caption)}**\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
}

function cell(given: Inline): string {
  return inline(given).replaceAll('\n', ' ').replaceAll('|', '\\|');
}

function inline(given: Inline): string {
  if (typeof given === 'string') return escape(given);
  if (isList(given)) return given.map(inline).join('');
  if ('strong' in given) return `**${inline(given.strong)}**`;
  if ('code' in given) return code(given.code);
  if ('own' in given) return escape(given.own);
  if ('lines' in given) {
    return given.lines
      .filter((line) => !isEmpty(line))
      .map(inline)
      .join('<br>');
  }
  // Where a heading or row can be linked to depends on who shows the Markdown.
  if (!isSafeHref(given.href) || given.href.startsWith('#')) return inline(given.link);
  return `[${inline(given.link)}](<${given.href.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
}

/** `|` is left to the tables, which know it as nothing else. */
function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/^(\s*\d*)([#+=.)-])/, '$1\\$2')
    .replace(/\s*\n\s*/g, ' ');
}

function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${text.replace(/\s+/g, ' ')}${space}${fence}`;
}

function isList(given: Inline): given is readonly Inline[] {
  return Array.isArray(given);
}
