import { parsePolicy } from '@escalation-kit/core/parse';
import { expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { restingOn } from './resting-on.ts';

/** A clause that nothing names but what a row adds. */
const LONE = 'small.lone';
const on = (changes: Changes) =>
  restingOn(parsePolicy(changed({ [`clauses/${LONE}`]: { place: '11', says: 'Alone' }, ...changes }))).get(LONE);

it.each<[string, Changes]>([
  ['Review date', { 'provenance/review/clauses': [LONE] }],
  ['Principle: The child comes first.', { 'principles/0/clauses': [LONE] }],
  ['Reminder: Do.', { reminders: [{ text: 'Do.', clauses: [LONE] }] }],
  ['Cause: Levels of need', { 'causes/0/clauses': [LONE] }],
  ['Why there are no causes', { causesMissing: { text: 'Cut off.', clauses: [LONE] } }],
  ['Elsewhere: Complaints.', { elsewhere: [{ text: 'Complaints.', clauses: [LONE] }] }],
  ['Question: Is the child in danger now?', { 'facts/0/clauses': [LONE] }],
  ['Question: Your manager', { 'asks/0/clauses': [LONE] }],
  ['Priority: High', { 'priorities/0/clauses': [LONE] }],
  ['Role: Worker', { 'roles/0/clauses': [LONE] }],
  ['Role: Board', { 'roles/2/substitutes': [{ name: 'Deputy', clauses: [LONE] }] }],
  ['Route: A conference', { 'routes/1/joins/clauses': [LONE] }],
  ['Stage: Step A', { 'stages/0/clauses/1': LONE }],
  ['Tiers: Step A', { 'stages/0/tiers': { names: ['One'], clauses: [LONE] } }],
  ['Means of discussion: Step A', { 'stages/0/channels': { names: ['Telephone'], clauses: [LONE] } }],
  ['Time, Step A: 2 working days', { 'stages/0/clocks/0/clauses': [LONE] }],
  ['Time, Step B: “without delay”', { 'stages/1/clocks/0/stops': { done: LONE } }],
  ['Decision: Step C', { 'stages/3/decision/options/0/clauses': [LONE] }],
  ['Putting a date off', { extension: { clauses: [LONE] } }],
  ['Way up: Straight to the board', { 'ways/0/clauses': [LONE] }],
  ['Before a step: Tell the managers first', { 'guards/0/needs': { any: [{ done: [LONE] }] } }],
  ['Duty: Record what was said', { 'duties/0/clauses/1': LONE }],
  ['Shown unasked: Do not wait where a child is in danger.', { 'callouts/0/clauses': [LONE] }],
  ['Asking for a conference', { conference: { text: 'Ask.', clauses: [LONE] } }],
  ['What was learned', { learning: { to: 'All', text: 'Write.', clauses: [LONE] } }],
  ['Dissent', { dissent: { clauses: [LONE] } }],
  ['The partnership’s own form', { officialForm: { title: 'F', url: 'https://f.example/', clauses: [LONE] } }],
  ['Contact: Partnership office', { 'contacts/0/clauses': [LONE] }],
])('%s', (name, changes) => {
  expect(on(changes)).toEqual([name]);
});

it('nothing, where nothing names the clause', () => {
  expect(on({})).toBeUndefined();
});

it('several parts, each once and in the order of the policy', () => {
  expect(on({ 'duties/0/clauses/1': LONE, 'roles/0/clauses': [LONE], 'roles/1/clauses': [LONE, LONE] })).toEqual([
    'Role: Worker',
    'Role: Manager',
    'Duty: Record what was said',
  ]);
});
