import ICAL from 'ical.js';
import { clockTimeAt, formatInstant, parseInstant } from '../calendar/index.ts';
import type { Case, Deadline, DutyView } from '../case/index.ts';
import { indexOf, type Policy } from '../policy/index.ts';
import { hashAt, sha256 } from '../record/index.ts';
import type { Text } from '../text/text.ts';
import { voiceFor, type ExportOptions, type Voice } from './voice.ts';
import { plainText } from './wrap-text.ts';

/**
 * The dates that a case has to keep as an iCalendar file (RFC 5545): an all-day event for each deadline that is not met
 * and for each dated duty that is not done.
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
  const stamp = formatInstant(Math.floor(parseInstant(now) / 1000) * 1000);
  const events = dates.map(({ kind, id, due, summary, description }) => [
    'vevent',
    [
      // The hash of the first entry stays as long as the case; nobody can tell from this what the entry says.
      text('uid', `${sha256(`${hashAt(record, 0)} ${kind} ${id}`).slice(0, 32)}@escalation-kit`),
      // A later file replaces an earlier one: a case only grows.
      ['sequence', {}, 'integer', record.length],
      ['dtstamp', {}, 'date-time', stamp],
      ['dtstart', {}, 'date', due],
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
    text('method', 'PUBLISH'),
  ];
  return ICAL.stringify(['vcalendar', properties, events]);
}

/** A property as jCal has it (RFC 7265). */
function text(name: string, value: string): unknown[] {
  return [name, {}, 'text', plainText(value)];
}

interface Dated {
  readonly kind: 'deadline' | 'duty';
  readonly id: string;
  readonly due: string;
  readonly summary: string;
  readonly description: string;
}

function datesOf({ policy, assessment: { deadlines, duties } }: Case, voice: Voice): Dated[] {
  return [
    ...deadlines.flatMap((deadline): Dated[] => {
      const { id, stage, due, status } = deadline;
      if (due === null || !RUNNING.has(status)) return [];
      const words = wordsOf(policy, stage, purpose(deadline), notesOn(deadline, policy), voice);
      return [{ kind: 'deadline', id, due, ...words }];
    }),
    ...duties.flatMap((duty): Dated[] => {
      const { id, stage, due, status } = duty;
      if (due === null || due === 'at-once' || (status !== 'due' && status !== 'overdue')) return [];
      const words = wordsOf(policy, stage, { key: 'export.calendar.duty' }, [byWhen(duty, policy)], voice);
      return [{ kind: 'duty', id, due, ...words }];
    }),
  ];
}

const RUNNING: ReadonlySet<Deadline['status']> = new Set(['on-track', 'due-soon', 'due-today', 'overdue'] as const);

/** What is to have happened by then. */
function purpose({ for: what }: Deadline): Text {
  return typeof what === 'string'
    ? { key: `export.calendar.${what}` }
    : { key: 'export.calendar.other', values: { words: what.words }, own: ['words'] };
}

function notesOn(deadline: Deadline, policy: Policy): Text[] {
  const when = byWhen(deadline, policy);
  return deadline.firmness === 'guidance' ? [when, { key: 'export.calendar.guidance' }] : [when];
}

function byWhen({ dueAt }: Deadline | DutyView, { timeZone: zone }: Policy): Text {
  if (dueAt === null) return { key: 'export.calendar.end-of-day' };
  return { key: 'export.calendar.by-time', values: { time: clockTimeAt(dueAt, zone), zone } };
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
