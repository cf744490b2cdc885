import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import small from '../../../../test/conformance/policies/small.json' with { type: 'json' };
import type { Policy } from '../policy/index.ts';
import { canonicalJson } from '../record/index.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { replay } from './replay.ts';
import { withoutUndefined } from './without-undefined.ts';

const policy = small as unknown as Policy;

describe('withoutUndefined', () => {
  it('leaves out what is undefined, at every depth', () => {
    const given = { a: undefined, b: { c: undefined, d: [{ e: undefined, f: 1 }] }, g: null };
    expect(Object.keys(withoutUndefined(given))).toEqual(['b', 'g']);
    expect(canonicalJson(withoutUndefined(given))).toBe('{"b":{"d":[{"f":1}]},"g":null}');
  });

  it('changes neither what it is given nor the meaning of what has nothing undefined', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const before = canonicalJson(value);
        expect(canonicalJson(withoutUndefined(value))).toBe(before);
        expect(canonicalJson(value)).toBe(before);
      }),
    );
  });

  it('keeps an own key __proto__ as a key of its own', () => {
    const copy = withoutUndefined(JSON.parse('{"__proto__":{"polluted":true}}') as object);
    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect('polluted' in copy).toBe(false);
  });

  it('gives what is no plain data as it is', () => {
    const date = new Date(0);
    expect(withoutUndefined({ date }).date).toBe(date);
  });

  it('keeps what is undefined in a list, where the rest would move up', () => {
    expect(withoutUndefined([undefined, 1])).toEqual([undefined, 1]);
  });

  it('takes an object of no class for the plain data that it is', () => {
    const bare = Object.assign(Object.create(null) as object, { a: 1, b: undefined });
    expect(Object.keys(withoutUndefined(bare))).toEqual(['a']);
  });

  it('ends for what holds itself, is met many times over or is very deep', () => {
    const circle: Record<string, unknown> = { a: 1 };
    circle.self = circle;
    expect(withoutUndefined(circle).a).toBe(1);
    let shared: object = { leaf: undefined };
    for (let i = 0; i < 100; i++) shared = { a: shared, b: shared };
    expect(Object.keys(withoutUndefined(shared))).toEqual(['a', 'b']);
    let deep: object = {};
    for (let i = 0; i < 100_000; i++) deep = { deep };
    expect(Object.keys(withoutUndefined(deep))).toEqual(['deep']);
    let list: unknown[] = [];
    for (let i = 0; i < 100_000; i++) list = [list];
    expect(withoutUndefined(list)).toHaveLength(1);
  });
});

describe('an event that decide makes', () => {
  const command: Command = {
    action: 'open',
    route: 'standard',
    stage: undefined,
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising', role: undefined as never, name: 'A. Teacher' },
    protectBy: undefined,
    recorded: undefined as never,
    parties: {
      raising: { agency: 'Hill School', sector: 'education', noLead: undefined },
      receiving: { agency: 'Children’s Services', sector: 'social-care' },
    },
    child: { statuses: [], reference: undefined },
  };

  it('has no field that is undefined, so that the record takes it', () => {
    const decided = decide(policy, replay(policy, []), command);
    if (!decided.accepted) throw new Error(JSON.stringify(decided.refusal));
    expect(() => canonicalJson(decided.events[0])).not.toThrow();
    expect(Object.keys(decided.events[0]!)).not.toContain('protectBy');
    expect(Object.keys(decided.events[0]!.by)).toEqual(['side', 'name']);
  });
});
