import type { Case } from '../case/index.ts';
import { typed, type Text } from '../text/text.ts';
import { chronologyOf, type Chronology } from './chronology.ts';
import { concat } from './concat.ts';
import type { Detail } from './details.ts';
import { linksOf, type ChronologyEntry } from './entries.ts';
import { momentText, recordedText } from './moments.ts';
import { labelled, several, together } from './several.ts';
import type { Row } from './standing.ts';
import { voiceFor, type ExportOptions, type Voice } from './voice.ts';
import { wrapText } from './wrap-text.ts';

/** Columns of a line: what fits on a page of A4 and in a narrow window. */
const WIDTH = 76;

/**
 * The chronology of a case as plain text, for a file that takes no other: the same as `chronologyHtml`, in lines of at
 * most 76 characters. Only the text's own headings and numbers begin a line; what a person typed is always indented,
 * and so can pass for none of them.
 *
 * @throws InvalidInstantError where the case's `now` is no instant
 */
export function chronologyText(told: Case, options: ExportOptions = {}): string {
  const voice = voiceFor(told, options);
  const chronology = chronologyOf(told, options.expected);
  const { say } = voice;
  const before = [
    ...heading(say('export.title'), '='),
    ...wrapText(say('export.keep'), WIDTH),
    ...chronology.warnings.flatMap((text) => ['', ...indented(say(text), 2)]),
    '',
    ...heading(say('export.summary'), '-'),
    ...chronology.summary.flatMap(([label, says]) => pair(label, says, 0, voice)),
    '',
    ...heading(say('export.events'), '-'),
    ...wrapText(say('export.times', { zone: told.policy.timeZone }), WIDTH),
    ...(chronology.head.count === 0 ? ['', say('export.events.none')] : []),
  ];
  const after = [
    '',
    ...heading(say('export.deadlines'), '-'),
    ...standing('deadlines', chronology, voice),
    '',
    ...heading(say('export.duties'), '-'),
    ...standing('duties', chronology, voice),
    '',
    ...heading(say('export.record'), '-'),
    ...recordLines(chronology, voice),
  ];
  return written(before) + concat(entryTexts(chronology.entries, voice)) + written(after);
}

function* entryTexts(entries: Iterable<ChronologyEntry>, voice: Voice): Generator<string> {
  for (const entry of entries) yield `\n${written(entryLines(entry, voice))}`;
}

function written(lines: readonly string[]): string {
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function heading(text: string, rule: string): string[] {
  return [text, rule.repeat(text.length), ''];
}

function entryLines(entry: ChronologyEntry, voice: Voice): string[] {
  const { number, happened, recorded, isLate, title, by, stage, details, faults, warnings } = entry;
  const { say } = voice;
  const when = say(happened ? momentText(happened) : { key: 'export.no-time' });
  const notes = [
    ...(recorded ? [recordedText(recorded, isLate)] : []),
    title,
    ...faults,
    ...warnings,
    ...linksOf(entry),
  ];
  return [
    `${number}. ${when}`,
    ...notes.flatMap((note) => indented(say(note), 3)),
    ...(by ? pair({ key: 'export.who' }, together(authorTexts(by)), 3, voice) : []),
    ...(stage ? pair({ key: 'export.stage' }, stage, 3, voice) : []),
    ...details.flatMap((detail) => detailLines(detail, voice)),
  ];
}

function authorTexts({ side, name, role }: NonNullable<ChronologyEntry['by']>): Text[] {
  return [side, ...[name, role].filter((part) => part !== '').map((part) => typed(part))];
}

function detailLines({ label, says, before }: Detail, voice: Voice): string[] {
  const now = pair(label, several(says), 3, voice);
  return before ? [...now, ...pair({ key: 'export.in-place-of' }, several(before), 5, voice)] : now;
}

function standing(name: 'deadlines' | 'duties', chronology: Chronology, voice: Voice): string[] {
  const { [name]: rows, written } = chronology;
  if (rows.length === 0) return wrapText(voice.say(`export.${name}.none`), WIDTH);
  const caption = voice.say(`export.${name}.caption`, { date: written.date, time: written.time });
  return [...wrapText(caption, WIDTH), ...rows.flatMap((row, index) => rowLines(row, index + 1, voice))];
}

function rowLines(row: Row, number: number, voice: Voice): string[] {
  const cells = row.flatMap(([head, text]) =>
    text === null || voice.say(text) === '' ? [] : pair({ key: `export.${head}` }, text, 3, voice),
  );
  return ['', `${number}.`, ...cells];
}

function recordLines({ head, chain }: Chronology, voice: Voice): string[] {
  const { say } = voice;
  return [
    ...pair({ key: 'export.count' }, { key: 'export.as-is', values: { text: head.count } }, 0, voice),
    // On a line of its own, whole, so that it can be copied and compared.
    `${say('export.head')}:`,
    `  ${head.head}`,
    ...pair({ key: 'export.chain' }, chain, 0, voice),
    '',
    ...wrapText(say('export.chain.why'), WIDTH),
  ];
}

/** 'Label: text', its further lines indented by two more. */
function pair(label: Text, says: Text, indent: number, voice: Voice): string[] {
  return indented(voice.say(labelled(label, says)), indent, 2);
}

function indented(text: string, indent: number, hanging = 0): string[] {
  const room = WIDTH - indent - hanging;
  return wrapText(text, room).map((line, index) => ' '.repeat(index === 0 ? indent : indent + hanging) + line);
}
