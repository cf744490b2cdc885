import type { Database } from '@escalation-kit/intake';
import { median, report, timed } from './measure.ts';
import { get, handlerWith } from './setting.ts';

const TURNS = 60;

/** The first and the last page of the tracker, beside the same SELECT by hand, in turns. */
export async function tracker(database: Database): Promise<boolean> {
  const handler = handlerWith(database);
  const last = await lastPage(database);
  const byHand = (where = 'true') =>
    database.rows(`${SELECT} where ${where} order by s.due, s.reference collate "C" limit 51`);
  const [first, hand, end, agency]: number[][] = [[], [], [], []];
  for (let turn = 0; turn < TURNS; turn++) {
    hand!.push(await timed(async () => JSON.stringify(await byHand())));
    first!.push(await timed(() => page(handler, 'officer', '/cases')));
    end!.push(await timed(() => page(handler, 'officer', `/cases?after=${last}`)));
    agency!.push(await timed(() => page(handler, 'teacher', '/cases')));
  }
  const warm = (values: number[] | undefined) => median(values!.slice(10));
  const ratio = warm(first) / warm(hand);
  const lastRatio = warm(end) / warm(first);
  console.log(`     the first page for a school of 500 cases: ${warm(agency).toFixed(2)} ms`);
  return [
    report(
      'first page of the tracker, times the SELECT by hand',
      ratio,
      2,
      ratio <= 2,
      `${warm(first).toFixed(2)} ms, ${warm(hand).toFixed(2)} ms`,
    ),
    report('last page, times the first', lastRatio, 1, lastRatio <= 1.1, `${warm(end).toFixed(2)} ms`),
  ].every(Boolean);
}

const SELECT = `select s.reference, s.policy, s.status, s.route, s.stage, s.due, s.count, s.changed_at, s.shown from intake.standing s`;

async function page(handler: Parameters<typeof get>[0], who: string, path: string): Promise<void> {
  const answer = await get(handler, who, path);
  if (!answer.ok) throw new Error(`${answer.status}`);
  await answer.text();
}

async function lastPage(database: Database): Promise<string> {
  const rows = await database.rows<{ due: string; reference: string }>(
    `select due, reference from intake.standing order by due desc, reference collate "C" desc limit 51`,
  );
  const { due, reference } = rows.at(-1)!;
  return `${due}.${reference}`;
}
