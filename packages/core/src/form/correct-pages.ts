import { civilDateAt } from '../calendar/index.ts';
import { withCorrections } from '../case/index.ts';
import type { CaseEvent } from '../case/index.ts';
import type { EventType, Policy } from '../policy/index.ts';
import { answerOf } from './answers.ts';
import { choice, own, type Answers, type Field, type FormInput, type Option, type Page } from './page.ts';

type Kind = 'text' | 'long-text' | 'date';

/** What can be put right here: what was written, and days. All else is put right by whoever keeps the record. */
const CORRECTABLE: Partial<Record<EventType, Readonly<Record<string, Kind>>>> = {
  opened: { description: 'long-text', protectBy: 'date' },
  consulted: { with: 'text' },
  discussed: { channel: 'text', summary: 'long-text' },
  progressed: { tier: 'text' },
  'timescale-set': { due: 'date' },
  extended: { until: 'date', reason: 'long-text' },
  escalated: { reason: 'long-text' },
  decided: { summary: 'long-text' },
  done: { note: 'long-text' },
  updated: { summary: 'long-text' },
  dissented: { summary: 'long-text' },
  'conference-requested': { reason: 'long-text' },
  resolved: { outcome: 'long-text', outstanding: 'long-text' },
  learned: { summary: 'long-text' },
  reopened: { reason: 'long-text' },
  withdrawn: { reason: 'long-text' },
  closed: { reason: 'long-text' },
};

/** Which entry, what in it, and what is right. The entry stays in the record; the correction is told with it. */
export function correctPages({ case: { policy, state } }: FormInput, answers: Answers): Page[] {
  const log = withCorrections(state.log);
  const entries = log.filter(({ type }) => CORRECTABLE[type] !== undefined);
  const entry = choice('of', entries.map((event) => optionOf(event, policy)).reverse());
  const place = entries.findIndex(({ id }) => id === answerOf(entry, answers));
  const event = entries[place];
  const fields = event ? fieldsOf(event) : {};
  const field = choice(
    'field',
    Object.keys(fields).map((value) => ({ value, label: { key: `form.field.${value}` } })),
  );
  const name = answerOf(field, answers) as string;
  const kind = fields[name];
  return [
    { id: 'of', fields: [entry] },
    { id: 'field', fields: [field] },
    ...(event && kind ? [{ id: 'right', fields: [rightField(event, name, kind, place, policy)] }] : []),
  ];
}

/** An entry by its day and what it records. */
function optionOf({ id, type, at }: CaseEvent, { timeZone }: Policy): Option {
  return { value: id, label: { key: 'form.entry', values: { type, date: civilDateAt(at, timeZone) } } };
}

/** What was entered, and the day on which it happened. */
function fieldsOf(event: CaseEvent): Readonly<Record<string, Kind>> {
  const given = event as unknown as Readonly<Record<string, unknown>>;
  const written = Object.entries(CORRECTABLE[event.type] ?? {}).filter(([name]) => typeof given[name] === 'string');
  return { ...Object.fromEntries(written), at: 'date' };
}

/** Begins at what stands. Each has a name of its own, so that no answer is taken for that of another. */
function rightField(event: CaseEvent, name: string, kind: Kind, place: number, { timeZone }: Policy): Field {
  const now = String((event as unknown as Readonly<Record<string, unknown>>)[name]);
  const date = name === 'at' ? civilDateAt(now, timeZone) : now;
  const initial = kind === 'date' ? date.split('-').reverse() : now;
  const range = name === 'at' ? ({ range: 'past' } as const) : {};
  return own(kind, `right/entry${place}-${name}`, '!?', { label: { key: 'form.right' }, initial, ...range });
}
