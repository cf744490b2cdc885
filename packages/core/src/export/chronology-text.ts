import type { Catalogue } from '../text/catalogue.ts';
import { chronologyOf, type Chronology } from './chronology.ts';
import { concat } from './concat.ts';
import type { Detail } from './details.ts';
import type { ChronologyEntry } from './entries.ts';
import { momentText, recordedText } from './moments.ts';
import type { ExportSource } from './source.ts';
import type { DeadlineRow, DutyRow } from './standing.ts';
import { ENGLISH, voiceOf, type Voice, type Words } from './words.ts';
import { wrapText } from './wrap-text.ts';

/** Columns of a line: what fits on a page of A4 and in a narrow window. */
const WIDTH = 76;

/**
 * The chronology of a case as plain text, for a file that takes no other: the same as `chronologyHtml`, in lines of at
 * most 76 characters. Only the text's own headings and numbers begin a line; what a person typed is always indented,
 * and so can pass for none of them.
 *
 * @param catalogue the language; what it lacks is said in English
 * @throws InvalidInstantError where `now` is no instant
 */
export function chronologyText(source: ExportSource, catalogue: Catalogue = ENGLISH): string {
  const voice = voiceOf(catalogue, source);
  const chronology = chronologyOf(source, voice);
  const { say } = voice;
  const before = [
    ...heading(say('export.title'), '='),
    ...wrapText(say('export.keep'), WIDTH),
    ...chronology.warnings.flatMap((words) => ['', ...indented(words.text, 2)]),
    '',
    ...heading(say('export.summary'), '-'),
    ...chronology.summary.flatMap(([label, words]) => labelled(label, words.text, 0, voice)),
    '',
    ...heading(say('export.events'), '-'),
    ...wrapText(say('export.times', { zone: source.policy.timeZone }), WIDTH),
    ...(chronology.head.count === 0 ? ['', say('export.events.none')] : []),
  ];
  const after = [
    '',
    ...heading(say('export.deadlines'), '-'),
    ...standing(
      'deadlines',
      chronology.deadlines.map((row) => deadlineLines(row, voice)),
      chronology,
      voice,
    ),
    '',
    ...heading(say('export.duties'), '-'),
    ...standing(
      'duties',
      chronology.duties.map((row) => dutyLines(row, voice)),
      chronology,
      voice,
    ),
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
  const { number, happened, recorded, isLate, title, by, stage, details, corrects, correctedBy } = entry;
  const when = happened ? momentText(happened, voice) : voice.say('export.no-time');
  const notes = [
    ...[...entry.faults, ...entry.warnings].map(({ text }) => text),
    ...(corrects === null ? [] : [voice.say('export.corrects', { number: corrects })]),
    ...(correctedBy.length === 0 ? [] : [voice.say('export.corrected-by', { numbers: correctedBy.join(', ') })]),
  ];
  return [
    `${number}. ${when}`,
    ...(recorded ? indented(recordedText(recorded, isLate, voice), 3) : []),
    ...indented(title.text, 3),
    ...notes.flatMap((note) => indented(note, 3)),
    ...(by
      ? labelled(
          voice.say('export.who'),
          [by.side, by.name, by.role].filter((part) => part !== '').join(', '),
          3,
          voice,
        )
      : []),
    ...(stage ? labelled(voice.say('export.stage'), stage.text, 3, voice) : []),
    ...details.flatMap((detail) => detailLines(detail, voice)),
  ];
}

function detailLines({ label, says, before }: Detail, voice: Voice): string[] {
  const now = labelled(label, joined(says), 3, voice);
  return before ? [...now, ...labelled(voice.say('export.in-place-of'), joined(before), 5, voice)] : now;
}

function deadlineLines({ stage, time, owner, due, state, source }: DeadlineRow, voice: Voice): string[] {
  return rowLines(
    [
      ['stage', stage],
      ['time-given', time],
      ['owner', owner],
      ['due', due],
      ['state', state],
      ['source', source],
    ],
    voice,
  );
}

function dutyLines({ what, owner, to, stage, due, state, source }: DutyRow, voice: Voice): string[] {
  return rowLines(
    [
      ['duty', what],
      ['owner', owner],
      ['owed-to', to],
      ['stage', stage],
      ['due', due],
      ['state', state],
      ['source', source],
    ],
    voice,
  );
}

function rowLines(cells: readonly (readonly [key: string, words: Words])[], voice: Voice): string[] {
  return cells.flatMap(([key, { text }]) => (text === '' ? [] : labelled(voice.say(`export.${key}`), text, 3, voice)));
}

function standing(
  name: 'deadlines' | 'duties',
  rows: readonly (readonly string[])[],
  { written }: Chronology,
  voice: Voice,
): string[] {
  if (rows.length === 0) return wrapText(voice.say(`export.${name}.none`), WIDTH);
  const caption = voice.say(`export.${name}.caption`, { date: written.date, time: written.time });
  return [...wrapText(caption, WIDTH), ...rows.flatMap((row, index) => ['', `${index + 1}.`, ...row])];
}

function recordLines({ head, chain }: Chronology, voice: Voice): string[] {
  return [
    ...labelled(voice.say('export.count'), `${head.count}`, 0, voice),
    // On a line of its own, whole, so that it can be copied and compared.
    `${voice.say('export.head')}:`,
    `  ${head.head}`,
    ...labelled(voice.say('export.chain'), chain.text, 0, voice),
    '',
    ...wrapText(voice.say('export.chain.why'), WIDTH),
  ];
}

/** 'Label: text', its further lines indented by two more. */
function labelled(label: string, text: string, indent: number, voice: Voice): string[] {
  return indented(voice.say('export.labelled', { label, text }), indent, 2);
}

function indented(text: string, indent: number, hanging = 0): string[] {
  const room = WIDTH - indent - hanging;
  return wrapText(text, room).map((line, index) => ' '.repeat(index === 0 ? indent : indent + hanging) + line);
}

function joined(words: readonly Words[]): string {
  return words.map(({ text }) => text).join('; ');
}
