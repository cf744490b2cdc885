import type { Messages, PluralForms, Speaker, Values } from '../catalogue.ts';
import { spanOfDays } from '../span-of-days.ts';
import { deadline } from './deadline.ts';

/** What a badge says of one deadline, and why it is due when it is. */
export const badge = {
  'badge.due': (values, speaker) => `Due ${when(values, speaker)}`,
  'badge.was-due': (values, speaker) => `Was due ${when(values, speaker)}`,

  'badge.last-day': 'today is the last day',
  'badge.working-days-left': (values, { plural }) =>
    values.count === 0
      ? 'no working days left'
      : plural(Number(values.count), { one: '# working day left', other: '# working days left' }),
  'badge.days-left': counted({ one: '# day left', other: '# days left' }),
  'badge.hours-left': counted({ one: '# hour left', other: '# hours left' }),
  'badge.minutes-left': counted({ one: '# minute left', other: '# minutes left' }),
  'badge.working-days-overdue': counted({ one: '# working day overdue', other: '# working days overdue' }),
  'badge.days-overdue': counted({ one: '# day overdue', other: '# days overdue' }),
  'badge.hours-overdue': counted({ one: '# hour overdue', other: '# hours overdue' }),
  'badge.minutes-overdue': counted({ one: '# minute overdue', other: '# minutes overdue' }),
  'badge.started': (values, { plural }) =>
    values.count === 0
      ? 'started today'
      : plural(Number(values.count), { one: 'started yesterday', other: 'started # days ago' }),
  'badge.starts-in': counted({ one: 'starts tomorrow', other: 'starts in # days' }),

  'badge.status.none': 'No fixed date',
  'badge.status.unknown': 'No date yet',
  'badge.status.on-track': 'On track',
  'badge.status.due-soon': 'Due soon',
  'badge.status.due-today': 'Due today',
  'badge.status.overdue': 'Overdue',
  'badge.status.met': 'Met in time',
  'badge.status.met-late': 'Met late',
  'badge.status.ended': 'Ended without it',
  'badge.status.ended-late': 'Ended late, without it',
  'badge.urgent': 'Do not wait for it',
  'badge.not-started': 'Not started',
  'badge.ended': 'Ended',
  'badge.guidance': 'Guidance',
  'badge.empty': 'No deadline yet',

  'badge.why': 'Why this date?',
  'badge.why-no-date': 'Why is there no date?',

  'why.term.for': 'What it is for',
  'why.term.start': 'Starts',
  'why.term.time': 'Time given',
  'why.term.skipped': 'Days that do not count',
  'why.term.end': 'Due by',
  'why.term.others': 'Also looked at',
  'why.term.remarks': 'About this time',
  'why.term.sources': 'Where the policy says so',
  'why.term.notes': 'What the source leaves open',

  'why.start': (values, speaker) => on('start', values, speaker),
  'why.start-working-days': (values, speaker) =>
    `${on('start', values, speaker)}. The first working day after it is day 1.`,
  'why.start-calendar-days': (values, speaker) => `${on('start', values, speaker)}. The day after it is day 1.`,
  'why.start-counts': (values, speaker) => `${on('start', values, speaker)}. Counting begins on that day.`,
  'why.end': (values, speaker) =>
    values.time === undefined ? `the end of ${on('due', values, speaker)}` : when(values, speaker).replace(/^by /, ''),

  'why.skipped': (values, speaker) =>
    `${spanOfDays(values, speaker, { and: 'and', to: 'to' })}: ${speaker.say({ key: `skipped.${values.why}`, values })}`,

  'why.later': (values, speaker) =>
    `${deadline.duration(values, speaker)}, which gives ${on('due', values, speaker)}: later`,
  'why.replaced': (values, speaker) =>
    `${deadline.duration(values, speaker)}, which gave ${on('due', values, speaker)}: another date stands in its place`,
  'why.unknown': (values, speaker) =>
    `${deadline.duration(values, speaker)}, which ends after the last day for which bank holidays are published`,

  'why.guidance': 'The policy gives this time as guidance, not as a fixed limit.',
  'why.owner-raising': 'This time is for the agency that raised the concern.',
  'why.owner-receiving': 'This time is for the other agency.',
  'why.owner-partnership': 'This time is for the partnership.',
  'why.no-date': 'The policy gives no number of days here, so no date is worked out.',
  'why.not-started': 'This time starts with a later step.',
  'why.given': 'This page gives the date. The end of that day is meant.',
  'why.from-midnight': 'No time of day was given, so the hours count from the start of that day.',
  'why.calendar': (values, { date }) =>
    values.published === undefined
      ? `Counted with the calendar “${values.title}”.`
      : `Counted with the calendar “${values.title}”, published on ${date(String(values.published))}.`,
} as const satisfies Messages;

function counted(forms: PluralForms) {
  return (values: Values, { plural }: Speaker): string => plural(Number(values.count), forms);
}

function on(key: string, values: Values, { day }: Speaker): string {
  return day(String(values[key]));
}

/** 'Friday 27 November 2026', or 'by 4pm on Friday 27 November 2026'. */
function when(values: Values, speaker: Speaker): string {
  const day = on('due', values, speaker);
  return values.time === undefined ? day : `by ${clock(String(values.time))} on ${day}`;
}

/** '4pm', '4:30pm', 'midday'. The start of a day stays 00:00: 'midnight' could be either end of it. */
function clock(time: string): string {
  if (time === '12:00') return 'midday';
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (hour === 0) return time;
  return `${hour > 12 ? hour - 12 : hour}${minute ? time.slice(2) : ''}${hour < 12 ? 'am' : 'pm'}`;
}
