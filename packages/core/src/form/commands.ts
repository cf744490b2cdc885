import { civilDateAt, formatInstant, startOfDay } from '../calendar/index.ts';
import type { Case, Command } from '../case/index.ts';
import { resultsAt, type Action } from '../policy/index.ts';
import { decideAll } from '../submission/index.ts';
import { fieldsOf, type Fields } from './answers.ts';
import type { Answers, FormInput, Page } from './page.ts';
import { stageOf } from './questions.ts';

/** Marks a value that is a clause, not the id of a duty. */
export const CLAUSE = 'clause:';

/**
 * What the answers ask the engine to do, in order. Only what the pages ask now counts: an answer to a page that has
 * gone out of the way stays in the form and is not sent.
 *
 * Taking a case up where the policy asks for facts is two commands: what has become true, then the step. What was done
 * before it comes first too.
 */
export function commandsOf(action: Action, input: FormInput, pages: readonly Page[], answers: Answers): Command[] {
  const { when, changed: _1, again: _2, met, by, facts, ...own } = fieldsOf(pages, answers);
  const writer = { side: 'raising', ...(by as object) } as Command['by'];
  const common = { ...happened(input.case, when as string | undefined), by: writer };
  const shape = SHAPES[action]?.(own, input) ?? own;
  const first = ticked(met, common);
  if (action !== 'escalate') return [...first, { action, ...shape, ...(facts ? { facts } : {}), ...common }];
  const change: Command[] = facts ? [{ action: 'change', facts, ...common }] : [];
  return [...change, ...first, { action, ...shape, ...common }];
}

/** What is ticked off as done before a step, each clause a command. */
export function ticked(met: unknown, common: Pick<Command, 'at' | 'by'>): Command[] {
  return Object.keys(met ?? {}).map((clause) => ({ action: 'done', clause, ...common }));
}

/** The case as it would be once what these pages say has become true was recorded. */
export function caseAfter(kept: Case, pages: readonly Page[], answers: Answers): Case {
  const { facts } = fieldsOf(pages, answers);
  return facts ? afterAll(kept, [{ action: 'change', facts, at: kept.now, by: { side: 'raising' } }]) : kept;
}

/** The case as it would be after these commands; as it is where one of them is not taken. */
export function afterAll(kept: Case, commands: readonly Command[]): Case {
  const decided = decideAll(kept, commands);
  return 'refused' in decided ? kept : decided.after;
}

/** Where an action's fields are not quite its answers. */
const SHAPES: Partial<Record<Action, (fields: Fields, input: FormInput) => Fields>> = {
  open: ({ child, ...fields }) => ({ ...fields, child: { statuses: [], ...(child as object) } }),
  decide: ({ panel, ...fields }) =>
    panel ? { ...fields, panel: (panel as Fields[]).filter(({ agency }) => agency !== undefined) } : fields,
  resolve: (fields, input) => {
    // Of one result nobody is asked.
    const [only, ...others] = resultsAt(input.case.policy, stageOf(input));
    return others.length === 0 ? { ...fields, result: only } : fields;
  },
  adopt: (fields, { newer: { policy, calendar } = { moves: [] } }) => ({
    ...fields,
    ...(policy && { policy }),
    ...(calendar && { calendar }),
  }),
  correct: ({ of, field, right }, input) => {
    const [value] = Object.values((right ?? {}) as Fields);
    const isDay = field === 'at' && value !== undefined;
    return { of, fields: { [field as string]: isDay ? happened(input.case, value as string).at : value } };
  },
  done: ({ duty, ...fields }, { case: { assessment } }) => {
    const id = String(duty);
    if (id.startsWith(CLAUSE)) return { ...fields, clause: id.slice(CLAUSE.length) };
    return { ...fields, duty: id, clause: assessment.duties.find((owed) => owed.id === id)?.clauses[0] };
  },
};

const HALF_A_DAY = 43_200_000;

/** When it happened, and when it was written down if that is later. Of an earlier day no more is known than the day. */
function happened({ policy, state, now }: Case, date: string | undefined): { at: string; recorded?: string } {
  const { timeZone } = policy;
  if (!date || date === civilDateAt(now, timeZone)) return { at: now };
  const last = state.last?.at;
  // Noon, or on the day of the last event not before it.
  const isLast = last !== undefined && civilDateAt(last, timeZone) === date;
  const at = isLast ? last : formatInstant(startOfDay(date, timeZone) + HALF_A_DAY);
  return { at, recorded: now };
}
