import { civilDateAt } from '../calendar/index.ts';
import { decide } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
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

/** Rules of the policy that a page can break as it stands, told where they can be kept. */
function ruleErrors(page: Page, setting: FormSetting, answers: Answers): FieldError[] {
  const [first] = page.fields;
  const words =
    page.id === 'causes' ? leadsElsewhere(setting.policy, page, answers) : decisionFault(page, setting, answers);
  return first && words ? [{ field: first.name, words }] : [];
}

/** Concerns that belong to another process alone open no case. */
function leadsElsewhere({ causes }: Policy, { fields }: Page, answers: Answers): Text | null {
  const [field] = fields;
  const chosen = field?.kind === 'checkboxes' ? answerOf(field, answers) : [];
  const given = causes.filter(({ id }) => chosen.includes(id));
  if (given.length === 0 || given.some(({ leadsTo }) => leadsTo === undefined)) return null;
  return {
    key: 'refusal.elsewhere',
    values: { to: [...new Set(given.map(({ leadsTo }) => leadsTo))].join('; ') },
    own: ['to'],
  };
}

/** Rules for who sits on a panel or chairs. */
function decisionFault({ id }: Page, setting: FormSetting, answers: Answers): Text | null {
  if (id !== 'panel' && id !== 'chair') return null;
  const [command] = commandsOf(setting, answers);
  const decided = command && decide(setting.policy, setting.state, command);
  return decided && !decided.accepted && decided.refusal.field === id ? decided.refusal.text : null;
}
