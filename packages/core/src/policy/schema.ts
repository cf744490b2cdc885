import * as z from 'zod/mini';
import { LANDINGS, OFF_DAY_STARTS, START_DAYS, UNITS } from '../calendar/index.ts';
import {
  ASK_KINDS,
  CALLOUT_KINDS,
  CHILD_STATUSES,
  DUTY_KINDS,
  EVENT_TYPES,
  FINDING_KINDS,
  FIRMNESS,
  GUARD_VERBS,
  LAPSES,
  NOTE_KINDS,
  GUARDED_ACTIONS,
  CHOICES,
  MEANINGS,
  PURPOSES,
  REASONS,
  RESULTS,
  SECTORS,
  SIDES,
  SUBJECTS,
  VERBS,
} from './vocabulary.ts';
import { mark, type Kind } from './marks.ts';

/*
 * The policy format. The types of the engine are inferred from this schema and imported as types only, so that a page
 * which shows a bundled policy never loads zod. Nothing here has a default: what is left out is left out in the
 * engine's eyes too, whether or not the policy went through the parser.
 */

/** Words for people, which a policy can give in other languages. */
const text = mark(z.string().check(z.minLength(1)), { isWords: true });
/** A version, a number to call, a word for authors: the same in every language. */
const plain = z.string().check(z.minLength(1));
/** Ids are what clauses, events and attributes refer to: letters, digits, dots and hyphens. */
const ID = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;
const id = z.string().check(z.regex(ID));
/** The id of a part of this kind, which the policy must have. */
const ref = (kind: Kind) => mark(z.string().check(z.regex(ID)), { refersTo: kind });
const civilDate = mark(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), { isDate: true });
/** A year, a month or a day: documents often say no more than 'January 2027'. */
const partialDate = mark(z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)), { isDate: true });
/** How a case can end, by a result of every policy or an outcome of its own. */
const result = z.union([z.enum(RESULTS), ref('outcome')]);
const url = z.string().check(z.regex(/^(https?:\/\/|mailto:|tel:)[^\s<>"]+$/i));
const count = z.number().check(z.int(), z.positive());
const list = <T extends z.core.SomeType>(item: T) => z.array(item);
const some = <T extends z.core.SomeType>(item: T) => z.array(item).check(z.minLength(1));
/** A list whose parts have ids, to which a `ref` of this kind refers. */
const parts = <T extends z.core.SomeType>(kind: Kind, part: T) => mark(list(part), { holds: kind });
const someParts = <T extends z.core.SomeType>(kind: Kind, part: T) => mark(some(part), { holds: kind });
/** What may be left out, and what format 1 has not at all. */
const since2 = <T extends z.core.SomeType>(schema: T) => mark(z.optional(schema), { format: 2 });
/** The clauses that a part rests on. */
const clauses = some(ref('clause'));
/** Format 2. The verb of the source; format 1 does not say it. */
const verb = since2(z.enum(VERBS));

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
  cause: z.optional(some(ref('cause'))),
  /** The policy's own yes/no questions; a question not answered counts as no. */
  fact: z.optional(z.record(ref('fact'), z.boolean())),
  priority: z.optional(some(ref('priority'))),
  route: z.optional(some(ref('route'))),
  stage: z.optional(some(ref('stage'))),
  /** One of the two agencies (or the side named) is of this sector, or has no safeguarding lead. */
  party: z.optional(
    z.strictObject({
      side: z.optional(z.enum(['raising', 'receiving'])),
      sector: z.optional(some(z.enum(SECTORS))),
      noLead: z.optional(z.boolean()),
    }),
  ),
  /** One of these options was decided at this stage, or at the stage named; without options, any decision there. */
  decided: z.optional(z.strictObject({ stage: z.optional(ref('stage')), option: z.optional(some(ref('option'))) })),
  /** Each of these clauses was recorded as done. */
  done: z.optional(some(ref('clause'))),
  /** This side consulted somebody. */
  consulted: z.optional(z.enum(SIDES)),
  discussed: z.optional(z.boolean()),
  dissented: z.optional(z.boolean()),
  conferenceRequested: z.optional(z.boolean()),
  /** The present stage was entered for one of these reasons. */
  because: z.optional(some(z.enum(REASONS))),
  /** One of these stages was jumped over. */
  bypassed: z.optional(some(ref('stage'))),
  /** Each of these asks was answered when the case was opened. */
  answered: z.optional(some(ref('ask'))),
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
const doneTrigger = z.strictObject({ done: ref('clause') });
const oneStart = [
  z.enum(['entered', 'opened']),
  z.strictObject({ stage: ref('stage') }),
  eventTrigger,
  doneTrigger,
  z.strictObject({ answer: ref('ask') }),
] as const;

/**
 * From when a clock runs: the stage's or the case's start, an earlier stage's start, an event, a day that the form asks
 * for, or the first of several.
 */
export const startSchema = z.union([...oneStart, z.strictObject({ firstOf: some(z.union(oneStart)) })]);

/** What meets a clock before its stage is left. */
const stopSchema = z.union([eventTrigger, doneTrigger]);
/** Format 2: several, of which any does. */
const stopsSchema = z.union([stopSchema, mark(some(stopSchema), { format: 2 })]);

export const clockSchema = z.strictObject({
  id,
  clauses,
  /** Whose time it is. */
  owner: z.enum(SIDES),
  /** null: words alone. Several: whichever is sooner. */
  within: z.nullable(z.union([durationSchema, some(durationSchema)])),
  /** As the policy says it; needed where there is no number. */
  words: z.optional(text),
  /** Format 2: what the time is for; to agree, where it is left out. Words are the policy's own purpose. */
  for: since2(z.union([z.enum(PURPOSES), z.strictObject({ words: text })])),
  verb,
  firmness: z.enum(FIRMNESS),
  starts: z.optional(startSchema),
  /** Without it, leaving the stage or resolving in it meets the clock where it is for what that brings about. */
  stops: z.optional(stopsSchema),
  when: z.optional(conditionSchema),
  /** The date can be chosen for the case in place of the number or the words. */
  chosen: z.optional(some(mark(z.enum(CHOICES), { format2Words: ['raiser'] }))),
  byPriority: z.optional(z.record(ref('priority'), durationSchema)),
  /** The first whose condition holds stands in place of the number and the words above. */
  instead: z.optional(
    some(
      z.strictObject({
        when: conditionSchema,
        within: z.nullable(z.union([durationSchema, some(durationSchema)])),
        words: z.optional(text),
        /** Format 2: whose time it is then, and how binding. */
        owner: since2(z.enum(SIDES)),
        firmness: since2(z.enum(FIRMNESS)),
        verb,
        clauses,
      }),
    ),
  ),
  /** The words speak of a time that protects the child: the case's own such date is then this deadline's. */
  protectsChild: z.optional(z.boolean()),
});

export const timescaleSchema = z.extend(clockSchema, {
  /**
   * `stage`: runs afresh in each of the stages listed (all, where none is). `case`: once, over the whole process or, where
   * stages are listed, over those together.
   */
  scope: z.enum(['stage', 'case']),
  stages: z.optional(some(ref('stage'))),
});

/** Something to read: a principle, a reminder, what else applies. */
export const statementSchema = z.strictObject({ text, clauses });

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

export const chairSchema = z.strictObject({
  uninvolved: z.optional(z.boolean()),
  boardMember: z.optional(z.boolean()),
  /** Of no agency of the partnership at all. */
  independent: z.optional(z.boolean()),
});

const decisionOptionSchema = z.strictObject({
  id,
  label: text,
  clauses: z.optional(clauses),
  /** Format 2: read where a record has it, and offered no more. */
  retired: since2(z.boolean()),
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
  chair: z.optional(chairSchema),
  /** Format 2: the first whose condition holds stands in place of the rules for the chair. */
  instead: since2(some(z.strictObject({ when: conditionSchema, chair: chairSchema, clauses }))),
});

/** Roles that meet, by side. A side left out has no part in the stage. */
export const meetsSchema = z.strictObject({
  raising: z.optional(some(ref('role'))),
  receiving: z.optional(some(ref('role'))),
  partnership: z.optional(some(ref('role'))),
});

const stageSchema = z.strictObject({
  id,
  /** What the source calls it: 'Stage 1', 'Professional to professional'. */
  label: text,
  /** What happens there, in a few words. */
  name: text,
  formality: z.enum(['informal', 'formal', 'unsaid']),
  clauses,
  meets: meetsSchema,
  /** Format 2: the first whose condition holds stands in place of who meets. */
  instead: since2(some(z.strictObject({ when: conditionSchema, meets: meetsSchema, clauses }))),
  /** Who takes the case to this stage. */
  broughtBy: z.optional(some(ref('role'))),
  /** Tiers of management inside the stage; suggestions, the user may name others. */
  tiers: z.optional(z.strictObject({ names: some(text), clauses })),
  /** Means of discussion that the policy names. */
  channels: z.optional(z.strictObject({ names: some(text), clauses })),
  optional: z.optional(z.boolean()),
  when: z.optional(conditionSchema),
  clocks: parts('clock', clockSchema),
  decision: z.optional(
    z.strictObject({ options: someParts('option', decisionOptionSchema), decidedBy: decidersSchema, clauses }),
  ),
  /** The top tier brings the sides together and decides nothing itself. */
  mediates: z.optional(z.boolean()),
  /** How a case can end here, by results of every policy or outcomes of its own; without it, in any of them. */
  results: z.optional(some(result)),
  /** Format 2: the source does not say what comes of a case here. */
  endUnsaid: since2(statementSchema),
});

const routeSchema = z.strictObject({
  id,
  label: text,
  hint: z.optional(text),
  clauses: z.optional(clauses),
  stages: some(ref('stage')),
  /** The route goes on in another at this stage. */
  joins: z.optional(z.strictObject({ route: ref('route'), at: ref('stage'), clauses })),
  /** The route can run beside this other one, as a case of its own. */
  beside: z.optional(ref('route')),
  /** Format 2: the sectors that alone can raise on this route, or be on its receiving side. */
  parties: since2(
    z.strictObject({
      raising: z.optional(some(z.enum(SECTORS))),
      receiving: z.optional(some(z.enum(SECTORS))),
    }),
  ),
});

/** A way up other than to the next stage. */
const waySchema = z.strictObject({
  id,
  from: z.union([z.literal('any'), some(ref('stage'))]),
  to: ref('stage'),
  because: some(z.enum(REASONS)),
  label: text,
  when: z.optional(conditionSchema),
  /** A role whose approval is recorded with the step. */
  approver: z.optional(ref('role')),
  /** A role to consult before the step. */
  consultFirst: z.optional(ref('role')),
  /** The clock that nobody kept: once something has stopped it, this way up is closed. */
  silence: z.optional(ref('clock')),
  clauses,
});

const guardSchema = z.strictObject({
  id,
  verb: z.enum(GUARD_VERBS),
  before: some(
    z.strictObject({
      action: z.enum(GUARDED_ACTIONS),
      from: z.optional(some(ref('stage'))),
      to: z.optional(some(ref('stage'))),
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
  z.strictObject({ enters: some(ref('stage')) }),
  z.strictObject({
    event: z.enum(EVENT_TYPES),
    at: z.optional(some(ref('stage'))),
    option: z.optional(some(ref('option'))),
    result: z.optional(some(result)),
    /** Format 2, for `resolved` and `learned`: a gap in policy was recorded with it. */
    gap: since2(z.boolean()),
    /** For `done`: what was recorded as done. */
    clause: z.optional(some(ref('clause'))),
  }),
]);

/** Format 2: somebody to be told, as data. The originator first raised the concern; the recorder writes the entry. */
export const addresseeSchema = z.union([
  z.enum(['originator', 'recorder']),
  z.strictObject({ side: z.enum(SIDES), role: z.optional(ref('role')) }),
  z.strictObject({ contact: ref('contact') }),
  /** The person whom the form names under this ask. */
  z.strictObject({ ask: ref('ask') }),
]);

const dutySchema = z.strictObject({
  id,
  kind: z.enum(DUTY_KINDS),
  verb,
  /** What is to be done, as an instruction. */
  text,
  clauses,
  /** Several owners: one duty for each. */
  owner: z.union([z.enum(SIDES), some(z.enum(SIDES))]),
  /** The role on the owner's side that does it, where the policy names one. */
  who: z.optional(ref('role')),
  /** Format 2: the first whose condition holds stands in place of whose it is. */
  instead: since2(
    some(
      z.strictObject({
        when: conditionSchema,
        owner: z.optional(z.union([z.enum(SIDES), some(z.enum(SIDES))])),
        who: z.optional(ref('role')),
        to: z.optional(text),
        addressees: since2(some(addresseeSchema)),
        clauses,
      }),
    ),
  ),
  /** Who it is owed to, in words; in format 2 as data too. */
  to: z.optional(text),
  addressees: since2(some(addresseeSchema)),
  /** Who gets a copy, in words; and which of the contacts these are, in format 2 any addressee. */
  copiedTo: z.optional(text),
  copies: z.optional(some(z.union([ref('contact'), mark(addresseeSchema, { format: 2 })]))),
  contact: z.optional(ref('contact')),
  /** Format 2: owed once in a case, from the first of its triggers whose condition holds, however late that becomes known. */
  once: since2(z.boolean()),
  /** Format 2: a service may do it by itself. */
  byService: since2(z.boolean()),
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
  after: z.optional(ref('clock')),
  /** What meets it besides being recorded as done. */
  metBy: z.optional(some(stopSchema)),
  lapses: z.optional(z.enum(LAPSES)),
  /** Owed again and again while one of these stages is open; each of the events starts the count afresh. */
  recurring: z.optional(
    z.strictObject({ every: durationSchema, restartedBy: some(z.enum(EVENT_TYPES)), stages: some(ref('stage')) }),
  ),
});

const calloutSchema = z.strictObject({
  id,
  kind: z.enum(CALLOUT_KINDS),
  text,
  clauses,
  stages: z.optional(some(ref('stage'))),
  when: z.optional(conditionSchema),
  contact: z.optional(ref('contact')),
});

const contactSchema = z.strictObject({
  id,
  name: text,
  phones: z.optional(some(z.strictObject({ number: plain, label: z.optional(text) }))),
  email: z.optional(plain),
  url: z.optional(url),
  address: z.optional(text),
  /** When the source says that it was true; null where the source gives no date. */
  asOf: z.nullable(partialDate),
  /** Format 2: why it may not be there any more. */
  doubt: since2(text),
  clauses,
});

const askSchema = z.strictObject({
  id,
  kind: mark(z.enum(ASK_KINDS), { format2Words: ['date-time'] }),
  label: text,
  hint: z.optional(text),
  clauses,
  /** At which stages the form asks it. */
  stages: some(ref('stage')),
  /** `must`: opening at such a stage is refused without it. */
  verb: z.enum(['must', 'should', 'may']),
  when: z.optional(conditionSchema),
});

/** What the source leaves open, and in format 2 how the partnership answered it: by whom, by role, and on which day. */
export const noteSchema = z.strictObject({
  kind: z.enum(NOTE_KINDS),
  text,
  /** Format 2: what the partnership is asked about it. */
  question: since2(text),
  answer: since2(z.strictObject({ text, by: text, on: civilDate })),
});

const clauseSchema = z.strictObject({
  /** Where it stands in the source. */
  place: text,
  /**
   * Format 2: the passage itself, as a quotation or as offsets into the text that its owner puts in, in UTF-16 units.
   */
  passage: since2(
    z.union([
      z.strictObject({ quote: plain }),
      z.strictObject({ from: z.number().check(z.int(), z.minimum(0)), to: count }),
    ]),
  ),
  /** What it asks, in our words. */
  says: text,
  verb,
  notes: z.optional(some(noteSchema)),
});

/** A form of the partnership's own, which this software does not file. */
const formSchema = z.strictObject({
  id,
  title: text,
  /** None where it has no address that can be followed. */
  url: z.optional(url),
  clauses,
  /** Where it is asked for: at stages, on an event, for a duty; anywhere, where none is said. */
  stages: z.optional(some(ref('stage'))),
  event: z.optional(z.enum(EVENT_TYPES)),
  duty: z.optional(ref('duty')),
});

export const policySchema = z.strictObject({
  $schema: z.optional(z.string()),
  /** 2 is the present one; what only it has is marked so, and a policy of format 1 without it means what is said there. */
  format: z.literal([1, 2]),
  id,
  version: plain,
  language: plain,
  title: text,
  partnership: z.strictObject({ name: text, url: z.optional(url) }),
  document: z.strictObject({
    title: text,
    version: z.optional(plain),
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
    notes: z.optional(some(noteSchema)),
  }),
  /** Format 2: findings of the linter that the author knows of, each with why it stands. */
  acknowledged: since2(
    some(
      z.strictObject({
        finding: z.enum(FINDING_KINDS),
        /** Where, as in `texts`: `duties/notify-board`; anywhere, where none is said. */
        at: z.optional(plain),
        note: plain,
        by: z.optional(plain),
        on: z.optional(civilDate),
      }),
    ),
  ),
  /**
   * Format 2: the policy's words in other languages, by language and then by the path of the text: its keys and, in a
   * list, the part's id (or number, where it has none), with slashes: `stages/talk/label`, `clauses/3.1/says`.
   */
  texts: since2(z.record(plain, z.record(plain, plain))),
  /** Format 2: the number to call in an emergency; 999, where it is left out. */
  emergency: since2(z.strictObject({ number: plain, label: z.optional(text) })),
  /** The policy that this one was made from, where it is a local overlay: see `extendPolicy`. */
  basedOn: z.optional(z.strictObject({ id, version: plain })),
  timeZone: plain,
  /** A bundled calendar's id, or one that the host gives. */
  calendar: id,
  counting: z.optional(countingSchema),
  subjects: z.optional(some(z.enum(SUBJECTS))),
  clauses: mark(z.record(id, clauseSchema), { holds: 'clause' }),
  principles: list(statementSchema),
  /** What else the summary tells: scope, the duty to challenge, what applies beside this policy. */
  reminders: list(statementSchema),
  causes: parts(
    'cause',
    z.strictObject({
      id,
      label: text,
      clauses,
      routes: z.optional(some(ref('route'))),
      /** The process that it belongs to instead. A case with such causes alone is not opened. */
      leadsTo: z.optional(text),
    }),
  ),
  /** Why no causes are offered, where the source has them and they cannot be had. */
  causesMissing: z.optional(statementSchema),
  /** Concerns that this policy sends elsewhere: whistleblowing, complaints. They open no case. */
  elsewhere: z.optional(some(statementSchema)),
  facts: parts(
    'fact',
    z.strictObject({
      id,
      question: text,
      hint: z.optional(text),
      clauses: z.optional(clauses),
      routes: z.optional(some(ref('route'))),
      stages: z.optional(some(ref('stage'))),
      /** Format 2: what a 'yes' means. In format 1 `immediate-harm` alone means danger. */
      means: since2(z.enum(MEANINGS)),
    }),
  ),
  asks: parts('ask', askSchema),
  priorities: z.optional(someParts('priority', z.strictObject({ id, label: text, clauses }))),
  roles: parts('role', roleSchema),
  routes: someParts('route', routeSchema),
  stages: someParts('stage', stageSchema),
  timescales: parts('clock', timescaleSchema),
  /** What going past a guidance timescale needs. Without it the policy gives no extension. */
  extension: z.optional(
    z.strictObject({
      clauses,
      /** A role whose approval is recorded with it. */
      approver: z.optional(ref('role')),
    }),
  ),
  ways: parts('way', waySchema),
  guards: parts('guard', guardSchema),
  duties: parts('duty', dutySchema),
  callouts: parts('callout', calloutSchema),
  /** Others may ask for a child protection conference that social care declined. */
  conference: z.optional(z.strictObject({ text, clauses })),
  /** Where learning is addressed. */
  learning: z.optional(z.strictObject({ to: text, text, clauses })),
  /** `stages`: where the policy speaks of it; it can be recorded anywhere. */
  dissent: z.optional(z.strictObject({ clauses, stages: z.optional(some(ref('stage'))) })),
  /** Format 1: the only form, tied to nothing. Format 2 has `forms`. */
  officialForm: mark(z.optional(z.strictObject({ title: text, url, clauses })), { format: 1 }),
  forms: since2(someParts('form', formSchema)),
  /** Format 2: results of the policy's own, beside those that every policy can have. */
  outcomes: since2(someParts('outcome', z.strictObject({ id, label: text, clauses }))),
  contacts: parts('contact', contactSchema),
});

export type Policy = z.output<typeof policySchema>;
export type Stage = Policy['stages'][number];
export type Route = Policy['routes'][number];
export type Clock = z.output<typeof clockSchema>;
export type Timescale = z.output<typeof timescaleSchema>;
export type Start = z.output<typeof startSchema>;
export type Stop = z.output<typeof stopSchema>;
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
export type Addressee = z.output<typeof addresseeSchema>;
export type PolicyForm = z.output<typeof formSchema>;
export type Note = z.output<typeof noteSchema>;
export type DecisionOption = z.output<typeof decisionOptionSchema>;
