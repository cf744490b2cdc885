import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCorrections } from './corrections.ts';
import type { CaseEvent } from './events.ts';

const AT = '2026-11-20T10:00:00Z';
const event = (id: string, type: string, fields: object) => ({ id, type, at: AT, ...fields }) as unknown as CaseEvent;
const discussed = (id: string, fields: object = {}) =>
  event(id, 'discussed', { channel: 'telephone', summary: 'First', ...fields });
const corrected = (id: string, of: string, fields: object) => event(id, 'corrected', { of, ...fields });

describe('withCorrections', () => {
  it('gives a log without corrections as it is', () => {
    const log = [discussed('e1')];
    expect(withCorrections(log)).toBe(log);
  });

  it('puts right what is named and leaves the correction in the log', () => {
    const log = [discussed('e1'), corrected('e2', 'e1', { summary: 'Second', fields: { at: '2026-11-19T09:00:00Z' } })];
    expect(withCorrections(log)).toEqual([{ ...log[0], summary: 'Second', at: '2026-11-19T09:00:00Z' }, log[1]]);
    expect(log[0]).toMatchObject({ summary: 'First' });
  });

  it('lets the later correction of a field win, and a correction be corrected', () => {
    const log = [
      discussed('e1'),
      corrected('e2', 'e1', { summary: 'Second', channel: 'e-mail' }),
      corrected('e3', 'e1', { summary: 'Third' }),
      corrected('e4', 'e2', { channel: 'letter', summary: 'Fourth' }),
    ];
    expect(withCorrections(log)[0]).toMatchObject({ summary: 'Third', channel: 'letter' });
  });

  it('lets a correction be put right in what it corrects', () => {
    const log = [
      discussed('e1'),
      discussed('e2'),
      corrected('e3', 'e1', { summary: 'Second' }),
      corrected('e4', 'e3', { fields: { of: 'e2' } }),
    ];
    expect(withCorrections(log).slice(0, 2)).toEqual([discussed('e1'), discussed('e2', { summary: 'Second' })]);
  });

  it('keeps to what a correction names where that is put wrong', () => {
    const log = [
      discussed('e1'),
      corrected('e2', 'e1', { summary: 'Second' }),
      corrected('e3', 'e2', { fields: { of: 7 } }),
    ];
    expect(withCorrections(log)[0]).toEqual(discussed('e1', { summary: 'Second' }));
  });

  it('applies a correction that stands before what it corrects', () => {
    const log = [corrected('e2', 'e1', { summary: 'Second' }), discussed('e1')];
    expect(withCorrections(log)).toEqual([log[0], discussed('e1', { summary: 'Second' })]);
  });

  it('leaves every correction in the log as it was written', () => {
    const first = corrected('e2', 'e3', { summary: 'Second' });
    const log = [first, corrected('e3', 'e1', { summary: 'Third' }), discussed('e1')];
    expect(withCorrections(log).slice(0, 2)).toEqual(log.slice(0, 2));
  });

  it('puts nothing right where a correction names no entry, though an entry may have no id', () => {
    const nameless = discussed(undefined as never);
    const log = [nameless, corrected('e2', undefined as never, { summary: 'Second' })];
    expect(withCorrections(log)).toEqual(log);
  });

  it('passes over what is no entry at all', () => {
    const log = [null as never, discussed('e1'), corrected('e3', 'e1', { summary: 'Second' })];
    expect(withCorrections(log)).toEqual([null, discussed('e1', { summary: 'Second' }), log[2]]);
  });

  it.each<[string, object]>([
    ['a time that is none', { fields: { at: 'yesterday' } }],
    ['a blank', { summary: ' ' }],
    ['a number', { channel: 7 }],
    ['another id', { fields: { id: 'e9' } }],
    ['another type', { fields: { type: 'closed' } }],
    ['a prototype', JSON.parse('{"fields":{"__proto__":{"polluted":true}}}') as object],
  ])('does not put %s in the place of what is right', (_, fields) => {
    const log = [discussed('e1'), corrected('e2', 'e1', fields)];
    const [first] = withCorrections(log);
    expect(first).toEqual(log[0]);
    expect('polluted' in first!).toBe(false);
  });

  it('puts right what could not be read', () => {
    const log = [discussed('e1', { at: 'yesterday' }), corrected('e2', 'e1', { fields: { at: AT } })];
    expect(withCorrections(log)[0]).toEqual(discussed('e1'));
  });

  it('does what going through the log again for each correction does', () => {
    const id = fc.integer({ min: 1, max: 8 });
    const field = fc.constantFrom('summary', 'channel', 'x', 'y');
    const correction = fc.record({ of: id, fields: fc.dictionary(field, fc.constantFrom('A', 'B', 'C')) });
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 12 }), (corrections) => {
        const events = [1, 2, 3].map((n) => discussed(`e${n}`));
        const log = [...events, ...corrections.map(({ of, fields }, i) => corrected(`e${i + 4}`, `e${of}`, fields))];
        // From the last back, each correction is written into what it corrects.
        const fields = new Map(log.map((each) => [each.id, { ...each }]));
        const late = new Map<string, Record<string, unknown>>();
        for (const { id, of } of [...log].reverse() as { id: string; of?: string }[]) {
          if (of === undefined) continue;
          const {
            id: _1,
            type: _2,
            at: _3,
            of: _4,
            ...own
          } = { ...fields.get(id), ...late.get(id) } as never as Record<string, unknown>;
          late.set(of, { ...own, ...late.get(of) });
        }
        expect(withCorrections(log).slice(0, 3)).toEqual(events.map((each) => ({ ...each, ...late.get(each.id) })));
      }),
    );
  });

  it('takes a long chain, and many corrections of one entry, in time that grows with them', () => {
    const started = performance.now();
    const many = 20_000;
    const chain = [discussed('e0')];
    const star = [discussed('e0')];
    for (let i = 1; i < many; i++) {
      chain.push(corrected(`e${i}`, `e${i - 1}`, { [`x${i}`]: i }));
      star.push(corrected(`e${i}`, 'e0', { [`x${i}`]: i }));
    }
    expect(Object.keys(withCorrections(chain)[0]!)).toHaveLength(many + 4);
    expect(Object.keys(withCorrections(star)[0]!)).toHaveLength(many + 4);
    expect(performance.now() - started).toBeLessThan(5000);
  }, 20_000);
});
