import { parseInstant, type Calendar } from '@escalation-kit/core/calendar';
import { assess, decide, replay, type CaseEvent, type CaseState, type Command } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { en, say } from '@escalation-kit/core/text';
import { isFields, show, unmetExpectations } from './expectations.ts';

/** Where a scenario gets what it names. Paths are relative to the scenario's own file. */
export interface Sources {
  /** A bundled policy. */
  policy(id: string): Promise<Policy>;
  policyFile(path: string): Promise<Policy>;
  /** A bundled calendar. */
  calendar(id: string): Promise<Calendar>;
  calendarFile(file: { file: string; division: string; covers?: unknown }): Promise<Calendar>;
}

type Fields = Readonly<Record<string, unknown>>;

/** A scenario that cannot be run as it is written. */
class MalformedScenario extends Error {}

/** The scenarios of a file: a list, or a single one. */
export function scenariosIn(data: unknown): readonly unknown[] {
  return Array.isArray(data) ? data : [data];
}

/** What to call a scenario in a report, whatever it is. */
export function nameOf(scenario: unknown, index: number): string {
  return isFields(scenario) && typeof scenario.id === 'string' ? scenario.id : `scenario ${index + 1} (without an id)`;
}

/** Runs a scenario. Returns a line for each expectation that is not met; a scenario that cannot be run is one. */
export async function failuresOf(scenario: unknown, sources: Sources): Promise<string[]> {
  try {
    return await run(scenario, sources);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const kind = error instanceof MalformedScenario ? 'malformed' : error instanceof Error ? error.name : 'error';
    return [`${kind}: ${said.replace(/\s*\n\s*/g, '; ')}`];
  }
}

async function run(scenario: unknown, sources: Sources): Promise<string[]> {
  if (!isFields(scenario)) throw new MalformedScenario(`an object is needed, found ${show(scenario)}`);
  const { id, now, log, expect, tries } = scenario;
  if (typeof id !== 'string') throw new MalformedScenario('id is missing');
  if (typeof now !== 'string') throw new MalformedScenario(`now takes an instant, found ${show(now)}`);
  parseInstant(now);
  if (expect === undefined && tries === undefined) throw new MalformedScenario('neither expect nor tries is given');
  if (tries !== undefined && !Array.isArray(tries)) throw new MalformedScenario('tries takes a list');
  const policy = await policyOf(scenario, sources);
  const calendar = await calendarOf(scenario, policy, sources);
  const state = replay(policy, eventsOf(log, policy, calendar));
  return [
    ...(expect === undefined ? [] : unmetExpectations(expect, assess(policy, state, { now, calendar }))),
    ...(tries ?? []).flatMap((attempt: unknown, index) =>
      tryFailures(attempt, { policy, state, now }).map((failure) => `tries[${index}]: ${failure}`),
    ),
  ];
}

async function policyOf({ policy, policyFile }: Fields, sources: Sources): Promise<Policy> {
  if ((policy === undefined) === (policyFile === undefined)) {
    throw new MalformedScenario('one of policy and policyFile is needed');
  }
  if (typeof policy === 'string') return sources.policy(policy);
  if (typeof policyFile === 'string') return sources.policyFile(policyFile);
  throw new MalformedScenario(`policy and policyFile take text, found ${show(policy ?? policyFile)}`);
}

async function calendarOf({ calendar, calendarFile }: Fields, policy: Policy, sources: Sources): Promise<Calendar> {
  if (calendar !== undefined && calendarFile !== undefined) {
    throw new MalformedScenario('calendar and calendarFile are both given');
  }
  if (isFields(calendarFile)) {
    const { file, division, covers } = calendarFile;
    if (typeof file === 'string' && typeof division === 'string') {
      return sources.calendarFile({ file, division, ...(covers !== undefined && { covers }) });
    }
  }
  if (calendarFile !== undefined) throw new MalformedScenario('calendarFile takes {file, division, covers?}');
  if (calendar !== undefined && typeof calendar !== 'string') throw new MalformedScenario('calendar takes an id');
  return sources.calendar(calendar ?? policy.calendar);
}

/** The log as the engine takes it: what a scenario leaves out because it does not matter there is filled in. */
function eventsOf(log: unknown, policy: Policy, calendar: Calendar): CaseEvent[] {
  if (!Array.isArray(log)) throw new MalformedScenario(`log takes a list, found ${show(log)}`);
  const opening = {
    policy: { id: policy.id, version: policy.version },
    calendar: { id: calendar.id, published: calendar.published },
  };
  return log.map((event: unknown, index) => {
    if (!isFields(event)) throw new MalformedScenario(`log[${index}] takes an event, found ${show(event)}`);
    const filled = { id: `e${index + 1}`, by: { side: 'raising' }, ...(event.type === 'opened' && opening), ...event };
    return filled as unknown as CaseEvent;
  });
}

function tryFailures(attempt: unknown, at: { policy: Policy; state: CaseState; now: string }): string[] {
  if (!isFields(attempt) || !isFields(attempt.command)) return [`takes {command, accepted | refused}`];
  const { command, accepted, refused } = attempt;
  if ((accepted === true) === (refused !== undefined)) return ['one of accepted: true and refused is needed'];
  const decided = decide(at.policy, at.state, {
    at: at.now,
    by: { side: 'raising' },
    ...command,
  } as unknown as Command);
  if (decided.accepted) {
    return accepted ? [] : [`expected ${show(command)} to be refused${byClause(refused)}, found it accepted`];
  }
  const { clauses, field, text } = decided.refusal;
  const words = `refused by ${clauses.join(', ') || 'no clause'}${field ? ` for ${field}` : ''}: ${say(text, en)}`;
  if (accepted) return [`expected ${show(command)} to be accepted, found it ${words}`];
  if (refused === true || clauses.includes(refused as string)) return [];
  return [`expected ${show(command)} to be refused${byClause(refused)}, found it ${words}`];
}

function byClause(refused: unknown): string {
  return refused === true ? '' : ` by ${String(refused)}`;
}
