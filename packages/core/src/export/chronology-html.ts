import type { Catalogue } from '../text/catalogue.ts';
import { chronologyOf, type Chronology } from './chronology.ts';
import type { Author, ChronologyEntry } from './entries.ts';
import type { Detail } from './details.ts';
import { STYLE, STYLE_HASH } from './chronology-style.ts';
import { concat } from './concat.ts';
import { escapeHtml } from './escape-html.ts';
import { momentText, recordedText, type LocalMoment } from './moments.ts';
import type { ExportSource } from './source.ts';
import { ENGLISH, voiceOf, type Voice, type Words } from './words.ts';

/**
 * The chronology of a case as a web page of its own, for reading and printing: what happened and when, when it was
 * recorded if that was later, by whom, at which stage and why; corrections beside what they replaced; deadlines and
 * duties as they stand; the head hash and the number of entries.
 *
 * It has no scripts and loads nothing: its own policy forbids both. Everything that a person or a policy says is text.
 *
 * @param catalogue the language; what it lacks is said in English
 * @throws InvalidInstantError where `now` is no instant
 */
export function chronologyHtml(source: ExportSource, catalogue: Catalogue = ENGLISH): string {
  const voice = voiceOf(catalogue, source);
  const page = { voice, language: languageOf(catalogue), policyLanguage: source.policy.language };
  const chronology = chronologyOf(source, voice);
  const say = (key: string) => escapeHtml(voice.say(key));
  return `<!DOCTYPE html>
<html lang="${page.language}" dir="${catalogue.direction}">
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
${chronology.warnings.map((words) => `<p class="warning">${said(words, page)}</p>\n`).join('')}<h2>${say('export.summary')}</h2>
${list(chronology.summary, page)}
<p>${escapeHtml(voice.say('export.times', { zone: source.policy.timeZone }))}</p>
<h2>${say('export.events')}</h2>
${entriesTable(chronology, page)}
<h2>${say('export.deadlines')}</h2>
${standingTable('deadlines', deadlineCells(chronology), chronology.written, page)}
<h2>${say('export.duties')}</h2>
${standingTable('duties', dutyCells(chronology), chronology.written, page)}
<h2>${say('export.record')}</h2>
${recordList(chronology, page)}
<p>${say('export.chain.why')}</p>
</main>
</body>
</html>
`;
}

interface Page {
  readonly voice: Voice;
  readonly language: string;
  readonly policyLanguage: string;
}

/** English is the British one, as its dates are. */
function languageOf({ language }: Catalogue): string {
  return escapeHtml(language === 'en' ? 'en-GB' : language);
}

/** Words with what tells their language and direction from the page's, where these can differ. */
function said({ text, from }: Words, { language, policyLanguage }: Page): string {
  const escaped = escapeHtml(text);
  if (from === 'typed') return `<span class="typed" dir="auto">${escaped}</span>`;
  const isOther = from === 'policy' && primary(policyLanguage) !== primary(language);
  return isOther ? `<span lang="${escapeHtml(policyLanguage)}">${escaped}</span>` : escaped;
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

function list(items: Chronology['summary'], page: Page): string {
  const rows = items.map(([label, words]) => `<dt>${escapeHtml(label)}</dt><dd>${said(words, page)}</dd>`);
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

function entriesTable({ entries, head: { count } }: Chronology, page: Page): string {
  if (count === 0) return `<p>${escapeHtml(page.voice.say('export.events.none'))}</p>`;
  const caption = page.voice.say('export.events.caption', { count });
  const heads = ['number', 'when', 'what', 'who', 'stage'].map((key) => page.voice.say(`export.${key}`));
  return table('events', caption, heads, concat(entryRows(entries, page)));
}

function* entryRows(entries: Iterable<ChronologyEntry>, page: Page): Generator<string> {
  for (const entry of entries) yield row(entryCells(entry, page));
}

function entryCells(entry: ChronologyEntry, page: Page): string[] {
  return [
    `${entry.number}`,
    whenCell(entry, page),
    whatCell(entry, page),
    entry.by ? authorCell(entry.by) : '',
    entry.stage ? said(entry.stage, page) : '',
  ];
}

function whenCell({ happened, recorded, isLate }: ChronologyEntry, { voice }: Page): string {
  if (!happened) return escapeHtml(voice.say('export.no-time'));
  const first = time(happened, momentText(happened, voice));
  if (!recorded) return first;
  return `${first}<br>${time(recorded, recordedText(recorded, isLate, voice))}`;
}

function time({ instant }: LocalMoment, words: string): string {
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(words)}</time>`;
}

function whatCell(entry: ChronologyEntry, page: Page): string {
  const { voice } = page;
  const links = [
    ...(entry.corrects === null ? [] : [voice.say('export.corrects', { number: entry.corrects })]),
    ...(entry.correctedBy.length === 0
      ? []
      : [voice.say('export.corrected-by', { numbers: entry.correctedBy.join(', ') })]),
  ];
  const details = entry.details.map((detail) => detailItem(detail, page)).join('');
  return [
    `<strong>${said(entry.title, page)}</strong>`,
    ...[...entry.faults, ...entry.warnings].map((words) => `<p class="warning">${said(words, page)}</p>`),
    ...links.map((link) => `<p>${escapeHtml(link)}</p>`),
    details && `<dl>${details}</dl>`,
  ].join('');
}

function detailItem({ label, says, before }: Detail, page: Page): string {
  const values = says.map((words) => `<dd>${said(words, page)}</dd>`).join('');
  const inPlace = before ? `<dd>${escapeHtml(page.voice.say('export.in-place-of'))}: ${joined(before, page)}</dd>` : '';
  return `<dt>${escapeHtml(label)}</dt>${values}${inPlace}`;
}

function joined(words: readonly Words[], page: Page): string {
  return words.map((each) => said(each, page)).join('; ');
}

function authorCell({ side, role, name }: Author): string {
  const person = [name, role].filter((part) => part !== '');
  const typed = person.map((part) => `<br><span class="typed" dir="auto">${escapeHtml(part)}</span>`);
  return escapeHtml(side) + typed.join('');
}

interface Cells {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Words[])[];
}

function deadlineCells({ deadlines }: Chronology): Cells {
  return {
    heads: ['stage', 'time-given', 'owner', 'due', 'state', 'source'],
    rows: deadlines.map(({ stage, time, owner, due, state, source }) => [stage, time, owner, due, state, source]),
  };
}

function dutyCells({ duties }: Chronology): Cells {
  return {
    heads: ['duty', 'owner', 'owed-to', 'stage', 'due', 'state', 'source'],
    rows: duties.map(({ what, owner, to, stage, due, state, source }) => [what, owner, to, stage, due, state, source]),
  };
}

function standingTable(name: 'deadlines' | 'duties', { heads, rows }: Cells, written: LocalMoment, page: Page): string {
  const { voice } = page;
  if (rows.length === 0) return `<p>${escapeHtml(voice.say(`export.${name}.none`))}</p>`;
  const caption = voice.say(`export.${name}.caption`, { date: written.date, time: written.time });
  const body = rows.map((words) => row(words.map((each) => said(each, page)))).join('');
  return table(
    name,
    caption,
    heads.map((head) => voice.say(`export.${head}`)),
    body,
  );
}

/** A table that can be scrolled by keyboard where the page is too narrow for it. */
function table(id: string, caption: string, heads: readonly string[], rows: string): string {
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  return `<div class="wide" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${escapeHtml(caption)}</caption>
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

function recordList({ head, chain }: Chronology, page: Page): string {
  const { voice } = page;
  const items = [
    [voice.say('export.count'), voice.kit('export.typed', { text: head.count })],
    [voice.say('export.head'), voice.kit('export.typed', { text: head.head })],
    [voice.say('export.chain'), chain],
  ] as const;
  return list(items, page);
}
