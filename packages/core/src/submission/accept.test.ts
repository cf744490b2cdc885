import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar, policyOf } from '../../../../test/engine/bundled.ts';
import {
  AT,
  CASE,
  discussed,
  event,
  opening,
  policy,
  sent,
  storedOf,
  type Fields,
} from '../../../../test/submission/sent.ts';
import { InvalidInstantError, withDays } from '../calendar/index.ts';
import { MOST_ENTRIES, type CaseEvent } from '../case/index.ts';
import { eventsOf, headOf, policyHash, RecordError, seal, verifyRecord } from '../record/index.ts';
import { en, say } from '../text/index.ts';
import { accept, type Keeper, type Stored } from './accept.ts';
import { MOST_AT_ONCE } from './read-submission.ts';

const NOW = '2026-11-24T10:00:02Z';
const KEEPER: Keeper = { now: NOW, reference: 'ESC-1' };

/** Given what is stored, when a form sends something, then this comes of it: the specification of a keeper. */
function given(log: readonly CaseEvent[], terms: Partial<Stored> = {}) {
  const stored = { ...storedOf(log), ...terms };
  return {
    /** @param base how many of the stored entries the form had */
    when: (events: readonly CaseEvent[], { base = log.length, keeper = {}, change = {} }: When = {}) =>
      whenSent(stored, sent(stored.record.slice(0, base), events, change), keeper),
    whenSent: (submission: unknown, keeper: Partial<Keeper> = {}) => whenSent(stored, submission, keeper),
  };
}

interface When {
  readonly base?: number;
  readonly keeper?: Partial<Keeper>;
  readonly change?: Fields;
}

function whenSent(stored: Stored, submission: unknown, keeper: Partial<Keeper>) {
  const answer = accept(stored, submission, { ...KEEPER, ...keeper });
  return {
    answer,
    /** Then these events are kept after the stored ones. */
    then: (...events: readonly object[]) => {
      if (!answer.accepted) throw new Error(`not accepted: ${JSON.stringify(answer)}`);
      expect(eventsOf(answer.record.entries).slice(stored.record.length)).toEqual(events);
      expect(answer.record.entries.slice(0, stored.record.length)).toEqual(stored.record);
      expect(verifyRecord(answer.record.entries, answer.receipt)).toEqual({ sound: true });
    },
    /** Then it is refused: for this text, by this clause or field. */
    thenRefused: (key: string, by?: { field?: string; clause?: string }) => {
      expect(answer).toMatchObject({ accepted: false, refusal: { text: { key }, ...by } });
      if (!('refusal' in answer)) return;
      expect(say(answer.refusal.text, en)).not.toMatch(/refusal\.|\{\w+\}/);
      expect(Boolean(answer.refusal.clause ?? answer.refusal.field)).toBe(true);
    },
    /** Then it is a conflict, with what is stored. */
    thenConflict: () => {
      expect(answer).toMatchObject({
        accepted: false,
        conflict: { record: { ...headOf(stored.record), entries: stored.record } },
      });
    },
  };
}

const SERVICE = { side: 'service' };
const KEPT = [opening(), discussed('e2')];

describe('a submission that follows what is stored', () => {
  test('opens a case', () => {
    given([])
      .when([opening()])
      .then({ ...opening(), recorded: NOW });
  });

  test('is added', () => {
    given(KEPT)
      .when([discussed('e3')])
      .then({ ...discussed('e3'), recorded: NOW });
  });

  test('may bring several events, each decided on what the one before came to', () => {
    const reopened = event('e4', 'reopened', { reason: 'It came back' });
    const resolved = event('e3', 'resolved', { outcome: 'Agreed', outstanding: '' });
    given(KEPT)
      .when([resolved, reopened])
      .then({ ...resolved, recorded: NOW }, { ...reopened, recorded: NOW });
    given(KEPT).when([reopened, resolved]).thenRefused('refusal.while-open', { field: 'action' });
  });

  test('is answered with the record as a file and its receipt', () => {
    const { answer } = given(KEPT).when([discussed('e3')], { keeper: { reference: 'ESC-7' } });
    if (!answer.accepted) throw new Error('not accepted');
    const { record, receipt } = answer;
    expect(receipt).toEqual({ reference: 'ESC-7', at: NOW, head: record.head, count: 3 });
    expect(record).toMatchObject({ format: 'escalation-kit-record/1', ...headOf(record.entries) });
    expect(record.meta.policy).toEqual({ id: 'bromley', version: policy.version, hash: policyHash(policy) });
  });
});

describe('when it was written', () => {
  const written = (fields: Fields, now = NOW) => {
    const { answer } = given(KEPT).when([discussed('e3', fields)], { keeper: { now } });
    return answer.accepted ? answer.record.entries[2]!.event.recorded : answer;
  };

  test('is the keeper’s now, whatever the form says', () => {
    expect(written({})).toBe(NOW);
    expect(written({ at: '2026-11-20T12:00:00Z', recorded: '2026-11-20T12:00:01Z' })).toBe(NOW);
  });

  test('is not said of what was written as it happened, or by a clock that is a little ahead', () => {
    expect(written({ at: NOW, recorded: '2026-11-25T10:00:00Z' })).toBeUndefined();
    expect(written({ at: '2026-11-24T10:05:02Z' })).toBeUndefined();
    expect(written({ at: '2026-11-24T10:00:02+00:00' })).toBeUndefined();
  });

  test('cannot be long before it happened', () => {
    const inTime = given(KEPT).when([discussed('e3', { at: '2026-11-24T10:05:03Z' })]);
    inTime.thenRefused('refusal.sent.ahead', { field: 'at' });
    const put = event('e3', 'corrected', { of: 'e2', fields: { at: '2027-01-01T10:00:00Z' } });
    given(KEPT).when([put]).thenRefused('refusal.sent.ahead', { field: 'at' });
    const back = event('e3', 'corrected', { of: 'e2', fields: { at: '2026-11-23T10:00:00Z' } });
    given(KEPT)
      .when([back])
      .then({ ...back, recorded: NOW });
  });
});

describe('who wrote it', () => {
  const typed = { side: 'raising', role: 'Teacher', name: 'B. Typed' };
  const author = (by: Keeper['by'], said: Fields = typed) => {
    const { answer } = given(KEPT).when([discussed('e3', { by: said })], { keeper: { by } });
    return answer.accepted ? answer.record.entries[2]!.event.by : answer;
  };

  test('is what the form says where nobody is signed in', () => {
    expect(author(undefined)).toEqual(typed);
  });

  test('is who is signed in, as far as that is known', () => {
    expect(author({ side: 'receiving', name: 'A. Known' })).toEqual({ ...typed, side: 'receiving', name: 'A. Known' });
    expect(author({ side: 'receiving', role: undefined as never })).toEqual({ ...typed, side: 'receiving' });
    expect(author({ side: 'raising', role: 'Lead', name: 'A. Known' })).toEqual({ side: 'raising', role: 'Lead', name: 'A. Known' }); // prettier-ignore
  });

  test('is a service only where a service is signed in', () => {
    const asService = given(KEPT).when([discussed('e3', { by: SERVICE })]);
    asService.thenRefused('refusal.sent.service', { field: 'by' });
    expect(author({ side: 'raising' }, SERVICE)).toEqual({ side: 'raising' });
    // What a service may do at all is the engine's to say: to talk is none of it.
    const signedIn = given(KEPT).when([discussed('e3', { by: SERVICE })], { keeper: { by: SERVICE as never } });
    signedIn.thenRefused('refusal.service', { field: 'by' });
  });
});

describe('what was stored since', () => {
  const byService = event('s-1', 'updated', { by: SERVICE, summary: 'The lead was told' });

  test('is a conflict, with the newer record', () => {
    given(KEPT)
      .when([discussed('e2', { summary: 'Theirs' })], { base: 1 })
      .thenConflict();
    given([...KEPT, byService])
      .when([discussed('e2')], { base: 1 })
      .thenConflict();
  });

  test('is none where a service alone wrote it', () => {
    given([...KEPT, byService])
      .when([discussed('e3')], { base: 2 })
      .then({ ...discussed('e3'), recorded: NOW });
  });

  test('is decided on: what a service wrote can settle what was to be done', () => {
    const withdrawn = event('s-1', 'withdrawn', { by: SERVICE, reason: 'The case moved to another area' });
    given([...KEPT, withdrawn])
      .when([discussed('e3')], { base: 2 })
      .thenRefused('refusal.while-withdrawn', { field: 'action' });
  });

  test('is one where a service took the event’s id: the form gives it another', () => {
    given([...KEPT, { ...byService, id: 'e3' }])
      .when([discussed('e3')], { base: 2 })
      .thenConflict();
  });

  test('is one where the form has what was never stored', () => {
    const form = seal([opening(), discussed('e2', { summary: 'Kept elsewhere' })]);
    given(KEPT)
      .whenSent(sent(form, [discussed('e3')]))
      .thenConflict();
    given([opening()])
      .whenSent(sent(form, [discussed('e3')]))
      .thenConflict();
  });
});

describe('a submission of another case', () => {
  test('is refused', () => {
    const other = seal([opening({ case: 'c-other' }), discussed('e2')]);
    given(KEPT)
      .whenSent(sent(other, [discussed('e3')], { case: 'c-other' }))
      .thenRefused('refusal.sent.other-case', { field: 'case' });
    given(KEPT)
      .when([discussed('e3')], { change: { case: 'c-other' } })
      .thenRefused('refusal.sent.other-case', { field: 'case' });
    given([])
      .when([opening()], { change: { case: 'c-other' } })
      .thenRefused('refusal.sent.other-case');
  });

  test('is one that nobody keeps', () => {
    given([])
      .whenSent(sent(seal(KEPT), [discussed('e3')]))
      .thenRefused('refusal.sent.not-begun', { field: 'base' });
  });

  test('is not made by a correction', () => {
    const put = event('e3', 'corrected', { of: 'e1', case: 'c-other' });
    const log = [...KEPT, put];
    given(log)
      .when([discussed('e4')])
      .then({ ...discussed('e4'), recorded: NOW });
  });

  test('is told apart in an older record by its first entry’s hash', () => {
    const { case: _, ...first } = opening() as CaseEvent & Fields;
    const older = [first as unknown as CaseEvent, discussed('e2')];
    const { hash } = seal(older)[0]!;
    given(older)
      .when([discussed('e3')], { change: { case: hash } })
      .then({ ...discussed('e3'), recorded: NOW });
    given([])
      .when(older.slice(0, 1), { change: { case: hash } })
      .thenRefused('refusal.sent.other-case', { field: 'case' });
  });
});

describe('a new case', () => {
  const opens = (fields: Fields, terms?: Partial<Stored>) => given([], terms).when([opening(fields)]);
  const named = { id: policy.id, version: policy.version };

  test('is opened under the policy that the keeper decides it by', () => {
    opens({ policy: { ...named, hash: policyHash(policy) } }).then(
      expect.objectContaining({ type: 'opened' }) as object,
    );
    opens({ policy: { ...named, hash: 'f'.repeat(64) } }).thenRefused('refusal.sent.other-policy', { field: 'policy' });
    opens({ policy: { ...named, id: 'kent' } }).thenRefused('refusal.sent.other-policy', { field: 'policy' });
    opens({}, { policy: policyOf('coventry') }).thenRefused('refusal.sent.other-policy', { field: 'policy' });
  });

  test('counts by the calendar that the keeper counts by', () => {
    const other = 'refusal.sent.other-calendar';
    opens({ calendar: { id: 'scotland' } }).thenRefused(other, { field: 'calendar' });
    opens({ calendar: { id: calendar.id, published: '2020-01-01' } }).thenRefused(other, { field: 'calendar' });
    opens({ calendar: { id: calendar.id } }).then(expect.objectContaining({ type: 'opened' }) as object);
    const withClosure = withDays(calendar, [{ date: '2026-12-24', title: 'Closed' }]);
    opens({}, { calendar: withClosure }).then(expect.objectContaining({ type: 'opened' }) as object);
  });
});

describe('each event is decided by the policy', () => {
  test.each<[string, CaseEvent, string, object]>([
    [
      'a blank reason',
      event('e3', 'escalated', { to: '2', because: 'unresolved', reason: ' ' }),
      'refusal.missing',
      { field: 'reason' },
    ],
    [
      'no way there',
      event('e3', 'escalated', { to: '9', because: 'urgent', reason: 'x' }),
      'refusal.no-way',
      { field: 'to', clause: expect.any(String) as string },
    ],
    ['no such event', event('e3', 'promoted'), 'refusal.field', { field: 'type' }],
    [
      'no time',
      event('e3', 'discussed', { at: 'yesterday', channel: 'x', summary: 'x' }),
      'refusal.field',
      { field: 'at' },
    ],
    ['an author that is none', discussed('e3', { by: 'me' }), 'refusal.field', { field: 'by' }],
    ['no id', discussed(undefined as never), 'refusal.field', { field: 'id' }],
    ['an id in use', discussed('e2'), 'refusal.sent.id-used', { field: 'id' }],
  ])('%s is refused', (_, bad, key, by) => {
    given(KEPT).when([JSON.parse(JSON.stringify(bad)) as CaseEvent]).thenRefused(key, by); // prettier-ignore
  });

  test('one id cannot stand twice in a submission', () => {
    given(KEPT)
      .when([discussed('e3'), discussed('e3')])
      .thenRefused('refusal.sent.id-used', { field: 'id' });
  });

  test('a field called action does not make it another', () => {
    given(KEPT)
      .when([discussed('e3', { action: 'withdraw', reason: 'x' })])
      .then({ ...discussed('e3', { action: 'withdraw', reason: 'x' }), recorded: NOW });
  });

  test('what the event leaves out is not filled in', () => {
    const resolved = event('e3', 'resolved', { outcome: 'Agreed' });
    given(KEPT)
      .when([resolved])
      .then({ ...resolved, recorded: NOW });
  });
});

describe('what is too long', () => {
  const long = (count: number) => [opening(), ...Array.from({ length: count - 1 }, (_, i) => discussed(`d${i}`))];

  test('a case takes no entry past the most', { timeout: 60_000 }, () => {
    given(long(MOST_ENTRIES - 1))
      .when([discussed('x')])
      .then({ ...discussed('x'), recorded: NOW });
    given(long(MOST_ENTRIES))
      .when([discussed('x')])
      .thenRefused('refusal.most-entries');
    given(long(MOST_ENTRIES - 1))
      .when([discussed('x'), discussed('y')])
      .thenRefused('refusal.most-entries');
  });

  test('what a service added counts', { timeout: 60_000 }, () => {
    const served = [...long(MOST_ENTRIES - 1), event('s-1', 'updated', { by: SERVICE, summary: 'x' })];
    given(served)
      .when([discussed('x')], { base: MOST_ENTRIES - 1 })
      .thenRefused('refusal.most-entries');
  });

  test('a submission has so many events at most', () => {
    const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, i) => discussed(`d${i}`));
    given(KEPT).when(many).thenRefused('refusal.field', { field: 'events' });
    expect(given(KEPT).when(many.slice(1)).answer.accepted).toBe(true);
    given(KEPT).when([]).thenRefused('refusal.field', { field: 'events' });
  });
});

describe('what is no submission, or does not bring what it says', () => {
  const good = sent(seal(KEPT), [discussed('e3')]);
  const { record } = good;
  const [first, second, third] = record.entries;

  test.each<[string, Fields, string, string]>([
    ['no case', { case: undefined }, 'refusal.field', 'case'],
    ['a blank case', { case: ' ' }, 'refusal.field', 'case'],
    ['a very long case', { case: 'x'.repeat(201) }, 'refusal.field', 'case'],
    ['no key', { key: '' }, 'refusal.field', 'key'],
    ['a base without a head', { base: { count: 2 } }, 'refusal.field', 'base'],
    ['a base of half a count', { base: { ...good.base, count: 1.5 } }, 'refusal.field', 'base'],
    ['a base below nothing', { base: { ...good.base, count: -1 } }, 'refusal.field', 'base'],
    ['a base that is none', { base: null }, 'refusal.field', 'base'],
    ['events that are none', { events: 'discussed' }, 'refusal.field', 'events'],
    ['an event that is none', { events: [null] }, 'refusal.field', 'events'],
    ['no record', { record: undefined }, 'refusal.field', 'record'],
    ['a record with more in it', { record: { ...record, note: 'no hash covers this' } }, 'refusal.field', 'record'],
    ['a record of another format', { record: { ...record, format: 'x' } }, 'refusal.field', 'record.format'],
    ['a record with a date in it', { record: { ...record, meta: { at: new Date(0) } } }, 'refusal.field', 'record.meta.at'],
    ['a broken record', { record: { ...record, entries: [first, { ...second, event: third!.event }, third] } }, 'refusal.sent.broken', 'record'],
    ['a record cut off', { record: { ...record, entries: [first, second] } }, 'refusal.sent.broken', 'record'],
    ['a head of before', { record: { ...record, ...headOf(record.entries.slice(0, 2)) } }, 'refusal.sent.head', 'record'],
    ['a base that is not in the record', { base: { ...good.base, head: 'a'.repeat(64) } }, 'refusal.sent.base', 'base'],
    ['a base too early', { base: headOf(record.entries.slice(0, 1)) }, 'refusal.sent.base', 'base'],
    ['other events than the record’s', { events: [discussed('e3', { summary: 'Else' })] }, 'refusal.sent.events', 'events'],
  ])('is refused: %s', (_, change, key, field) => {
    given(KEPT).whenSent({ ...good, ...change }).thenRefused(key, { field });
  }); // prettier-ignore

  test.each([null, undefined, 7, 'x', [], () => good])('is refused: %s', (none) => {
    const { answer } = given(KEPT).whenSent(none);
    expect(answer).toMatchObject({ accepted: false, refusal: { text: { key: 'refusal.field' } } });
  });

  test('whoever is to be told is no matter of the record', () => {
    const { notifications: _, ...rest } = good;
    expect(given(KEPT).whenSent(rest).answer.accepted).toBe(true);
    expect(given(KEPT).whenSent({ ...rest, notifications: 'none', more: 1 }).answer.accepted).toBe(true);
  });
});

describe('what the keeper itself has wrong is thrown', () => {
  test('a now that is no instant', () => {
    expect(() => given(KEPT).when([discussed('e3')], { keeper: { now: 'today' } })).toThrow(InvalidInstantError);
  });

  test('a stored record that is broken', () => {
    const [first] = seal(KEPT);
    const record = [{ ...first!, event: opening({ case: 'c-other' }) }];
    expect(() => given([], { record }).when([discussed('e3')])).toThrow(RecordError);
  });
});

describe('whatever is sent', () => {
  const spoken = fc.record({
    summary: fc.constantFrom('x', 'y'),
    at: fc.constantFrom(AT, '2026-11-20T10:00:00Z', NOW),
  });
  const steps = fc.array(spoken, { minLength: 1, maxLength: 4 });
  const eventsFrom = (all: readonly Fields[], from: string) => all.map((fields, i) => discussed(`${from}${i}`, fields));
  const authors = fc.option(fc.record({ side: fc.constantFrom('raising' as const, 'receiving' as const), name: fc.constant('A. Known') }), { nil: undefined }); // prettier-ignore

  test(
    'an accepted record verifies, begins with the stored one, and holds the events but for recorded and by',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(steps, steps, authors, (before, after, by) => {
          const stored = storedOf([opening(), ...eventsFrom(before, 'a')]);
          const events = eventsFrom(after, 'b');
          const answer = accept(stored, sent(stored.record, events), { ...KEEPER, by });
          if (!answer.accepted) throw new Error(JSON.stringify(answer));
          const { entries } = answer.record;
          expect(verifyRecord(entries, answer.receipt)).toEqual({ sound: true });
          expect(entries.slice(0, stored.record.length)).toEqual(stored.record);
          const kept = eventsOf(entries).slice(stored.record.length);
          expect(kept.map(bare)).toEqual(events.map(bare));
        }),
      );
    },
  );

  test('the same gives the same, and changes nothing that was given', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(steps, authors, (after, by) => {
        const stored = storedOf(KEPT);
        const submission = sent(stored.record, eventsFrom(after, 'b'));
        const before = JSON.stringify([stored, submission]);
        const answers = [1, 2].map(() => JSON.stringify(accept(stored, submission, { ...KEEPER, by })));
        expect(answers[0]).toBe(answers[1]);
        expect(JSON.stringify([stored, submission])).toBe(before);
      }),
    );
  });

  test(
    'of two writers one is taken and the other conflicts, and put on top it loses nothing',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(steps, steps, fc.boolean(), (ours, theirs, isFirst) => {
          const stored = storedOf(KEPT);
          const all = [eventsFrom(ours, 'o'), eventsFrom(theirs, 't')];
          const [first, second] = isFirst ? all : all.reverse();
          const taken = accept(stored, sent(stored.record, first!), KEEPER);
          if (!taken.accepted) throw new Error(JSON.stringify(taken));
          const now = { ...stored, record: taken.record.entries };
          const late = accept(now, sent(stored.record, second!), KEEPER);
          if (!('conflict' in late)) throw new Error(JSON.stringify(late));
          expect(late.conflict.record).toEqual(taken.record);
          const onTop = accept(now, sent(late.conflict.record.entries, second!), KEEPER);
          if (!onTop.accepted) throw new Error(JSON.stringify(onTop));
          expect(eventsOf(onTop.record.entries).map(bare)).toEqual([...KEPT, ...first!, ...second!].map(bare));
        }),
      );
    },
  );
});

/** An event without what the keeper may set. */
function bare(event: CaseEvent): object {
  const { recorded: _1, by: _2, ...rest } = event;
  return rest;
}

test('the case that is accepted is the one that was sent', () => {
  expect(CASE).toBe((opening() as { case?: string }).case);
});
