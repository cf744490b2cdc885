import { describe, expect, it } from 'vitest';
import { loadCalendar, parseDuration } from '../calendar/index.ts';
import { en, say } from '../text/index.ts';
import type { Text } from '../text/text.ts';
import type { BadgeView } from './badge.ts';
import { loneBadge, wordsBadge, type GivenDeadline } from './lone-badge.ts';

const calendar = await loadCalendar('england-and-wales');
const context = { calendar, timeZone: 'Europe/London' };
const at = (now: string, given: GivenDeadline) => loneBadge(given, { ...context, now });
const says = (text: Text) => say(text, en);
const line = ({ headline, left, label }: BadgeView) =>
  [headline, left, label].map((text) => text && says(text)).join(' · ');

const due = { due: '2026-11-27' };
const within = (text: string, from = '2026-11-20') => ({ from, within: parseDuration(text) });

describe('a date that the page gives', () => {
  it.each([
    ['2026-11-20T09:00Z', 'Due Friday 27 November 2026 · 5 working days left · On track'],
    ['2026-11-24T09:00Z', 'Due Friday 27 November 2026 · 3 working days left · On track'],
    ['2026-11-26T09:00Z', 'Due Friday 27 November 2026 · 1 working day left · Due soon'],
    ['2026-11-27T23:59Z', 'Due Friday 27 November 2026 · today is the last day · Due today'],
    // On the weekend after it, it is late by no working day yet.
    ['2026-11-28T09:00Z', 'Was due Friday 27 November 2026 · 1 day overdue · Overdue'],
    ['2026-11-29T09:00Z', 'Was due Friday 27 November 2026 · 2 days overdue · Overdue'],
    ['2026-11-30T09:00Z', 'Was due Friday 27 November 2026 · 1 working day overdue · Overdue'],
    ['2026-12-01T09:00Z', 'Was due Friday 27 November 2026 · 2 working days overdue · Overdue'],
  ])('at %s: %s', (now, words) => {
    expect(line(at(now, due))).toBe(words);
  });

  it('has no working days left on the Saturday before a Sunday', () => {
    expect(line(at('2026-11-28T09:00Z', { due: '2026-11-29' }))).toBe(
      'Due Sunday 29 November 2026 · no working days left · Due soon',
    );
  });

  it('counts calendar days where the calendar ends', () => {
    expect(line(at('2028-12-29T09:00Z', { due: '2029-01-08' }))).toBe(
      'Due Monday 8 January 2029 · 10 days left · On track',
    );
  });

  it('explains which of the days left do not count, and that the page gave the date', () => {
    const why = at('2026-12-18T09:00Z', { due: '2026-12-30' }).why!;
    expect(why.skipped.map(({ text }) => says(text))).toEqual([
      'Saturday 19 and Sunday 20 December 2026: weekend',
      'Friday 25 December 2026: Christmas Day',
      'Saturday 26 and Sunday 27 December 2026: weekend',
      'Monday 28 December 2026: Boxing Day',
    ]);
    expect(why.remarks.map(says)).toEqual([
      'This page gives the date. The end of that day is meant.',
      'Counted with the calendar “England and Wales”, published on 25 February 2026.',
    ]);
    expect(why.start).toBeNull();
  });
});

describe('a start and a duration', () => {
  it.each([
    ['5 working days', '2026-11-24T09:00Z', 'Due Friday 27 November 2026 · 3 working days left · On track'],
    ['1 week', '2026-11-24T09:00Z', 'Due Friday 27 November 2026 · 3 working days left · On track'],
    ['28 days', '2026-11-24T09:00Z', 'Due Friday 18 December 2026 · 18 working days left · On track'],
    ['next working day', '2026-11-20T09:00Z', 'Due Monday 23 November 2026 · 1 working day left · Due soon'],
    ['same working day', '2026-11-20T09:00Z', 'Due Friday 20 November 2026 · today is the last day · Due today'],
    [
      '9999 working days',
      '2026-11-20T09:00Z',
      'Not known yet: bank holidays are published up to 31 December 2028 · started today · No date yet',
    ],
  ])('%s at %s: %s', (text, now, words) => {
    expect(line(at(now, within(text)))).toBe(words);
  });

  const hours = within('48 hours', '2026-11-20T16:30:00Z');
  it.each([
    ['2026-11-20T16:30Z', 'Due by 4:30pm on Sunday 22 November 2026 · 48 hours left · Due soon'],
    ['2026-11-22T15:31Z', 'Due by 4:30pm on Sunday 22 November 2026 · 59 minutes left · Due today'],
    ['2026-11-22T15:30Z', 'Due by 4:30pm on Sunday 22 November 2026 · 1 hour left · Due today'],
    ['2026-11-22T15:30:01Z', 'Due by 4:30pm on Sunday 22 November 2026 · 59 minutes left · Due today'],
    ['2026-11-22T16:30Z', 'Due by 4:30pm on Sunday 22 November 2026 · 1 minute left · Due today'],
    ['2026-11-22T16:31Z', 'Was due by 4:30pm on Sunday 22 November 2026 · 1 minute overdue · Overdue'],
    ['2026-11-22T19:00Z', 'Was due by 4:30pm on Sunday 22 November 2026 · 2 hours overdue · Overdue'],
  ])('by the hour at %s: %s', (now, words) => {
    expect(line(at(now, hours))).toBe(words);
  });

  it('needs no remark on an instant', () => {
    expect(at('2026-11-20T16:30Z', hours).why!.remarks).toEqual([]);
  });

  it.each([
    ['00:30', '00:30'],
    ['01:00', '1am'],
    ['11:30', '11:30am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['13:00', '1pm'],
  ])('says %s as %s', (time, said) => {
    const view = at('2026-11-20T09:00Z', within('24 hours', `2026-11-20T${time}Z`));
    expect(says(view.headline)).toBe(`Due by ${said} on Saturday 21 November 2026`);
  });

  it('counts hours from the start of a day given without a time, and says so', () => {
    const view = at('2026-11-20T09:00Z', within('48 hours'));
    expect(view.dueAt).toBe('2026-11-22T00:00:00Z');
    expect(says(view.headline)).toBe('Due Saturday 21 November 2026');
    expect(view.why!.remarks.map(says)).toEqual([
      'No time of day was given, so the hours count from the start of that day.',
    ]);
  });

  it('explains the start, the time given, the days that do not count and the end', () => {
    const why = at('2026-12-18T09:00Z', within('5 working days', '2026-12-18')).why!;
    expect([why.start, why.decides, why.end].map((text) => text && says(text))).toEqual([
      'Friday 18 December 2026. The first working day after it is day 1.',
      '5 working days',
      'the end of Tuesday 29 December 2026',
    ]);
    expect(why.skipped).toHaveLength(4);
    expect(why.remarks.map(({ key }) => key)).toEqual(['why.calendar']);
  });

  it('counts as the policy does', () => {
    const counting = { startDay: 'day-1' } as const;
    const view = loneBadge(within('5 working days'), { ...context, counting, now: '2026-11-20T09:00Z' });
    expect(view.due).toBe('2026-11-26');
    expect(says(view.why!.start!)).toBe('Friday 20 November 2026. Counting begins on that day.');
  });

  it('starts a day in the time zone', () => {
    const summer = loneBadge(within('24 hours', '2026-07-01'), { ...context, now: '2026-07-01T09:00Z' });
    expect(summer.dueAt).toBe('2026-07-01T23:00:00Z');
    expect(summer.due).toBe('2026-07-02');
  });
});

describe('words', () => {
  it.each([
    [null, null, 'without delay ·  · No fixed date'],
    ['2026-11-20', '2026-11-20', 'without delay · started today · No fixed date'],
    ['2026-11-20', '2026-11-21', 'without delay · started yesterday · No fixed date'],
    ['2026-11-20', '2026-11-22', 'without delay · started 2 days ago · No fixed date'],
    ['2026-11-20', '2026-11-19', 'without delay · starts tomorrow · No fixed date'],
    ['2026-11-20', '2026-11-10', 'without delay · starts in 10 days · No fixed date'],
  ])('from %s on %s: %s', (from, today, words) => {
    const view = wordsBadge('without delay', from, today);
    expect(line(view)).toBe(words);
    expect([view.due, view.dueAt, view.why]).toEqual([null, null, null]);
  });
});
