import { describe, expect, test } from 'vitest';
import type { Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder, OPENING } from '../../../../test/engine/small.ts';
import type { Command } from './commands.ts';
import { missingFor } from './missing.ts';

type Fields = Readonly<Record<string, unknown>>;

const AT = { at: '2026-11-20T20:00:00Z', by: { side: 'raising' } };

/** What is missing, in short: what, which, and how much it is wanted. */
function missing(command: Fields, changes: Changes = {}, log: readonly Fields[] = []): string[] {
  const { policy, state } = caseUnder(changes, log);
  const found = missingFor(policy, state, { ...AT, ...command } as unknown as Command);
  return found.map(({ what, id, verb }) => `${what} ${id} ${verb}`);
}

const open = (fields: Fields = {}) => ({ action: 'open', ...OPENING, ...fields });
const ask = (when: object, id = 'extra') => ({
  id,
  kind: 'text',
  label: 'What?',
  clauses: ['small.record'],
  stages: ['talk'],
  verb: 'must',
  when,
});

describe('to open a case', () => {
  test('nothing is missing where everything is said', () => {
    expect(missing(open())).toEqual([]);
  });

  test('the fields that every opening has', () => {
    expect(missing({ action: 'open' })).toEqual(['field route must', 'field stage must', 'field parties must']);
  });

  test.each<[what: string, when: object, said: Fields]>([
    ['about somebody other than a child', { subject: ['adult'] }, { child: { subject: 'adult' } }],
    ['with another answer given', { answered: ['first'] }, { first: 'Said' }],
    ['at this stage', { stage: ['talk'] }, {}],
    ['by an agency without a lead', { party: { noLead: true } }, { parties: noLead() }],
    ['of this priority', { priority: ['high'] }, { priority: 'high' }],
    ['for this cause', { cause: ['thresholds'] }, { causes: ['thresholds'] }],
  ])('a must-question that is asked of a case %s is found', (_, when, said) => {
    const changes = { 'asks/0': ask(when), subjects: ['child', 'adult'] };
    expect(missing(open(said), changes)).toContain('ask extra must');
    expect(missing(open({ ...said, extra: 'Said' }), changes)).not.toContain('ask extra must');
  });

  test('what it turns on whether something is asked is asked first', () => {
    expect(missing(open(), { 'asks/0': ask({ fact: { danger: true } }) })).toEqual(['fact danger may']);
    const known = { facts: { danger: false } };
    expect(missing(open(known), { 'asks/0': ask({ fact: { danger: true } }) })).toEqual([]);
    const party = { party: { side: 'raising', noLead: true } };
    expect(missing(open(), { 'asks/0': ask({ any: [party, { priority: ['high'] }] }) })).toEqual([
      'field parties.raising.noLead may',
      'field priority may',
    ]);
  });

  test('what it turns on whether the stage is for such a case', () => {
    expect(missing(open(), { 'stages/1/when': { subject: ['adult'] } })).toEqual(['field child.subject may']);
  });

  test('what comes first, and the facts that meet it', () => {
    const guard = {
      id: 'asked',
      verb: 'must',
      before: [{ action: 'open', to: ['talk'] }],
      needs: { fact: { danger: true } },
      text: 'Ask about danger',
      clauses: ['small.danger'],
    };
    expect(missing(open(), { 'guards/0': guard })).toEqual(['fact danger may', 'guard asked must']);
    expect(missing(open({ facts: { danger: true } }), { 'guards/0': guard })).toEqual([]);
  });
});

describe('to go up', () => {
  const UNMET = ['ask manager should', 'guard told should'];
  const up = { action: 'escalate', to: 'managers', because: 'unresolved', reason: 'Not settled' };

  test('a case under way is not held up by what the form asks on the way in', () => {
    expect(missing(up, { 'asks/0/verb': 'must' }, [{}])).toEqual(['fact danger may', ...UNMET]);
  });

  test('whose approval and whose advice a way wants', () => {
    const urgent = { action: 'escalate', to: 'top', because: 'urgent', reason: 'Danger' };
    const changes = { 'ways/0/approver': 'board', 'ways/0/consultFirst': 'manager' };
    expect(missing(urgent, changes, [{}])).toEqual(['field approvedBy must', 'consult manager must']);
    const consulted = { type: 'consulted', with: 'Manager', side: 'raising' };
    expect(missing({ ...urgent, approvedBy: 'The board' }, changes, [{}, consulted])).toEqual([]);
  });
});

function noLead() {
  const { raising, receiving } = OPENING.parties;
  return { raising: { ...raising, noLead: true }, receiving };
}
