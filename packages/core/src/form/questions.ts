import { calloutsOf, currentVisit, unmetGuards, type CaseState, type Missing, type Step } from '../case/index.ts';
import {
  CALLOUT_KINDS,
  CHILD_STATUSES,
  conditionsOf,
  indexOf,
  type Action,
  type Ask,
  type CalloutKind,
  type Policy,
  type Stage,
  meaningOf,
} from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { calloutViews, roleOf } from '../views/index.ts';
import {
  CHECK,
  choice,
  noteOf,
  optionsOf,
  own,
  withNotes,
  type Answers,
  type Field,
  type FormInput,
  type Note,
  type Option,
  type Page,
} from './page.ts';
import { formPlanOf } from './plan.ts';

/*
 * Questions that more than one action asks. Each begins at what the case says already, so that opening a case and
 * changing it are the same pages.
 */

/** Notes that stand on every page: nobody is to miss them, whatever is being asked. */
export const STANDING: readonly CalloutKind[] = ['immediate-danger', 'urgent', 'paramount'];
/** What the policy says of a stage, for whoever is at it. */
export const AT_STAGE: readonly CalloutKind[] = CALLOUT_KINDS.filter((kind) => !STANDING.includes(kind));

/** 'Take it to the next stage'. */
export function actionText(action: Action): Text {
  return { key: `action.${action}` };
}

/** 'Stage 1: Safeguarding leads or managers seek a resolution'. */
export function stageText(policy: Policy, id: string): Text {
  return formPlanOf(policy).stages.get(id)?.label ?? ofPolicy(id);
}

/** The stage at which the case stands. */
export function stageOf({ case: { policy, state } }: FormInput): Stage | undefined {
  return indexOf(policy).stages.get(currentVisit(state)?.stage ?? '');
}

/** The callouts of these kinds, as notes. */
export function notesOf(policy: Policy, state: CaseState, kinds: readonly CalloutKind[]): Note[] {
  return calloutViews(
    policy,
    calloutsOf(policy, state).filter(({ kind }) => kinds.includes(kind)),
  );
}

/** What the policy says there to whoever acts, danger first. */
export function stageNotes({ case: { policy, state } }: FormInput): Note[] {
  return notesOf(policy, state, ['immediate-danger', ...AT_STAGE]);
}

/** The id of the fact that every policy's form asks first, in the policy's words or ours. */
export function dangerOf(policy: Policy): string {
  return formPlanOf(policy).danger;
}

/** Whether a question of the policy's is asked before all that turns on it: what a yes means does not wait for a stage. */
export function isAskedFirst(policy: Policy, fact: Policy['facts'][number]): boolean {
  return fact.id === dangerOf(policy) || (meaningOf(fact) !== undefined && !fact.stages);
}

export function childPage({ case: { policy, state } }: FormInput): Page {
  const { subjects = [] } = policy;
  const isChild = subjects.length === 0 || (subjects.length === 1 && subjects[0] === 'child');
  const fields: Field[] = [];
  if (subjects.length > 1) {
    const options = optionsOf(subjects, (subject) => `form.subject.${subject}`);
    fields.push(own('radios', 'child/subject', '!', { label: { key: 'form.subject' }, options }));
  }
  // Nobody is asked what no part of the policy turns on.
  if (conditionsOf(policy).some(({ childStatus }) => childStatus)) {
    const options = optionsOf([...CHILD_STATUSES, 'none'], (status) => `child-status.${status}`);
    fields.push(own('checkboxes', 'child/statuses', '!?', { label: { key: 'form.statuses' }, options }));
  }
  fields.push(own('text', 'child/reference', '?', { label: { key: 'form.reference' } }));
  return {
    id: 'child',
    title: { key: isChild ? 'form.child' : 'form.about' },
    fields: fields.map((field) => startingAt(field, state)),
  };
}

/** Exactly the policy's own causes, and words of the person's own. */
export function causesPage({ case: { policy, state } }: FormInput, route: string): Page {
  const optionOf = ({ id, label, leadsTo }: Policy['causes'][number]): Option => ({
    value: id,
    label: ofPolicy(label),
    ...(leadsTo && { hint: ofPolicy(leadsTo) }),
  });
  const options = policy.causes.filter(({ routes }) => !routes || routes.includes(route)).map(optionOf);
  const after = policy.elsewhere?.map(({ text, clauses }) => noteOf(policy, ofPolicy(text), clauses));
  const page = { id: 'causes', ...(after && { after }) };
  if (options.length > 0) {
    const known = policy.causes.map(optionOf);
    const causes = own('checkboxes', 'causes', '!?', { options, known, unless: 'description' });
    return { ...page, fields: [startingAt(causes, state), own('long-text', 'description')] };
  }
  const description = own('long-text', 'description', '!', { label: { key: 'form.description.only' } });
  const why = policy.causesMissing;
  return { ...page, fields: [description], ...(why && { before: [noteOf(policy, ofPolicy(why.text), why.clauses)] }) };
}

/**
 * The policy's own questions on this route, but for those that are asked first.
 *
 * @param isAsked which of them
 */
export function factPages(
  { case: { policy, state } }: FormInput,
  route: string,
  isAsked: (fact: Policy['facts'][number]) => boolean,
): Page[] {
  const fields = policy.facts
    .filter((fact) => !isAskedFirst(policy, fact) && (!fact.routes || fact.routes.includes(route)) && isAsked(fact))
    .map((fact) => factField(fact, state));
  if (fields.length === 0) return [];
  return [{ id: 'facts', fields, ...(fields.length > 1 && { title: { key: 'form.facts' } }) }];
}

/** What the policy's own form asks, on a page of its own. @param verb how much the engine wants it */
export function askPage(policy: Policy, ask: Ask, verb: Missing['verb']): Page {
  const { asked } = formPlanOf(policy);
  const key = `${verb} ${ask.id}`;
  let page = asked.get(key);
  if (!page) asked.set(key, (page = pageFor(policy, ask, verb)));
  return page;
}

function pageFor(policy: Policy, ask: Ask, verb: Missing['verb']): Page {
  const expected = verb === 'should';
  const missing: Text = { key: 'form.missing', values: { question: ask.label }, own: ['question'] };
  const extras = { expected, ...(verb === 'must' && { missing }) };
  const label = ofPolicy(ask.label);
  const hint = ask.hint ? { hint: ofPolicy(ask.hint) } : ask.kind === 'date' ? { hint: DATE_HINT } : undefined;
  const page = {
    id: `ask-${ask.id}`,
    before: expected ? [noteOf(policy, { key: 'form.should' }, ask.clauses)] : [],
  };
  if (ask.kind === 'date-time')
    return { ...page, title: label, ...hint, fields: momentFields(ask.id, policy.timeZone, extras) };
  if (ask.kind !== 'person') return { ...page, fields: [{ name: ask.id, kind: ask.kind, label, ...hint, ...extras }] };
  const part = (name: 'name' | 'contact') =>
    own('text', `${ask.id}/${name}`, verb === 'must' ? '!' : '', { label: { key: `form.person-${name}` }, expected });
  return { ...page, title: label, ...hint, fields: [part('name'), part('contact')] };
}

/** A day and its hour: the one is no use without the other. */
function momentFields(id: string, zone: string, { expected, missing }: Pick<Field, 'expected' | 'missing'>): Field[] {
  const part = (kind: 'date' | 'time', other: string): Field =>
    own(kind, `${id}/${kind}`, '!?', {
      label: { key: `form.moment-${kind}` },
      zone,
      ...(expected && { expected }),
      ...(!missing && { besides: `${id}/${other}` }),
    });
  return [part('date', 'time'), part('time', 'date')];
}

export function priorityPages({ case: { policy, state } }: FormInput): Page[] {
  const options = policy.priorities?.map(({ id, label }) => ({ value: id, label: ofPolicy(label) })) ?? [];
  return options.length > 0 ? [{ id: 'priority', fields: [startingAt(choice('priority', options), state)] }] : [];
}

/** Who records it, for which side, and when it happened. */
export function who({ case: { state } }: FormInput): Field[] {
  const agency = (side: 'raising' | 'receiving'): Option => ({
    value: side,
    label: { key: `form.side-${side}`, values: { agency: state.parties?.[side].agency ?? '' } },
  });
  const options = [agency('raising'), agency('receiving'), ...optionsOf(['partnership'], (side) => `side.${side}`)];
  return [choice('by/side', options, { label: { key: 'form.by-side' } }), ...AUTHOR];
}

/** Who records what happens as it is recorded. */
export function author(input: FormInput): Field[] {
  return who(input).filter(({ name }) => name !== 'when');
}

/** Whoever opens a case does so for the side that raises it. */
export function whoOpens(): Page {
  return { id: 'who', title: { key: 'form.who' }, fields: OPENER };
}

/** Who approved it, where the policy names a role that has to. */
export function approval(policy: Policy, approver: string | undefined): Field[] {
  return approver ? [own('text', 'approvedBy', '!', { hint: ofPolicy(roleOf(policy, approver).name) })] : [];
}

/** The page of all answers. @param before what stands above them: found once the page is shown */
export function checkPage(before: () => Note[]): Page {
  return withNotes({ id: CHECK, title: { key: 'form.check' }, fields: [] }, { before });
}

/**
 * A warning of what the policy wants done first: what it only asks for is taken without.
 *
 * @param then the case as the answers have it
 */
export function shouldFirst(policy: Policy, then: CaseState, step: Step): Note[] {
  return unmetGuards(policy, then, step)
    .filter(({ verb }) => verb === 'should')
    .map(({ text, clauses }) =>
      noteOf(policy, { key: 'form.should-first', values: { first: text }, own: ['first'] }, clauses, 'blocked'),
    );
}

/** How a date is written, where the policy says nothing of its own about it. */
const DATE_HINT: Text = { key: 'form.date-hint' };

function authorFields(when: 'form.when' | 'form.when-open'): readonly Field[] {
  return [
    own('text', 'by/role', '!?', { label: { key: 'form.role' } }),
    own('text', 'by/name', '', { label: { key: 'form.name' } }),
    own('date', 'when', '', { label: { key: when }, hint: { key: 'form.when.hint' }, range: 'past' }),
  ];
}

const AUTHOR = authorFields('form.when');
const OPENER = authorFields('form.when-open');

export function factField({ id, question, hint }: Policy['facts'][number], state: CaseState): Field {
  const missing: Text = { key: 'form.missing-fact', values: { question }, own: ['question'] };
  const label = ofPolicy(question);
  return startingAt(
    { name: `facts/${id}`, kind: 'yes-no', label, missing, ...(hint && { hint: ofPolicy(hint) }) },
    state,
  );
}

export function startingAt(field: Field, state: CaseState): Field {
  const initial = state.opened ? currentAnswers(state)[field.name] : undefined;
  return initial === undefined ? field : { ...field, initial };
}

/** What the case says, as answers. */
function currentAnswers({ child, causes, facts, priority }: CaseState): Answers {
  return {
    'child/statuses': child.statuses.length > 0 ? child.statuses : ['none'],
    'child/subject': child.subject ?? 'child',
    'child/reference': child.reference ?? '',
    causes,
    ...(priority !== null && { priority }),
    ...Object.fromEntries(Object.entries(facts).map(([id, value]) => [`facts/${id}`, value ? 'yes' : 'no'])),
  };
}
