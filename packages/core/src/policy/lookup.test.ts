import { describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { indexOf } from './lookup.ts';
import type { Policy } from './schema.ts';

// Policies here may be unsound: the look-up must end all the same.
const policyWith = (changes: Changes = {}) => changed(changes) as Policy;

describe('indexOf', () => {
  it('finds each part by its id', () => {
    const policy = policyWith();
    const index = indexOf(policy);
    expect(index.stages.get('top')).toBe(policy.stages[3]);
    expect(index.routes.get('short')).toBe(policy.routes[1]);
    expect(index.roles.get('board')).toBe(policy.roles[2]);
    expect(index.contacts.get('office')).toBe(policy.contacts[0]);
    expect(index.duties.get('late')).toBe(policy.duties[1]);
    expect(index.ways.get('danger')).toBe(policy.ways[0]);
    expect(index.guards.get('told')).toBe(policy.guards[0]);
    expect(index.callouts.get('danger')).toBe(policy.callouts[0]);
    expect(index.clauses.get('small.top')).toBe(policy.clauses['small.top']);
    expect(index.causes.get('conference')).toBe(policy.causes[1]);
    expect(index.facts.get('danger')).toBe(policy.facts[0]);
    expect(index.asks.get('manager')).toBe(policy.asks[0]);
    expect(index.priorities.get('high')).toBe(policy.priorities![0]);
    expect(index.stages.get('toString')).toBeUndefined();
    expect(indexOf(policyWith({ priorities: undefined })).priorities.size).toBe(0);
  });

  it('is built once for each policy', () => {
    const policy = policyWith();
    expect(indexOf(policy)).toBe(indexOf(policy));
    expect(indexOf(policyWith())).not.toBe(indexOf(policy));
  });

  it.each<[string, Changes, string, string[]]>([
    ['its own stages', {}, 'standard', ['talk', 'managers', 'top']],
    ['and those from where it joins another', {}, 'short', ['first', 'top']],
    ['from below the top', { 'routes/1/joins/at': 'managers' }, 'short', ['first', 'managers', 'top']],
    [
      'of one that joins again',
      { 'routes/2': { id: 'third', stages: ['x'], joins: { route: 'short', at: 'first' } } },
      'third',
      ['x', 'first', 'top'],
    ],
    ['none where it is unknown', {}, 'other', []],
    ['none of a route that is not there', { 'routes/1/joins/route': 'other' }, 'short', ['first']],
    ['none from a stage that is not there', { 'routes/1/joins/at': 'other' }, 'short', ['first']],
    ['each once in a circle', { 'routes/0/joins': { route: 'short', at: 'first' } }, 'short', ['first', 'top']],
    [
      'its own in a circle of one',
      { 'routes/0/joins': { route: 'standard', at: 'talk' } },
      'standard',
      ['talk', 'managers', 'top'],
    ],
  ])('a route has %s', (_name, changes, route, stages) => {
    expect(indexOf(policyWith(changes)).route(route)).toEqual(stages);
  });
});
