import { expect, it } from 'vitest';
import { changed, type Changes } from '../../../../../test/conformance/changed-policy.ts';
import type { Condition, Policy } from '../schema.ts';
import { chanceOf, type Chance } from './chance.ts';
import { stepsOf } from './steps.ts';

function chance(condition: Condition | undefined, at: readonly string[] | null, changes: Changes = {}): Chance {
  const policy = changed(changes) as Policy;
  return chanceOf(condition, { policy, steps: stepsOf(policy) }, at);
}

const NEVER: Condition = { any: [] };
const MAYBE: Condition = { discussed: true };

it.each<[Chance, Condition | undefined]>([
  ['always', undefined],
  ['always', {}],
  ['always', { all: [] }],
  ['never', { any: [] }],
  ['maybe', { childStatus: ['unborn'] }],
  ['maybe', { cause: ['thresholds'], dissented: false }],
  ['maybe', { fact: { danger: false } }],
  ['maybe', { all: [{}, MAYBE] }],
  ['never', { all: [MAYBE, NEVER] }],
  ['always', { all: [{}, {}] }],
  ['maybe', { any: [NEVER, MAYBE] }],
  ['always', { any: [NEVER, {}, MAYBE] }],
  ['never', { any: [NEVER, NEVER] }],
  ['never', { not: {} }],
  ['always', { not: NEVER }],
  ['maybe', { not: MAYBE }],
  ['never', { ...MAYBE, any: [NEVER] }],
  ['always', { stage: undefined, all: undefined }],
])('is %s for %j, wherever', (expected, condition) => {
  expect(chance(condition, null)).toBe(expected);
  expect(chance(condition, ['talk'])).toBe(expected);
});

it.each<[Chance, Condition, readonly string[] | null]>([
  ['maybe', { stage: ['talk'] }, null],
  ['always', { stage: ['talk', 'managers', 'first', 'top'] }, null],
  ['always', { stage: ['talk', 'top'] }, ['talk']],
  ['maybe', { stage: ['talk'] }, ['talk', 'top']],
  ['never', { stage: ['talk'] }, ['managers', 'top']],
  ['always', { route: ['standard'] }, ['talk']],
  ['never', { route: ['short'] }, ['talk', 'managers']],
  ['maybe', { route: ['short'] }, ['top']],
  ['maybe', { route: ['short'] }, null],
  ['always', { route: ['short', 'standard'] }, null],
  ['maybe', { decided: {} }, ['top']],
  ['never', { decided: {} }, ['talk']],
  ['maybe', { decided: {} }, ['talk', 'top']],
  ['maybe', { decided: { option: ['uphold'] } }, null],
  ['never', { decided: { option: ['other'] } }, ['top']],
  ['maybe', { decided: { stage: 'top' } }, ['top']],
  ['never', { decided: { stage: 'top' } }, ['talk', 'managers']],
  ['never', { decided: { stage: 'talk' } }, ['top']],
  ['maybe', { done: ['small.record'] }, null],
  ['maybe', { done: ['small.managers.told'] }, null],
  ['maybe', { done: ['small.record', 'small.review'] }, null],
  ['never', { conferenceRequested: true }, null],
  ['always', { conferenceRequested: false }, null],
  ['always', { subject: ['child', 'adult'] }, null],
  ['never', { subject: ['adult'] }, null],
  ['maybe', { because: ['urgent'] }, ['top']],
  ['never', { because: ['urgent'] }, ['managers']],
  ['maybe', { because: ['early'] }, ['managers']],
  ['never', { because: ['early'] }, ['first']],
  ['never', { because: ['conference-refused'] }, null],
])('is %s for %j at %j', (expected, condition, at) => {
  expect(chance(condition, at)).toBe(expected);
});

it.each<[Chance, Condition, readonly string[] | null, Changes]>([
  ['maybe', { conferenceRequested: true }, null, { conference: { text: 'Ask', clauses: ['small.top'] } }],
  ['maybe', { conferenceRequested: false }, null, { conference: { text: 'Ask', clauses: ['small.top'] } }],
  ['maybe', { subject: ['adult'] }, null, { subjects: ['child', 'adult'] }],
  ['always', { subject: ['adult', 'child'] }, null, { subjects: ['child', 'adult'] }],
  // Decided on the first rung of a ladder, asked on its last.
  ['maybe', { decided: { stage: 'talk' } }, ['top'], { 'stages/0/decision': { options: [{ id: 'a' }] } }],
  ['never', { decided: { stage: 'talk' } }, ['first'], { 'stages/0/decision': { options: [{ id: 'a' }] } }],
])('is %s for %j at %j with %j', (expected, condition, at, changes) => {
  expect(chance(condition, at, changes)).toBe(expected);
});
