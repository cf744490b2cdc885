import type { CaseState } from '../../case/index.ts';
import { CHILD_STATUSES, conditionsOf, indexOf, type Policy } from '../../policy/index.ts';
import type { Text } from '../../text/text.ts';
import { sourcesOf } from '../sources.ts';
import {
  choice,
  optionsOf,
  own,
  words,
  type Answers,
  type Field,
  type FormSetting,
  type Note,
  type Page,
} from './page.ts';

/*
 * Questions that more than one action asks. Each begins at what the case says already, so that opening a case and
 * changing it are the same pages.
 */

/** The fact that every policy's form asks first. */
export const DANGER = 'immediate-harm';

export function dangerField({ policy, state }: FormSetting): Field {
  const fact = indexOf(policy).facts.get(DANGER);
  return fact
    ? factField(fact, state)
    : startingAt(own('yes-no', `facts/${DANGER}`, '!', { label: { key: 'form.danger' } }), state);
}

export function childPage({ policy, state }: FormSetting): Page {
  const { subjects = [] } = policy;
  const isChild = subjects.length === 0 || (subjects.length === 1 && subjects[0] === 'child');
  const fields: Field[] = [];
  if (subjects.length > 1) {
    const options = optionsOf('form.subject', subjects);
    fields.push(own('radios', 'child/subject', '!', { label: { key: 'form.subject' }, options }));
  }
  // Nobody is asked what no part of the policy turns on.
  if (conditionsOf(policy).some(({ childStatus }) => childStatus)) {
    const options = optionsOf('child-status', [...CHILD_STATUSES, 'none']);
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
export function causesPage({ policy, state }: FormSetting, route: string): Page {
  const options = policy.causes
    .filter(({ routes }) => !routes || routes.includes(route))
    .map(({ id, label, leadsTo }) => ({ value: id, label: words(label), ...(leadsTo && { hint: words(leadsTo) }) }));
  const after = policy.elsewhere?.map(({ text, clauses }) => noteOf(policy, words(text), clauses));
  const page = { id: 'causes', ...(after && { after }) };
  if (options.length > 0) {
    const causes = own('checkboxes', 'causes', '!?', { options, unless: 'description' });
    return { ...page, fields: [startingAt(causes, state), own('long-text', 'description')] };
  }
  const description = own('long-text', 'description', '!', { label: { key: 'form.description.only' } });
  const why = policy.causesMissing;
  return { ...page, fields: [description], ...(why && { before: [noteOf(policy, words(why.text), why.clauses)] }) };
}

/**
 * The policy's own questions on this route, danger aside.
 *
 * @param isAsked by the stages that a question belongs to, if to any
 */
export function factPages(
  { policy, state }: FormSetting,
  route: string,
  isAsked: (stages: readonly string[] | undefined) => boolean,
): Page[] {
  const fields = policy.facts
    .filter(({ id, routes, stages }) => id !== DANGER && (!routes || routes.includes(route)) && isAsked(stages))
    .map((fact) => factField(fact, state));
  if (fields.length === 0) return [];
  return [{ id: 'facts', fields, ...(fields.length > 1 && { title: { key: 'form.facts' } }) }];
}

export function priorityPages({ policy, state }: FormSetting): Page[] {
  const options = policy.priorities?.map(({ id, label }) => ({ value: id, label: words(label) })) ?? [];
  return options.length > 0 ? [{ id: 'priority', fields: [startingAt(choice('priority', options), state)] }] : [];
}

/** 'Stage 1: Safeguarding leads or managers seek a resolution'. */
export function stageText(policy: Policy, id: string): Text {
  const stage = indexOf(policy).stages.get(id);
  return words(stage ? `${stage.label}: ${stage.name}` : id);
}

/** Something of the policy to be read. */
export function noteOf(policy: Policy, text: Text, clauses: readonly string[], kind: Note['kind'] = 'plain'): Note {
  return { kind, words: text, contact: null, sources: sourcesOf(policy, clauses) };
}

function factField({ id, question, hint }: Policy['facts'][number], state: CaseState): Field {
  const missing = { key: 'form.missing-fact', values: { question }, own: ['question'] };
  const field: Field = { name: `facts/${id}`, kind: 'yes-no', label: words(question), missing };
  return startingAt(hint ? { ...field, hint: words(hint) } : field, state);
}

function startingAt(field: Field, state: CaseState): Field {
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
