import { civilDateAt } from '../../calendar/index.ts';
import { decide } from '../../case/index.ts';
import type { Text } from '../../text/text.ts';
import { commandsOf } from './commands.ts';
import { dateFault } from './dates.ts';
import { answerOf, isGiven, type Answers, type Field, type FormSetting, type Page } from './page.ts';

export interface FieldError {
  /** The name of the field. */
  readonly field: string;
  /** Of a date: which of its parts. */
  readonly part?: number;
  readonly words: Text;
}

/** What is to be put right on a page before it is left. */
export function errorsOf(page: Page, setting: FormSetting, answers: Answers): FieldError[] {
  const today = civilDateAt(setting.now, setting.policy.timeZone);
  const errors = page.fields.flatMap((field) => errorOf(field, page, answers, today) ?? []);
  return errors.length > 0 ? errors : ruleErrors(page, setting, answers);
}

function errorOf(field: Field, page: Page, answers: Answers, today: string): FieldError | null {
  const answer = answerOf(field, answers);
  if (!isGiven(answer)) {
    if (!field.missing || page.fields.some(({ name }) => name === field.unless && isGiven(answers[name] ?? '')))
      return null;
    return { field: field.name, words: field.missing };
  }
  const fault = field.kind === 'date' ? dateFault(field, answer, today) : null;
  return fault && { field: field.name, ...fault };
}

/** Rules for who sits on a panel or chairs: the engine's, told on the page where they can be kept. */
function ruleErrors(page: Page, setting: FormSetting, answers: Answers): FieldError[] {
  const [first] = page.fields;
  if (!first || (page.id !== 'panel' && page.id !== 'chair')) return [];
  const [command] = commandsOf(setting, answers);
  const decided = command && decide(setting.policy, setting.state, command);
  if (!decided || decided.accepted || decided.refusal.field !== page.id) return [];
  return [{ field: first.name, words: decided.refusal.text }];
}
