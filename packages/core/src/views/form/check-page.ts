import { unmetGuards } from '../../case/index.ts';
import type { CaseState } from '../../case/index.ts';
import type { Action, Policy, Reason } from '../../policy/index.ts';
import { noteOf } from './fields.ts';
import { CHECK, type Page } from './page.ts';

/**
 * The page of all answers, with a warning of what the policy wants done first: what it only asks for is taken without.
 *
 * @param state as it would be with the answers
 */
export function checkPage(policy: Policy, state: CaseState, action: Action, to?: string, because?: Reason): Page {
  const step = { action, ...(to && { to }), ...(because && { because }) };
  const before = unmetGuards(policy, state, step)
    .filter(({ verb }) => verb === 'should')
    .map(({ text, clauses }) =>
      noteOf(policy, { key: 'form.should-first', values: { first: text }, own: ['first'] }, clauses, 'blocked'),
    );
  return { id: CHECK, title: { key: 'form.check' }, fields: [], before };
}
