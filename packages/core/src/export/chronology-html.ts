import type { Case } from '../case/index.ts';
import { runsOf, type Run } from '../text/runs.ts';
import { typed, type Text } from '../text/text.ts';
import { chronologyOf, type Chronology } from './chronology.ts';
import { linksOf, type Author, type ChronologyEntry } from './entries.ts';
import type { Detail } from './details.ts';
import { STYLE, STYLE_HASH } from './chronology-style.ts';
import { concat } from './concat.ts';
import { escapeHtml } from './escape-html.ts';
import { momentText, recordedText, type LocalMoment } from './moments.ts';
import { several } from './several.ts';
import type { Row, RowHead } from './standing.ts';
import { voiceFor, type ExportOptions, type Voice } from './voice.ts';

/**
 * The chronology of a case as a web page of its own, for reading and printing: what happened and when, when it was
 * recorded if that was later, by whom, at which stage and why; corrections beside what they replaced; deadlines and
 * duties as they stand; the head hash and the number of entries.
 *
 * It has no scripts and loads nothing: its own policy forbids both. Everything that a person or a policy says is text.
 *
 * @throws InvalidInstantError where the case's `now` is no instant
 */
export function chronologyHtml(told: Case, options: ExportOptions = {}): string {
  const voice = voiceFor(told, options);
  const chronology = chronologyOf(told, options.expected);
  const say = (key: Text['key'], values?: Text['values']) => escapeHtml(voice.say(key, values));
  return `<!DOCTYPE html>
<html lang="${languageOf(voice)}" dir="${voice.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${say('export.title')}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${say('export.title')}</h1>
<p>${say('export.keep')}</p>
${chronology.warnings.map((text) => `<p class="warning">${said(text, voice)}</p>\n`).join('')}<h2>${say('export.summary')}</h2>
${list(chronology.summary, voice)}
<p>${say('export.times', { zone: told.policy.timeZone })}</p>
<h2>${say('export.events')}</h2>
${entriesTable(chronology, voice)}
<h2>${say('export.deadlines')}</h2>
${standingTable('deadlines', chronology, voice)}
<h2>${say('export.duties')}</h2>
${standingTable('duties', chronology, voice)}
<h2>${say('export.record')}</h2>
${recordList(chronology, voice)}
<p>${say('export.chain.why')}</p>
</main>
</body>
</html>
`;
}

/** English is the British one, as its dates are. */
function languageOf({ language }: Voice): string {
  return escapeHtml(language === 'en' ? 'en-GB' : language);
}

/** A text with what tells the language and direction of its words from the page's, where these can differ. */
function said(text: Text, voice: Voice): string {
  return runsOf(text, voice).map(run).join('');
}

function run({ text, from, language }: Run): string {
  const escaped = escapeHtml(text);
  if (from === 'typed') return `<span class="typed" dir="auto">${escaped}</span>`;
  return language === null ? escaped : `<span lang="${escapeHtml(language)}">${escaped}</span>`;
}

function list(items: Chronology['summary'], voice: Voice): string {
  const rows = items.map(([label, says]) => `<dt>${said(label, voice)}</dt><dd>${said(says, voice)}</dd>`);
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

function entriesTable({ entries, head: { count } }: Chronology, voice: Voice): string {
  if (count === 0) return `<p>${escapeHtml(voice.say('export.events.none'))}</p>`;
  const caption: Text = { key: 'export.events.caption', values: { count } };
  return table('events', caption, ['number', 'when', 'what', 'who', 'stage'], concat(entryRows(entries, voice)), voice);
}

function* entryRows(entries: Iterable<ChronologyEntry>, voice: Voice): Generator<string> {
  for (const entry of entries) yield row(entryCells(entry, voice));
}

function entryCells(entry: ChronologyEntry, voice: Voice): string[] {
  return [
    `${entry.number}`,
    whenCell(entry, voice),
    whatCell(entry, voice),
    entry.by ? authorCell(entry.by, voice) : '',
    entry.stage ? said(entry.stage, voice) : '',
  ];
}

function whenCell({ happened, recorded, isLate }: ChronologyEntry, voice: Voice): string {
  if (!happened) return escapeHtml(voice.say('export.no-time'));
  const first = time(happened, voice.say(momentText(happened)));
  if (!recorded) return first;
  return `${first}<br>${time(recorded, voice.say(recordedText(recorded, isLate)))}`;
}

function time({ instant }: LocalMoment, words: string): string {
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(words)}</time>`;
}

function whatCell(entry: ChronologyEntry, voice: Voice): string {
  const details = entry.details.map((detail) => detailItem(detail, voice)).join('');
  return [
    `<strong>${said(entry.title, voice)}</strong>`,
    ...[...entry.faults, ...entry.warnings].map((text) => `<p class="warning">${said(text, voice)}</p>`),
    ...linksOf(entry).map((text) => `<p>${said(text, voice)}</p>`),
    details && `<dl>${details}</dl>`,
  ].join('');
}

function detailItem({ label, says, before }: Detail, voice: Voice): string {
  const values = says.map((text) => `<dd>${said(text, voice)}</dd>`).join('');
  const inPlace = before
    ? `<dd>${escapeHtml(voice.say('export.in-place-of'))}: ${said(several(before), voice)}</dd>`
    : '';
  return `<dt>${said(label, voice)}</dt>${values}${inPlace}`;
}

function authorCell({ side, role, name }: Author, voice: Voice): string {
  const person = [name, role].filter((part) => part !== '').map((part) => `<br>${said(typed(part), voice)}`);
  return said(side, voice) + person.join('');
}

function standingTable(name: 'deadlines' | 'duties', chronology: Chronology, voice: Voice): string {
  const { [name]: rows, written } = chronology;
  const [first] = rows;
  if (!first) return `<p>${escapeHtml(voice.say(`export.${name}.none`))}</p>`;
  const caption: Text = { key: `export.${name}.caption`, values: { date: written.date, time: written.time } };
  const heads = first.map(([head]) => head);
  return table(name, caption, heads, rows.map((cells) => row(standingCells(cells, voice))).join(''), voice);
}

function standingCells(cells: Row, voice: Voice): string[] {
  return cells.map(([, text]) => (text ? said(text, voice) : ''));
}

type EntryHead = 'number' | 'when' | 'what' | 'who' | 'stage';

/** A table that can be scrolled by keyboard where the page is too narrow for it. */
function table(id: string, caption: Text, heads: readonly (EntryHead | RowHead)[], rows: string, voice: Voice): string {
  const head = heads.map((name) => `<th scope="col">${escapeHtml(voice.say(`export.${name}`))}</th>`).join('');
  return `<div class="wide" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${said(caption, voice)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>`;
}

/** The first cell heads its row. */
function row([first = '', ...cells]: readonly string[]): string {
  return `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

function recordList({ head, chain }: Chronology, voice: Voice): string {
  const items = [
    [{ key: 'export.count' }, { key: 'export.as-is', values: { text: head.count } }],
    [{ key: 'export.head' }, { key: 'export.as-is', values: { text: head.head } }],
    [{ key: 'export.chain' }, chain],
  ] as const;
  return list(items, voice);
}
