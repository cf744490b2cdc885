import { currentVisit } from '../case/index.ts';
import { RESULTS, type Action, type Reason } from '../policy/index.ts';
import { actionText } from './actions.ts';
import { adoptPage } from './adopt-page.ts';
import { asIf } from './as-if.ts';
import { stageNotes, stageOf } from './at-stage.ts';
import { changePages } from './change-pages.ts';
import { checkPage } from './check-page.ts';
import { correctPages } from './correct-pages.ts';
import { decidePages } from './decide-pages.ts';
import { escalatePages } from './escalate-pages.ts';
import { choice, optionsOf, own, type Answers, type FormSetting, type Page } from './page.ts';
import { shortPage } from './short-pages.ts';
import { author, who } from './who.ts';

/** The pages that record an event in a case that is open, or was. */
export function stepPages(action: Action, setting: FormSetting, answers: Answers): Page[] {
  if (action === 'adopt') return setting.newer ? [adoptPage(setting, setting.newer)] : [];
  const build = LONG[action];
  if (!build) return [shortPage(action, setting)];
  const { policy, state } = setting;
  const then = asIf(setting, answers, state.route ?? '', currentVisit(state)?.stage ?? '');
  const check = checkPage(policy, then, action, answers['to'] as string, answers['because'] as Reason);
  const fields = action === 'correct' ? author(setting) : who(setting);
  return [...build(setting, answers), { id: 'who', title: { key: 'form.who' }, fields }, check];
}

/** Actions that take more than one page. */
const LONG: Partial<Record<Action, (setting: FormSetting, answers: Answers) => Page[]>> = {
  escalate: escalatePages,
  resolve: resolvePages,
  decide: decidePages,
  change: changePages,
  correct: correctPages,
};

function resolvePages(setting: FormSetting): Page[] {
  const results = stageOf(setting)?.results ?? RESULTS;
  const fields = [own('long-text', 'outcome', '!?'), own('long-text', 'outstanding', '?')];
  const result = choice('result', optionsOf('result', results));
  return [
    { id: 'outcome', title: actionText('resolve'), before: stageNotes(setting), fields },
    ...(results.length > 1
      ? [{ id: 'result', fields: [results.includes('agreed') ? { ...result, initial: 'agreed' } : result] }]
      : []),
  ];
}
