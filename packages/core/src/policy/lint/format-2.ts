import type { Finding, Linted } from '../lint.ts';
import type { Clock, Policy } from '../schema.ts';
import type { Verb } from '../vocabulary.ts';

/** What format 2 has a word for and this policy leaves unsaid, and times that are firmer than what they rest on. */
export function formatFindings({ policy }: Linted): Finding[] {
  const timed = timedParts(policy);
  const tooFirm = timed.filter((part) => part.clock.firmness === 'firm').flatMap((part) => firmer(part, policy));
  if (policy.format === 1) return tooFirm;
  return [...tooFirm, ...withoutVerb(policy, timed), ...withoutPurpose(timed)];
}

interface Timed {
  readonly clock: Pick<Clock, 'id' | 'clauses' | 'verb' | 'for'> & {
    readonly firmness?: Clock['firmness'] | undefined;
  };
  readonly name: string;
  readonly path: string;
  /** What stands in place of a clock is for the same as the clock. */
  readonly isWhole: boolean;
}

function timedParts(policy: Policy): Timed[] {
  const whole = [
    ...policy.stages.flatMap((stage, i) =>
      stage.clocks.map((clock, j) => ({ clock, path: `$.stages[${i}].clocks[${j}]` })),
    ),
    ...policy.timescales.map((clock, i) => ({ clock, path: `$.timescales[${i}]` })),
  ];
  return whole.flatMap(({ clock, path }): Timed[] => [
    { clock, path, name: `The clock '${clock.id}'`, isWhole: true },
    ...(clock.instead ?? []).map((other, i) => ({
      clock: { id: clock.id, verb: clock.verb, firmness: clock.firmness, ...other },
      name: `What stands in place of '${clock.id}'`,
      path: `${path}.instead[${i}]`,
      isWhole: false,
    })),
  ]);
}

function firmer({ clock, name, path }: Timed, { clauses }: Policy): Finding[] {
  const said: (Verb | undefined)[] = clock.verb ? [clock.verb] : clock.clauses.map((id) => clauses[id]?.verb);
  if (said.length === 0 || !said.every((verb) => verb === 'should' || verb === 'may')) return [];
  const message = `${name} is firm, and its source says '${said[0]}'.`;
  const how = clock.verb ? 'Its own `verb` says so.' : 'So say the verbs of the clauses that it names.';
  return [{ kind: 'firmer-than-source', path: `${path}.firmness`, clauses: clock.clauses, message, how }];
}

function withoutVerb(policy: Policy, timed: readonly Timed[]): Finding[] {
  const parts = [
    ...Object.entries(policy.clauses).map(([id, { verb }]) => {
      return { verb, clauses: [id], name: `The clause '${id}'`, path: `$.clauses[${JSON.stringify(id)}]` };
    }),
    ...policy.duties.map(({ id, verb, clauses }, i) => {
      return { verb, clauses, name: `The duty '${id}'`, path: `$.duties[${i}]` };
    }),
    ...timed.map(({ clock: { verb, clauses }, name, path }) => ({ verb, clauses, name, path })),
  ];
  return parts
    .filter(({ verb }) => verb === undefined)
    .map(({ clauses, name, path }) => ({
      kind: 'verb-missing',
      path,
      clauses,
      message: `${name} does not say how binding it is.`,
      how: 'It has no `verb`: must, should, may, or none where the source only states.',
    }));
}

function withoutPurpose(timed: readonly Timed[]): Finding[] {
  return timed
    .filter(({ clock, isWhole }) => isWhole && clock.for === undefined)
    .map(({ clock: { clauses }, name, path }) => ({
      kind: 'purpose-missing',
      path,
      clauses,
      message: `${name} does not say what the time is for.`,
      how: 'It has no `for`, and is taken for a time to agree.',
    }));
}
