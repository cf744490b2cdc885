import { expect, test } from 'vitest';
import { newMailbox } from '../testing/mailbox.ts';
import { newIntake, type TestIntake } from '../testing/new-intake.ts';
import { event, opening, submission, type Fields } from '../testing/submissions.ts';
import { workerOf } from '../testing/work.ts';
import { remindAll } from './remind-all.ts';

/** A case raised on Tuesday 24 November 2026, with what is told at once sent and out of the way. */
async function raised(fields: Fields = {}, now = '2026-11-24T10:00:02Z') {
  const intake = await newIntake({ now });
  const { received, courier } = await newMailbox();
  const { work } = workerOf(intake, courier);
  const { body, status } = await intake.post('teacher', '/cases', submission([], [opening(fields)]));
  expect(status).toBe(201);
  await work();
  received.length = 0;
  return {
    intake,
    received,
    record: body.record.entries,
    /** Moves the clock on, and does what there is to do then. */
    at: async (now: string) => {
      intake.clock.now = now;
      await remindAll(intake.services);
      await work();
      const said = received.map(({ to, text }) => [to[0], ...(text.match(/^- .*$/gm) ?? [])]);
      received.length = 0;
      return said;
    },
  };
}

const lookAt = async ({ services }: TestIntake) =>
  (await services.database.rows<any>('select look_at from intake.standing'))[0].look_at;

test('whoever owes something is reminded the working day before, on the day, and when it is overdue: once each', async () => {
  const { at } = await raised();
  const told: string[] = [];
  for (let day = 25; day <= 30; day++) {
    for (const hour of ['07:55', '08:00', '12:00']) {
      for (const line of (await at(`2026-11-${day}T${hour}:00Z`)).flat()) told.push(`${day} ${hour} ${line}`);
    }
  }
  for (let day = 1; day <= 4; day++) {
    for (const line of (await at(`2026-12-0${day}T08:00:00Z`)).flat()) told.push(`0${day} 08:00 ${line}`);
  }
  const update = 'Update the partnership on progress. No 5 working days should pass without an update.';
  const summary = 'Send the partnership a summary of progress.';
  const all = (when: string) => [`- ${when}: an agreement`, `- ${when}: ${update}`, `- ${when}: ${summary}`];
  expect(told).toEqual([
    ...['lead@school.example', ...all('Due on Tuesday 1 December 2026')].map((line) => `30 08:00 ${line}`),
    ...['lead@school.example', ...all('Due today')].map((line) => `01 08:00 ${line}`),
    ...['lead@school.example', ...all('Overdue since Tuesday 1 December 2026')].map((line) => `02 08:00 ${line}`),
  ]);
});

test('on a weekend and on a bank holiday nobody is reminded', async () => {
  const { intake, at } = await raised();
  await at('2026-11-27T08:00:00Z');
  expect(await at('2026-11-28T09:00:00Z')).toEqual([]);
  expect(await at('2026-11-29T09:00:00Z')).toEqual([]);
  expect(await lookAt(intake)).toBe('2026-11-30T08:00:00Z');
  const christmas = await raised({ at: '2026-12-18T10:00:00Z' }, '2026-12-18T10:00:02Z');
  // Two bank holidays come before the fifth working day, one of them in place of a Saturday.
  expect((await christmas.at('2026-12-24T08:00:00Z')).flat().join()).toContain('Due on Tuesday 29 December');
  for (const day of [25, 26, 27, 28]) expect(await christmas.at(`2026-12-${day}T09:00:00Z`), `${day}`).toEqual([]);
  expect((await christmas.at('2026-12-29T08:00:00Z')).flat().join()).toContain('Due today');
});

test('after a standstill what holds now is told, in one message, and not all that was missed', async () => {
  const { at } = await raised();
  const said = await at('2026-12-21T08:30:00Z');
  const [first] = said;
  expect(said.map(([to]) => to)).toEqual([...new Set(said.map(([to]) => to))]);
  expect(first!.length).toBeGreaterThan(2);
  expect(said.flat().join()).not.toMatch(/Due (today|on)/);
  expect(await at('2026-12-22T08:00:00Z')).toEqual([]);
});

test('a standstill that ends on a weekend is caught up on the next working day', async () => {
  const { at } = await raised();
  expect(await at('2026-12-05T10:00:00Z')).toEqual([]);
  expect((await at('2026-12-07T08:00:00Z')).length).toBeGreaterThan(0);
});

test('what is written in a case that stood still loses no reminder', async () => {
  const { intake, at, record } = await raised();
  intake.clock.now = '2026-12-05T10:00:00Z';
  const discussed = event('e2', 'discussed', { channel: 'telephone', summary: 'They spoke' });
  expect((await intake.post('manager', '/cases', submission(record, [discussed]))).status).toBe(200);
  expect((await at('2026-12-07T08:00:00Z')).flat().join()).toContain('Overdue');
});

test('several cases of one person come in one message', async () => {
  const { intake, at } = await raised();
  await intake.post('teacher', '/cases', submission([], [opening()]));
  const said = await at('2026-12-02T08:00:00Z');
  const mine = said.filter(([to, ...lines]) => to === 'lead@school.example' && lines.length > 0);
  expect(mine).toHaveLength(1);
  expect(mine[0]!.filter((line) => /^- /.test(line!)).length).toBeGreaterThan(3);
});

test('a case that is settled is looked at no more than what is still owed asks for', async () => {
  const { intake, record } = await raised();
  const withdrawn = event('e2', 'withdrawn', { reason: 'Raised in error' });
  expect((await intake.post('teacher', '/cases', submission(record, [withdrawn]))).status).toBe(200);
  expect(await lookAt(intake)).toBeNull();
});

test('only cases whose time has come are looked at', async () => {
  const { intake, at } = await raised();
  intake.lines.length = 0;
  await at('2026-11-24T12:00:00Z');
  expect(JSON.parse(intake.lines[0]!)).toMatchObject({ cases: 0, messages: 0 });
});

test('a case that cannot be read holds up no other, and is told of in the log', async () => {
  const { intake, at } = await raised();
  const owner = intake.open();
  await owner.rows(`insert into intake.cases values ('broken', '111-111-111', '2026-11-24T10:00:00Z')`);
  await owner.rows(
    `insert into intake.entries values ('broken', 0, '{"type":"opened","policy":{"id":"gone"}}', '0', '1', '2026-11-24T10:00:00Z')`,
  );
  await owner.rows(
    `insert into intake.standing values ('broken', '111-111-111', 'gone', 'open', 'r', 's', '9999-12-31', '2026-11-25T08:00:00Z', 1, '2026-11-24T10:00:00Z', '{}')`,
  );
  expect((await at('2026-12-01T08:00:00Z')).flat().join()).toContain('Due today');
  expect(intake.lines.join()).toContain('a case could not be looked at');
  expect(await owner.rows(`select look_at from intake.standing where case_id = 'broken'`)).toEqual([
    { look_at: '2026-12-02T08:00:00Z' },
  ]);
});

test('several processes that look at once remind once', async () => {
  const { intake, at } = await raised();
  for (let i = 0; i < 4; i++) await intake.post('teacher', '/cases', submission([], [opening()]));
  intake.clock.now = '2026-12-01T08:00:00Z';
  const another = () => remindAll({ ...intake.services, database: intake.open('server') });
  await Promise.all([another(), another(), another()]);
  const lines = (await at('2026-12-01T08:00:00Z')).flat().filter((line) => /^- Due today: an agreement/.test(line!));
  expect(lines).toHaveLength(5);
});
