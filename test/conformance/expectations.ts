import type { Assessment } from '@escalation-kit/core/case';
import { en, say, type Text } from '@escalation-kit/core/text';

type Fields = Readonly<Record<string, unknown>>;
type Check = (expected: unknown, assessment: Assessment) => string[];

/**
 * What an assessment lacks of what was expected: a line for each, with what was found instead. What is not named may be
 * anything; what is named and unknown to the format is a failure of its own.
 */
export function unmetExpectations(expect: unknown, assessment: Assessment): string[] {
  if (!isFields(expect)) return [`expect: an object is needed, found ${show(expect)}`];
  return Object.entries(expect).flatMap(([key, expected]) => {
    const check = Object.hasOwn(CHECKS, key) ? CHECKS[key] : undefined;
    if (!check) return [`expect.${key} is not of the format; known are ${Object.keys(CHECKS).join(', ')}`];
    return check(expected, assessment).map((failure) => `${key}: ${failure}`);
  });
}

const CHECKS: Readonly<Record<string, Check>> = {
  status: (expected, { status }) => equal(expected, status),
  route: (expected, { route }) => equal(expected, route),
  stage: (expected, { stage }) => equal(expected, stage),
  tier: (expected, { tier }) => equal(expected, tier),
  bypassed: (expected, { bypassed }) => equal(expected, bypassed),
  deadlines: (expected, { deadlines }) => each(expected, (item) => found(item, deadlines)),
  duties: (expected, { duties }) => each(expected, (item) => found(item, duties)),
  noDates: (expected, { deadlines }) =>
    expected === true
      ? deadlines
          .filter(({ due, dueAt }) => due !== null || dueAt !== null)
          .map(({ clauses, due, dueAt }) => `expected no date, found ${due ?? dueAt} for ${clauses.join(', ')}`)
      : [`takes true, found ${show(expected)}`],
  noDuties: (expected, { duties }) =>
    each(expected, (clause) =>
      duties
        .filter(({ clauses }) => clauses.includes(clause as string))
        .map(({ id, status }) => `expected none for ${show(clause)}, found ${id} (${status})`),
    ),
  actions: (expected, { actions }) =>
    each(expected, (wanted) =>
      isFields(wanted) && actions.some((action) => matches(wanted, action))
        ? []
        : [`expected ${show(wanted)}, found ${listed(actions.map(({ clauses: _, ...action }) => action))}`],
    ),
  noActions: (expected, { actions }) =>
    each(expected, (unwanted) =>
      isFields(unwanted)
        ? actions
            .filter((action) => matches(unwanted, action))
            .map((action) => `expected no ${show(unwanted)}, found ${show(action)}`)
        : [`takes objects, found ${show(unwanted)}`],
    ),
  callouts: (expected, { callouts }) =>
    each(expected, (clause) => holds(clause, [...new Set(callouts.flatMap(({ clauses }) => clauses))])),
  warnings: (expected, { warnings }) => each(expected, (kind) => holds(kind, kindsOf(warnings))),
  noWarnings: (expected, { warnings }) =>
    each(expected, (kind) =>
      warnings
        .filter((warning) => warning.kind === kind)
        .map(({ clauses }) => `expected none of ${show(kind)}, found one that names ${listed(clauses)}`),
    ),
};

function equal(expected: unknown, actual: unknown): string[] {
  return same(expected, actual) ? [] : [`expected ${show(expected)}, found ${show(actual)}`];
}

function holds(expected: unknown, actual: readonly string[]): string[] {
  return actual.includes(expected as string) ? [] : [`expected ${show(expected)}, found ${listed(actual)}`];
}

function kindsOf(warnings: Assessment['warnings']): string[] {
  return [...new Set(warnings.map(({ kind }) => kind))];
}

function each(expected: unknown, check: (item: unknown) => string[]): string[] {
  return Array.isArray(expected) ? expected.flatMap(check) : [`takes a list, found ${show(expected)}`];
}

type Listed = Fields & { readonly clauses: readonly string[]; readonly words: Text };

/** One of the list bears the clause, and all the other fields that are given. */
function found(expected: unknown, list: readonly object[]): string[] {
  if (!isFields(expected) || typeof expected.clause !== 'string') {
    return [`takes objects with a clause, found ${show(expected)}`];
  }
  const { clause, ...fields } = expected;
  const all = list as readonly Listed[];
  const bearing = all.filter(({ clauses }) => clauses.includes(clause));
  if (bearing.some((item) => matches(fields, item))) return [];
  const wanted = Object.keys(fields).length > 0 ? `${clause} with ${show(fields)}` : clause;
  if (bearing.length === 0) {
    return [
      `expected ${wanted}, found none of that clause among ${listed(all.map(({ clauses }) => clauses.join(' ')))}`,
    ];
  }
  const instead = bearing.map((item) =>
    show(Object.fromEntries(Object.keys(fields).map((key) => [key, key === 'wordsLike' ? wordsOf(item) : item[key]]))),
  );
  return [`expected ${wanted}, found ${[...new Set(instead)].join(' and ')}`];
}

function matches(expected: Fields, item: object): boolean {
  const actual = item as Listed;
  return Object.entries(expected).every(([key, value]) => {
    if (key === 'clause') return actual.clauses.includes(value as string);
    if (key === 'wordsLike') return wordsOf(actual).toLowerCase().includes(String(value).toLowerCase());
    return same(value, actual[key]);
  });
}

function wordsOf({ words }: Listed): string {
  return words ? say(words, en) : '';
}

/** The same JSON; an instant is the same however it is written. */
function same(expected: unknown, actual: unknown): boolean {
  if (isInstant(expected) && isInstant(actual)) return Date.parse(expected) === Date.parse(actual);
  if (typeof expected !== 'object' || typeof actual !== 'object' || expected === null || actual === null) {
    return expected === actual;
  }
  if (Array.isArray(expected) !== Array.isArray(actual)) return false;
  const keys = Object.keys({ ...expected, ...actual });
  return keys.every((key) => same((expected as Fields)[key], (actual as Fields)[key]));
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON on one line. */
export function show(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}

function listed(values: readonly unknown[]): string {
  return values.length > 0 ? values.map(show).join(', ') : 'none';
}
