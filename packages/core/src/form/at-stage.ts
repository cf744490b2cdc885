import { currentVisit } from '../case/index.ts';
import { indexOf, type Stage } from '../policy/index.ts';
import { AT_STAGE, notesOf } from './as-if.ts';
import type { FormSetting, Note } from './page.ts';

/** The stage at which the case stands. */
export function stageOf({ policy, state }: FormSetting): Stage | undefined {
  return indexOf(policy).stages.get(currentVisit(state)?.stage ?? '');
}

/** What the policy says there to whoever acts, danger first. */
export function stageNotes(setting: FormSetting): Note[] {
  return notesOf(setting, setting.state, ['immediate-danger', ...AT_STAGE]);
}
