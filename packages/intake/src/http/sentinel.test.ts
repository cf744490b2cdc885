import { expect, test } from 'vitest';
import { removable, removeCase } from '../case/purge.ts';
import { remindAll } from '../remind/remind-all.ts';
import { newMailbox } from '../testing/mailbox.ts';
import { newIntake } from '../testing/new-intake.ts';
import { event, opening, submission } from '../testing/submissions.ts';
import { workerOf } from '../testing/work.ts';

const NAME = 'Zebedee Sentinel';

/** The tables that hold the case itself; in no other may a word of it stand. */
const OF_THE_CASE = new Set(['entries', 'standing']);

test('a name that is typed in every field is in no log, message, error or address, and in the database only where the case is kept', async () => {
  const intake = await newIntake();
  const { received, courier } = await newMailbox({ rcpt: (address) => address.startsWith('officer') });
  const { work } = workerOf(intake, courier);
  const answers: string[] = [];
  const heard = ({ status, text, headers }: { status: number; text: string; headers: Headers }) => {
    // Who sent it gets their record back; what is said besides holds nothing of it.
    if (status >= 400 && status !== 409) answers.push(text);
    answers.push([...headers].join());
  };
  const typed = opening({
    parties: {
      raising: { agency: `Hill School ${NAME}`, agencyId: 'school', sector: 'education' },
      receiving: { agency: NAME, agencyId: 'council', sector: 'social-care' },
    },
    child: { statuses: ['looked-after'], reference: NAME },
    description: NAME,
    lineManager: { name: NAME, contact: 'line@council.example' },
    by: { side: 'raising', role: NAME, name: NAME },
  });
  const { body, ...answer } = await intake.post('teacher', '/cases', submission([], [typed]));
  expect(answer.status).toBe(201);
  heard(answer);
  const entries = body.record.entries;
  const reference = body.receipt.reference as string;
  const more = [
    event('e2', 'discussed', { channel: NAME, summary: NAME }),
    event('e3', 'consulted', { with: NAME, side: 'raising' }),
    event('e4', 'updated', { summary: NAME }),
    event('e5', 'escalated', { to: '2', because: 'unresolved', reason: NAME }),
    event('e6', 'resolved', { outcome: NAME, outstanding: NAME }),
    event('e7', 'closed', { reason: NAME }),
  ];
  const taken = await intake.post('manager', '/cases', submission(entries, more));
  expect(taken.status).toBe(200);
  heard(taken);
  // What is refused, in all the ways there are.
  for (const wrong of [
    `{"case": "${NAME}`,
    { case: NAME },
    { ...submission(entries, [event('e8', NAME)]), key: NAME },
    submission(entries, [event('e9', 'updated', { summary: NAME })]),
  ]) {
    heard(await intake.post('manager', '/cases', wrong));
  }
  heard(await intake.get('manager', `/cases/${encodeURIComponent(NAME)}`));
  heard(await intake.get('manager', `/cases?status=${encodeURIComponent(NAME)}`));
  heard(await intake.get(NAME, '/cases'));
  await work();
  intake.clock.now = '2027-01-11T08:00:00Z';
  await remindAll(intake.services);
  await work();

  expect(received.length).toBeGreaterThan(4);
  const said = [...answers, ...intake.lines, ...received.map(({ raw, text, subject }) => raw + text + subject)].join(
    '\n',
  );
  expect(said).not.toContain('Zebedee');
  expect(said).not.toContain('Sentinel');
  const owner = intake.open();
  expect(await tablesWith(owner)).toEqual([...OF_THE_CASE].map((table) => `intake.${table}`).sort());

  const purger = intake.open('purger');
  const [ended] = await removable(purger, '2027-01-12T00:00:00Z');
  expect(ended).toMatchObject({ reference });
  await removeCase(purger, ended!, intake.clock.now);
  expect(await tablesWith(owner)).toEqual([]);
  expect(await owner.rows('select reference, count from intake.stones')).toMatchObject([{ reference }]);
  expect((await intake.get('officer', `/cases/${reference}`)).status).toBe(404);
});

/** The tables in which the name stands, anywhere. */
async function tablesWith({ rows }: { rows: <T extends object>(sql: string) => Promise<T[]> }): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('intake', 'graphile_worker') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await rows<object>(`select 1 from ${name} t where t::text like '%Zebedee%' limit 1`);
    if (row) found.push(name);
  }
  return found;
}
