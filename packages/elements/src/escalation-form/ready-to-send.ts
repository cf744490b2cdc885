import type { Refusal } from '@escalation-kit/core/case';
import { commandsOf, formPages, pageOfField, type Answers } from '@escalation-kit/core/form';
import { sourcesOf } from '@escalation-kit/core/views';
import type { Submission } from '../submission/submit-event.ts';
import { prepareAll } from './prepare-all.ts';
import type { Say, ShownError } from './render-page.ts';
import type { Setting } from './setting.ts';

/** What the answers come to, or why the policy does not take it. */
export function readyToSend(
  setting: Setting,
  answers: Answers,
  say: Say,
): { readonly submission: Submission } | { readonly refused: ShownError } {
  const prepared = prepareAll({ ...setting, say }, commandsOf(setting, answers));
  return 'refused' in prepared ? { refused: shownRefusal(prepared.refused, setting, answers) } : prepared;
}

/** With the place of the policy that says so, and the page that asks for what it is about. */
function shownRefusal({ text, clauses, field = '' }: Refusal, setting: Setting, answers: Answers): ShownError {
  const page = pageOfField(formPages(setting, answers), field)?.id;
  return { field, words: text, sources: sourcesOf(setting.policy, clauses), ...(page && { page }) };
}
