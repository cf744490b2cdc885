import { decide } from '../case/index.ts';
import type { Action } from '../policy/index.ts';
import { openPages } from './open-pages.ts';
import { answerOf, own, type Answers, type Field, type FormSetting, type Note, type Page } from './page.ts';
import { notesOf, asIf, STANDING } from './as-if.ts';
import { noteOf } from './fields.ts';
import { actionText, FORM_ACTIONS } from './actions.ts';
import { blockedNotes } from './escalate-pages.ts';
import { stepPages } from './step-pages.ts';

/** What is being recorded: as set, the only thing there is to do, or as chosen. */
export function actionOf(setting: FormSetting, answers: Answers): Action | null {
  if (setting.action) return setting.action;
  if (setting.state.status === 'none') return 'open';
  return (answerOf(actionField(setting), answers) as Action) || null;
}

/**
 * The pages of the form, in order, as the answers so far have it. The last one submits.
 *
 * A page's id is fixed, so that a person can come back to it; which pages there are depends on the answers.
 */
export function formPages(setting: FormSetting, answers: Answers): Page[] {
  const action = actionOf(setting, answers);
  const isChosen = !setting.action && setting.state.status !== 'none';
  const choice: Page[] = isChosen ? [{ id: 'action', fields: [actionField(setting)] }] : [];
  if (!action) return choice;
  if (action === 'open' && setting.state.status === 'none') return openPages(setting, answers);
  const isOffered = offered(setting).includes(action);
  return isOffered ? [...choice, ...stepPages(action, setting, answers)] : [...choice, refusalPage(setting, action)];
}

function actionField(setting: FormSetting): Field {
  return own('radios', 'action', '!', {
    options: offered(setting).map((value) => ({ value, label: actionText(value) })),
  });
}

/** What the case takes; newer terms can be taken up only where there are some. */
function offered({ assessment, newer }: FormSetting): Action[] {
  const taken = FORM_ACTIONS.filter((action) => assessment.actions.some((offer) => offer.action === action));
  return newer ? taken : taken.filter((action) => action !== 'adopt');
}

/** What stands under every page: danger, what is urgent, what is paramount, as the answers so far have it. */
export function standingNotes(setting: FormSetting, answers: Answers): Note[] {
  const { state } = setting;
  const at = (name: string) => (typeof answers[name] === 'string' ? answers[name] : '');
  return notesOf(setting, state.opened ? state : asIf(setting, answers, at('route'), at('stage')), STANDING);
}

/** The case does not take this action: what comes first, or why, in the engine's words. */
function refusalPage(setting: FormSetting, action: Action): Page {
  const { policy, state, now } = setting;
  const page = { id: 'refused', title: actionText(action), fields: [] };
  const blocked = action === 'escalate' ? blockedNotes(setting) : [];
  if (blocked.length > 0) return { ...page, before: blocked };
  if (action === 'adopt') return { ...page, before: [noteOf(policy, { key: 'form.nothing-to-adopt' }, [])] };
  const decided = decide(policy, state, { action, at: now, by: { side: 'raising' } });
  const refused = decided.accepted || UNSAID.includes(decided.refusal.text.key) ? null : decided.refusal;
  const words = refused?.text ?? { key: 'form.nothing-to-do' };
  return { ...page, before: [noteOf(policy, words, refused?.clauses ?? [], 'blocked')] };
}

/** Refusals of a command that says nothing, which is all that is asked here. */
const UNSAID = ['refusal.missing', 'refusal.no-way'];
