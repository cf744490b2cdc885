import type { Action } from '../policy/index.ts';
import { actionText } from './actions.ts';
import { approval } from './approval.ts';
import { stageNotes, stageOf } from './at-stage.ts';
import { choice, optionsOf, own, words, type Field, type FormSetting, type Option, type Page } from './page.ts';
import { who } from './who.ts';

/** The one page of an action that takes no more. */
export function shortPage(action: Action, setting: FormSetting): Page {
  const fields = FIELDS[action]?.(setting) ?? [];
  return { id: action, title: actionText(action), before: stageNotes(setting), fields: [...fields, ...who(setting)] };
}

const FIELDS: Partial<Record<Action, (setting: FormSetting) => Field[]>> = {
  consult: () => [
    own('text', 'with', '!?'),
    own('radios', 'side', '!', { options: optionsOf('side', ['raising', 'receiving']) }),
  ],
  discuss: (setting) => [
    own('text', 'channel', '!?', suggesting(stageOf(setting)?.channels?.names)),
    own('long-text', 'summary', '!?', { label: { key: 'form.discussion' } }),
  ],
  progress: (setting) => [own('text', 'tier', '!?', suggesting(stageOf(setting)?.tiers?.names))],
  'set-timescale': ({ assessment }) => {
    const reasons = assessment.actions.flatMap(({ action, because }) => (action === 'set-timescale' ? [because!] : []));
    return [
      choice('because', optionsOf('timescale-reason', reasons), 'form.date-because'),
      own('date', 'due', '!?', { range: 'future' }),
    ];
  },
  extend: ({ policy }) => [
    own('date', 'until', '!?', { range: 'future' }),
    reason('extend'),
    own('tick', 'safe', '!'),
    ...approval(policy, policy.extension?.approver),
  ],
  done: (setting) => [choice('duty', owedOptions(setting)), own('long-text', 'note')],
  update: () => [summary('update')],
  dissent: () => [summary('dissent')],
  learn: () => [summary('learn')],
  'request-conference': () => [reason('request-conference')],
  reopen: () => [reason('reopen')],
  withdraw: () => [reason('withdraw')],
  close: () => [reason('close')],
};

/** Marks a value that is a clause, not the id of a duty. */
export const CLAUSE = 'clause:';

function reason(action: Action): Field {
  return own('long-text', 'reason', '!?', { label: { key: `form.reason-${action}` } });
}

function summary(action: Action): Field {
  return own('long-text', 'summary', '!?', { label: { key: `form.summary-${action}` } });
}

function suggesting(names?: readonly string[]): Partial<Field> {
  return names
    ? { suggestions: names, hint: { key: 'form.suggested', values: { names: names.join('; ') }, own: ['names'] } }
    : {};
}

/** Duties that can be met, with who owes them, and guards and clocks that wait for something to be done. */
function owedOptions({ policy, assessment }: FormSetting): Option[] {
  const owed = assessment.duties.filter(({ status }) => status === 'due' || status === 'overdue');
  const covered = new Set(owed.flatMap(({ clauses }) => clauses));
  const doable = assessment.actions.find(({ action }) => action === 'done')?.clauses ?? [];
  const guards = policy.guards.flatMap(
    ({ needs, clauses, text }) => needs.done?.map((id) => [id, text, clauses] as const) ?? [],
  );
  return [
    ...owed.map(({ id, words: label, owner, to }) => ({
      value: id,
      label,
      hint: { key: to ? 'form.owed-to' : 'form.owed', values: { owner, to: to ?? '' }, own: ['to'] },
    })),
    ...doable
      .filter((clause) => !covered.has(clause))
      .map((clause) => {
        const guard = guards.find(([id]) => id === clause);
        return { value: CLAUSE + clause, label: words(guard?.[1] ?? policy.clauses[clause]?.says ?? clause) };
      }),
  ];
}
