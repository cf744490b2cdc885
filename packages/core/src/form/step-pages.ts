import type { DutyView } from '../case/index.ts';
import { isResult, RESULTS, resultsAt, TIMESCALE_REASONS, type Action, type Policy } from '../policy/index.ts';
import type { KeyAfter } from '../text/message-key.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { answerOf, dateOf } from './answers.ts';
import { caseAfter, CLAUSE } from './commands.ts';
import {
  choice,
  dayNotes,
  noteOf,
  optionsOf,
  own,
  withNotes,
  type Answers,
  type Field,
  type FormInput,
  type Option,
  type Page,
} from './page.ts';
import {
  actionText,
  approval,
  causesPage,
  childPage,
  factPages,
  priorityPages,
  shouldFirst,
  stageNotes,
  stageOf,
  who,
} from './questions.ts';
import { begun, dangerField, dangerPages, urgentFields, urgentPages } from './urgency-pages.ts';

/** The one page of an action that takes no more. */
export function shortPage(action: Action, input: FormInput, answers: Answers): Page {
  const fields = FIELDS[action]?.(input) ?? [];
  const page = { id: action, title: actionText(action), fields: [...fields, ...who(input)] };
  const { policy, state } = input.case;
  const day = fields.find(({ kind, range }) => kind === 'date' && range === 'future');
  return withNotes(page, {
    before: () => [...stageNotes(input), ...shouldFirst(policy, state, { action })],
    after: () => (day ? dayNotes(input.case, dateOf(answerOf(day, answers))) : []),
  });
}

/** What came of it, and how it counts where that can differ. */
export function resolvePages(input: FormInput): Page[] {
  const { policy } = input.case;
  const results = resultsAt(policy, stageOf(input));
  const fields = [own('long-text', 'outcome', '!?'), own('long-text', 'outstanding', '?')];
  const known = resultOptions(policy, [...RESULTS, ...(policy.outcomes ?? []).map(({ id }) => id)]);
  const result = choice('result', resultOptions(policy, results), { known });
  return [
    withNotes({ id: 'outcome', title: actionText('resolve'), fields }, { before: () => stageNotes(input) }),
    ...(results.length > 1
      ? [{ id: 'result', fields: [results.includes('agreed') ? { ...result, initial: 'agreed' } : result] }]
      : []),
  ];
}

/** Why it is closed and, of each duty that is still owed, whether it was done: after that nobody is asked. */
export function closePages(input: FormInput): Page[] {
  const { policy, assessment } = input.case;
  const owed = assessment.duties.filter(({ status }) => status === 'due' || status === 'overdue');
  if (owed.length === 0) return [];
  const options = optionsOf(['done', 'not-done'], (answer) => `form.closing.${answer}`);
  const fields = owed.map((duty): Field => {
    const { id, words: label } = duty;
    const missing: Text = {
      key: 'form.missing-closing',
      values: { duty: String(label.values?.['text'] ?? '') },
      own: ['duty'],
    };
    return { name: `duties/${id}`, kind: 'radios', label, hint: owedTo(duty), options, missing };
  });
  const before = [noteOf(policy, { key: 'form.closing.hint' }, [])];
  return [
    { id: 'close', title: actionText('close'), fields: [reason('close')] },
    { id: 'owed', title: { key: 'form.closing' }, before, fields },
  ];
}

/** What has become true since: the person says which part, and is asked only that. */
export function changePages(input: FormInput, answers: Answers): Page[] {
  const route = input.case.state.route ?? '';
  const child = childPage(input);
  const causes = causesPage(input, route);
  const facts = factPages(input, route, () => true);
  const first = { id: 'danger', fields: [dangerField(input), ...urgentFields(input, route)] };
  const then = caseAfter(input.case, [first, ...facts], answers).state;
  const urgent = [...dangerPages(input, answers, then), ...urgentPages(input, answers, then)];
  const parts: Record<Changeable, Page[]> = {
    // What else the policy asks can wait once the answer is yes.
    facts: [...urgent, ...(urgent.some(isNotice) ? begun(facts, answers) : facts)],
    child: child.fields.length > 1 ? [child] : [],
    priority: priorityPages(input),
    causes: causes.fields.length > 1 ? [{ ...causes, fields: causes.fields.slice(0, 1) }] : [],
  };
  const names = CHANGEABLE.filter((name) => parts[name].length > 0);
  const changed = own('checkboxes', 'changed', '!?', { options: optionsOf(names, (name) => `form.changed.${name}`) });
  const chosen = answerOf(changed, answers);
  return [
    { id: 'changed', fields: [changed] },
    ...names.filter((name) => chosen.includes(name)).flatMap((name) => parts[name]),
  ];
}

/** A page that is there to be read. */
export function isNotice({ fields: [first] }: Page): boolean {
  return first?.kind === 'notice';
}

const CHANGEABLE = ['facts', 'child', 'priority', 'causes'] as const;
type Changeable = (typeof CHANGEABLE)[number];

const FIELDS: Partial<Record<Action, (input: FormInput) => Field[]>> = {
  consult: () => [
    own('text', 'with', '!?'),
    own('radios', 'side', '!', { options: optionsOf(['raising', 'receiving'], (side) => `side.${side}`) }),
  ],
  discuss: (input) => [
    own('text', 'channel', '!?', suggesting(stageOf(input)?.channels?.names)),
    own('long-text', 'summary', '!?', { label: { key: 'form.discussion' } }),
  ],
  progress: (input) => [
    own('text', 'tier', '!?', suggesting(stageOf(input)?.tiers?.names)),
    own('radios', 'side', '', { label: { key: 'form.tier-side' }, options: tierSides(input) }),
  ],
  'set-timescale': ({ case: { assessment } }) => {
    const reasons = TIMESCALE_REASONS.filter((reason) =>
      assessment.actions.some(({ action, because }) => action === 'set-timescale' && because === reason),
    );
    return [
      choice(
        'because',
        optionsOf(reasons, (reason) => `timescale-reason.${reason}`),
        { label: { key: 'form.date-because' } },
      ),
      own('date', 'due', '!?', { range: 'future' }),
    ];
  },
  extend: ({ case: { policy } }) => [
    own('date', 'until', '!?', { range: 'future' }),
    reason('extend'),
    own('tick', 'safe', '!'),
    ...approval(policy, policy.extension?.approver),
  ],
  done: (input) => [choice('duty', owedOptions(input)), own('long-text', 'note')],
  update: () => [summary('update')],
  dissent: () => [summary('dissent')],
  learn: () => [summary('learn')],
  'request-conference': () => [reason('request-conference')],
  reopen: () => [reason('reopen')],
  withdraw: () => [reason('withdraw')],
  close: () => [reason('close')],
};

/** Those of every policy by the catalogue, its own by its words. */
function resultOptions({ outcomes = [] }: Policy, results: readonly string[]): Option[] {
  return results.map((value): Option => {
    if (isResult(value)) return { value, label: { key: `result.${value}` } };
    return { value, label: ofPolicy(outcomes.find(({ id }) => id === value)?.label ?? value) };
  });
}

function reason(action: Extract<Action, KeyAfter<'form.reason-'>>): Field {
  return own('long-text', 'reason', '!?', { label: { key: `form.reason-${action}` } });
}

function summary(action: Extract<Action, KeyAfter<'form.summary-'>>): Field {
  return own('long-text', 'summary', '!?', { label: { key: `form.summary-${action}` } });
}

function suggesting(names?: readonly string[]): Partial<Pick<Field, 'suggestions' | 'hint'>> {
  return names
    ? { suggestions: names, hint: { key: 'form.suggested', values: { names: names.join('; ') }, own: ['names'] } }
    : {};
}

/** Duties that can be met, with who owes them, and guards and clocks that wait for something to be done. */
function owedOptions({ case: { policy, assessment } }: FormInput): Option[] {
  const owed = assessment.duties.filter(({ status }) => status === 'due' || status === 'overdue');
  const covered = new Set(owed.flatMap(({ clauses }) => clauses));
  const doable = assessment.actions.find(({ action }) => action === 'done')?.clauses ?? [];
  const guards = policy.guards.flatMap(
    ({ needs, clauses, text }) => needs.done?.map((id) => [id, text, clauses] as const) ?? [],
  );
  return [
    ...owed.map((duty) => ({ value: duty.id, label: duty.words, hint: owedTo(duty) })),
    ...doable
      .filter((clause) => !covered.has(clause))
      .map((clause) => {
        const guard = guards.find(([id]) => id === clause);
        return { value: CLAUSE + clause, label: ofPolicy(guard?.[1] ?? policy.clauses[clause]?.says ?? clause) };
      }),
  ];
}

/** Whose it is, and to whom. */
function owedTo({ owner, to }: Pick<DutyView, 'owner' | 'to'>): Text {
  return { key: to ? 'form.owed-to' : 'form.owed', values: { owner, to: to ?? '' }, own: ['to'] };
}

/** The sides that meet at the stage: one can go to another tier by itself. Where it is left open, both did. */
function tierSides(input: FormInput): Option[] {
  const { meets = {} } = stageOf(input) ?? {};
  const sides = (['raising', 'receiving'] as const).filter((side) => meets[side]);
  return optionsOf(sides, (side) => `side.${side}`);
}
