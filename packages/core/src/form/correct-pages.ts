import { civilDateAt } from '../calendar/index.ts';
import { withCorrections } from '../case/index.ts';
import type { CaseEvent } from '../case/index.ts';
import type { EventType, Policy } from '../policy/index.ts';
import { answerOf } from './answers.ts';
import { choice, optionsOf, own, type Answers, type Field, type FormInput, type Option, type Page } from './page.ts';

/** How each field is put right. */
const KINDS = {
  description: 'long-text',
  protectBy: 'date',
  with: 'text',
  channel: 'text',
  summary: 'long-text',
  tier: 'text',
  due: 'date',
  until: 'date',
  reason: 'long-text',
  note: 'long-text',
  outcome: 'long-text',
  outstanding: 'long-text',
  at: 'date',
} as const;
type Correctable = keyof typeof KINDS;

/** What can be put right here: what was written, and days. All else is put right by whoever keeps the record. */
const CORRECTABLE: Partial<Record<EventType, readonly Correctable[]>> = {
  opened: ['description', 'protectBy'],
  consulted: ['with'],
  discussed: ['channel', 'summary'],
  progressed: ['tier'],
  'timescale-set': ['due'],
  extended: ['until', 'reason'],
  escalated: ['reason'],
  decided: ['summary'],
  done: ['note'],
  updated: ['summary'],
  dissented: ['summary'],
  'conference-requested': ['reason'],
  resolved: ['outcome', 'outstanding'],
  learned: ['summary'],
  reopened: ['reason'],
  withdrawn: ['reason'],
  closed: ['reason'],
};

/** Which entry, what in it, and what is right. The entry stays in the record; the correction is told with it. */
export function correctPages({ case: { policy, state } }: FormInput, answers: Answers): Page[] {
  const log = withCorrections(state.log);
  const entries = log.filter(({ type }) => CORRECTABLE[type] !== undefined);
  const entry = choice('of', entries.map((event) => optionOf(event, policy)).reverse());
  const place = entries.findIndex(({ id }) => id === answerOf(entry, answers));
  const event = entries[place];
  const names = event ? fieldsOf(event) : [];
  const field = choice(
    'field',
    optionsOf(names, (name) => `form.field.${name}`),
  );
  const chosen = answerOf(field, answers);
  const name = names.find((each) => each === chosen);
  return [
    { id: 'of', fields: [entry] },
    { id: 'field', fields: [field] },
    ...(event && name ? [{ id: 'right', fields: [rightField(event, name, place, policy)] }] : []),
  ];
}

/** An entry by its day and what it records. */
function optionOf({ id, type, at }: CaseEvent, { timeZone }: Policy): Option {
  return { value: id, label: { key: 'form.entry', values: { type, date: civilDateAt(at, timeZone) } } };
}

/** What was entered, and the day on which it happened. */
function fieldsOf(event: CaseEvent): Correctable[] {
  const given = event as unknown as Readonly<Record<string, unknown>>;
  const written = (CORRECTABLE[event.type] ?? []).filter((name) => typeof given[name] === 'string');
  return [...written, 'at'];
}

/** Begins at what stands. Each has a name of its own, so that no answer is taken for that of another. */
function rightField(event: CaseEvent, name: Correctable, place: number, { timeZone }: Policy): Field {
  const kind = KINDS[name];
  const now = String((event as unknown as Readonly<Record<string, unknown>>)[name]);
  const date = name === 'at' ? civilDateAt(now, timeZone) : now;
  const initial = kind === 'date' ? date.split('-').reverse() : now;
  const range = name === 'at' ? ({ range: 'past' } as const) : {};
  return own(kind, `right/entry${place}-${name}`, '!?', { label: { key: 'form.right' }, initial, ...range });
}
