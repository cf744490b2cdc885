import type { Database, Queries } from '@escalation-kit/intake';
import type { Kept, Submission } from '@escalation-kit/core/submission';
import { inParallel, median, quantile, report, type Taken } from './measure.ts';
import { handlerWith, opening, post, talk, type Handler } from './setting.ts';

type Statement = readonly [sql: string, values: readonly unknown[]];

/** What intake did for one submission, to be done again without any check. */
interface Done {
  readonly statements: Statement[];
  answer: Kept;
}

const AT_ONCE = 50;
const ROUNDS = 8;
const CASES = 400;

/**
 * Submissions to intake on one database; and on another, in turns, to a handler that reads the same body, does the same
 * statements in one transaction and writes the same answer, and checks nothing.
 */
export async function submissions(checked: Database, plain: Database): Promise<boolean> {
  const { database, recorded } = recording(checked);
  const handler = handlerWith(database);
  const unchecked: Handler = async (request) => {
    const { key } = (await request.json()) as Submission;
    const { statements, answer } = recorded.get(key)!;
    await plain.transaction(async (queries) => {
      for (const [sql, values] of statements) await queries.rows(sql, values);
    });
    return Response.json(answer);
  };
  const rates: number[] = [];
  const [ours, theirs]: [number[], number[]] = [[], []];
  let sent: Submission[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const isOpening = round % 2 === 0;
    sent = isOpening
      ? Array.from({ length: CASES }, opening)
      : sent.map(({ key }) => talk(recorded.get(key)!.answer.record.entries));
    const bodies = sent.map((submission) => JSON.stringify(submission));
    const by = await inParallel(bodies, AT_ONCE, async (body) => {
      const answer = await post(handler, 'teacher', body);
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} ${text}`);
      recorded.get((JSON.parse(body) as Submission).key)!.answer = JSON.parse(text) as Kept;
    });
    const without = await inParallel(bodies, AT_ONCE, async (body) => {
      await (await post(unchecked, 'teacher', body)).text();
    });
    // The first of each kind warms up.
    if (round < 2) continue;
    rates.push(without.together / by.together);
    ours.push(...by.each);
    theirs.push(...without.each);
    if (round >= ROUNDS - 2) said(isOpening ? 'openings' : 'what follows', by, without);
  }
  const rate = median(rates);
  const late = quantile(ours, 0.99) / quantile(theirs, 0.99);
  return [
    report(
      'submissions a second, of those without a check',
      rate,
      0.6,
      rate >= 0.6,
      `rounds ${rates.map((each) => each.toFixed(2)).join(' ')}`,
    ),
    report(
      '99th percentile at 50 at once, times that without',
      late,
      2,
      late <= 2,
      `${quantile(ours, 0.99).toFixed(0)} ms, ${quantile(theirs, 0.99).toFixed(0)} ms`,
    ),
  ].every(Boolean);
}

function said(what: string, by: Taken, without: Taken): void {
  const rate = ({ each, together }: Taken) => `${((each.length / together) * 1000).toFixed(0)} a second`;
  console.log(`     ${what}: ${rate(by)} with checks, ${rate(without)} without`);
}

/** The database, with the statements of each transaction written down under the key of the submission in it. */
function recording(database: Database) {
  const recorded = new Map<string, Done>();
  const transaction = <T>(work: (queries: Queries) => Promise<T>) => {
    const statements: Statement[] = [];
    return database.transaction((queries) =>
      work({
        rows: (sql, values = []) => {
          statements.push([sql, values]);
          if (sql.includes('into intake.submissions')) {
            recorded.set(String(values[1]), { statements, answer: null as unknown as Kept });
          }
          return queries.rows(sql, values);
        },
      }),
    );
  };
  return { database: { ...database, transaction }, recorded };
}
