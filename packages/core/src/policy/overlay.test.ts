import { describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { extendPolicy } from './overlay.ts';
import { checkPolicy, parsePolicy, PolicyError } from './parse.ts';
import type { Policy } from './schema.ts';

const base = (changes: Changes = {}) => changed({ id: 'region', ...changes });

/** A local policy over the small one, which is the region's here. */
const overlay = (more: object = {}) => ({
  extends: 'region',
  id: 'local',
  version: '2',
  title: 'A local policy',
  partnership: { name: 'Local Partnership' },
  document: { title: 'How we differ' },
  provenance: { taken: '2026-03-01', confirmed: null },
  ...more,
});

const extended = (more: object = {}, changes: Changes = {}): Policy =>
  parsePolicy(overlay(more), { resolve: (id) => (id === 'region' ? base(changes) : undefined) });

const faultsOf = (more: object, resolve?: (id: string) => unknown) =>
  checkPolicy(overlay(more), resolve ? { resolve } : {}).faults ?? [];

const ids = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);

describe('an overlay', () => {
  it('with nothing to say is the base under a name of its own', () => {
    const { id, version, title, partnership, document, provenance, basedOn, ...rest } = extended();
    const own = ['id', 'version', 'title', 'partnership', 'document', 'provenance'];
    const inherited = Object.fromEntries(Object.entries(base()).filter(([key]) => !own.includes(key)));
    expect(rest).toEqual(inherited);
    expect({ id, version, title }).toEqual({ id: 'local', version: '2', title: 'A local policy' });
    expect([partnership.name, document.title]).toEqual(['Local Partnership', 'How we differ']);
    expect(provenance.review).toBeUndefined();
    expect(basedOn).toEqual({ id: 'region', version: '1' });
  });

  it('puts its part in the place of the base’s of the same id, whole, and adds the others', () => {
    const role = (id: string) => ({ id, name: 'Local' });
    const { roles } = extended({ roles: [role('new'), role('manager')] });
    expect(ids(roles)).toEqual(['worker', 'manager', 'board', 'new']);
    expect(roles[1]).toEqual({ id: 'manager', name: 'Local' });
  });

  it('replaces and adds clauses by their keys', () => {
    const { clauses } = extended({
      clauses: { 'small.talk': { place: '9', says: 'Ours' }, 'local.1': { place: '1', says: 'New' } },
    });
    expect(clauses['small.talk']).toEqual({ place: '9', says: 'Ours' });
    expect(clauses['small.top']?.place).toBe('5');
    expect(clauses['local.1']?.says).toBe('New');
  });

  it('adds principles and reminders', () => {
    const { principles } = extended({ principles: [{ text: 'Ours', clauses: ['small.talk'] }] });
    expect(principles.map(({ text }) => text)).toEqual(['The child comes first.', 'Ours']);
  });

  it('takes the place of everything else that it says, and takes out by null what it does not want', () => {
    const conference = { text: 'Ask', clauses: ['small.talk'] };
    const policy = extended({ calendar: 'scotland', conference: null }, { conference });
    expect([policy.calendar, policy.conference]).toEqual(['scotland', undefined]);
    expect(extended({}, { conference }).conference).toEqual(conference);
  });

  it('takes parts out', () => {
    const policy = extended({
      remove: {
        duties: ['late'],
        guards: ['told'],
        clauses: ['small.talk.notify', 'small.managers.told'],
        principles: ['small.principles'],
      },
    });
    expect(ids(policy.duties)).toEqual(['record', 'outcome']);
    expect([policy.guards, policy.principles]).toEqual([[], []]);
    expect(policy.clauses['small.talk.notify']).toBeUndefined();
  });

  it('changes neither its base nor itself', () => {
    const [one, other] = [base(), overlay({ roles: [{ id: 'new', name: 'Local' }] })];
    const before = JSON.stringify([one, other]);
    extendPolicy(one, other);
    expect(JSON.stringify([one, other])).toBe(before);
  });

  it('may stand on another overlay', () => {
    const region = {
      ...overlay({ roles: [{ id: 'new', name: 'Region' }] }),
      extends: 'nation',
      id: 'region',
      version: '7',
    };
    const known: Record<string, unknown> = { nation: changed({ id: 'nation' }), region };
    const policy = parsePolicy(overlay(), { resolve: (id) => known[id] });
    expect(ids(policy.roles)).toEqual(['worker', 'manager', 'board', 'new']);
    expect(policy.basedOn).toEqual({ id: 'region', version: '7' });
  });
});

describe('an overlay is refused', () => {
  it('like any policy, for what is wrong once it is whole', () => {
    expect(faultsOf({ remove: { roles: ['board'] } }, () => base())).toMatchObject([
      { path: '$.stages[3].meets.partnership[0]', message: 'The policy has no role "board".' },
    ]);
  });

  it.each([
    ['partnership', { partnership: undefined }],
    ['provenance', { provenance: undefined }],
    ['version', { version: undefined }],
  ])('without a %s of its own', (key, more) => {
    expect(faultsOf(more, () => base())).toMatchObject([{ path: `$.${key}`, found: 'nothing' }]);
  });

  it.each<[string, object, ((id: string) => unknown) | undefined, string, string]>([
    [
      'with nothing to find its base by',
      {},
      undefined,
      'The policy extends "region", and nothing was given to find it with.',
      'nothing',
    ],
    ['for a base that is not known', {}, () => undefined, 'No policy "region" is known.', 'a policy that can be found'],
    [
      'for a base that is no id',
      { extends: 7 },
      () => base(),
      'This does not name the policy that is extended.',
      'the id of a policy',
    ],
    [
      'for a base that cannot be had',
      {},
      throws,
      'The policy "region" could not be had: Error: gone',
      'a policy that can be found',
    ],
    [
      'for a base that is a circle',
      {},
      circle,
      'The policy "region" cannot be read: This object holds itself: a circle in the data.',
      'a policy',
    ],
    [
      'where it extends itself',
      { extends: 'local' },
      () => overlay(),
      'By what it extends, "local" leads back to itself.',
      'a policy that does not build on this one',
    ],
    [
      'where its base extends it',
      {},
      () => ({ extends: 'local' }),
      'By what it extends, "local" leads back to itself.',
      'a policy that does not build on this one',
    ],
    [
      'where there is no end of bases',
      {},
      endless(),
      'The policies extend one another without end.',
      'at most 8 policies',
    ],
  ])('%s', (_why, more, resolve, message, allowed) => {
    expect(faultsOf(more, resolve)).toMatchObject([{ path: '$.extends', allowed, message }]);
  });

  it('of nine others, and not of eight', () => {
    const one = (n: number, last: number) => ({
      ...overlay(),
      id: `b${n}`,
      ...(n === last ? {} : { extends: `b${n + 1}` }),
    });
    const chain = (last: number) =>
      faultsOf({ extends: 'b1' }, (id) => (id === `b${last}` ? changed({ id }) : one(Number(id.slice(1)), last)));
    expect(chain(8)).toEqual([]);
    expect(chain(9)).toMatchObject([{ message: 'The policies extend one another without end.' }]);
  });

  it.each([
    [['duties'], '$.remove', 'This does not say what is taken out of the base.'],
    [{ duteis: ['late'] }, '$.remove.duteis', 'Nothing can be taken out of "duteis" in this way.'],
    [{ duties: 'late' }, '$.remove.duties', 'Nothing can be taken out of "duties" in this way.'],
    [{ duties: ['x'] }, '$.remove.duties[0]', 'The base has no such part "x".'],
    [{ clauses: ['x'] }, '$.remove.clauses[0]', 'The base has no such part "x".'],
    [{ principles: ['small.talk'] }, '$.remove.principles[0]', 'The base has no such part "small.talk".'],
  ])('where it removes %j', (remove, path, message) => {
    expect(faultsOf({ remove }, () => base())).toMatchObject([{ path, message }]);
  });

  it('with what it might take out', () => {
    const allowed = (remove: object) => faultsOf({ remove }, () => base())[0]?.allowed;
    const kinds =
      'causes?, facts?, asks?, priorities?, roles?, routes?, stages?, timescales?, ways?, guards?, duties?, callouts?, ' +
      'forms?, outcomes?, contacts?, principles?, reminders?, elsewhere?, clauses?';
    expect(allowed([])).toBe(`lists of ids: ${kinds}`);
    expect(allowed({ duties: 'late' })).toBe(`lists of ids: ${kinds}`);
    expect(allowed({ duties: ['x'] })).toBe('what the base has under "duties"');
  });

  it('no less than nothing at all is', () => {
    expect(checkPolicy(undefined).faults).toMatchObject([{ path: '$', found: 'nothing' }]);
  });

  it('with its faults, by extendPolicy', () => {
    expect(() => extendPolicy(base(), overlay({ remove: { roles: ['x'] } }))).toThrow(PolicyError);
  });

  it.each([7, null, [], 'text', { stages: 7, clauses: [], principles: {} }])(
    'and never throws, whatever the base is: %j',
    (found) => {
      expect(faultsOf({ stages: 7, duties: {} }, () => found).length).toBeGreaterThan(0);
    },
  );
});

function throws(): never {
  throw new Error('gone');
}

function circle(): unknown {
  const data: Record<string, unknown> = {};
  data.self = data;
  return data;
}

function endless(): () => unknown {
  let n = 0;
  return () => ({ extends: `base-${++n}` });
}
