import { holds, unmetGuards, waysUp, type CaseState } from '../case/index.ts';
import { indexOf, withInner, type Action, type Policy, type Way } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { answerOf, isGiven } from './answers.ts';
import { noteOf, own, withNotes, type Answers, type Field, type FormInput, type Note, type Page } from './page.ts';
import { dangerOf, factField, isAskedFirst, notesOf, startingAt } from './questions.ts';

/*
 * What a form asks of danger and urgency, and what becomes of it once one of them is answered with yes.
 */

export function dangerField({ case: { policy, state } }: FormInput): Field {
  const id = dangerOf(policy);
  const fact = indexOf(policy).facts.get(id);
  return fact
    ? factField(fact, state)
    : startingAt(own('yes-no', `facts/${id}`, '!', { label: { key: 'form.danger' } }), state);
}

/** The policy's other questions on this route that a yes makes urgent. */
export function urgentFields({ case: { policy, state } }: FormInput, route: string): Field[] {
  return policy.facts
    .filter((fact) => fact.id !== dangerOf(policy) && isAskedFirst(policy, fact))
    .filter(({ routes }) => !routes || routes.includes(route))
    .map((fact) => factField(fact, state));
}

/**
 * The question of immediate danger and, once it is said to be so, what is to be read before anything else.
 *
 * @param then the case as the answers have it
 */
export function dangerPages(input: FormInput, answers: Answers, then: CaseState): Page[] {
  const { policy, state } = input.case;
  const field = dangerField(input);
  const page = withNotes(
    { id: 'danger', fields: [field] },
    { before: () => notesOf(policy, state, ['immediate-danger']) },
  );
  return answerOf(field, answers) === 'yes' ? [page, noticePage('danger-now', 'shown', policy, then)] : [page];
}

/** The same for the policy's other questions of urgency. */
export function urgentPages(input: FormInput, answers: Answers, then: CaseState): Page[] {
  const fields = urgentFields(input, then.route ?? '');
  if (fields.length === 0) return [];
  const page: Page = { id: 'urgent', fields, ...(fields.length > 1 && { title: { key: 'form.facts' } }) };
  const isUrgent = fields.some((field) => answerOf(field, answers) === 'yes');
  return isUrgent ? [page, noticePage('urgent-now', 'shown/urgent', input.case.policy, then)] : [page];
}

/** What the policy says where there is danger or it is urgent, and where it goes from here. */
export function urgencyNotes(policy: Policy, then: CaseState): Note[] {
  const { words, clauses } = goingOn(policy, then);
  return [...notesOf(policy, then, ['immediate-danger', 'urgent']), { ...noteOf(policy, words, clauses), kind: 'now' }];
}

/** The urgent ways of the policy that lead up on the case's route. */
export function urgentWays(policy: Policy, then: CaseState): Way[] {
  const ladder = indexOf(policy).route(then.route ?? '');
  const leads = ({ from, to }: Way) =>
    from === 'any' || from.some((id) => ladder.includes(id) && ladder.indexOf(id) < ladder.indexOf(to));
  return policy.ways.filter(
    (way) => way.because.includes('urgent') && ladder.includes(way.to) && leads(way) && holds(way.when, then),
  );
}

/** Of pages that can wait where it is urgent, those that something was given on already. */
export function begun(pages: readonly Page[], answers: Answers): Page[] {
  return pages.filter(({ fields }) => fields.some(({ name }) => isGiven(answers[name] ?? '')));
}

/** Of fields those that have to be given, and what was given to the others already. */
export function needed(fields: readonly Field[], answers: Answers): Field[] {
  return fields.filter(({ name, missing }) => missing || isGiven(answers[name] ?? ''));
}

/** The questions on which it turns whether the policy refuses a step: all that is asked where it is urgent. */
export function decidingFacts({ guards, asks, ...policy }: Policy, action: Action, to: string): ReadonlySet<string> {
  const isBefore = guards.filter(
    ({ verb, before }) => verb === 'must' && before.some((it) => it.action === action && (it.to?.includes(to) ?? true)),
  );
  const conditions = [
    ...isBefore.flatMap(({ needs, waived }) => [needs, waived?.when]),
    ...(action === 'open'
      ? [
          ...asks.filter(({ verb, stages }) => verb === 'must' && stages.includes(to)).map(({ when }) => when),
          ...policy.stages.filter(({ id }) => id === to).map(({ when }) => when),
        ]
      : []),
  ];
  return new Set(conditions.flatMap(withInner).flatMap(({ fact }) => Object.keys(fact ?? {})));
}

function noticePage(id: string, name: string, policy: Policy, then: CaseState): Page {
  const notice: Field = { name, kind: 'notice', label: { key: 'form.danger-now' } };
  return withNotes({ id, title: notice.label, fields: [notice] }, { before: () => urgencyNotes(policy, then) });
}

/** A case that is not open yet has every stage before it, one that is open those above. */
function goingOn(policy: Policy, then: CaseState): { words: Text; clauses: readonly string[] } {
  const isOpen = then.log.length > 0;
  const up = isOpen ? waysUp(policy, then) : [];
  const isUrgent = isOpen
    ? up.flatMap(({ to, because, clauses }) => (because === 'urgent' ? [{ to, clauses }] : []))
    : urgentWays(policy, then);
  if (isUrgent.length > 0) return going('form.go-way', policy, isUrgent);
  if (!isOpen) return { words: { key: 'form.go-any' }, clauses: [] };
  const isFree = ({ to, because }: (typeof up)[number]) =>
    because === 'early' &&
    !unmetGuards(policy, then, { action: 'escalate', to, because }).some(({ verb }) => verb === 'must');
  const next = up.filter(isFree);
  return next.length > 0 ? going('form.go-on', policy, next) : { words: { key: 'form.go-here' }, clauses: [] };
}

function going(
  key: 'form.go-way' | 'form.go-on',
  policy: Policy,
  ways: readonly { to: string; clauses: readonly string[] }[],
): { words: Text; clauses: readonly string[] } {
  const stages = [...new Set(ways.map(({ to }) => to))];
  const to = stages.map((id) => indexOf(policy).stages.get(id)?.label ?? id).join(' / ');
  const clauses = key === 'form.go-way' ? ways.flatMap((way) => way.clauses) : [];
  return { words: { key, values: { to }, own: ['to'] }, clauses };
}
