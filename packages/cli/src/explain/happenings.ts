import {
  indexOf,
  isResult,
  type Action,
  type EventType,
  type Policy,
  type Side,
  type Start,
  type Trigger,
} from '@escalation-kit/core/policy';
import { listed, saidWithin, stageLabel, stageLabels } from './explained.ts';

/** From when a clock runs, to stand after 'from'. */
export function startWords(start: Start, policy: Policy): string {
  if (start === 'entered') return 'the start of the stage';
  if (start === 'opened') return 'the opening of the case';
  if ('firstOf' in start)
    return `whichever comes first: ${listed(
      start.firstOf.map((one) => startWords(one, policy)),
      'or',
    )}`;
  if ('answer' in start)
    return `the day given under ‘${indexOf(policy).asks.get(start.answer)?.label ?? start.answer}’`;
  return 'stage' in start ? `the start of ${stageLabel(policy, start.stage)}` : `the moment ${happeningWords(start)}`;
}

/** 'at the start of Stage 1', 'when the case is resolved at Stage 2' */
export function triggerWords(trigger: Trigger, policy: Policy): string {
  if ('enters' in trigger) return `at the start of ${stageLabels(policy, trigger.enters)}`;
  const { event, at, option, result, gap, clause } = trigger;
  return [
    happeningWords({ event }),
    at && `at ${stagesEither(at, policy)}`,
    option &&
      `as ${listed(
        option.map((id) => `‘${optionLabel(id, policy)}’`),
        'or',
      )}`,
    result &&
      `as ‘${listed(
        result.map((one) => resultWords(one, policy)),
        'or',
      )}’`,
    gap && 'with a gap in policy',
    clause && `(${clause.join(', ')})`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** 'when the partnership is updated', 'when barnsley.1 is recorded as done' */
export function happeningWords(happening: { event: EventType; side?: Side | undefined } | { done: string }): string {
  if ('done' in happening) return `when ${happening.done} is recorded as done`;
  const by = happening.side ? ` by ${saidWithin(`side.${happening.side}`)}` : '';
  return `when ${EVENTS[happening.event]}${by}`;
}

/** A result of every policy, or the policy's own outcome as it calls it. */
export function resultWords(id: string, policy: Policy): string {
  return isResult(id) ? saidWithin(`result.${id}`) : (indexOf(policy).outcomes.get(id)?.label ?? id);
}

/** 'going up a stage' */
export function actionWords(action: Action): string {
  return ACTIONS[action];
}

export function stagesEither(ids: readonly string[], policy: Policy): string {
  return listed(
    ids.map((id) => stageLabel(policy, id)),
    'or',
  );
}

function optionLabel(id: string, policy: Policy): string {
  for (const { decision } of indexOf(policy).stages.values()) {
    const option = decision?.options.find((each) => each.id === id);
    if (option) return option.label;
  }
  return id;
}

const EVENTS: Readonly<Record<EventType, string>> = {
  opened: 'the case is opened',
  changed: 'something about the case changes',
  consulted: 'somebody is consulted',
  discussed: 'a discussion is recorded',
  progressed: 'it goes to another tier of management',
  'timescale-set': 'a date is set for the case',
  extended: 'the date is put off',
  escalated: 'the case goes up',
  decided: 'a decision is recorded',
  done: 'something is recorded as done',
  updated: 'the partnership is updated',
  dissented: 'dissent is put on record',
  'conference-requested': 'a conference is asked for',
  resolved: 'the case is resolved',
  learned: 'something learned is recorded',
  adopted: 'a newer policy or calendar is taken up',
  reopened: 'the case is opened again',
  withdrawn: 'the case is withdrawn',
  closed: 'the case is closed',
  corrected: 'an entry is corrected',
};

const ACTIONS: Readonly<Record<Action, string>> = {
  open: 'opening a case',
  change: 'changing what is known of the case',
  consult: 'consulting somebody',
  discuss: 'recording a discussion',
  progress: 'going to another tier of management',
  'set-timescale': 'setting a date',
  extend: 'putting the date off',
  escalate: 'going up',
  decide: 'recording a decision',
  done: 'recording something as done',
  update: 'updating the partnership',
  dissent: 'putting dissent on record',
  'request-conference': 'asking for a conference',
  resolve: 'resolving the case',
  learn: 'recording what was learned',
  adopt: 'taking up a newer policy or calendar',
  reopen: 'opening the case again',
  withdraw: 'withdrawing the case',
  close: 'closing the case',
  correct: 'correcting an entry',
};
