import { performance } from 'node:perf_hooks';
import { loadCalendar, type Calendar } from '@escalation-kit/core/calendar';
import { assess, Case, replay } from '@escalation-kit/core/case';
import { chronologyHtml, chronologyText, deadlinesCalendar, eventsCsv } from '@escalation-kit/core/export';
import { exportRecord, seal, writeRecordFile } from '@escalation-kit/core/record';
import { loadPolicy } from '@escalation-kit/policies';
import type { Policy } from '@escalation-kit/core/policy';
import { hold } from './contest.ts';
import { dueDates } from './due-dates.ts';
import { longCase } from './long-case.ts';
import { replayedEvents } from './replayed-events.ts';

const NOW = '2026-12-01T09:00:00Z';

await hold(await dueDates());
await hold(await replayedEvents());
const policy = await loadPolicy('barnsley');
const calendar = await loadCalendar('england-and-wales');
await hold(explanations(policy, calendar));
openCases(policy, calendar);
longLog(policy, calendar);

/** The explanation of a stage's date with the days it passes over, from the assessment to the list. */
function explanations(policy: Policy, calendar: Calendar) {
  const state = replay(policy, longCase(3));
  const { deadlines } = assess(policy, state, { now: NOW, calendar });
  return {
    title: 'explanations',
    unit: 'explanations',
    perRun: 1,
    ours: () => deadlines[0]!.explanation.skipped.length,
    peers: {},
  };
}

/** Copied, an assessment is whole: its parts are worked out when they are asked for. */
function openCases(policy: Policy, calendar: Calendar): void {
  const log = longCase(12);
  const states = Array.from({ length: 10_000 }, () => replay(policy, log));
  const { ms } = timed(() => states.map((state) => ({ ...assess(policy, state, { now: NOW, calendar }) })));
  console.log(`\nassessing 10,000 open cases: ${ms} ms`);
}

function longLog(policy: Policy, calendar: Calendar): void {
  const log = longCase(100_000);
  const opening = timed(() => ({ ...assess(policy, replay(policy, log), { now: NOW, calendar }) }));
  const exporting = timed(() => writeRecordFile(exportRecord(seal(log))));
  console.log(`\na case of 100,000 events opens in ${opening.ms} ms (goal: under 1,000)`);
  console.log(
    `its record of ${exporting.result.length.toLocaleString('en-GB')} characters is sealed and written in ${exporting.ms} ms`,
  );
  const told = new Case({ policy, calendar, log, now: NOW, record: seal(log) });
  for (const write of [chronologyHtml, chronologyText, eventsCsv, deadlinesCalendar]) {
    const { ms, result } = timed(() => write(told));
    console.log(`${write.name} writes ${result.length.toLocaleString('en-GB')} characters in ${ms} ms`);
  }
}

function timed<T>(run: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = run();
  return { ms: Math.round(performance.now() - start), result };
}
