import { createMachine as robotMachine, interpret, reduce, state as robotState, transition } from 'robot3';
import { assign, createActor, createMachine as xstateMachine } from 'xstate';
import { replay, type CaseEvent } from '@escalation-kit/core/case';
import { loadPolicy } from '@escalation-kit/policies';
import type { Contest } from './contest.ts';
import { longCase } from './long-case.ts';

/**
 * Reading a log of updates, discussions and steps. The peers and the floor keep the stage and a count of events only:
 * no duties, no departures, no explanations. That is what the ratio is paid for.
 */
export async function replayedEvents(): Promise<Contest> {
  const policy = await loadPolicy('barnsley');
  const log = longCase(2000);
  return {
    title: 'replayed events',
    unit: 'events',
    perRun: log.length,
    ours: () => replay(policy, log),
    floor: ['table reducer by hand', () => byTable(log)],
    peers: { robot3: () => byRobot(log), 'xstate 5': () => byXstate(log) },
  };
}

const NEXT: Readonly<Record<string, string>> = { '0': '1', '1': '2', '2': '3' };

function byTable(log: readonly CaseEvent[]): { stage: string; count: number } {
  const table: Readonly<Record<string, (state: { stage: string }, event: CaseEvent) => void>> = {
    opened: (state, event) => (state.stage = (event as { stage: string }).stage),
    escalated: (state, event) => (state.stage = (event as { to: string }).to),
  };
  const state = { stage: '', count: 0 };
  for (const event of log) {
    table[event.type]?.(state, event);
    state.count++;
  }
  return state;
}

function byRobot(log: readonly CaseEvent[]): unknown {
  const count = reduce((context: { count: number }) => ({ count: context.count + 1 }));
  const stay = (stage: string) => [
    ...OTHERS.map((type) => transition(type, stage, count as never)),
    ...(NEXT[stage] ? [transition('escalated', NEXT[stage], count as never)] : []),
  ];
  const machine = robotMachine(
    '1',
    { '1': robotState(...stay('1')), '2': robotState(...stay('2')), '3': robotState(...stay('3')) } as never,
    () => ({ count: 0 }),
  );
  const service = interpret(machine as never, () => {});
  for (const event of log) (service as { send: (event: unknown) => void }).send(event);
  return service;
}

function byXstate(log: readonly CaseEvent[]): unknown {
  const count = { actions: assign({ count: ({ context }: { context: { count: number } }) => context.count + 1 }) };
  const stay = (stage: string) => ({
    on: {
      ...Object.fromEntries(OTHERS.map((type) => [type, count])),
      ...(NEXT[stage] && { escalated: { ...count, target: NEXT[stage] } }),
    },
  });
  const machine = xstateMachine({
    initial: '1',
    context: { count: 0 },
    states: { '1': stay('1'), '2': stay('2'), '3': stay('3') },
  } as never);
  const actor = createActor(machine);
  actor.start();
  for (const event of log) actor.send(event);
  return actor.getSnapshot();
}

const OTHERS = ['opened', 'updated', 'discussed', 'progressed', 'done', 'changed'];
