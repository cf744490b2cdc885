import type { Finding, Linted } from '../lint.ts';
import type { Condition, Guard } from '../schema.ts';
import type { Action } from '../vocabulary.ts';
import { BEFORE_OPENING, chanceOf } from './chance.ts';
import { stagesOnRoutes } from './steps.ts';

/** Guards before steps that nobody takes, that cannot be met, or that are always met. */
export function guardFindings(linted: Linted): Finding[] {
  return linted.policy.guards.flatMap((guard, index) => {
    const about = { clauses: guard.clauses };
    const path = `$.guards[${index}]`;
    const dead = guard.before.flatMap((before, i): Finding[] => {
      if (stagesBefore(before, linted).length > 0) return [];
      const message = `The guard '${guard.id}' stands before a step that nobody can take.`;
      const how = `No route and no way of the policy has this step (${before.action}).`;
      return [{ kind: 'guard-without-step', path: `${path}.before[${i}]`, ...about, message, how }];
    });
    if (dead.length === guard.before.length) return dead;
    const needs = needsFindings(guard, linted, path);
    return [...dead, ...(needs.length > 0 ? needs : openingFindings(guard, linted, path))];
  });
}

interface GuardedStep {
  readonly action: Action;
  readonly from: string;
  readonly to?: string;
}

/** Whether a guard stands before this step. */
export function standsBefore(guard: Guard, { action, from, to }: GuardedStep): boolean {
  return guard.before.some(
    (before) =>
      before.action === action &&
      (before.from?.includes(from) ?? true) &&
      (before.to === undefined || (to !== undefined && before.to.includes(to))),
  );
}

/** Whether nothing a case can do gets past the guard. */
export function isImpassable(guard: Guard, linted: Linted): boolean {
  if (guard.verb !== 'must' || guard.waived?.because) return false;
  const at = stagesAsked(guard, linted);
  if (chanceOf(guard.needs, linted, at) !== 'never') return false;
  return !guard.waived?.when || chanceOf(guard.waived.when, linted, at) === 'never';
}

function needsFindings(guard: Guard, linted: Linted, path: string): Finding[] {
  const at = stagesAsked(guard, linted);
  const needs = chanceOf(guard.needs, linted, at);
  const waived = guard.waived?.when && chanceOf(guard.waived.when, linted, at);
  const { clauses } = guard;
  if (needs === 'never') {
    const message = `What the guard '${guard.id}' needs can never be so.`;
    const how = 'At the stages where it is asked, no case that this policy knows meets it.';
    return [{ kind: 'guard-never-met', path: `${path}.needs`, clauses, message, how }];
  }
  if (needs !== 'always' && waived !== 'always') return [];
  const message = `The guard '${guard.id}' never holds anything up.`;
  const how = waived === 'always' ? 'What waives it is always so.' : 'What it needs is always so.';
  const part = waived === 'always' ? 'waived.when' : 'needs';
  return [{ kind: 'guard-without-effect', path: `${path}.${part}`, clauses, message, how }];
}

/** What comes before opening a case has to be known by then, as answers are: nothing can be recorded before. */
function openingFindings(guard: Guard, linted: Linted, path: string): Finding[] {
  const at = guard.before.filter(({ action }) => action === 'open').flatMap((before) => stagesBefore(before, linted));
  const chance = (condition: Condition) => chanceOf(condition, linted, at, BEFORE_OPENING);
  const waived = guard.waived?.when;
  if (at.length === 0 || chance(guard.needs) !== 'never' || (waived && chance(waived) !== 'never')) return [];
  const message = `What the guard '${guard.id}' needs can never be so when a case is opened.`;
  const how = 'Before a case is opened nothing can be recorded in it; a question under `facts` could be answered.';
  return [{ kind: 'guard-never-met', path: `${path}.needs`, clauses: guard.clauses, message, how }];
}

/** The stages at which a case stands when the guard is asked. */
function stagesAsked(guard: Guard, linted: Linted): string[] {
  return [...new Set(guard.before.flatMap((before) => stagesBefore(before, linted)))];
}

/** The stages from which the step that a guard names can be taken; for opening, those at which a case can be opened. */
function stagesBefore({ action, from, to }: Guard['before'][number], { policy, steps }: Linted): string[] {
  const stages = stagesOnRoutes(policy);
  if (action === 'open') return stages.filter((id) => to?.includes(id) ?? true);
  if (action === 'escalate') {
    return steps
      .filter((step) => (from?.includes(step.from) ?? true) && (to?.includes(step.to) ?? true))
      .map((step) => step.from);
  }
  const here = stages.filter((id) => from?.includes(id) ?? true);
  const stage = (id: string) => policy.stages.find((candidate) => candidate.id === id);
  if (action === 'decide') return here.filter((id) => stage(id)?.decision);
  if (action === 'progress') return here.filter((id) => stage(id)?.tiers);
  if (action === 'extend') return policy.extension ? here : [];
  if (action === 'request-conference') return policy.conference ? here : [];
  return here;
}
