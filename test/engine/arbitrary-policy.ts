import fc from 'fast-check';
import { LANDINGS, OFF_DAY_STARTS, START_DAYS, UNITS } from '@escalation-kit/core/calendar';
import {
  ACTIONS,
  ASK_KINDS,
  CALLOUT_KINDS,
  CHILD_STATUSES,
  DUTY_KINDS,
  EVENT_TYPES,
  FIRMNESS,
  GUARD_VERBS,
  LAPSES,
  NOTE_KINDS,
  REASONS,
  RESULTS,
  SECTORS,
  SIDES,
  SUBJECTS,
  type Policy,
} from '@escalation-kit/core/policy';

/*
 * Small policies that use every key of the format in every combination that the parser takes. All draw on the same few
 * ids, so that what refers to something finds it.
 */

type Arbitrary = fc.Arbitrary<unknown>;

const CLAUSES = Array.from({ length: 8 }, (_, i) => `k.${i + 1}`);
const ROLES = ['lead', 'head'];
const STAGES = ['s1', 's2', 's3', 's4'];
/** The rungs of the second route. */
const OTHERS = ['x1', 'x2'];

const of = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: readonly T[], maxLength = 3) => fc.uniqueArray(of(values), { minLength: 1, maxLength });
const listOf = <T>(item: fc.Arbitrary<T>, maxLength = 2) => fc.array(item, { minLength: 1, maxLength, size: 'max' });
const text = of(['Words', 'Other words', 'The lead']);
const flag = fc.boolean();
const clauses = some(CLAUSES, 2);

/** An object with the keys of `needed`, and perhaps those of `may`. */
function object(needed: Record<string, Arbitrary>, may: Record<string, Arbitrary> = {}): fc.Arbitrary<object> {
  return fc.record({ ...needed, ...may }, { requiredKeys: Object.keys(needed), noNullPrototype: true });
}

/** Parts of a list, each with the id of its place. */
const numbered = (prefix: string, part: fc.Arbitrary<object>, maxLength: number) =>
  fc
    .array(part, { maxLength, size: 'max' })
    .map((parts) => parts.map((each, i) => ({ id: `${prefix}${i + 1}`, ...each })));

const plainDuration = object({ amount: fc.nat(40), unit: of(UNITS) });
const duration = object({ amount: fc.nat(40), unit: of(UNITS) }, { countedAs: plainDuration });
const statement = object({ text, clauses });
const note = object({ kind: of(NOTE_KINDS), text });

const plainCondition = (stages: readonly string[]) => ({
  childStatus: some(CHILD_STATUSES),
  subject: some(SUBJECTS),
  cause: some(['plan', 'conduct']),
  fact: fc.dictionary(of(['immediate-harm', 'late']), flag, { maxKeys: 2, noNullPrototype: true }),
  priority: some(['red', 'green']),
  route: some(stages.includes('x1') ? ['main', 'other'] : ['main']),
  stage: some(stages),
  party: object({}, { side: of(['raising', 'receiving']), sector: some(SECTORS), noLead: flag }),
  decided: object({}, { option: some(['yes', 'no']) }),
  done: some(CLAUSES),
  consulted: of(SIDES),
  discussed: flag,
  dissented: flag,
  conferenceRequested: flag,
  because: some(REASONS),
  bypassed: some(stages),
  answered: some(['why', 'who', 'day']),
});

/** Conditions of one key, sometimes two, sometimes inside others: those of many keys hardly ever hold. */
function conditionOver(stages: readonly string[]): Arbitrary {
  const keys = plainCondition(stages);
  const one = fc.oneof(...Object.entries(keys).map(([key, value]) => object({ [key]: value })));
  const two = fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b }));
  const nested = fc.oneof(
    object({ any: listOf(one) }),
    object({ all: listOf(one) }),
    object({ not: fc.oneof(one, object({ any: listOf(one) })) }),
    object({ decided: object({ stage: of(stages) }) }),
  );
  return fc.oneof(one, two, nested);
}

const happening = fc.oneof(object({ event: of(EVENT_TYPES) }, { side: of(SIDES) }), object({ done: of(CLAUSES) }));

function clockOver(stages: readonly string[], when: Arbitrary): fc.Arbitrary<object> {
  const oneStart = fc.oneof(
    of(['entered', 'opened']),
    object({ stage: of(stages) }),
    fc.constant({ answer: 'day' }),
    happening,
  );
  const within = fc.oneof(fc.constant(null), duration, listOf(duration));
  const words = { words: text };
  return object(
    { clauses, owner: of(SIDES), within, ...words, firmness: of(FIRMNESS) },
    {
      starts: fc.oneof(oneStart, object({ firstOf: listOf(oneStart) })),
      stops: happening,
      when,
      chosen: some(['agreed', 'priority']),
      byPriority: fc.dictionary(of(['red', 'green']), duration, { maxKeys: 2, noNullPrototype: true }),
      instead: listOf(object({ when, within, ...words, clauses })),
      protectsChild: flag,
    },
  );
}

/** Rules that a panel can keep. */
const panel = object(
  {},
  { agenciesAtLeast: of([1, 2, 3]), sectors: some(SECTORS), includesParties: flag, senior: flag, executive: flag },
).chain((rules) =>
  fc.oneof(
    fc.constant(rules),
    fc.constant({ ...rules, agencies: 3 }),
    fc.constant({ ...rules, includesParties: false, excludesParties: true }),
  ),
);
const chair = object({}, { uninvolved: flag, boardMember: flag, independent: flag });
const deciders = of([...SIDES, 'panel', 'agencies']);
const option = object({ label: text }, { clauses, decidedBy: deciders, panel, chair });
const decision = fc.tuple(option, option, deciders, clauses).map(([yes, no, decidedBy, clauses]) => ({
  options: [
    { id: 'yes', ...yes },
    { id: 'no', ...no },
  ],
  decidedBy,
  clauses,
}));

function stageWith(id: string, stages: readonly string[], when: Arbitrary): fc.Arbitrary<object> {
  const roles = some(ROLES);
  const isLast = id === stages.filter((stage) => STAGES.includes(stage)).at(-1);
  return object(
    {
      id: fc.constant(id),
      label: text,
      name: text,
      formality: of(['informal', 'formal', 'unsaid']),
      clauses,
      meets: object({}, { raising: roles, receiving: roles, partnership: roles }),
      clocks: numbered('own-', clockOver(stages, when), 2),
      // Conditions name its options, so one stage always has them.
      ...(isLast && { decision }),
    },
    {
      broughtBy: roles,
      tiers: object({ names: listOf(text), clauses }),
      channels: object({ names: listOf(text), clauses }),
      optional: flag,
      when,
      ...(!isLast && { decision }),
      mediates: flag,
      results: some(RESULTS),
    },
  );
}

function routesOver(ladder: readonly string[], others: readonly string[]): Arbitrary {
  const main = { id: 'main', label: 'The way up', clauses: ['k.1'], stages: ladder };
  if (others.length === 0) return object({}, { hint: text }).map((more) => [{ ...main, ...more }]);
  const other = object(
    { id: fc.constant('other'), label: text, clauses, stages: fc.constant(others) },
    {
      joins: object({ route: fc.constant('main'), at: of(ladder), clauses }),
      beside: fc.constant('main'),
      hint: text,
    },
  );
  return other.map((route) => [main, route]);
}

function dutyOver(stages: readonly string[], when: Arbitrary): fc.Arbitrary<object> {
  const trigger = fc.oneof(
    object({ enters: some(stages) }),
    object({ event: of(EVENT_TYPES) }, { at: some(stages), result: some(RESULTS), clause: some(CLAUSES) }),
    object({ event: fc.constant('decided'), option: some(['yes', 'no']) }),
  );
  return object(
    {
      kind: of(DUTY_KINDS),
      text,
      clauses,
      owner: fc.oneof(of(SIDES), some(SIDES)),
      on: listOf(trigger),
      by: fc.oneof(fc.constant(null), fc.constant('at-once'), duration),
    },
    {
      who: of(ROLES),
      to: text,
      copiedTo: text,
      copies: fc.constant(['office']),
      contact: fc.constant('office'),
      when,
      after: fc.constant('everywhere'),
      metBy: listOf(happening),
      lapses: of(LAPSES),
      recurring: object({ every: duration, restartedBy: some(EVENT_TYPES), stages: some(stages) }),
    },
  );
}

function policyOver(ladder: readonly string[], others: readonly string[]): Arbitrary {
  const stages = [...ladder, ...others];
  // Half of them hold always, so that cases get somewhere.
  const when = fc.oneof(fc.constant({}), conditionOver(stages));
  const clock = clockOver(stages, when);
  const timescale = (scope: Arbitrary, more = {}) =>
    fc.tuple(clock, object({ scope }, more)).map(([each, scoped]) => ({ ...each, ...scoped }));
  const sometimes = { clauses };
  const ask = object(
    { label: text, clauses, stages: some(stages), verb: of(['must', 'should', 'may']) },
    { hint: text, when },
  );
  return object(
    {
      format: fc.constant(1),
      id: fc.constant('random'),
      version: fc.constant('1'),
      language: of(['en', 'cy']),
      title: text,
      partnership: object({ name: text }, { url: fc.constant('https://partnership.example/') }),
      document: object({ title: text }, { version: text, dated: of(['2026', '2026-02', '2026-02-28']) }),
      provenance: object(
        { taken: fc.constant('2026-03-01'), confirmed: fc.option(fc.constant({ by: 'Office', on: '2026-04-01' })) },
        { review: object({ due: of(['2026-11', '2027', '2026-11-20']), clauses }), notes: listOf(note) },
      ),
      timeZone: of(['Europe/London', 'Europe/Jersey', 'America/St_Johns']),
      calendar: of(['england-and-wales', 'an-island']),
      clauses: fc
        .array(object({ place: text, says: text }, { notes: listOf(note) }), { minLength: 8, maxLength: 8 })
        .map((all) => Object.fromEntries<object>(all.map((clause, i) => [CLAUSES[i]!, clause]))),
      principles: fc.array(statement, { maxLength: 1 }),
      reminders: fc.array(statement, { maxLength: 1 }),
      causes: fc
        .tuple(object({ label: text, clauses }), object({ label: text, clauses }, { leadsTo: text }))
        .map(([plan, conduct]) => [
          { id: 'plan', ...plan },
          { id: 'conduct', ...conduct, routes: ['main'] },
        ]),
      facts: fc.constant([
        { id: 'immediate-harm', question: 'Danger?' },
        { id: 'late', question: 'Late?', hint: 'Yes or no', clauses: ['k.2'], routes: ['main'], stages: [ladder[0]] },
      ]),
      asks: fc.tuple(ask, ask, ask, of(ASK_KINDS)).map(([why, who, day, kind]) => [
        { id: 'why', ...why, kind: 'long-text' },
        { id: 'who', ...who, kind },
        { id: 'day', ...day, kind: 'date' },
      ]),
      priorities: fc.constant([
        { id: 'red', label: 'Red', clauses: ['k.3'] },
        { id: 'green', label: 'Green', clauses: ['k.3'] },
      ]),
      roles: object(
        {},
        {
          bySector: fc.dictionary(of(SECTORS), text, { maxKeys: 2, noNullPrototype: true }),
          substitutes: listOf(object({ name: text, clauses }, { sectors: some(SECTORS) })),
          clauses,
        },
      ).map((more) => ROLES.map((id) => ({ id, name: `The ${id}`, ...more }))),
      routes: routesOver(ladder, others),
      stages: fc.tuple(...stages.map((id) => stageWith(id, stages, when))),
      timescales: fc
        .tuple(
          timescale(of(['stage', 'case'])),
          fc.array(timescale(of(['stage', 'case']), { stages: some(stages) }), { maxLength: 2 }),
        )
        .map(([everywhere, others]) => [
          { id: 'everywhere', ...everywhere },
          ...others.map((each, i) => ({ id: `there-${i}`, ...each })),
        ]),
      ways: numbered(
        'way-',
        object(
          {
            from: fc.oneof(fc.constant('any'), some(stages)),
            to: of(stages),
            because: some(REASONS),
            label: text,
            clauses,
          },
          { when, approver: of(ROLES), consultFirst: of(ROLES), silence: fc.constant('everywhere') },
        ),
        3,
      ),
      guards: numbered(
        'guard-',
        object(
          {
            verb: of(GUARD_VERBS),
            before: listOf(object({ action: of(ACTIONS) }, { from: some(stages), to: some(stages) })),
            needs: when,
            text,
            clauses,
          },
          { waived: object({}, { because: some(REASONS), when }) },
        ),
        2,
      ),
      duties: numbered('duty-', dutyOver(stages, when), 5),
      callouts: numbered(
        'callout-',
        object(
          { kind: of(CALLOUT_KINDS), text, clauses },
          { stages: some(stages), when, contact: fc.constant('office') },
        ),
        2,
      ),
      contacts: object(
        { id: fc.constant('office'), name: text, asOf: of([null, '2019', '2026-04']), clauses },
        {
          phones: fc.constant([{ number: '01632 960001', label: 'Days' }]),
          email: fc.constant('office@partnership.example'),
          url: fc.constant('https://partnership.example/'),
          address: text,
        },
      ).map((office) => [office]),
    },
    {
      basedOn: fc.constant({ id: 'region', version: '2' }),
      counting: object({}, { startDay: of(START_DAYS), offDayStart: of(OFF_DAY_STARTS), lands: of(LANDINGS) }),
      subjects: some(SUBJECTS, 4),
      causesMissing: statement,
      elsewhere: listOf(statement),
      extension: object(sometimes, { approver: of(ROLES) }),
      conference: statement,
      learning: object({ to: text, text, clauses }),
      dissent: object(sometimes, { stages: some(stages) }),
      officialForm: object({ title: text, url: fc.constant('https://partnership.example/form'), clauses }),
    },
  );
}

/** Policies that the parser takes, of one to four stages, perhaps with a second route. */
export const arbitraryPolicy = fc
  .tuple(fc.integer({ min: 1, max: STAGES.length }), fc.integer({ min: 0, max: OTHERS.length }))
  .chain(([rungs, others]) => policyOver(STAGES.slice(0, rungs), OTHERS.slice(0, others))) as fc.Arbitrary<Policy>;
