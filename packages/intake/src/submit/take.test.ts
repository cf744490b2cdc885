import { eventsOf, verifyRecord } from '@escalation-kit/core/record';
import { expect, test } from 'vitest';
import { newDatabase } from '../testing/new-database.ts';
import { newIntake, send, type TestIntake } from '../testing/new-intake.ts';
import { event, opening, submission } from '../testing/submissions.ts';

const discussed = (id: string, fields = {}) =>
  event(id, 'discussed', { channel: 'telephone', summary: 'They spoke', ...fields });

/** A case that the teacher opened: the record as it is kept then. */
async function opened(intake: TestIntake, fields = {}) {
  const { status, body } = await intake.post('teacher', '/cases', submission([], [opening(fields)]));
  expect(status).toBe(201);
  return { record: body.record.entries, reference: body.receipt.reference as string };
}

test('a case is taken, with its reference, who wrote it and when', async () => {
  const intake = await newIntake();
  const { status, body, headers } = await intake.post('teacher', '/cases', submission([], [opening()]));
  expect(status).toBe(201);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body.receipt).toMatchObject({ at: intake.clock.now, count: 1, head: body.record.head });
  expect(body.receipt.reference).toMatch(/^[1-8]{3}-[1-8]{3}-[1-8]{3}$/);
  expect(verifyRecord(body.record.entries, body.receipt)).toEqual({ sound: true });
  expect(eventsOf<any>(body.record.entries)[0]).toMatchObject({
    recorded: intake.clock.now,
    by: { side: 'raising', role: 'Class teacher', name: 'A. Teacher' },
  });
  // Entries are kept as they were hashed.
  const kept = await intake.services.database.rows<any>('select event, hash from intake.entries where place = 0');
  expect(JSON.parse(kept[0].event)).toEqual(body.record.entries[0].event);
  expect(kept[0].hash).toBe(body.receipt.head);
});

test('what follows is added, by either side and by nobody else', async () => {
  const intake = await newIntake();
  const { record } = await opened(intake);
  const next = submission(record, [discussed('e2')]);
  for (const [person, status] of [
    ['midwife', 404],
    ['nobody', 401],
    ['auditor', 403],
  ] as const) {
    expect((await intake.post(person, '/cases', next)).status, person).toBe(status);
  }
  const { status, body } = await intake.post('manager', '/cases', next);
  expect(status).toBe(200);
  expect(eventsOf<any>(body.record.entries).at(-1)).toMatchObject({
    type: 'discussed',
    by: { side: 'receiving', name: 'C. Manager' },
  });
});

test('a case is raised by its raising agency alone, or by an officer for it', async () => {
  const intake = await newIntake();
  const send = (person: string) => intake.post(person, '/cases', submission([], [opening()]));
  expect((await send('manager')).status).toBe(403);
  expect((await send('midwife')).status).toBe(403);
  const { status, body } = await send('officer');
  expect(status).toBe(201);
  expect(body.record.entries[0].event.by).toMatchObject({ side: 'partnership', name: 'E. Officer' });
});

test('the same again is answered alike; another under its key is refused', async () => {
  const intake = await newIntake();
  const { record } = await opened(intake);
  const first = submission(record, [discussed('e2')]);
  const answer = await intake.post('teacher', '/cases', first);
  intake.clock.now = '2026-11-24T11:00:00Z';
  await intake.post('manager', '/cases', submission(answer.body.record.entries, [discussed('e3')]));
  const again = await intake.post('teacher', '/cases', first);
  expect(again.status).toBe(200);
  expect(again.body.receipt).toEqual(answer.body.receipt);
  expect(again.body.record.entries).toEqual(answer.body.record.entries);
  const other = await intake.post('teacher', '/cases', {
    ...submission(record, [discussed('e2', { summary: 'Other' })]),
    key: first.key,
  });
  expect(other).toMatchObject({ status: 422, body: { refusal: { field: 'key' } } });
  const [{ count }] = await intake.services.database.rows<any>(
    `select count(*)::int from intake.entries where event like '%discussed%'`,
  );
  expect(count).toBe(2);
});

test('the same opening sent by a form that heard nothing opens one case', async () => {
  const database = await newDatabase();
  const intake = await newIntake({ database });
  const first = submission([], [opening()]);
  const sending = () =>
    send(intake.another(), 'teacher', '/cases', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(first),
    });
  const answers = await Promise.all([sending(), sending(), sending(), sending()]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await intake.services.database.rows('select 1 from intake.cases')).toHaveLength(1);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body.receipt))).size).toBe(1);
});

test('of two who write at once one is taken, and the other gets the newer record', async () => {
  const intake = await newIntake();
  const { record } = await opened(intake);
  const writers = Array.from({ length: 6 }, (_, i) =>
    send(intake.another(), i % 2 ? 'teacher' : 'manager', '/cases', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(submission(record, [discussed(`w${i}`, { summary: `Writer ${i}` })])),
    }),
  );
  const answers = await Promise.all(writers);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  const conflict = answers.find(({ status }) => status === 409)!;
  expect(eventsOf<any>(conflict.body.record.entries).some(({ id }) => /^w\d$/.test(id))).toBe(true);
  const places = await intake.services.database.rows<any>('select place from intake.entries order by place');
  expect(places.map(({ place }) => place)).toEqual(places.map((_, i) => i));
});

test('what is wrong is said by clause or field, and nothing of it is kept', async () => {
  const intake = await newIntake();
  const whole = submission([], [opening()]);
  const cases: [unknown, number, string?][] = [
    ['{"case": ', 400],
    [null, 422, 'case'],
    [{ ...whole, case: 'a\u0000b' }, 422, 'case'],
    [{ ...whole, key: '' }, 422, 'key'],
    [{ ...whole, events: 'none' }, 422, 'events'],
    [{ ...whole, record: { ...whole.record, head: 'f'.repeat(64) } }, 422, 'record'],
    [submission([], [opening({ policy: { id: 'nowhere', version: '1' } })]), 422, 'policy'],
    [submission([], [opening({ stage: '9' })]), 422, 'stage'],
    [submission([], [opening({ causes: ['none'] })]), 422, 'causes'],
  ];
  for (const [body, status, field] of cases) {
    const answer = await intake.post('teacher', '/cases', body);
    expect([answer.status, answer.body.refusal?.field], JSON.stringify(body)?.slice(0, 80)).toEqual([status, field]);
  }
  expect((await intake.post('teacher', '/cases', submission(whole.record.entries, [discussed('e2')]))).status).toBe(
    404,
  );
  expect(await intake.services.database.rows('select 1 from intake.cases')).toEqual([]);
});

test('a record that other databases refuse is kept whole: a NUL, half a surrogate', async () => {
  const intake = await newIntake();
  const { record } = await opened(intake, {
    parties: {
      raising: { agency: 'Hill\u0000\ud800 School', agencyId: 'school', sector: 'education' },
      receiving: { agency: 'Other', sector: 'health' },
    },
  });
  const { status, body } = await intake.post(
    'teacher',
    '/cases',
    submission(record, [discussed('e2', { summary: 'a\u0000b\udfff' })]),
  );
  expect(status).toBe(200);
  const { body: read } = await intake.get('teacher', `/cases/${body.receipt.reference}`);
  expect(verifyRecord(read.entries, body.receipt)).toEqual({ sound: true });
  expect((await intake.get('teacher', '/cases')).body.cases[0].raising.agency).toBe('Hill\u0000\ud800 School');
});

test('who sends too much, too large, from elsewhere or nothing that is JSON is told so', async () => {
  const intake = await newIntake({ limits: { body: 20_000, submissions: 1 } });
  const whole = submission([], [opening()]);
  expect((await intake.post('teacher', '/cases', { ...whole, notifications: 'x'.repeat(20_000) })).status).toBe(413);
  const chunked = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(10_000)) });
  const streamed = await send(intake.handler, 'teacher', '/cases', {
    method: 'POST',
    body: chunked,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  } as RequestInit);
  expect(streamed.status).toBe(413);
  expect((await intake.post('teacher', '/cases', whole, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await intake.post('teacher', '/cases', whole, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await intake.post('teacher', '/cases', whole, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await intake.post('teacher', '/cases', whole)).status).toBe(201);
  const waiting = await intake.post('teacher', '/cases', whole);
  expect(waiting.status).toBe(429);
  expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await intake.post('school-lead', '/cases', whole)).status).toBe(201);
});

test('where the database is not there, it is said to be not kept, and when to try again', async () => {
  const intake = await newIntake();
  await intake.services.database.close();
  const { openDatabase } = await import('../database/database.ts');
  const gone = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', role: 'server' });
  const { status, headers } = await send(intake.another({ database: gone }), 'teacher', '/cases', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submission([], [opening()])),
  });
  expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  expect((await send(intake.another({ database: gone }), 'teacher', '/ready')).status).toBe(503);
});
