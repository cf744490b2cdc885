import { isCivilDate, isInstant } from '../calendar/index.ts';
import {
  AUTHOR_SIDES,
  CHILD_STATUSES,
  REASONS,
  SECTORS,
  SIDES,
  SUBJECTS,
  TIMESCALE_REASONS,
  type EventType,
} from '../policy/vocabulary.ts';
import type { CaseEvent } from './events.ts';

/** A day from which times can be counted. */
export function isCountableDate(value: unknown): value is string {
  return isCivilDate(value) && isCountable(value);
}

/** An instant from which times can be counted. */
export function isCountableInstant(value: unknown): value is string {
  return isInstant(value) && isCountable(value);
}

/** What is wrong with one field of an event or a command. */
export interface FieldFault {
  readonly field: string;
  /** What would be right, in words for a developer. */
  readonly allowed: string;
  /** A required answer was left out or blank. */
  readonly missing: boolean;
}

interface Rule {
  readonly allowed: string;
  readonly holds: (value: unknown) => boolean;
}

/**
 * `needed`: without it the event says nothing, and replay sets it aside as malformed. `asked`: the engine's user must
 * give it, yet a log that lacks it is still read. `may`: can be left out.
 */
type Weight = 'needed' | 'asked' | 'may';
type Field = readonly [Rule, Weight];

const MAX_TEXT = 100_000;

const text: Rule = {
  allowed: `text that is not blank, up to ${MAX_TEXT} characters`,
  holds: (v) => isText(v) && v.trim() !== '',
};
const anyText: Rule = { allowed: `text, up to ${MAX_TEXT} characters`, holds: isText };
const date: Rule = { allowed: 'a civil date, YYYY-MM-DD, that exists', holds: isCivilDate };
/** Times are counted from it, and must not run out of the calendar that is known to anybody. */
const isCountable = (text: string) => text >= '1900' && text < '3000';
const instant: Rule = {
  allowed: 'an ISO 8601 instant with Z or an offset, of the years 1900 to 2999',
  holds: isCountableInstant,
};
const yes: Rule = { allowed: 'true', holds: (v) => v === true };
const flag: Rule = { allowed: 'true or false', holds: (v) => typeof v === 'boolean' };
const oneOf = (values: readonly string[]): Rule => ({
  allowed: `one of ${values.join(', ')}`,
  holds: (v) => typeof v === 'string' && values.includes(v),
});
const texts: Rule = { allowed: 'a list of texts', holds: (v) => isListOf(v, isText) };
const facts: Rule = {
  allowed: 'an object of true and false, by the id of the question',
  holds: (v) => isObject(v) && Object.values(v).every((x) => typeof x === 'boolean'),
};
const side = oneOf(SIDES);
const authorSide = oneOf(AUTHOR_SIDES);
const sector = oneOf(SECTORS);
const subject = oneOf(SUBJECTS);
const party = (v: unknown) =>
  isObject(v) &&
  text.holds(v.agency) &&
  sector.holds(v.sector) &&
  isOptional(v.noLead, 'boolean') &&
  isOptional(v.agencyId, 'string');
const parties: Rule = {
  allowed: `{raising, receiving}, each {agency, sector (${SECTORS.join(', ')}), agencyId?, noLead?}`,
  holds: (v) => isObject(v) && party(v.raising) && party(v.receiving),
};
const someParties: Rule = {
  allowed: parties.allowed,
  holds: (v) =>
    isObject(v) && (v.raising === undefined || party(v.raising)) && (v.receiving === undefined || party(v.receiving)),
};
const statuses = oneOf(CHILD_STATUSES);
const someChild: Rule = {
  allowed: `{statuses: list of ${CHILD_STATUSES.join(', ')}, subject?, reference?}`,
  holds: (v) =>
    isObject(v) &&
    (v.statuses === undefined || isListOf(v.statuses, statuses.holds)) &&
    (v.subject === undefined || subject.holds(v.subject)) &&
    isOptional(v.reference, 'string'),
};
const person: Rule = {
  allowed: 'an object with an agency',
  holds: (v) => isObject(v) && text.holds(v.agency),
};
const member = (v: unknown) =>
  isObject(v) && text.holds(v.agency) && (v.sector === undefined || sector.holds(v.sector));
const panel: Rule = {
  allowed: `a list of members {agency, sector? (${SECTORS.join(', ')}), senior?, executive?}`,
  holds: (v) => isListOf(v, member),
};
const answers: Rule = {
  allowed: 'an object of done and not-done, by the id of the duty',
  holds: (v) => isObject(v) && Object.values(v).every((x) => x === 'done' || x === 'not-done'),
};
const reference: Rule = {
  allowed: 'an object with an id',
  holds: (v) => isObject(v) && text.holds(v.id),
};

const needed = (rule: Rule): Field => [rule, 'needed'];
const asked = (rule: Rule): Field => [rule, 'asked'];
const may = (rule: Rule): Field => [rule, 'may'];

/** The fields of each type of event and what each must be. */
const FIELDS: { readonly [T in EventType]: Readonly<Record<string, Field>> } = {
  opened: {
    case: may(text),
    policy: may(reference),
    calendar: may(reference),
    route: needed(text),
    stage: needed(text),
    parties: asked(parties),
    child: may(someChild),
    causes: may(texts),
    facts: may(facts),
    protectBy: may(date),
    priority: may(text),
    shown: may(texts),
    description: may(anyText),
  },
  changed: {
    child: may(someChild),
    facts: may(facts),
    causes: may(texts),
    parties: may(someParties),
    priority: may(text),
    shown: may(texts),
  },
  consulted: { with: asked(text), side: asked(side) },
  discussed: { channel: asked(text), summary: asked(text) },
  progressed: { tier: asked(text), side: may(side) },
  'timescale-set': { due: needed(date), because: needed(oneOf(TIMESCALE_REASONS)) },
  extended: { until: needed(date), reason: asked(text), safe: asked(yes), approvedBy: may(text) },
  escalated: {
    to: needed(text),
    because: needed(oneOf(REASONS)),
    reason: asked(text),
    approvedBy: may(text),
    shown: may(texts),
  },
  decided: { option: needed(text), summary: may(anyText), panel: may(panel), chair: may(person) },
  done: { clause: needed(text), duty: may(text), note: may(anyText) },
  updated: { summary: asked(text) },
  dissented: { summary: asked(text) },
  'conference-requested': { reason: asked(text) },
  resolved: { outcome: asked(text), outstanding: may(anyText), result: may(text), gap: may(flag) },
  learned: { summary: asked(text), gap: may(flag) },
  adopted: { policy: may(reference), calendar: may(reference) },
  reopened: { reason: asked(text) },
  withdrawn: { reason: asked(text) },
  closed: { reason: asked(text), duties: may(answers) },
  corrected: { of: needed(text) },
};

const author: Rule = {
  allowed: `{side: one of ${AUTHOR_SIDES.join(', ')}, role?, name?}`,
  holds: (v) => isObject(v) && authorSide.holds(v.side) && isOptional(v.role, 'string') && isOptional(v.name, 'string'),
};
const COMMON: Readonly<Record<string, Field>> = {
  id: may(text),
  at: needed(instant),
  recorded: may(instant),
  by: may(author),
};

interface NamedField {
  readonly field: string;
  readonly rule: Rule;
  readonly weight: Weight;
}

/** The tables as lists, in the order in which faults are told. */
const listOf = (fields: Readonly<Record<string, Field>>): readonly NamedField[] =>
  Object.entries(fields).map(([field, [rule, weight]]) => ({ field, rule, weight }));
const COMMON_LIST = listOf(COMMON);
const LISTS = new Map(Object.entries(FIELDS).map(([type, fields]) => [type as EventType, listOf(fields)]));

/** Whether an event has every field that it must have, and each is right. */
export function isSoundEvent(event: unknown): event is CaseEvent {
  if (!isObject(event)) return false;
  const list = LISTS.get(event.type as EventType);
  return list !== undefined && isSoundInCommon(event) && firstFault(list, event, true) === null;
}

/** As the list of common fields has it: asked of every event, and written out for that it is quick. */
function isSoundInCommon({ id, at, recorded, by }: Readonly<Record<string, unknown>>): boolean {
  if (!instant.holds(at) || (id !== undefined && !text.holds(id))) return false;
  return (recorded === undefined || instant.holds(recorded)) && (by === undefined || author.holds(by));
}

/**
 * Checks the fields of a command against those of the event it makes.
 *
 * @returns the first fault, or null.
 */
export function fieldFault(type: EventType, fields: Readonly<Record<string, unknown>>): FieldFault | null {
  return firstFault(COMMON_LIST, fields, true) ?? firstFault(LISTS.get(type)!, fields, true);
}

/** The event's own fields that a command has to give and does not. */
export function missingFields(type: EventType, fields: Readonly<Record<string, unknown>>): string[] {
  return LISTS.get(type)!
    .filter(({ field, weight }) => weight !== 'may' && isLeftOut(fields[field]))
    .map(({ field }) => field);
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Checks only the fields that are given, as a correction gives some of them. */
export function correctionFault(type: EventType, fields: Readonly<Record<string, unknown>>): FieldFault | null {
  const known = { ...COMMON, ...FIELDS[type] };
  for (const [field, [rule]] of Object.entries(known)) {
    if (fields[field] !== undefined && !rule.holds(fields[field])) {
      return { field, allowed: rule.allowed, missing: false };
    }
  }
  return null;
}

/** Whether events of this type have such a field, and the value is right for it. */
export function isSoundField(type: EventType, field: string, value: unknown): boolean {
  return ruleOf(type, field)?.holds(value) ?? false;
}

/** Whether events of this type have such a field, and the value is not right for it. */
export function isWrongField(type: EventType, field: string, value: unknown): boolean {
  return ruleOf(type, field)?.holds(value) === false;
}

/** The type may be anything: it can come from an event that cannot be read. */
function ruleOf(type: EventType, field: string): Rule | undefined {
  const known = Object.hasOwn(COMMON, field) || !Object.hasOwn(FIELDS, type) ? COMMON : FIELDS[type];
  return Object.hasOwn(known, field) ? known[field]![0] : undefined;
}

/** What keeps an event from being read at all; null where it can be taken as fact. */
export function malformation(event: unknown): FieldFault | null {
  if (!isObject(event)) return { field: '', allowed: 'an object', missing: false };
  const type = event.type as EventType;
  if (typeof type !== 'string' || !Object.hasOwn(FIELDS, type)) {
    return { field: 'type', allowed: `one of ${Object.keys(FIELDS).join(', ')}`, missing: false };
  }
  return firstFault(COMMON_LIST, event, false) ?? firstFault(LISTS.get(type)!, event, false);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstFault(
  known: readonly NamedField[],
  fields: Readonly<Record<string, unknown>>,
  strict: boolean,
): FieldFault | null {
  for (let i = 0; i < known.length; i++) {
    const { field, rule, weight } = known[i]!;
    const value = fields[field];
    if (value === undefined) {
      if (weight === 'needed' || (strict && weight === 'asked')) {
        return { field, allowed: rule.allowed, missing: true };
      }
    } else if (!rule.holds(value) && (strict || !isBlank(rule, value))) {
      return { field, allowed: rule.allowed, missing: isBlank(rule, value) };
    }
  }
  return null;
}

/** A blank text in a log is a departure, not a reason to lose the event. */
function isBlank(rule: Rule, value: unknown): boolean {
  return rule === text && typeof value === 'string' && value.trim() === '';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

function isOptional(value: unknown, type: 'string' | 'boolean'): boolean {
  return value === undefined || typeof value === type;
}

function isListOf(value: unknown, holds: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length > 1000) return false;
  // Holes count as items: every() would pass over them.
  for (const item of value as unknown[]) if (!holds(item)) return false;
  return true;
}
