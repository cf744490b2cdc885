import * as z from 'zod/mini';
import { LANDINGS, OFF_DAY_STARTS, START_DAYS, UNITS } from '../calendar/index.ts';
import {
  ASK_KINDS,
  CALLOUT_KINDS,
  CHILD_STATUSES,
  DUTY_KINDS,
  EVENT_TYPES,
  FIRMNESS,
  GUARD_VERBS,
  LAPSES,
  NOTE_KINDS,
  ACTIONS,
  REASONS,
  RESULTS,
  SECTORS,
  SIDES,
  SUBJECTS,
} from './vocabulary.ts';

/*
 * The policy format. The types of the engine are inferred from this schema and imported as types only, so that a page
 * which shows a bundled policy never loads zod. Nothing here has a default: what is left out is left out in the
 * engine's eyes too, whether or not the policy went through the parser.
 */

const text = z.string().check(z.minLength(1));
/** Ids are what clauses, events and attributes refer to: letters, digits, dots and hyphens. */
const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/));
const civilDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** A year, a month or a day: documents often say no more than 'January 2027'. */
const partialDate = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
const url = z.string().check(z.regex(/^(https?:\/\/|mailto:|tel:)[^\s<>"]+$/i));
const count = z.number().check(z.int(), z.positive());
const list = <T extends z.core.SomeType>(item: T) => z.array(item);
const some = <T extends z.core.SomeType>(item: T) => z.array(item).check(z.minLength(1));
/** The clauses that a part rests on. */
const clauses = some(id);

const plainDuration = { amount: z.number().check(z.int(), z.minimum(0), z.maximum(10_000)), unit: z.enum(UNITS) };
/** `countedAs`: what the number means by the policy's own words, as in '48 hours (two working days)'. */
export const durationSchema = z.strictObject({
  ...plainDuration,
  countedAs: z.optional(z.strictObject(plainDuration)),
});

/** How days are counted where the policy departs from the usual: see calendar/Counting. */
export const countingSchema = z.strictObject({
  startDay: z.optional(z.enum(START_DAYS)),
  offDayStart: z.optional(z.enum(OFF_DAY_STARTS)),
  lands: z.optional(z.enum(LANDINGS)),
});

const conditionShape = {
  /** One of these statuses holds for the child. */
  childStatus: z.optional(some(z.enum(CHILD_STATUSES))),
  subject: z.optional(some(z.enum(SUBJECTS))),
  cause: z.optional(some(id)),
  /** The policy's own yes/no questions; a question not answered counts as no. */
  fact: z.optional(z.record(id, z.boolean())),
  priority: z.optional(some(id)),
  route: z.optional(some(id)),
  stage: z.optional(some(id)),
  /** One of the two agencies (or the side named) is of this sector, or has no safeguarding lead. */
  party: z.optional(
    z.strictObject({
      side: z.optional(z.enum(['raising', 'receiving'])),
      sector: z.optional(some(z.enum(SECTORS))),
      noLead: z.optional(z.boolean()),
    }),
  ),
  /** One of these options was decided at this stage, or at the stage named; without options, any decision there. */
  decided: z.optional(z.strictObject({ stage: z.optional(id), option: z.optional(some(id)) })),
  /** Each of these clauses was recorded as done. */
  done: z.optional(some(id)),
  /** This side consulted somebody. */
  consulted: z.optional(z.enum(SIDES)),
  discussed: z.optional(z.boolean()),
  dissented: z.optional(z.boolean()),
  conferenceRequested: z.optional(z.boolean()),
  /** The present stage was entered for one of these reasons. */
  because: z.optional(some(z.enum(REASONS))),
  /** One of these stages was jumped over. */
  bypassed: z.optional(some(id)),
  /** Each of these asks was answered when the case was opened. */
  answered: z.optional(some(id)),
};

type PlainCondition = z.output<z.ZodMiniObject<typeof conditionShape>>;

/** A closed vocabulary of data. All the keys given must hold; `any`, `all` and `not` combine. */
export interface Condition extends PlainCondition {
  any?: Condition[] | undefined;
  all?: Condition[] | undefined;
  not?: Condition | undefined;
}

const conditions = z.optional(z.array(z.lazy(() => conditionSchema)));
export const conditionSchema: z.ZodMiniType<Condition> = z.strictObject({
  ...conditionShape,
  any: conditions,
  all: conditions,
  not: z.optional(z.lazy(() => conditionSchema)),
});

const eventTrigger = z.strictObject({ event: z.enum(EVENT_TYPES), side: z.optional(z.enum(SIDES)) });
const doneTrigger = z.strictObject({ done: id });
const oneStart = [
  z.enum(['entered', 'opened']),
  z.strictObject({ stage: id }),
  eventTrigger,
  doneTrigger,
  z.strictObject({ answer: id }),
] as const;

/**
 * From when a clock runs: the stage's or the case's start, an earlier stage's start, an event, a day that the form asks
 * for, or the first of several.
 */
export const startSchema = z.union([...oneStart, z.strictObject({ firstOf: some(z.union(oneStart)) })]);

/** What meets a clock before its stage is left. */
const stopSchema = z.union([eventTrigger, doneTrigger]);

export const clockSchema = z.strictObject({
  id,
  clauses,
  /** Whose time it is. */
  owner: z.enum(SIDES),
  /** null: words alone. Several: whichever is sooner. */
  within: z.nullable(z.union([durationSchema, some(durationSchema)])),
  /** As the policy says it; needed where there is no number. */
  words: z.optional(text),
  firmness: z.enum(FIRMNESS),
  starts: z.optional(startSchema),
  /** Without it, leaving the stage or resolving in it meets the clock. */
  stops: z.optional(stopSchema),
  when: z.optional(conditionSchema),
  /** The date can be chosen for the case in place of the number or the words. */
  chosen: z.optional(some(z.enum(['agreed', 'priority']))),
  byPriority: z.optional(z.record(id, durationSchema)),
  /** The first whose condition holds stands in place of the number and the words above. */
  instead: z.optional(
    some(
      z.strictObject({
        when: conditionSchema,
        within: z.nullable(z.union([durationSchema, some(durationSchema)])),
        words: z.optional(text),
        clauses,
      }),
    ),
  ),
  /** The words speak of a time that protects the child: the case's own such date is then this deadline's. */
  protectsChild: z.optional(z.boolean()),
});

const timescaleSchema = z.extend(clockSchema, {
  /**
   * `stage`: runs afresh in each of the stages listed (all, where none is). `case`: once, over the whole process or, where
   * stages are listed, over those together.
   */
  scope: z.enum(['stage', 'case']),
  stages: z.optional(some(id)),
});

const roleSchema = z.strictObject({
  id,
  name: text,
  /** What the role is called in an agency of that sector. */
  bySector: z.optional(z.partialRecord(z.enum(SECTORS), text)),
  /** Who stands in where an agency has nobody in the role. */
  substitutes: z.optional(some(z.strictObject({ name: text, sectors: z.optional(some(z.enum(SECTORS))), clauses }))),
  clauses: z.optional(clauses),
});

const decidersSchema = z.enum([...SIDES, 'panel', 'agencies']);

const decisionOptionSchema = z.strictObject({
  id,
  label: text,
  clauses: z.optional(clauses),
  /** Where it is not for those who decide at the stage as a rule. */
  decidedBy: z.optional(decidersSchema),
  /** Rules for the panel that decides. A rule left out is not asked. */
  panel: z.optional(
    z.strictObject({
      /** Number of different agencies. */
      agencies: z.optional(count),
      agenciesAtLeast: z.optional(count),
      /** Each of these sectors has a member on it. */
      sectors: z.optional(some(z.enum(SECTORS))),
      includesParties: z.optional(z.boolean()),
      excludesParties: z.optional(z.boolean()),
      senior: z.optional(z.boolean()),
      executive: z.optional(z.boolean()),
    }),
  ),
  /** Rules for the one who chairs. */
  chair: z.optional(
    z.strictObject({
      uninvolved: z.optional(z.boolean()),
      boardMember: z.optional(z.boolean()),
      /** Of no agency of the partnership at all. */
      independent: z.optional(z.boolean()),
    }),
  ),
});

const stageSchema = z.strictObject({
  id,
  /** What the source calls it: 'Stage 1', 'Professional to professional'. */
  label: text,
  /** What happens there, in a few words. */
  name: text,
  formality: z.enum(['informal', 'formal', 'unsaid']),
  clauses,
  /** Roles that meet, by side. A side left out has no part in the stage. */
  meets: z.strictObject({
    raising: z.optional(some(id)),
    receiving: z.optional(some(id)),
    partnership: z.optional(some(id)),
  }),
  /** Who takes the case to this stage. */
  broughtBy: z.optional(some(id)),
  /** Tiers of management inside the stage; suggestions, the user may name others. */
  tiers: z.optional(z.strictObject({ names: some(text), clauses })),
  /** Means of discussion that the policy names. */
  channels: z.optional(z.strictObject({ names: some(text), clauses })),
  optional: z.optional(z.boolean()),
  when: z.optional(conditionSchema),
  clocks: list(clockSchema),
  decision: z.optional(z.strictObject({ options: some(decisionOptionSchema), decidedBy: decidersSchema, clauses })),
  /** The top tier brings the sides together and decides nothing itself. */
  mediates: z.optional(z.boolean()),
  /** How a case can end here; without it, in any of the results. */
  results: z.optional(some(z.enum(RESULTS))),
});

const routeSchema = z.strictObject({
  id,
  label: text,
  hint: z.optional(text),
  clauses: z.optional(clauses),
  stages: some(id),
  /** The route goes on in another at this stage. */
  joins: z.optional(z.strictObject({ route: id, at: id, clauses })),
  /** The route can run beside this other one, as a case of its own. */
  beside: z.optional(id),
});

/** A way up other than to the next stage. */
const waySchema = z.strictObject({
  id,
  from: z.union([z.literal('any'), some(id)]),
  to: id,
  because: some(z.enum(REASONS)),
  label: text,
  when: z.optional(conditionSchema),
  /** A role whose approval is recorded with the step. */
  approver: z.optional(id),
  /** A role to consult before the step. */
  consultFirst: z.optional(id),
  /** The clock that nobody kept: once something has stopped it, this way up is closed. */
  silence: z.optional(id),
  clauses,
});

const guardSchema = z.strictObject({
  id,
  verb: z.enum(GUARD_VERBS),
  before: some(
    z.strictObject({
      action: z.enum(ACTIONS),
      from: z.optional(some(id)),
      to: z.optional(some(id)),
    }),
  ),
  needs: conditionSchema,
  /** When the guard is not asked: for these reasons, or where the condition holds. */
  waived: z.optional(z.strictObject({ because: z.optional(some(z.enum(REASONS))), when: z.optional(conditionSchema) })),
  text,
  clauses,
});

/** What gives rise to a duty. `enters`: stages; `event`: any event, perhaps only at some stages or for some options. */
const triggerSchema = z.union([
  z.strictObject({ enters: some(id) }),
  z.strictObject({
    event: z.enum(EVENT_TYPES),
    at: z.optional(some(id)),
    option: z.optional(some(id)),
    result: z.optional(some(z.enum(RESULTS))),
    /** For `done`: what was recorded as done. */
    clause: z.optional(some(id)),
  }),
]);

const dutySchema = z.strictObject({
  id,
  kind: z.enum(DUTY_KINDS),
  /** What is to be done, as an instruction. */
  text,
  clauses,
  /** Several owners: one duty for each. */
  owner: z.union([z.enum(SIDES), some(z.enum(SIDES))]),
  /** The role on the owner's side that does it, where the policy names one. */
  who: z.optional(id),
  /** Who it is owed to, in words. */
  to: z.optional(text),
  /** Who gets a copy, in words; and which of the contacts these are. */
  copiedTo: z.optional(text),
  copies: z.optional(some(id)),
  contact: z.optional(id),
  on: some(triggerSchema),
  when: z.optional(conditionSchema),
  /** `at-once`, a duration from the event that gave rise to it, or null where the policy sets no time. */
  by: z.nullable(z.union([z.literal('at-once'), durationSchema])),
  /** As the policy says it: 'without delay'. Words alone are never turned into a date. */
  words: z.optional(text),
  /**
   * The duty is owed once this clock of its stage has run out unsettled, its time counted from there; until then it is
   * only foreseen.
   */
  after: z.optional(id),
  /** What meets it besides being recorded as done. */
  metBy: z.optional(some(stopSchema)),
  lapses: z.optional(z.enum(LAPSES)),
  /** Owed again and again while one of these stages is open; each of the events starts the count afresh. */
  recurring: z.optional(
    z.strictObject({ every: durationSchema, restartedBy: some(z.enum(EVENT_TYPES)), stages: some(id) }),
  ),
});

const calloutSchema = z.strictObject({
  id,
  kind: z.enum(CALLOUT_KINDS),
  text,
  clauses,
  stages: z.optional(some(id)),
  when: z.optional(conditionSchema),
  contact: z.optional(id),
});

const contactSchema = z.strictObject({
  id,
  name: text,
  phones: z.optional(some(z.strictObject({ number: text, label: z.optional(text) }))),
  email: z.optional(text),
  url: z.optional(url),
  address: z.optional(text),
  /** When the source says that it was true; null where the source gives no date. */
  asOf: z.nullable(partialDate),
  clauses,
});

/** Something to read: a principle, a reminder, what else applies. */
const statementSchema = z.strictObject({ text, clauses });

const askSchema = z.strictObject({
  id,
  kind: z.enum(ASK_KINDS),
  label: text,
  hint: z.optional(text),
  clauses,
  /** At which stages the form asks it. */
  stages: some(id),
  /** `must`: opening at such a stage is refused without it. */
  verb: z.enum(['must', 'should', 'may']),
  when: z.optional(conditionSchema),
});

const clauseSchema = z.strictObject({
  /** Where it stands in the source. */
  place: text,
  /** What it asks, in our words. */
  says: text,
  notes: z.optional(some(z.strictObject({ kind: z.enum(NOTE_KINDS), text }))),
});

export const policySchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  id,
  version: text,
  language: text,
  title: text,
  partnership: z.strictObject({ name: text, url: z.optional(url) }),
  document: z.strictObject({
    title: text,
    version: z.optional(text),
    dated: z.optional(partialDate),
    url: z.optional(url),
  }),
  provenance: z.strictObject({
    /** When the data was taken from the source. */
    taken: civilDate,
    /** Whether the partnership has confirmed it. */
    confirmed: z.nullable(z.strictObject({ by: text, on: civilDate })),
    review: z.optional(z.strictObject({ due: partialDate, clauses })),
    /** What the source as a whole leaves open. */
    notes: z.optional(some(z.strictObject({ kind: z.enum(NOTE_KINDS), text }))),
  }),
  /** The policy that this one was made from, where it is a local overlay: see `extendPolicy`. */
  basedOn: z.optional(z.strictObject({ id, version: text })),
  timeZone: text,
  /** A bundled calendar's id, or one that the host gives. */
  calendar: id,
  counting: z.optional(countingSchema),
  subjects: z.optional(some(z.enum(SUBJECTS))),
  clauses: z.record(id, clauseSchema),
  principles: list(statementSchema),
  /** What else the summary tells: scope, the duty to challenge, what applies beside this policy. */
  reminders: list(statementSchema),
  causes: list(
    z.strictObject({
      id,
      label: text,
      clauses,
      routes: z.optional(some(id)),
      /** The process that it belongs to instead. A case with such causes alone is not opened. */
      leadsTo: z.optional(text),
    }),
  ),
  /** Why no causes are offered, where the source has them and they cannot be had. */
  causesMissing: z.optional(statementSchema),
  /** Concerns that this policy sends elsewhere: whistleblowing, complaints. They open no case. */
  elsewhere: z.optional(some(statementSchema)),
  facts: list(
    z.strictObject({
      id,
      question: text,
      hint: z.optional(text),
      clauses: z.optional(clauses),
      routes: z.optional(some(id)),
      stages: z.optional(some(id)),
    }),
  ),
  asks: list(askSchema),
  priorities: z.optional(some(z.strictObject({ id, label: text, clauses }))),
  roles: list(roleSchema),
  routes: some(routeSchema),
  stages: some(stageSchema),
  timescales: list(timescaleSchema),
  /** What going past a guidance timescale needs. Without it the policy gives no extension. */
  extension: z.optional(
    z.strictObject({
      clauses,
      /** A role whose approval is recorded with it. */
      approver: z.optional(id),
    }),
  ),
  ways: list(waySchema),
  guards: list(guardSchema),
  duties: list(dutySchema),
  callouts: list(calloutSchema),
  /** Others may ask for a child protection conference that social care declined. */
  conference: z.optional(z.strictObject({ text, clauses })),
  /** Where learning is addressed. */
  learning: z.optional(z.strictObject({ to: text, text, clauses })),
  /** `stages`: where the policy speaks of it; it can be recorded anywhere. */
  dissent: z.optional(z.strictObject({ clauses, stages: z.optional(some(id)) })),
  /** A form of the partnership's own, which this software does not file. */
  officialForm: z.optional(z.strictObject({ title: text, url, clauses })),
  contacts: list(contactSchema),
});

export type Policy = z.output<typeof policySchema>;
export type Stage = Policy['stages'][number];
export type Route = Policy['routes'][number];
export type Clock = z.output<typeof clockSchema>;
export type Timescale = z.output<typeof timescaleSchema>;
export type Start = z.output<typeof startSchema>;
export type Way = z.output<typeof waySchema>;
export type Guard = z.output<typeof guardSchema>;
export type Duty = z.output<typeof dutySchema>;
export type Trigger = z.output<typeof triggerSchema>;
export type Callout = z.output<typeof calloutSchema>;
export type Contact = z.output<typeof contactSchema>;
export type Role = z.output<typeof roleSchema>;
export type Ask = z.output<typeof askSchema>;
export type Clause = z.output<typeof clauseSchema>;
export type Statement = z.output<typeof statementSchema>;
export type DecisionOption = z.output<typeof decisionOptionSchema>;
