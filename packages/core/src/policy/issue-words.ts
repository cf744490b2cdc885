import type { core } from 'zod/mini';
import { brief, didYouMean, nearest, pathOf, type Fault, type Steps } from './fault.ts';

/*
 * zod/mini says 'Invalid input' and little more. Its messages are put to better use here: each carries what is allowed,
 * which only the schema that raised the issue knows, and the fault's own words are made from that and the issue's code.
 */

/** What the schema that raised an issue would have taken. Given to zod as its `error` function. */
export function allowedBy(issue: core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') return keysOf(issue.inst).join(', ');
  if (issue.code === 'invalid_format') return FORMATS[issue.pattern ?? ''] ?? `text of the form ${issue.pattern}`;
  if (issue.code === 'too_small') return `at least ${issue.minimum}${UNITS[issue.origin] ?? ''}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}${UNITS[issue.origin] ?? ''}`;
  if (issue.code === 'invalid_key') return FORMATS[patternIn(issue.issues)] ?? 'a key of this list';
  return isSchema(issue.inst) ? describe(issue.inst) : 'something else';
}

/** The faults that an issue of this schema stands for. Of a union, those of the branch that was most likely meant. */
export function faultsOf(issue: core.$ZodIssue, schema: core.$ZodType, above: Steps = []): Fault[] {
  const steps = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue, key, steps));
  if (issue.code === 'invalid_union') {
    const branch = likeliest(issue.errors);
    if (branch) return branch.flatMap((inner) => faultsOf(inner, schema, steps));
  }
  const allowed = issue.message + (takesNull(schema, steps) ? ', or null' : '');
  return [{ path: pathOf(steps), found: brief(issue.input), allowed, message: messageOf(issue, allowed) }];
}

const FORMATS: Record<string, string> = {
  '/^[A-Za-z0-9][A-Za-z0-9.-]*$/': 'an id of letters, digits, dots and hyphens',
  '/^\\d{4}-\\d{2}-\\d{2}$/': 'a date, YYYY-MM-DD',
  '/^\\d{4}(-\\d{2}(-\\d{2})?)?$/': 'a date, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY',
  '/^(https?:\\/\\/|mailto:|tel:)[^\\s<>"]+$/i': 'an address that begins with https:, http:, mailto: or tel:',
};
const UNITS: Record<string, string> = { string: ' character', array: ' item' };

function messageOf(issue: core.$ZodIssue, allowed: string): string {
  if (issue.input === undefined) return `This is missing; it takes ${allowed}.`;
  if (issue.code === 'invalid_key') return `This key cannot stand here; it takes ${allowed}.`;
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin !== 'number') return 'This may not be empty.';
  return `Found ${brief(issue.input)}; it takes ${allowed}.${didYouMean(issue.input, wordsOf(issue))}`;
}

/** The words that could have stood in this place. */
function wordsOf(issue: core.$ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return [];
  return issue.errors.flat().flatMap((inner) => (inner.path.length === 0 ? wordsOf(inner) : []));
}

function unknownKey(issue: core.$ZodIssueUnrecognizedKeys, key: string, steps: Steps): Fault {
  return {
    path: pathOf([...steps, key]),
    found: brief(issue.input?.[key]),
    allowed: issue.message,
    message: `The format has no ${brief(key)} here.${didYouMean(key, issue.message.split(', '))}`,
  };
}

/** The branch with the least to put right, or undefined where none fits the kind of value or several fit alike. */
function likeliest(branches: readonly core.$ZodIssue[][]): core.$ZodIssue[] | undefined {
  const fitting = branches
    .filter((issues) => !issues.some((issue) => issue.path.length === 0 && KIND_ISSUES.has(issue.code)))
    .map((issues) => ({ issues, cost: sum(issues.map(costOf)) }))
    .sort((a, b) => a.cost - b.cost);
  const [first, second] = fitting;
  return first && first.cost !== second?.cost ? first.issues : undefined;
}

/** Issues that, at the top of a branch, mean that the value is of another kind altogether. */
const KIND_ISSUES: ReadonlySet<string> = new Set(['invalid_type', 'invalid_value', 'invalid_union']);

function costOf(issue: core.$ZodIssue): number {
  if (issue.code !== 'unrecognized_keys') return issue.input === undefined ? 2 : 1;
  const keys = issue.message.split(', ');
  return sum(issue.keys.map((key) => (nearest(key, keys) === undefined ? 2 : 1)));
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** An issue comes from inside what may be null, and does not know of it. */
function takesNull(schema: core.$ZodType, steps: Steps): boolean {
  const { def } = (schema as core.$ZodTypes)._zod;
  if (def.type === 'optional') return takesNull(def.innerType, steps);
  if (def.type === 'lazy') return takesNull(def.getter(), steps);
  const [step, ...rest] = steps;
  if (step === undefined) return def.type === 'nullable';
  if (def.type === 'nullable') return takesNull(def.innerType, steps);
  if (def.type === 'array') return takesNull(def.element, rest);
  const inner = def.type === 'object' ? def.shape[String(step)] : undefined;
  return inner !== undefined && takesNull(inner, rest);
}

function describe(schema: core.$ZodType): string {
  const { def } = (schema as core.$ZodTypes)._zod;
  if (def.type === 'string') return FORMATS[patternOf(def.checks)] ?? 'text';
  if (def.type === 'number') return 'a whole number';
  if (def.type === 'boolean') return 'true or false';
  if (def.type === 'literal') return def.values.map((value) => brief(value)).join(' or ');
  if (def.type === 'enum') return oneOf(Object.values(def.entries));
  if (def.type === 'array') return `a list, each ${describe(def.element)}`;
  if (def.type === 'object') return `an object {${Object.entries(def.shape).map(keyOf).join(', ')}}`;
  if (def.type === 'record') return `an object, each value ${describe(def.valueType)}`;
  if (def.type === 'union') return def.options.map(describe).join(', or ');
  if (def.type === 'nullable') return `${describe(def.innerType)}, or null`;
  if (def.type === 'optional') return describe(def.innerType);
  if (def.type === 'lazy') return describe(def.getter());
  return def.type;
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? brief(values[0]) : `one of ${values.map(brief).join(', ')}`;
}

/** The key of an object, marked where it may be left out. */
function keyOf([key, value]: [string, core.$ZodType]): string {
  return value._zod.optin === undefined ? key : `${key}?`;
}

function keysOf(inst: unknown): string[] {
  const def = isSchema(inst) ? (inst as core.$ZodTypes)._zod.def : undefined;
  if (def?.type === 'object') return Object.keys(def.shape);
  const keys = def?.type === 'record' ? (def.keyType as core.$ZodTypes)._zod.values : undefined;
  return [...(keys ?? [])].map(String);
}

function patternOf(checks: readonly core.$ZodCheck[] | undefined): string {
  for (const check of checks ?? []) {
    const { pattern } = check._zod.def as { pattern?: RegExp };
    if (pattern) return String(pattern);
  }
  return '';
}

function patternIn(issues: readonly core.$ZodIssue[]): string {
  for (const issue of issues) if (issue.code === 'invalid_format') return issue.pattern ?? '';
  return '';
}

function isSchema(inst: unknown): inst is core.$ZodType {
  return (inst as Partial<core.$ZodType> | undefined)?._zod?.parse !== undefined;
}
