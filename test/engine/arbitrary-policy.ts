import fc from 'fast-check';
import type { core } from 'zod/mini';
import type { Policy } from '@escalation-kit/core/policy';
import { markOf, type Kind } from '../../packages/core/src/policy/marks.ts';
import {
  addresseeSchema,
  clockSchema,
  conditionSchema,
  policySchema,
  timescaleSchema,
} from '../../packages/core/src/policy/schema.ts';
import { withoutNothing } from '../../packages/core/src/policy/walk.ts';

/*
 * Small policies that use every key of the format in every combination that the parser takes, made by walking the
 * schema: a key that the format gains is in them at once. What the parser asks beyond the shape, and what lets cases get
 * somewhere, is written by hand under `BY_HAND`. All draw on the same few ids, so that what refers to something finds it.
 */

type Arbitrary = fc.Arbitrary<unknown>;

const STAGES = ['s1', 's2', 's3', 's4'];
/** The rungs of the second route. */
const OTHERS = ['x1', 'x2'];

/** What a policy is made over. */
interface Ground {
  readonly format: 1 | 2;
  /** The stages of the first route and of the second, which may not be there. */
  readonly ladder: readonly string[];
  readonly others: readonly string[];
  /** The ids that a reference to each kind can have. */
  readonly ids: Readonly<Record<Kind, readonly string[]>>;
}

function groundOf(format: 1 | 2, ladder: readonly string[], others: readonly string[]): Ground {
  const ids: Record<Kind, readonly string[]> = {
    stage: [...ladder, ...others],
    route: others.length > 0 ? ['main', 'other'] : ['main'],
    role: ['lead', 'head'],
    contact: ['office'],
    cause: ['plan', 'conduct'],
    fact: ['immediate-harm', 'late'],
    ask: ['why', 'who', 'day', 'moment'],
    priority: ['red', 'green'],
    clause: Array.from({ length: 8 }, (_, i) => `k.${i + 1}`),
    clock: ['everywhere'],
    option: ['yes', 'no'],
    duty: ['duty-1'],
    outcome: ['mended'],
    form: ['form-1'],
    way: [],
    guard: [],
    callout: [],
  };
  return { format, ladder, others, ids };
}

const of = <T>(values: readonly T[]) => fc.constantFrom(...values);
const listOf = <T>(item: fc.Arbitrary<T>, maxLength = 2) => fc.array(item, { minLength: 1, maxLength, size: 'max' });
const text = of(['Words', 'Other words', 'The lead']);

/** How often a list of parts to which nothing refers by a fixed id is filled. */
const MOST: Partial<Record<Kind, number>> = { clock: 2, way: 3, guard: 2, duty: 5, callout: 2 };

/** An object with the keys of `needed`, and perhaps those of `may`. */
function object(needed: Record<string, Arbitrary>, may: Record<string, Arbitrary> = {}): fc.Arbitrary<object> {
  return fc.record({ ...needed, ...may }, { requiredKeys: Object.keys(needed), noNullPrototype: true });
}

/** What a schema takes, over this ground. */
function make(schema: core.$ZodType, ground: Ground): Arbitrary {
  const byHand = BY_HAND.get(schema);
  if (byHand) return byHand(ground);
  const { def } = (schema as core.$ZodTypes)._zod;
  const { refersTo, holds, format2Words = [] } = markOf(schema);
  if (refersTo) return of(ground.ids[refersTo]);
  if (def.type === 'string') return textLike(def.checks);
  if (def.type === 'number') return def.checks?.some(isFromNought) ? fc.nat(40) : of([1, 2, 3]);
  if (def.type === 'boolean') return fc.boolean();
  if (def.type === 'literal') return of(def.values);
  if (def.type === 'enum') {
    return of(Object.values(def.entries).filter((word) => ground.format === 2 || !format2Words.includes(String(word))));
  }
  if (def.type === 'optional') return make(def.innerType, ground);
  if (def.type === 'nullable') return fc.oneof(fc.constant(null), make(def.innerType, ground));
  if (def.type === 'lazy') return make(def.getter(), ground);
  if (def.type === 'union') {
    return fc.oneof(...def.options.filter((option) => isIn(option, ground)).map((option) => make(option, ground)));
  }
  if (def.type === 'array') {
    return holds ? partsOf(holds, def.element, ground) : listOfAny(make(def.element, ground));
  }
  if (def.type === 'record') return recordOf(def, ground, holds);
  if (def.type === 'object') return objectOf(def.shape, ground);
  throw new Error(`The random policies know no ${def.type}: the format has a new kind of value.`);
}

/** `keys`: what stands under some of the keys, made by hand. */
function objectOf(shape: core.$ZodShape, ground: Ground, keys: ByHand = {}): fc.Arbitrary<object> {
  const entries = Object.entries(shape)
    .filter(([, schema]) => isIn(schema, ground))
    .map(([key, schema]) => [key, schema, keys[key] ?? make(schema, ground)] as const);
  const pick = (optional: boolean) =>
    Object.fromEntries(
      entries.filter(([, schema]) => isOptional(schema) === optional).map(([key, , value]) => [key, value]),
    );
  return object(pick(false), pick(true));
}

/** Lists of parts are never left out, since others refer to them. */
function isOptional(schema: core.$ZodType): boolean {
  return (schema as core.$ZodTypes)._zod.def.type === 'optional' && !markOf(withoutNothing(schema)).holds;
}

/** Whether the format of this policy has it. */
function isIn(schema: core.$ZodType, { format }: Ground): boolean {
  const { format: only, refersTo } = markOf(schema);
  return (only ?? format) === format && !(refersTo === 'outcome' && format === 1);
}

/** Each part that is referred to has its place; others are as many as there happen to be. */
function partsOf(kind: Kind, part: core.$ZodType, ground: Ground): Arbitrary {
  const made = make(part, ground) as fc.Arbitrary<object>;
  const fixed = ground.ids[kind];
  const most = MOST[kind];
  if (most === undefined) return fc.tuple(...fixed.map((id) => made.map((each) => ({ ...each, id }))));
  return fc
    .array(made, { minLength: fixed[0] === `${kind}-1` ? 1 : 0, maxLength: most, size: 'max' })
    .map((parts) => parts.map((each, i) => ({ ...each, id: `${kind}-${i + 1}` })));
}

function listOfAny(item: Arbitrary): Arbitrary {
  return fc.uniqueArray(item, { minLength: 1, maxLength: 3, selector: (value) => JSON.stringify(value) });
}

function recordOf(def: core.$ZodRecordDef, ground: Ground, holds?: Kind): Arbitrary {
  const value = make(def.valueType, ground);
  if (!holds)
    return fc.dictionary(make(def.keyType, ground) as fc.Arbitrary<string>, value, {
      maxKeys: 2,
      noNullPrototype: true,
    });
  const ids = ground.ids[holds];
  return fc.tuple(...ids.map(() => value)).map((all) => Object.fromEntries(ids.map((id, i) => [id, all[i]])));
}

function isFromNought(check: core.$ZodCheck): boolean {
  const { value, inclusive } = check._zod.def as { value?: unknown; inclusive?: boolean };
  return value === 0 && inclusive === true;
}

/** Texts by the form that is asked of them. */
function textLike(checks: readonly core.$ZodCheck[] = []): Arbitrary {
  const form = checks.map((check) => String((check._zod.def as { pattern?: RegExp }).pattern)).join();
  if (form.includes('https')) return fc.constant('https://partnership.example/');
  if (form.includes('\\d{4}(-')) return of(['2019', '2026-11', '2026-02-28', '2027']);
  if (form.includes('\\d{4}-')) return fc.constant('2026-03-01');
  return form.includes('A-Za-z') ? fc.constant('region') : text;
}

type ByHand = Readonly<Record<string, Arbitrary>>;
type Recipe = (ground: Ground) => Arbitrary;

/** The schema under these keys, through lists and whatever may be left out. */
function at(...keys: readonly string[]): core.$ZodType {
  return keys.reduce<core.$ZodType>((schema, key) => bare(shapeOf(schema)[key]!), policySchema);
}

/** What is in a list, or may be left out. */
function bare(schema: core.$ZodType): core.$ZodType {
  const { def } = (withoutNothing(schema) as core.$ZodTypes)._zod;
  return def.type === 'array' ? bare(def.element) : withoutNothing(schema);
}

function shapeOf(schema: core.$ZodType): core.$ZodShape {
  return (schema as core.$ZodObject)._zod.def.shape;
}

/** An object of which some keys are made by hand. */
const withKeys = (schema: core.$ZodType, keys: (ground: Ground) => ByHand): [core.$ZodType, Recipe] => [
  schema,
  (ground) => objectOf(shapeOf(schema), ground, keys(ground)),
];

/** Conditions of one key, sometimes two, sometimes inside others: those of many keys hardly ever hold. */
function condition(ground: Ground): Arbitrary {
  const { any: _any, all: _all, not: _not, decided, ...plain } = shapeOf(conditionSchema);
  const single = (shape: core.$ZodShape) =>
    Object.entries(shape).map(([key, schema]) => object({ [key]: make(schema, ground) }));
  // An option goes by the stage that has it: where one is named, no stage is.
  const one = fc.oneof(...single(plain), ...single(shapeOf(bare(decided!))).map((by) => object({ decided: by })));
  const two = fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b }));
  const nested = fc.oneof(
    object({ any: listOf(one) }),
    object({ all: listOf(one) }),
    object({ not: fc.oneof(one, object({ any: listOf(one) })) }),
  );
  // Half of them hold always, so that cases get somewhere.
  return fc.oneof(fc.constant({}), fc.oneof(one, two, nested));
}

/** Clocks have words, in case there is no number. What an answer starts is a day or, where hours count, an hour of one. */
const clock =
  (schema: core.$ZodObject): Recipe =>
  (ground) =>
    fc.tuple(objectOf(shapeOf(schema), ground), text).map(([each, words]) => {
      const { instead } = each as { instead?: object[] };
      const whole = { words, ...each, ...(instead && { instead: instead.map((other) => ({ words, ...other })) }) };
      const hours = JSON.stringify(each).includes('"unit":"hours"');
      if (hours && ground.format === 1 && 'starts' in whole) delete whole.starts;
      return answering(whole, hours ? 'moment' : 'day');
    });

function answering(part: object, ask: string): unknown {
  return JSON.parse(JSON.stringify(part).replaceAll(/"answer":"[^"]*"/g, `"answer":"${ask}"`));
}

/** Conditions name the options of decisions, so the last stage of the first route always has them. */
function stages(ground: Ground): Arbitrary {
  const { ladder, ids } = ground;
  const stage = make(at('stages'), ground) as fc.Arbitrary<object>;
  const decision = make(at('stages', 'decision'), ground);
  const last = fc.tuple(stage, decision).map(([each, decided]) => ({ ...each, decision: decided }));
  const each = (id: string) => (id === ladder.at(-1) ? last : stage).map((made) => ({ ...made, id }));
  return fc.tuple(...ids.stage.map(each));
}

function routes(ground: Ground): Arbitrary {
  const { ladder, others } = ground;
  const { joins, beside, ...plain } = shapeOf(at('routes'));
  const main = objectOf(plain, ground, { stages: fc.constant(ladder) }).map((each) => ({ ...each, id: 'main' }));
  const other = objectOf({ ...plain, joins: joins!, beside: beside! }, ground, {
    stages: fc.constant(others),
    beside: fc.constant('main'),
    joins: objectOf(shapeOf(bare(joins!)), ground, { route: fc.constant('main'), at: of(ladder) }),
  }).map((each) => ({ ...each, id: 'other' }));
  return others.length > 0 ? fc.tuple(main, other) : fc.tuple(main);
}

/** The kind of each question, since clocks run from some. */
function asks(ground: Ground): Arbitrary {
  const kinds: Readonly<Record<string, string>> = {
    why: 'long-text',
    who: 'person',
    day: 'date',
    moment: ground.format === 1 ? 'date' : 'date-time',
  };
  const ask = make(at('asks'), ground) as fc.Arbitrary<object>;
  return fc.tuple(...ground.ids.ask.map((id) => ask.map((each) => ({ ...each, id, kind: kinds[id] }))));
}

/** Where a passage begins and ends in its source. */
const [, OFFSETS] = (bare(shapeOf(policySchema.shape.clauses._zod.def.valueType).passage!) as core.$ZodUnion)._zod.def
  .options as [core.$ZodType, core.$ZodType];

/** What the parser asks beyond the shape, and what lets cases get somewhere. */
const BY_HAND = new Map<core.$ZodType, Recipe>([
  [conditionSchema, condition],
  [clockSchema, clock(clockSchema)],
  [timescaleSchema, clock(timescaleSchema)],
  [policySchema.shape.stages, stages],
  [policySchema.shape.routes, routes],
  [policySchema.shape.asks, asks],
  // One runs everywhere, so that whatever names a clock finds it.
  [
    policySchema.shape.timescales,
    (ground) => {
      const timescale = make(timescaleSchema, ground) as fc.Arbitrary<object>;
      return fc
        .array(timescale, { minLength: 1, maxLength: 3, size: 'max' })
        .map(([first, ...others]) => [
          { ...first, id: 'everywhere', stages: ground.ids.stage },
          ...others.map((each, i) => ({ ...each, id: `there-${i}` })),
        ]);
    },
  ],
  // An option goes by the stage that has it: where one is named, no stage is.
  [
    at('duties', 'on'),
    (ground) =>
      fc
        .oneof(...(at('duties', 'on') as core.$ZodUnion)._zod.def.options.map((option) => make(option, ground)))
        .map((each) => ('option' in (each as object) ? { event: 'decided', option: (each as Fields).option } : each)),
  ],
  // Rules that a panel can keep.
  [
    at('stages', 'decision', 'options', 'panel'),
    (ground) =>
      objectOf(shapeOf(at('stages', 'decision', 'options', 'panel')), ground, { agencies: fc.constant(3) }).map(
        (rules) => ('excludesParties' in rules ? { ...rules, includesParties: !rules.excludesParties } : rules),
      ),
  ],
  withKeys(addresseeSchema._zod.def.options[3], () => ({ ask: fc.constant('who') })),
  withKeys(OFFSETS, () => ({ from: fc.constant(0) })),
  withKeys(at('contacts'), () => ({ email: fc.constant('office@partnership.example') })),
  withKeys(at('acknowledged'), () => ({ at: of(['stages/s1', 'duties/duty-1']) })),
  withKeys(policySchema, ({ format }) => ({
    format: fc.constant(format),
    language: of(['en', 'cy']),
    timeZone: of(['Europe/London', 'Europe/Jersey', 'America/St_Johns']),
    calendar: of(['england-and-wales', 'an-island']),
    texts: fc.constant({ fr: { title: 'Une politique', 'stages/s1/label': 'Un' } }),
  })),
]);

type Fields = Readonly<Record<string, unknown>>;

/** Policies that the parser takes, of either format, of one to four stages, perhaps with a second route. */
export const arbitraryPolicy = fc
  .tuple(of([1, 2] as const), fc.integer({ min: 1, max: STAGES.length }), fc.integer({ min: 0, max: OTHERS.length }))
  .chain(([format, rungs, others]) =>
    make(policySchema, groundOf(format, STAGES.slice(0, rungs), OTHERS.slice(0, others))),
  ) as fc.Arbitrary<Policy>;
