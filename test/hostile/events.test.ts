import { describe, expect, test } from 'vitest';
import { assess, decide, replay, type CaseEvent, type Command } from '@escalation-kit/core/case';
import { chronologyHtml, chronologyText, eventsCsv } from '@escalation-kit/core/export';
import { EVENT_TYPES } from '@escalation-kit/core/policy';
import { canonicalJson, RecordError, seal } from '@escalation-kit/core/record';
import { calendar, opened, policyOf } from '../engine/bundled.ts';
import { caseFrom, caseOf, event, TOLD } from '../export/told-case.ts';
import { bounded } from './bounded.ts';

const NOW = '2026-12-01T09:00:00Z';
const AT = '2026-11-25T10:00:00Z';
const policy = policyOf('barnsley');
const look = (log: readonly CaseEvent[]) => assess(policy, replay(policy, log), { now: NOW, calendar });
const command = (fields: Record<string, unknown>) => ({ at: AT, by: { side: 'raising' }, ...fields }) as Command;

describe('occurred and recorded', () => {
  test('both are kept by decide, and what happened decides', () => {
    const fields = { action: 'discuss', at: '2026-11-20T11:30:00Z', recorded: '2026-11-23T09:05:00Z' };
    const decided = decide(
      policy,
      replay(policy, [opened(policy)]),
      command({ ...fields, channel: 'x', summary: 'x' }),
    );
    expect(decided).toMatchObject({
      accepted: true,
      events: [{ at: '2026-11-20T11:30:00Z', recorded: '2026-11-23T09:05:00Z' }],
    });
  });

  test('a step that is recorded later counts from when it happened', () => {
    const log = [
      opened(policy, { stage: '1' }),
      event('e2', 'escalated', '2026-11-23T10:00:00Z', { recorded: NOW, to: '2', because: 'early', reason: 'x' }),
    ];
    expect(look(log).deadlines.map(({ stage, start, due }) => [stage, start, due])).toEqual([
      ['1', '2026-11-20', '2026-11-27'],
      ['2', '2026-11-23', '2026-11-30'],
    ]);
    expect(replay(policy, log).visits[1]).toMatchObject({ at: '2026-11-23T10:00:00Z' });
  });

  test('the order of the log rules, not that of the times', () => {
    const log = [
      opened(policy, { stage: '1' }),
      event('e2', 'escalated', '2026-11-24T10:00:00Z', { to: '2', because: 'early', reason: 'x' }),
      event('e3', 'discussed', '2026-11-21T10:00:00Z', { recorded: NOW, channel: 'x', summary: 'Before it went up' }),
    ];
    expect(look(log).stage).toBe('2');
    const text = chronologyText(caseOf(log));
    expect(text.indexOf('Escalated')).toBeLessThan(text.indexOf('Before it went up'));
    expect(text).toContain('3. Saturday 21 November 2026, 10:00\n   recorded late, Tuesday 1 December 2026, 09:00\n');
  });

  test.each(['2026-02-30T10:00:00Z', 'yesterday', 7, null, {}])('a recorded of %j is malformed', (recorded) => {
    const log = [opened(policy), event('e2', 'discussed', AT, { recorded, channel: 'x', summary: 'x' })];
    expect(replay(policy, log).departures).toMatchObject([{ kind: 'malformed-event', event: 'e2' }]);
  });
});

describe('a time that is none', () => {
  test.each([
    '2026-02-30T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-11-25T24:00:00Z',
    '2026-11-25T10:00:00',
    '2026-11-25',
    '+275760-09-13T00:00:00Z',
    '0000-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
    '2026-11-25T10:00:00Z\u0000',
    '٢٠٢٦-11-25T10:00:00Z',
    `2026-11-25T10:00:00.${'9'.repeat(200_000)}Q`,
    -0,
    NaN,
    Infinity,
    new Date(0),
  ])('%s is refused, and read past', (at) => {
    const state = replay(policy, [opened(policy)]);
    const decided = decide(policy, state, command({ action: 'update', at, summary: 'x' }));
    expect(decided).toMatchObject({ accepted: false, refusal: { field: 'at' } });
    const log = [opened(policy), event('e2', 'updated', at as string, { summary: 'x' })];
    expect(replay(policy, log).departures).toMatchObject([{ kind: 'malformed-event' }]);
    const files = caseFrom(log.map((each) => ({ event: each, prev: '', hash: '' })));
    for (const write of [chronologyHtml, chronologyText, eventsCsv]) expect(() => write(files)).not.toThrow();
  });

  test.each(['2026-02-30', '2026-2-3', '2026-11-25T10:00:00Z', 20261125, [], '10000-01-01'])(
    'a date of %j is refused',
    (due) => {
      const state = replay(policy, [opened(policy)]);
      const decided = decide(policy, state, command({ action: 'set-timescale', because: 'protects-child', due }));
      expect(decided).toMatchObject({ accepted: false, refusal: { field: 'due' } });
    },
  );

  test('at the ends of what is a time, nothing breaks', () => {
    for (const at of ['1900-01-01T00:00:00Z', '2999-12-31T23:59:59.999Z', '2026-11-25T10:00:00.123456789+14:00']) {
      const log = [opened(policy, { at }), event('e2', 'updated', at, { summary: 'x' })];
      for (const now of ['0001-01-02T00:00:00Z', '2026-12-01T09:00:00Z', '8999-12-31T00:00:00Z']) {
        const assessment = assess(policy, replay(policy, log), { now, calendar });
        expect(assessment.status).toBe('open');
        for (const { explanation } of assessment.deadlines) expect(explanation.candidates).toBeDefined();
        for (const write of [chronologyHtml, chronologyText]) write(caseOf(log, { now }));
      }
    }
  });
});

describe('keys and values that no event has', () => {
  const odd = [
    '{"id":"e2","type":"__proto__","at":"2026-11-25T10:00:00Z"}',
    '{"id":"e2","type":"constructor","at":"2026-11-25T10:00:00Z"}',
    '{"id":"e2","type":"toString","at":"2026-11-25T10:00:00Z"}',
    '{"__proto__":{"type":"closed","at":"2026-11-25T10:00:00Z","reason":"x"},"id":"e2"}',
    '{"id":"e2","type":"changed","at":"2026-11-25T10:00:00Z","facts":{"__proto__":true,"constructor":true}}',
    '{"id":"e2","type":"changed","at":"2026-11-25T10:00:00Z","child":{"__proto__":{"statuses":["unborn"]}}}',
    '{"id":"e2","type":"changed","at":"2026-11-25T10:00:00Z","parties":{"__proto__":{"raising":1},"constructor":{}}}',
    '{"id":"__proto__","type":"done","at":"2026-11-25T10:00:00Z","clause":"__proto__","duty":"__proto__"}',
    '{"id":"e2","type":"escalated","at":"2026-11-25T10:00:00Z","to":"__proto__","because":"early","reason":"x"}',
    '{"id":"e2","type":"corrected","at":"2026-11-25T10:00:00Z","of":"__proto__","fields":{"__proto__":{"polluted":1}}}',
    '{"id":"e2","type":"corrected","at":"2026-11-25T10:00:00Z","of":"e1","fields":{"__proto__":{"polluted":1}}}',
    '{"id":"e2","type":"corrected","at":"2026-11-25T10:00:00Z","of":"e1","constructor":{"prototype":{"polluted":1}}}',
  ];

  test.each(odd)('%s changes no object and stops nothing', (json) => {
    const log = [opened(policy), JSON.parse(json) as CaseEvent];
    expect(look(log)).toMatchObject({ status: 'open', stage: '0' });
    const source = caseOf(log);
    for (const write of [chronologyHtml, chronologyText, eventsCsv]) expect(write(source)).toContain('Case opened');
    expect('polluted' in {}).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('what decide takes on is data of its own', () => {
    const given = JSON.parse('{"action":"update","summary":"x","__proto__":{"polluted":1}}') as Record<string, unknown>;
    const decided = decide(policy, replay(policy, [opened(policy)]), command(given));
    if (!decided.accepted) throw new Error('refused');
    expect('polluted' in {}).toBe(false);
    expect(() => seal(decided.events)).not.toThrow();
  });

  test.each<[string, unknown]>([
    ['a date', new Date(0)],
    ['a map', new Map([['side', 'raising']])],
    ['a list', ['raising']],
    ['a function', () => 'raising'],
    ['a text', 'raising'],
  ])('%s is no author', (_, by) => {
    const log = [opened(policy), event('e2', 'updated', AT, { by, summary: 'x' })];
    expect(replay(policy, log).departures).toMatchObject([{ kind: 'malformed-event', event: 'e2' }]);
    expect(() => assess(policy, replay(policy, log), { now: NOW, calendar })).not.toThrow();
  });

  test('what is no plain data is taken by decide as it is, and refused by the record', () => {
    const fields = { action: 'update', summary: 'x', extra: new Date(0) };
    const decided = decide(policy, replay(policy, [opened(policy)]), command(fields));
    if (!decided.accepted) throw new Error('refused');
    expect(() => seal(decided.events)).toThrow(RecordError);
    expect(() => seal(decided.events)).toThrow(/^\$\[0\]\.extra: found an object with a class/);
  });

  test('a list with holes is a list of nothing', () => {
    const causes: string[] = [];
    causes[5] = 'thresholds';
    expect(replay(policy, [opened(policy), event('e2', 'changed', AT, { causes })]).departures).toHaveLength(1);
    const log: CaseEvent[] = [opened(policy)];
    log[4] = event('e5', 'updated', AT, { summary: 'x' });
    expect(look(log).status).toBe('open');
    expect(replay(policy, log)).toMatchObject({ count: 5, departures: { length: 3 } });
  });
});

describe('much of everything', () => {
  test('an enormous text is refused and read past', () => {
    const summary = 'x'.repeat(50_000_000);
    const state = replay(policy, [opened(policy)]);
    bounded(() => {
      expect(decide(policy, state, command({ action: 'update', summary }))).toMatchObject({
        accepted: false,
        refusal: { field: 'summary' },
      });
      expect(replay(policy, [opened(policy), event('e2', 'updated', AT, { summary })]).departures).toHaveLength(1);
    });
  });

  test('a circle, and what is nested very deep, is told by the record', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    let deep: object = {};
    for (let i = 0; i < 100_000; i++) deep = { deep };
    for (const extra of [circle, deep]) {
      const decided = decide(
        policy,
        replay(policy, [opened(policy)]),
        command({ action: 'update', summary: 'x', extra }),
      );
      if (!decided.accepted) throw new Error('refused');
      expect(() => canonicalJson(decided.events[0])).toThrow(/more levels, or an object inside itself/);
      expect(() => chronologyText(caseFrom([{ event: decided.events[0]!, prev: '', hash: '' }]))).not.toThrow();
    }
  });

  test('a million small events are read in bounded time', () => {
    const log: CaseEvent[] = [opened(policy)];
    for (let i = 2; i <= 1_000_000; i++) log.push({ id: `e${i}`, type: 'updated', at: AT, summary: 'x' } as never);
    const assessment = bounded(() => look(log), 60_000);
    expect(assessment).toMatchObject({ status: 'open', stage: '0' });
  }, 300_000);

  const MANY = 20_000;
  const many: Record<string, (i: number) => object> = {
    'steps up and down': (i) => ({ type: 'escalated', to: i % 2 ? '1' : '2', because: 'urgent', reason: 'x' }),
    'ends and new beginnings': (i) => (i % 2 ? { type: 'resolved', outcome: 'x' } : { type: 'reopened', reason: 'x' }),
    'facts, each another': (i) => ({ type: 'changed', facts: { [`fact-${i}`]: true } }),
    'corrections of one another': (i) => ({ type: 'corrected', of: `e${i - 1}`, [`field-${i}`]: i }),
    'corrections of one event': (i) => ({ type: 'corrected', of: 'e1', [`field-${i}`]: i }),
    'corrections of nothing': () => ({ type: 'corrected', of: 'nowhere', summary: 'x' }),
    'duties met between steps': (i) =>
      i % 3 === 0
        ? { type: 'escalated', to: i % 2 ? '1' : '2', because: 'urgent', reason: 'x' }
        : { type: 'done', clause: 'barnsley.progress-updates' },
    'openings': () => ({ ...opened(policy), id: undefined }), // prettier-ignore
    'events that cannot be read': () => ({ type: 'opened', at: 'never' }),
  };

  test.each(Object.entries(many))(
    'many %s take time that grows with them',
    (_, make) => {
      const log: CaseEvent[] = [opened(policy)];
      for (let i = 2; i <= MANY; i++) log.push({ id: `e${i}`, at: AT, by: { side: 'raising' }, ...make(i) } as never);
      const record = log.map((each) => ({ event: each, prev: '', hash: '' }));
      bounded(() => {
        expect(replay(policy, log).count).toBe(MANY);
        look(log);
        eventsCsv(caseFrom(record));
      }, 15_000);
    },
    60_000,
  );
});

test('a case that goes to and fro, ends and begins again ever so often is read in bounded time', () => {
  const at = '2026-11-24T10:00:00Z';
  const round = (n: number) => [
    event(`a${n}`, 'escalated', at, { to: n % 2 ? '2' : '1', because: 'unresolved', reason: 'x' }),
    event(`b${n}`, 'changed', at, { child: { statuses: n % 3 ? ['looked-after'] : [] } }),
    event(`c${n}`, 'resolved', at, { outcome: 'x', outstanding: 'x' }),
    event(`d${n}`, 'reopened', at, { reason: 'x' }),
  ];
  const log = [opened(policy, { stage: '1' }), ...Array.from({ length: 10_000 }, (_, n) => round(n)).flat()];
  const state = bounded(() => replay(policy, log));
  expect(state.visits).toHaveLength(10_001);
});

describe('a case that owes ever more', () => {
  const at = '2026-11-24T10:00:00Z';
  const step = (n: number) =>
    event(`a${n}`, 'escalated', at, { to: n % 2 ? '2' : '1', because: 'unresolved', reason: 'x' });
  const steps = Array.from({ length: 20_000 }, (_, n) => step(n));

  test('is read in bounded time when it is withdrawn and opened again ever so often', { timeout: 60_000 }, () => {
    const ends = steps.map((_, n) => event(`b${n}`, n % 2 ? 'reopened' : 'withdrawn', at, { reason: 'x' }));
    const state = bounded(() => replay(policy, [opened(policy, { stage: '1' }), ...steps, ...ends]));
    expect(state.duties.length).toBeLessThan(2000);
  });

  test('says so, once', { timeout: 60_000 }, () => {
    const state = replay(policy, [opened(policy, { stage: '1' }), ...steps]);
    const { warnings } = assess(policy, state, { now: at, calendar });
    expect(warnings.filter(({ words }) => words.key === 'warning.crowded')).toEqual([
      {
        kind: 'departure',
        event: expect.any(String) as string,
        clauses: expect.any(Array) as string[],
        words: { key: 'warning.crowded', values: { most: 1000 } },
      },
    ]);
  });
});

test('markup, addresses of scripts and odd letters are text in every file', () => {
  const summary = '<img src=x onerror=alert(1)> javascript:alert(1) data:text/html,x vbscript:x \ud800 \u202e \u0000';
  const log = [...TOLD, event('e9', 'updated', AT, { summary })];
  const html = chronologyHtml(caseOf(log));
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; javascript:alert(1)');
  expect(html).not.toMatch(/href|src=x onerror=alert\(1\)>|\p{Cs}|\u0000/u); // eslint-disable-line no-control-regex
  expect(chronologyText(caseOf(log))).not.toMatch(/\p{Cs}|\u0000/u); // eslint-disable-line no-control-regex
});

test.each(EVENT_TYPES)('an event %s with nothing else is read or named', (type) => {
  const log = [opened(policy), { id: 'e2', type, at: AT } as unknown as CaseEvent];
  const source = caseFrom(log.map((each) => ({ event: each, prev: '', hash: '' })));
  for (const write of [chronologyHtml, chronologyText, eventsCsv]) expect(() => write(source)).not.toThrow();
  expect(() => look(log)).not.toThrow();
});
