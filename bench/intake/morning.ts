import { Case, type CaseEvent } from '@escalation-kit/core/case';
import { remindAll, type Database } from '@escalation-kit/intake';
import { DUE } from './many-cases.ts';
import { report, timed } from './measure.ts';
import { calendar, policy, servicesWith } from './setting.ts';

const MORNING = '2026-12-01T08:00:00Z';

/** The morning's look over all open cases, beside assessing those that are due from memory. */
export async function morning(owner: Database, server: Database): Promise<boolean> {
  const rows = await owner.rows<{ event: string }>(
    `select event from intake.entries where case_id = 'case-1' order by place`,
  );
  const texts = rows.map(({ event }) => event);
  const inMemory = async () => {
    for (let i = 0; i < DUE; i++) {
      const log = texts.map((text) => JSON.parse(text) as CaseEvent);
      if (new Case({ policy, calendar, log, now: MORNING }).assessment.status !== 'open') throw new Error('not open');
    }
    return Promise.resolve();
  };
  await inMemory();
  const before = await timed(inMemory);
  const looked = await timed(() => remindAll(servicesWith(server, MORNING)));
  const after = await timed(inMemory);
  const [{ count } = { count: 0 }] = await owner.rows<{ count: number }>('select count(*)::int from intake.reminders');
  const memory = (before + after) / 2;
  const ratio = looked / memory;
  return report(
    `the morning’s look over 100,000, times assessing ${DUE}`,
    ratio,
    3,
    ratio <= 3 && count >= DUE,
    `${looked.toFixed(0)} ms with ${count} reminders, ${memory.toFixed(0)} ms`,
  );
}
