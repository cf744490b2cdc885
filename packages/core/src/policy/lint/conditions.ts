import type { Finding, Linted } from '../lint.ts';
import type { Condition } from '../schema.ts';
import { chanceOf } from './chance.ts';

interface Conditional {
  readonly name: string;
  readonly path: string;
  readonly clauses: readonly string[];
  readonly when?: Condition | undefined;
  /** Where it is asked; null for everywhere. */
  readonly at: readonly string[] | null;
}

/** Ways that lead nowhere, and parts that are never shown because their condition holds in no case. */
export function conditionFindings(linted: Linted): Finding[] {
  const { policy, steps } = linted;
  const ways = policy.ways.flatMap((way, index): Finding[] => {
    if (steps.some((step) => step.way === way)) return [];
    const message = `The way '${way.id}' leads nowhere.`;
    const how = `No route has the stage '${way.to}' above a stage from which the way starts.`;
    return [{ kind: 'way-leads-nowhere', path: `$.ways[${index}]`, clauses: way.clauses, message, how }];
  });
  return [...ways, ...conditionals(linted).flatMap((part) => neverHolds(part, linted))];
}

function neverHolds({ name, path, clauses, when, at }: Conditional, linted: Linted): Finding[] {
  if (chanceOf(when, linted, at) !== 'never') return [];
  const message = `${name} never comes into play.`;
  const how = 'Its condition holds in no case at the stages where it is asked.';
  return [{ kind: 'condition-never-holds', path: `${path}.when`, clauses, message, how }];
}

function conditionals({ policy }: Linted): Conditional[] {
  const clocks = policy.stages.flatMap((stage, i) =>
    stage.clocks.map((clock, j) => ({ clock, path: `$.stages[${i}].clocks[${j}]`, at: [stage.id] })),
  );
  const timescales = policy.timescales.map((clock, i) => {
    return { clock, path: `$.timescales[${i}]`, at: clock.stages ?? null };
  });
  const stages = policy.stages.flatMap((stage, i) => [
    ...instead(stage, `$.stages[${i}]`, `who meets at '${stage.id}'`, [stage.id]),
    ...(stage.decision?.options ?? []).flatMap((option, j) =>
      instead(option, `$.stages[${i}].decision.options[${j}]`, `the chair for '${option.id}'`, [stage.id]),
    ),
  ]);
  return [
    ...stages,
    ...policy.duties.flatMap((duty, i) => instead(duty, `$.duties[${i}]`, `whose '${duty.id}' is`, null)),
    ...[...clocks, ...timescales].flatMap(({ clock, path, at }) => [
      { ...clock, name: `The clock '${clock.id}'`, path, at },
      ...instead(clock, path, `'${clock.id}'`, at),
    ]),
    ...policy.ways.map((way, i) => {
      return { ...way, name: `The way '${way.id}'`, path: `$.ways[${i}]`, at: way.from === 'any' ? null : way.from };
    }),
    ...policy.callouts.map((callout, i) => {
      return { ...callout, name: `The callout '${callout.id}'`, path: `$.callouts[${i}]`, at: callout.stages ?? null };
    }),
    ...policy.asks.map((ask, i) => {
      return { ...ask, name: `The question '${ask.id}'`, path: `$.asks[${i}]`, at: ask.stages };
    }),
  ];
}

interface Replaceable {
  readonly instead?: readonly { readonly when: Condition; readonly clauses: readonly string[] }[] | undefined;
}

function instead({ instead = [] }: Replaceable, path: string, of: string, at: Conditional['at']): Conditional[] {
  return instead.map(({ when, clauses }, i) => {
    return { when, clauses, name: `What stands in place of ${of}`, path: `${path}.instead[${i}]`, at };
  });
}
