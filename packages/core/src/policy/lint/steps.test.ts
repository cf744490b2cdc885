import { expect, it } from 'vitest';
import { changed, type Changes } from '../../../../../test/conformance/changed-policy.ts';
import type { Policy } from '../schema.ts';
import { stagesOnRoutes, stepsOf } from './steps.ts';

const policyWith = (changes: Changes = {}) => changed(changes) as Policy;
const stepsWith = (changes: Changes = {}) => [
  ...new Set(
    stepsOf(policyWith(changes)).map(({ route, from, to, because }) => `${route}: ${from} > ${to} ${because}`),
  ),
];
const toNext = (step: string) => ['unresolved', 'early', 'no-reply'].map((because) => `${step} ${because}`);

it('leads to the next stage for every ordinary reason, and along the ways', () => {
  expect(stepsWith().sort()).toEqual(
    [
      ...toNext('standard: talk > managers'),
      ...toNext('standard: managers > top'),
      ...toNext('short: first > top'),
      'standard: talk > top urgent',
      'standard: managers > top urgent',
      'short: first > top urgent',
    ].sort(),
  );
});

it('leads past optional stages to the first that is not, and no further', () => {
  const optional = {
    'stages/1/optional': true,
    ways: [],
    routes: [{ id: 'r', stages: ['talk', 'managers', 'first', 'top'] }],
  };
  expect(stepsWith(optional).sort()).toEqual(
    [
      ...toNext('r: talk > managers'),
      ...toNext('r: talk > first'),
      ...toNext('r: managers > first'),
      ...toNext('r: first > top'),
    ].sort(),
  );
  const allOptional = { ...optional, 'stages/2/optional': true, 'stages/3/optional': true };
  expect(stepsWith(allOptional)).toContain('r: talk > top early');
});

it('leads on by a decision from a stage that decides', () => {
  const decides = { 'stages/0/decision': { options: [{ id: 'a' }] } };
  expect(stepsWith(decides)).toContain('standard: talk > managers decided');
  expect(stepsWith(decides)).not.toContain('standard: managers > top decided');
});

it('follows a way only from its stages, and only up', () => {
  const from = (stages: unknown, to: string) =>
    stepsWith({ 'ways/0/from': stages, 'ways/0/to': to }).filter((step) => step.endsWith('urgent'));
  expect(from(['talk'], 'top')).toEqual(['standard: talk > top urgent']);
  expect(from('any', 'managers')).toEqual(['standard: talk > managers urgent']);
  expect(from(['top'], 'talk')).toEqual([]);
  expect(from(['talk'], 'first')).toEqual([]);
});

it('knows the stages of all routes, each once', () => {
  expect(stagesOnRoutes(policyWith())).toEqual(['talk', 'managers', 'top', 'first']);
});
