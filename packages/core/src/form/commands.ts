import { civilDateAt, formatInstant, startOfDay } from '../calendar/index.ts';
import type { Command } from '../case/index.ts';
import { dateOf } from './dates.ts';
import { actionOf, formPages } from './form-pages.ts';
import { answerOf, type Answers, type Field, type FormSetting, type Page } from './page.ts';
import { CLAUSE } from './short-pages.ts';

const HALF_A_DAY = 43_200_000;

type Fields = Record<string, unknown>;

/**
 * What the answers ask the engine to do, in order. Only what the pages ask now counts: an answer to a page that has
 * gone out of the way stays in the form and is not sent.
 *
 * Taking a case up where the policy asks for facts is two commands: what has become true, then the step.
 */
export function commandsOf(setting: FormSetting, answers: Answers): Command[] {
  const action = actionOf(setting, answers);
  if (!action) return [];
  const fields = fieldsOf(formPages(setting, answers), answers);
  const { when, changed: _1, by, facts, ...own } = fields;
  const author = { side: 'raising', ...(by as object) } as Command['by'];
  const common = { ...happened(setting, when as string | undefined), by: author };
  const shape = SHAPES[action]?.(own, setting) ?? own;
  if (action !== 'escalate') return [{ action, ...shape, ...(facts ? { facts } : {}), ...common }];
  const change: Command[] = facts ? [{ action: 'change', facts, ...common }] : [];
  return [...change, { action, ...shape, ...common }];
}

/** Where an action's fields are not quite its answers. */
const SHAPES: Partial<Record<Command['action'], (fields: Fields, setting: FormSetting) => Fields>> = {
  open: ({ child, ...fields }) => ({ ...fields, child: { statuses: [], ...(child as object) } }),
  decide: ({ panel, ...fields }) =>
    panel ? { ...fields, panel: (panel as Fields[]).filter(({ agency }) => agency !== undefined) } : fields,
  adopt: (fields, { newer: { policy, calendar } = { moves: [] } }) => ({
    ...fields,
    ...(policy && { policy }),
    ...(calendar && { calendar }),
  }),
  correct: ({ of, field, right }, setting) => {
    const [value] = Object.values(right as Fields);
    const isDay = field === 'at';
    return { of, fields: { [field as string]: isDay ? happened(setting, value as string).at : value } };
  },
  done: ({ duty, ...fields }, { assessment }) => {
    const id = String(duty);
    if (id.startsWith(CLAUSE)) return { ...fields, clause: id.slice(CLAUSE.length) };
    return { ...fields, duty: id, clause: assessment.duties.find((owed) => owed.id === id)?.clauses[0] };
  },
};

/** When it happened, and when it was written down if that is later. Of an earlier day no more is known than the day. */
function happened({ policy, state, now }: FormSetting, date: string | undefined): { at: string; recorded?: string } {
  const { timeZone } = policy;
  if (!date || date === civilDateAt(now, timeZone)) return { at: now };
  const last = state.last?.at;
  // Noon, or on the day of the last event not before it.
  const isLast = last !== undefined && civilDateAt(last, timeZone) === date;
  const at = isLast ? last : formatInstant(startOfDay(date, timeZone) + HALF_A_DAY);
  return { at, recorded: now };
}

function fieldsOf(pages: readonly Page[], answers: Answers): Fields {
  const fields: Fields = {};
  for (const page of pages) {
    for (const field of page.fields) {
      const value = valueOf(field, page, answers);
      if (value !== undefined) put(fields, field.name.split('/'), value);
    }
  }
  return fields;
}

/** An answer as the engine takes it; undefined where none was given. */
function valueOf(field: Field, page: Page, answers: Answers): unknown {
  const answer = answerOf(field, answers);
  switch (field.kind) {
    case 'notice':
      return answer === ''
        ? undefined
        : [...new Set(page.before?.flatMap(({ sources }) => sources.map(({ clause }) => clause)))];
    case 'yes-no':
      return answer === '' ? undefined : answer === 'yes';
    case 'tick':
      return answer === 'yes' || undefined;
    case 'checkboxes':
      return typeof answer === 'string' ? undefined : answer.filter((value) => value !== 'none');
    case 'date':
    case 'date-time':
      return dateOf(answer) ?? undefined;
    case 'text':
    case 'long-text':
    case 'radios':
      return String(answer).trim() || undefined;
  }
}

/** Numbers in a path are places in a list. */
function put(into: Fields, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[first] = value;
  else put((into[first] ??= /^\d/.test(rest[0]!) ? [] : {}) as Fields, rest, value);
}
