import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay, type CaseEvent } from '@escalation-kit/core/case';
import { deadlinesCalendar, notificationText } from '@escalation-kit/core/export';
import { EVENT_TYPES, PURPOSES, REASONS } from '@escalation-kit/core/policy';
import { loadCatalogue } from '@escalation-kit/core/text';
import { notificationsOf } from '@escalation-kit/core/views';
import { POLICY_IDS } from '@escalation-kit/policies';
import { opened, policyOf } from '../engine/bundled.ts';
import { caseOf, event, everywhere, TOLD, withPurpose, type ClockPurpose } from './told-case.ts';

const OF = '(Barnsley multi-agency escalation)';
const DUTY = 'a duty is due (raising agency)';
const welsh = (await loadCatalogue('cy'))!;

describe('the calendar', () => {
  const file = deadlinesCalendar(caseOf(TOLD));

  test('is an iCalendar file of all-day events', () => {
    const lines = file.split('\r\n');
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Escalation Kit//core//EN']);
    expect(file).not.toContain('METHOD');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const { DTSTAMP, CLASS, TRANSP } of eventsOf(file)) {
      expect([DTSTAMP, CLASS, TRANSP]).toEqual(['20261201T090000Z', 'PRIVATE', 'TRANSPARENT']);
    }
  });

  test('has the dates that are still to be kept, in words of the policy', () => {
    expect(running(file).map((event) => [event['DTSTART;VALUE=DATE'], event.SUMMARY])).toEqual([
      ['20261203', 'Stage 2: resolution is due (Barnsley multi-agency escalation)'],
      ['20261127', `Stage 1: ${DUTY}: Send the partnership a summary of progress. ${OF}`],
      [
        '20261202',
        `Stage 1: ${DUTY}: Update the partnership on progress. No 5 working days should pass without an update. ${OF}`,
      ],
      ['20261201', `Stage 2: ${DUTY}: Send the partnership a summary of updates. ${OF}`],
    ]);
    expect(eventsOf(file)[0]!.DESCRIPTION).toBe(
      'Due by the end of this day. The policy gives this time as guidance. This entry leaves out all details on purpose.',
    );
  });

  test('says what a deadline is for', () => {
    const told = (purpose: ClockPurpose, options = {}) =>
      eventsOf(deadlinesCalendar(caseOf(TOLD, { policy: withPurpose(purpose) }), options))[0]!.SUMMARY;
    const policy = '(Barnsley multi-agency escalation)';
    expect(PURPOSES.map((purpose) => told(purpose))).toEqual([
      `Stage 2: resolution is due ${policy}`,
      `Stage 2: a reply is due ${policy}`,
      `Stage 2: a meeting is due ${policy}`,
      `Stage 2: last day to raise it ${policy}`,
      `Stage 2: a confirmation is due ${policy}`,
      `Stage 2: a decision is due ${policy}`,
      `Stage 2: action is due ${policy}`,
    ]);
    expect(told({ words: 'the review' })).toBe(`Stage 2: due: the review ${policy}`);
    expect(told('reply', { catalogue: welsh })).toBe(`Stage 2: dyddiad cau ar gyfer ateb ${policy}`);
  });

  test('leaves out what is met, what has words for a date, and what is owed at once', () => {
    const log = [...TOLD, event('e9', 'resolved', '2026-11-30T10:00:00Z', { outcome: 'Agreed' })];
    const due = running(deadlinesCalendar(caseOf(log))).map(({ SUMMARY }) => SUMMARY);
    expect(due.some((summary) => summary?.includes('resolution'))).toBe(false);
    const policy = policyOf('greenwich');
    const told = deadlinesCalendar(caseOf([opened(policy)], { policy }));
    expect(told).not.toMatch(/SUMMARY:[^\r]*without/i);
  });

  test('withdraws what has not to be kept any more, under the same UID and a higher sequence', () => {
    const withdrawn = event('e9', 'withdrawn', '2026-11-30T10:00:00Z', { reason: 'In error' });
    const after = eventsOf(deadlinesCalendar(caseOf([...TOLD, withdrawn])));
    for (const was of running(file)) {
      const is = after.find(({ UID }) => UID === was.UID)!;
      expect(is.STATUS).toBe('CANCELLED');
      expect(Number(is.SEQUENCE)).toBeGreaterThan(Number(was.SEQUENCE));
    }
    const own = [opened(policyOf('greenwich'), { protectBy: '2026-12-01' })];
    const alone = deadlinesCalendar(caseOf(own, { policy: policyOf('greenwich') }));
    expect(running(alone)).toHaveLength(1);
    const timed = deadlinesCalendar(caseOf([opened(policyOf('barnsley'), { stage: '1', protectBy: '2026-12-01' })]));
    expect(
      eventsOf(timed).some(({ STATUS, SUMMARY }) => STATUS === 'CANCELLED' && SUMMARY === `Resolution is due ${OF}`),
    ).toBe(true);
  });

  test('is never empty: programs take that for a fault', () => {
    const [only, ...more] = eventsOf(deadlinesCalendar(caseOf([])));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ STATUS: 'CANCELLED', SUMMARY: `No date has to be kept now ${OF}` });
  });

  test('puts hours that run out as a day begins on the day before', () => {
    const { stages, ...policy } = policyOf('barnsley');
    const inHours = stages.map((stage) => ({
      ...stage,
      clocks: stage.clocks.map((clock) => ({ ...clock, within: { amount: 302, unit: 'hours' as const } })),
    }));
    const [first] = eventsOf(deadlinesCalendar(caseOf(TOLD.slice(0, 3), { policy: { ...policy, stages: inHours } })));
    expect(first).toMatchObject({ 'DTSTART;VALUE=DATE': '20261206' });
    expect(first!.DESCRIPTION).toMatch(/^Due by the end of this day\./);
  });

  test('tells the hour where the time is counted in hours', () => {
    const { stages, ...policy } = policyOf('barnsley');
    const inHours = stages.map((stage) => ({
      ...stage,
      clocks: stage.clocks.map((clock) => ({ ...clock, within: { amount: 300, unit: 'hours' as const } })),
    }));
    const told = deadlinesCalendar(caseOf(TOLD.slice(0, 3), { policy: { ...policy, stages: inHours } }));
    expect(eventsOf(told)[0]).toMatchObject({ 'DTSTART;VALUE=DATE': '20261206' });
    expect(eventsOf(told)[0]!.DESCRIPTION).toMatch(/^Due by 22:00\\, Europe\/London\. /);
  });

  test('keeps the UID of a date as the case goes on, and raises its sequence', () => {
    const more = [
      ...TOLD,
      event('e9', 'extended', '2026-12-01T08:00:00Z', { until: '2026-12-10', reason: 'x', safe: true }),
    ];
    const [before] = eventsOf(file);
    const [after] = eventsOf(deadlinesCalendar(caseOf(more)));
    expect(after!.UID).toBe(before!.UID);
    expect(after!['DTSTART;VALUE=DATE']).toBe('20261210');
    expect([Number(before!.SEQUENCE), Number(after!.SEQUENCE)]).toEqual([8, 9]);
    const uids = eventsOf(file).map(({ UID }) => UID);
    expect(new Set(uids).size).toBe(uids.length);
    for (const uid of uids) expect(uid).toMatch(/^[0-9a-f]{32}@escalation-kit$/);
  });

  test('gives two cases no UID in common', () => {
    const [first, ...rest] = TOLD;
    const other = [{ ...first!, at: '2026-11-20T10:00:01Z' }, ...rest] as CaseEvent[];
    const uids = [TOLD, other].map((log) => eventsOf(deadlinesCalendar(caseOf(log))).map(({ UID }) => UID));
    expect(uids[0]!.filter((uid) => uids[1]!.includes(uid))).toEqual([]);
  });

  test('speaks Welsh', () => {
    const told = deadlinesCalendar(caseOf(TOLD), { catalogue: welsh });
    expect(eventsOf(told)[0]!.SUMMARY).toContain('dyddiad cau ar gyfer datrysiad');
    expect(told).toContain('PRODID:-//Escalation Kit//core//CY');
    expect(told).not.toMatch(/export\.\w/);
  });
});

/** Stands in every text that is typed here, and in nothing that the kit or a policy says. */
const MARK = 'Ŵ';
const typed = fc.string({ maxLength: 12 }).map((text) => `${MARK}${text}`);
const date = fc.constantFrom('2026-12-02', '2026-12-09', '2031-01-01');
const stages = [...new Set(POLICY_IDS.flatMap((id) => policyOf(id).stages.map((stage) => stage.id)))];
const happening = (text: string, stage: string, due: string, type: string, hour: number) =>
  event(text, type, `2026-11-2${1 + (hour % 7)}T1${hour % 10}:00:00Z`, {
    by: { side: 'raising', name: text, role: text },
    parties: { raising: { agency: text, sector: 'police' }, receiving: { agency: text, sector: 'health' } },
    child: { statuses: ['looked-after'], reference: text },
    causes: [text],
    facts: { [text]: true },
    route: text,
    stage: hour % 2 ? text : stage,
    to: hour % 3 ? stage : text,
    because: REASONS[hour % REASONS.length],
    protectBy: due,
    until: due,
    due,
    side: 'receiving',
    safe: true,
    with: text,
    of: hour % 5 ? text : 'e1',
    lineManager: { name: text, contact: text },
    ...Object.fromEntries(
      ['reason', 'summary', 'outcome', 'outstanding', 'channel', 'tier', 'clause', 'duty', 'note', 'option'].map(
        (field) => [field, text],
      ),
    ),
    ...(type === 'timescale-set' && { because: ['agreed', 'protects-child', 'priority'][hour % 3] }),
  });
/** Few that end the case: once it has ended, nothing is owed that could be told. */
const anyType = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...EVENT_TYPES.filter((type) => !/resolved|withdrawn|closed/.test(type))) },
  { weight: 1, arbitrary: fc.constantFrom(...EVENT_TYPES) },
);
const anyLog = fc.array(
  fc.tuple(typed, fc.constantFrom(...stages), date, anyType, fc.nat(1000)).map((each) => happening(...each)),
  { maxLength: 15 },
);

describe('nothing that anybody typed', () => {
  const isOpened = fc.constantFrom(true, true, true, false);
  const policyId = fc.constantFrom(...POLICY_IDS);

  test('stands in the calendar', () => {
    let seen = 0;
    fc.assert(
      fc.property(policyId, anyLog, typed, isOpened, (id, log, text, isOpened) => {
        const policy = policyOf(id);
        const first = { ...opened(policy), ...everywhere(text)[0], policy: { id, version: policy.version } };
        const { route, stage } = opened(policy) as Extract<CaseEvent, { type: 'opened' }>;
        const told = isOpened ? [{ ...first, route, stage } as CaseEvent, ...log] : log;
        const file = deadlinesCalendar(caseOf(told, { policy }));
        seen += eventsOf(file).length;
        expect(file).not.toContain(MARK);
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test('stands in a notification', () => {
    let seen = 0;
    fc.assert(
      fc.property(policyId, anyLog, isOpened, (id, log, isOpened) => {
        const policy = policyOf(id);
        const state = replay(policy, isOpened ? [opened(policy), ...log] : log);
        for (const notification of notificationsOf({ policy, state })) {
          const { to, email, subject, body } = notificationText(notification);
          expect([to, email, subject, body].join('\n')).not.toContain(MARK);
          seen++;
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(30);
  });
});

test('a notification does not say a stage that the policy does not have', () => {
  const { duties, ...policy } = policyOf('barnsley');
  const notify = { ...duties.find(({ kind }) => kind === 'notify')!, on: [{ event: 'updated' as const }] };
  const typing = { ...policy, duties: [notify] };
  const log = [opened(typing, { stage: MARK }), event('e2', 'updated', '2026-11-21T10:00:00Z', { summary: 'x' })];
  const told = notificationsOf({ policy: typing, state: replay(typing, log) }).map((each) =>
    JSON.stringify(notificationText(each)),
  );
  expect(told).toHaveLength(1);
  expect(told[0]).not.toContain(MARK);
});

test('a notification is said in a language', () => {
  const policy = policyOf('barnsley');
  const [first] = notificationsOf({ policy, state: replay(policy, TOLD) });
  const { subject, body } = notificationText(first!);
  expect(subject).toBe('Escalation of a professional disagreement: Stage 1');
  expect(body).toContain('under “Barnsley multi-agency escalation”');
});

/** Those that were not withdrawn. */
function running(file: string): Record<string, string>[] {
  return eventsOf(file).filter(({ STATUS }) => STATUS !== 'CANCELLED');
}

/** The events of a file, each a record of its properties. Its lines are unfolded, its escapes left as they are. */
function eventsOf(file: string): Record<string, string>[] {
  return file
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((text) =>
      Object.fromEntries(
        text
          .split('\r\n')
          .filter((line) => line.includes(':'))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      ),
    );
}
