import ICAL from 'ical.js';
import { civilDateAt, formatInstant, lastMoment, parseInstant, type LastMoment } from '../calendar/index.ts';
import type { Case, Deadline } from '../case/index.ts';
import { indexOf, type Policy } from '../policy/index.ts';
import { hashAt, sha256 } from '../record/index.ts';
import type { Text } from '../text/text.ts';
import { voiceFor, type ExportOptions, type Voice } from './voice.ts';
import { plainText } from './wrap-text.ts';

/**
 * The dates that a case has to keep as an iCalendar file (RFC 5545): an all-day event for each deadline that is not met
 * and for each dated duty that is not done. What had a date and is over is withdrawn: the same event, cancelled. Programs
 * refuse a file without events, so that one of a case without dates has one that is cancelled.
 *
 * Calendars are shared, synchronised and shown on lock screens, so that nothing of the case is in it but dates: no
 * reference, agency or name, no text that anybody typed. What it says comes from the policy and the catalogue alone.
 * An event keeps its UID as the case goes on, so that importing a later file moves it.
 *
 * @throws InvalidInstantError where the case's `now` is no instant
 */
export function deadlinesCalendar(told: Case, options: Pick<ExportOptions, 'catalogue'> = {}): string {
  const { record, now } = told;
  const voice = voiceFor(told, options);
  const dates = datesOf(told, voice);
  if (dates.length === 0) dates.push(nothingDue(told, voice));
  const stamp = formatInstant(Math.floor(parseInstant(now) / 1000) * 1000);
  const events = dates.map(({ kind, id, due, isOver, summary, description }) => [
    'vevent',
    [
      // The hash of the first entry stays as long as the case; nobody can tell from this what the entry says.
      text('uid', `${sha256(`${hashAt(record, 0)} ${kind} ${id}`).slice(0, 32)}@escalation-kit`),
      // A later file replaces an earlier one: a case only grows.
      ['sequence', {}, 'integer', record.length],
      ['dtstamp', {}, 'date-time', stamp],
      ['dtstart', {}, 'date', due],
      ...(isOver ? [text('status', 'CANCELLED')] : []),
      text('summary', summary),
      text('description', description),
      text('class', 'PRIVATE'),
      text('transp', 'TRANSPARENT'),
    ],
    [],
  ]);
  const properties = [
    text('version', '2.0'),
    text('prodid', `-//Escalation Kit//core//${voice.language.toUpperCase()}`),
  ];
  return folded(['vcalendar', properties, events]);
}

/** ical.js does not count the space with which a folded line goes on: at its own length it writes 76 octets, not 75. */
function folded(calendar: unknown[]): string {
  const { foldLength } = ICAL;
  ICAL.foldLength = 74;
  try {
    return ICAL.stringify(calendar);
  } finally {
    ICAL.foldLength = foldLength;
  }
}

/** A property as jCal has it (RFC 7265). */
function text(name: string, value: string): unknown[] {
  return [name, {}, 'text', plainText(value)];
}

interface Dated {
  readonly kind: 'deadline' | 'duty' | 'none';
  readonly id: string;
  readonly due: string;
  /** It has not to be kept any more. */
  readonly isOver: boolean;
  readonly summary: string;
  readonly description: string;
}

function datesOf({ policy, state, assessment: { deadlines, duties } }: Case, voice: Voice): Dated[] {
  const dates = [
    ...deadlines.flatMap((deadline): Dated[] => {
      const { id, stage, due, dueAt, status } = deadline;
      if (due === null) return [];
      const end = lastMoment(due, dueAt, policy.timeZone);
      const words = wordsOf(policy, stage, purpose(deadline), notesOn(deadline, end, policy), voice);
      return [{ kind: 'deadline', id, due: end.due, isOver: !RUNNING.has(status), ...words }];
    }),
    ...duties.flatMap((duty): Dated[] => {
      const { id, stage, due, dueAt, status, owner, words: what } = duty;
      if (due === null || due === 'at-once') return [];
      const end = lastMoment(due, dueAt, policy.timeZone);
      const values = { duty: String(what.values?.['text'] ?? '') };
      const texts: Text[] = [{ key: `export.side.${owner}` }];
      const said: Text = { key: 'export.calendar.duty', values, own: ['duty'], texts };
      const words = wordsOf(policy, stage, said, [byWhen(end, policy)], voice);
      return [{ kind: 'duty', id, due: end.due, isOver: status !== 'due' && status !== 'overdue', ...words }];
    }),
  ];
  const { protectBy } = state;
  // Once a time of the stage competes with it, a date that protects the child is no deadline of its own any more.
  if (protectBy && !deadlines.some(({ id }) => id === PROTECTS)) {
    const words = wordsOf(policy, '', { key: 'export.calendar.agree' }, [], voice);
    dates.push({ kind: 'deadline', id: PROTECTS, due: protectBy.due, isOver: true, ...words });
  }
  return [...dates.filter(({ isOver }) => !isOver), ...dates.filter(({ isOver }) => isOver)];
}

const PROTECTS = 'protects-child';

function nothingDue({ policy, now }: Case, voice: Voice): Dated {
  const words = wordsOf(policy, '', { key: 'export.calendar.nothing' }, [], voice);
  return { kind: 'none', id: '', due: civilDateAt(now, policy.timeZone), isOver: true, ...words };
}

const RUNNING: ReadonlySet<Deadline['status']> = new Set(['on-track', 'due-soon', 'due-today', 'overdue'] as const);

/** What is to have happened by then. */
function purpose({ for: what }: Deadline): Text {
  return typeof what === 'string'
    ? { key: `export.calendar.${what}` }
    : { key: 'export.calendar.other', values: { words: what.words }, own: ['words'] };
}

function notesOn(deadline: Deadline, end: LastMoment, policy: Policy): Text[] {
  const when = byWhen(end, policy);
  return deadline.firmness === 'guidance' ? [when, { key: 'export.calendar.guidance' }] : [when];
}

function byWhen({ time }: LastMoment, { timeZone: zone }: Policy): Text {
  if (time === undefined) return { key: 'export.calendar.end-of-day' };
  return { key: 'export.calendar.by-time', values: { time, zone } };
}

/** A stage that the policy does not have is a text that came with the case: it is left out. */
function wordsOf(
  policy: Policy,
  stageId: string,
  what: Text,
  notes: readonly Text[],
  { say }: Voice,
): Pick<Dated, 'summary' | 'description'> {
  const stage = indexOf(policy).stages.get(stageId)?.label;
  const values = { policy: policy.title, ...(stage !== undefined && { stage }) };
  return {
    summary: say({ key: 'export.calendar.summary', values, own: ['policy', 'stage'], texts: [what] }),
    description: [...notes.map((text) => say(text)), say('export.calendar.no-details')].join(' '),
  };
}
