import type { Action } from '../policy/index.ts';
import type { Text } from '../text/text.ts';

/** Actions of which the person can choose one, those that most often come next first. */
export const FORM_ACTIONS = [
  'open',
  'discuss',
  'consult',
  'escalate',
  'decide',
  'resolve',
  'done',
  'update',
  'progress',
  'change',
  'set-timescale',
  'extend',
  'dissent',
  'request-conference',
  'learn',
  'reopen',
  'close',
  'withdraw',
  'correct',
  'adopt',
] as const satisfies readonly Action[];

/** 'Take it to the next stage'. */
export function actionText(action: Action): Text {
  return { key: `action.${action}` };
}
