import { describe, expect, it } from 'vitest';
import { civilDateAt, loadCalendar, nonWorkingDays, parseInstant, type Today } from '../calendar/index.ts';
import type { Candidate, Case, Deadline } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import { en, say } from '../text/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { badgeOf, NOT_REACHED, noTimeBadge, type BadgeView } from './badge.ts';

const calendar = await loadCalendar('england-and-wales');
const policy = {
  language: 'en',
  timeZone: 'Europe/London',
  routes: [],
  stages: [],
  roles: [],
  contacts: [],
  duties: [],
  ways: [],
  guards: [],
  callouts: [],
  causes: [],
  facts: [],
  asks: [],
  clauses: { c1: { place: 'Stage One', says: 'A resolution is sought within 5 working days.' } },
} as unknown as Policy;

const says = (text: Text | null) => text && say(text, en);
const line = ({ headline, left, label }: BadgeView) => [headline, left, label].map(says).join(' · ');

function caseAt(now: string, openAt: string | null = '1', facts: Record<string, boolean> = {}): Case {
  const ms = parseInstant(now);
  const today: Today = { ms, date: civilDateAt(ms, policy.timeZone), calendar };
  const assessment = { status: openAt === null ? 'resolved' : 'open', stage: openAt ?? '1' };
  return { policy, calendar, today, assessment, state: { facts } } as unknown as Case;
}

const fiveDays: Candidate = {
  kind: 'timescale',
  text: { key: 'duration', values: { amount: 5, unit: 'working-days' } },
  due: '2026-11-27',
  clauses: ['c1'],
  wins: true,
};

function deadline(fields: Partial<Deadline> = {}, explained: Partial<Deadline['explanation']> = {}): Deadline {
  return {
    id: 'stage-1',
    clock: 'stage-1',
    scope: 'stage',
    for: 'agree',
    clauses: ['c1'],
    stage: '1',
    owner: 'raising',
    start: '2026-11-20',
    due: '2026-11-27',
    dueAt: null,
    words: { key: 'deadline.within', values: { amount: 5, unit: 'working-days' } },
    firmness: 'firm',
    status: 'on-track',
    explanation: {
      start: '2026-11-20',
      candidates: [fiveDays],
      skipped: nonWorkingDays(calendar, '2026-11-20', '2026-11-27'),
      clauses: ['c1'],
      notes: ['The source does not say when the days begin.'],
      ...explained,
    },
    ...fields,
  };
}

const words: Partial<Deadline> = {
  due: null,
  status: 'none',
  words: ofPolicy('as soon as possible'),
};
const look = (fields: Partial<Deadline>, openAt: string | null = '1', now = '2026-11-22T09:00Z') =>
  badgeOf(deadline(fields, { candidates: [] }), caseAt(now, openAt));

describe('a deadline of a case', () => {
  it.each([
    [{}, 'Due Friday 27 November 2026 · 5 working days left · On track'],
    [{ status: 'met' }, 'Was due Friday 27 November 2026 ·  · Met in time'],
    [{ status: 'met-late' }, 'Was due Friday 27 November 2026 ·  · Met late'],
    [{ status: 'ended' }, 'Was due Friday 27 November 2026 ·  · Ended without it'],
    [{ status: 'ended-late' }, 'Was due Friday 27 November 2026 ·  · Ended late, without it'],
    [words, 'as soon as possible · started 2 days ago · No fixed date'],
    [{ ...words, start: null }, 'as soon as possible ·  · Not started'],
  ] as const)('%j: %s', (fields, expected) => {
    expect(line(look(fields))).toBe(expected);
  });

  it('lets words end with their stage, which gives them no end of their own', () => {
    expect(line(look(words, '2'))).toBe('as soon as possible ·  · Ended');
    expect(line(look(words, null))).toBe('as soon as possible ·  · Ended');
  });

  it('marks guidance, and says so where it explains', () => {
    const view = look({ firmness: 'guidance' });
    expect(view.isGuidance).toBe(true);
    expect(says(view.why!.remarks[0]!)).toBe('The policy gives this time as guidance, not as a fixed limit.');
    expect(look({}).isGuidance).toBe(false);
  });

  it.each([
    ['raising', 'This time is for the agency that raised the concern.'],
    ['receiving', 'This time is for the other agency.'],
    ['partnership', 'This time is for the partnership.'],
  ] as const)('says that a time is for %s', (owner, expected) => {
    expect(look({ owner }).why!.remarks.map(says)).toContain(expected);
  });

  it.each([
    ['agree', 'To agree'],
    ['reply', 'To reply'],
    [{ words: 'hold the conference' }, 'hold the conference'],
  ] as const)('says what a time is for: %j', (purpose, expected) => {
    expect(says(look({ for: purpose }).why!.purpose)).toBe(expected);
  });

  it('says the hour where it is due by the hour', () => {
    const view = look({ dueAt: '2026-11-27T12:00:00Z' });
    expect(says(view.headline)).toBe('Due by midday on Friday 27 November 2026');
    expect(says(view.why!.end)).toBe('midday on Friday 27 November 2026');
  });
});

describe('why it is due then', () => {
  const whyOf = (candidates: readonly Candidate[], fields: Partial<Deadline> = {}) =>
    badgeOf(deadline(fields, { candidates }), caseAt('2026-11-22T09:00Z')).why!;

  it('lists the start, the days that do not count, the clause with its place, and the notes', () => {
    const why = whyOf([fiveDays]);
    expect(says(why.start)).toBe('Friday 20 November 2026. The first working day after it is day 1.');
    expect(says(why.decides)).toBe('5 working days');
    expect(why.skipped.map(({ text }) => says(text))).toEqual(['Saturday 21 and Sunday 22 November 2026: weekend']);
    expect(why.sources).toEqual([
      { clause: 'c1', place: 'Stage One', says: 'A resolution is sought within 5 working days.' },
    ]);
    expect(why.notes).toEqual(['The source does not say when the days begin.']);
  });

  it.each([
    ['2026-12-18', '28 days, which gives Friday 18 December 2026: later'],
    ['2026-11-25', '28 days, which gave Wednesday 25 November 2026: another date stands in its place'],
    [null, '28 days, which ends after the last day for which bank holidays are published'],
  ])('says how what is due on %s lost', (due, expected) => {
    const text: Text = { key: 'duration', values: { amount: 28, unit: 'calendar-days' } };
    const why = whyOf([fiveDays, { ...fiveDays, text, due, wins: false }]);
    expect(why.others.map(says)).toEqual([expected]);
  });

  it('gives an extension in its own words, and what it replaced', () => {
    const until = { until: '2026-12-04', reason: 'the other manager is ill' };
    const text: Text = { key: 'candidate.extension', values: until };
    const extension: Candidate = { kind: 'extension', text, due: until.until, clauses: [], wins: true };
    const why = whyOf([{ ...fiveDays, wins: false }, extension], { due: until.until });
    expect(says(why.decides)).toBe('extended to 4 December 2026: the other manager is ill');
    expect(why.others.map(says)).toEqual([
      '5 working days, which gave Friday 27 November 2026: another date stands in its place',
    ]);
  });

  it('says a number with what the policy counts it as', () => {
    const values = { amount: 48, unit: 'hours', countedAmount: 2, countedUnit: 'working-days' };
    const why = whyOf([{ ...fiveDays, text: { key: 'duration', values } }]);
    expect(says(why.decides)).toBe('48 hours (2 working days)');
    expect(says(why.start)).toContain('The first working day after it is day 1.');
  });

  it('says why there is no date', () => {
    expect(whyOf([], words).remarks.map(says)).toContain(
      'The policy gives no number of days here, so no date is worked out.',
    );
    const waiting = deadline({ ...words, start: null }, { candidates: [], start: null });
    const why = badgeOf(waiting, caseAt('2026-11-22T09:00Z')).why!;
    expect(why.remarks.map(says)).toContain('This time starts with a later step.');
    expect(why.start).toBeNull();
  });
});

describe('a date that protects the child', () => {
  const protects = (due: string): Candidate => ({
    kind: 'protects-child',
    text: { key: 'candidate.protects-child', values: { due } },
    due,
    clauses: [],
    wins: true,
  });
  const on = (due: string) => badgeOf(deadline({ due }, { candidates: [protects(due)] }), caseAt('2026-11-24T09:00Z'));
  const remarks = (due: string) => on(due).why!.remarks.map(says);

  it('on a day off is remarked on, with the working day before it', () => {
    expect(remarks('2026-11-28')).toContain(
      'That day is no working day (weekend). The last one before it is Friday 27 November 2026.',
    );
    expect(remarks('2026-12-25')).toContain(
      'That day is no working day (Christmas Day). The last one before it is Thursday 24 December 2026.',
    );
    expect(remarks('2026-11-27').join(' ')).not.toContain('no working day');
  });
});

describe('where there is danger, or it is urgent', () => {
  const inDanger = caseAt('2026-11-24T09:00Z', '1', { 'immediate-harm': true });

  it('is not on track: nothing waits for the date', () => {
    for (const status of ['on-track', 'due-soon'] as const) {
      const view = badgeOf(deadline({ status }), inDanger);
      expect(line(view)).toBe('Due Friday 27 November 2026 · 3 working days left · Do not wait for it');
      expect(view.isUrgent).toBe(true);
    }
    expect(badgeOf(deadline(), caseAt('2026-11-24T09:00Z')).isUrgent).toBe(false);
  });

  it('is as late, or as over, as it is', () => {
    for (const status of ['due-today', 'overdue', 'met'] as const) {
      expect(badgeOf(deadline({ status }), inDanger)).toMatchObject({ isUrgent: false, status });
    }
  });
});

describe('a stage without a time', () => {
  it('says so, with the time since it was entered', () => {
    expect(line(noTimeBadge('2026-11-20', { date: '2026-11-22' }))).toBe(
      'No time is given · started 2 days ago · No fixed date',
    );
    expect(line(noTimeBadge(null, { date: '2026-11-22' }))).toBe('No time is given ·  · Ended');
  });

  it('has not started where the case has not come to it', () => {
    expect(line(NOT_REACHED)).toBe('Has not started yet ·  · Not started');
  });
});
