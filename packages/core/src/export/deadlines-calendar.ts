import ICAL from 'ical.js';
import { clockTimeAt, formatInstant, parseInstant } from '../calendar/index.ts';
import { assess, replay, type Assessment, type Deadline, type DutyView } from '../case/index.ts';
import { indexOf, type Policy } from '../policy/index.ts';
import { sha256 } from '../record/sha256.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { eventsOf, hashAt, type ExportSource } from './source.ts';
import { ENGLISH, voiceOf, type Voice } from './words.ts';
import { plainText } from './wrap-text.ts';

/**
 * The dates that a case has to keep as an iCalendar file (RFC 5545): an all-day event for each deadline that is not met
 * and for each dated duty that is not done.
 *
 * Calendars are shared, synchronised and shown on lock screens, so that nothing of the case is in it but dates: no
 * reference, agency or name, no text that anybody typed. What it says comes from the policy and the catalogue alone.
 * An event keeps its UID as the case goes on, so that importing a later file moves it.
 *
 * @param catalogue the language; what it lacks is said in English
 * @throws InvalidInstantError where `now` is no instant
 */
export function deadlinesCalendar(source: ExportSource, catalogue: Catalogue = ENGLISH): string {
  const { policy, record, calendar, now } = source;
  const voice = voiceOf(catalogue, source);
  const dates = datesOf(policy, assess(policy, replay(policy, eventsOf(record)), { now, calendar }), voice);
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
    text('prodid', `-//Escalation Kit//core//${catalogue.language.toUpperCase()}`),
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

function datesOf(policy: Policy, { deadlines, duties }: Assessment, voice: Voice): Dated[] {
  return [
    ...deadlines.flatMap(({ id, stage, due, dueAt, status, firmness }): Dated[] => {
      if (due === null || !RUNNING.has(status)) return [];
      const notes = [
        dueAt === null
          ? voice.say('export.calendar.end-of-day')
          : voice.say('export.calendar.by-time', { time: clockTimeAt(dueAt, policy.timeZone), zone: policy.timeZone }),
        ...(firmness === 'guidance' ? [voice.say('export.calendar.guidance')] : []),
      ];
      return [{ kind: 'deadline', id, due, ...wordsOf('deadline', policy, stage, notes, voice) }];
    }),
    ...duties.flatMap(({ id, stage, due, status }): Dated[] => {
      if (due === null || due === 'at-once' || (status !== 'due' && status !== 'overdue')) return [];
      const notes = [voice.say('export.calendar.end-of-day')];
      return [{ kind: 'duty', id, due, ...wordsOf('duty', policy, stage, notes, voice) }];
    }),
  ];
}

const RUNNING: ReadonlySet<Deadline['status']> = new Set(['on-track', 'due-soon', 'due-today', 'overdue'] as const);

/** A stage that the policy does not have is a text that came with the case: it is left out. */
function wordsOf(
  kind: Dated['kind'],
  policy: Policy,
  stageId: (Deadline | DutyView)['stage'],
  notes: readonly string[],
  voice: Voice,
): Pick<Dated, 'summary' | 'description'> {
  const stage = indexOf(policy).stages.get(stageId)?.label;
  const key = `export.calendar.${kind}${stage === undefined ? '-no-stage' : ''}`;
  const values = { policy: policy.title, ...(stage !== undefined && { stage }) };
  return {
    summary: voice.say(key, values),
    description: [...notes, voice.say('export.calendar.no-details')].join(' '),
  };
}
