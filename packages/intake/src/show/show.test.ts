import { importRecord } from '@escalation-kit/core/record';
import { expect, test } from 'vitest';
import { rebuild } from '../case/rebuild.ts';
import { newIntake, type TestIntake } from '../testing/new-intake.ts';
import { event, opening, submission, type Fields } from '../testing/submissions.ts';

async function raise(intake: TestIntake, fields: Fields = {}, person = 'teacher') {
  const { status, body } = await intake.post(person, '/cases', submission([], [opening(fields)]));
  expect(status).toBe(201);
  return { record: body.record.entries, reference: body.receipt.reference as string };
}

test('a list is paged by key, what is due next first, and shows each case once', async () => {
  const intake = await newIntake({ now: '2026-12-10T10:00:00Z' });
  const references: string[] = [];
  for (const day of [25, 24, 26, 24, 27]) {
    references.push((await raise(intake, { at: `2026-11-${day}T10:00:00Z` })).reference);
  }
  const seen: any[] = [];
  for (let after: string | null = ''; after !== null;) {
    const { body } = await intake.get('officer', `/cases?limit=2${after && `&after=${after}`}`);
    seen.push(...body.cases);
    after = body.after;
  }
  expect(seen.map(({ next }) => next.due)).toEqual([...seen.map(({ next }) => next.due)].sort());
  expect(seen.map(({ reference }) => reference).sort()).toEqual([...references].sort());
  expect(seen[0]).toMatchObject({
    policyId: 'barnsley',
    stage: 'Stage 1',
    status: 'open',
    raising: { agency: 'Hill School' },
  });
  for (const wrong of ['limit=0', 'limit=x', 'status=gone', 'after=2026', 'dueBefore=soon']) {
    expect((await intake.get('officer', `/cases?${wrong}`)).status, wrong).toBe(400);
  }
});

test('each sees the cases of their own agency, and those they wrote in; an auditor sees counts', async () => {
  const intake = await newIntake();
  const { reference } = await raise(intake);
  const parties = {
    raising: { agency: 'The Hospital', agencyId: 'hospital', sector: 'health' },
    receiving: { agency: 'Hill School', sector: 'education' },
  };
  const other = await raise(intake, { parties }, 'midwife');
  const listed = async (person: string) =>
    (await intake.get(person, '/cases')).body.cases.map((each: any) => each.reference);
  expect(await listed('manager')).toEqual([reference]);
  expect(await listed('midwife')).toEqual([other.reference]);
  expect((await listed('officer')).sort()).toEqual([reference, other.reference].sort());
  expect((await intake.get('auditor', '/cases')).status).toBe(403);
  expect((await intake.get('auditor', '/counts')).body.counts).toEqual([
    { policy: 'barnsley', status: 'open', stage: '1', cases: 2 },
  ]);
  expect((await intake.get('auditor', `/cases/${reference}`)).status).toBe(404);
  expect((await intake.get('midwife', `/cases/${reference}`)).status).toBe(404);
  expect((await intake.get('', '/cases')).status).toBe(401);
  expect((await intake.get('officer', '/cases?agency=council')).body.cases).toHaveLength(1);
});

test('a side that is not in the directory has no reader until the partnership names its agency', async () => {
  const intake = await newIntake();
  const parties = {
    raising: { agency: 'Hill School', agencyId: 'school', sector: 'education' },
    receiving: { agency: 'Hosp.', sector: 'health' },
  };
  const { reference } = await raise(intake, { parties });
  expect((await intake.get('midwife', `/cases/${reference}`)).status).toBe(404);
  expect(
    (await intake.post('teacher', `/cases/${reference}/sides`, { side: 'receiving', agency: 'hospital' })).status,
  ).toBe(404);
  expect(
    (await intake.post('officer', `/cases/${reference}/sides`, { side: 'receiving', agency: 'nowhere' })).status,
  ).toBe(422);
  expect(
    (await intake.post('officer', `/cases/${reference}/sides`, { side: 'receiving', agency: 'hospital' })).status,
  ).toBe(200);
  expect((await intake.get('midwife', `/cases/${reference}`)).status).toBe(200);
});

test('every reading is noted, and shown to the partnership alone', async () => {
  const intake = await newIntake();
  const { reference } = await raise(intake);
  await intake.get('manager', `/cases/${reference}`);
  await intake.get('teacher', `/cases/${reference.replaceAll('-', '')}/events.csv`);
  await intake.get('midwife', `/cases/${reference}`);
  const { body } = await intake.get('officer', `/cases/${reference}/readings`);
  const at = intake.clock.now;
  expect(body.readings).toEqual([
    { person: 'manager', what: 'case', at },
    { person: 'teacher', what: 'events.csv', at },
  ]);
  expect((await intake.get('manager', `/cases/${reference}/readings`)).status).toBe(404);
});

test('a case can be had as record, chronology, table and calendar, none of it cached', async () => {
  const intake = await newIntake();
  const { reference } = await raise(intake);
  const had = async (view: string) => {
    const { status, headers, text } = await intake.get('teacher', `/cases/${reference}/${view}`);
    expect([status, headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      200,
      'no-store',
      'nosniff',
    ]);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${reference}-${view}"`);
    return { type: headers.get('content-type'), policy: headers.get('content-security-policy'), text };
  };
  expect(importRecord((await had('record.json')).text).verification).toEqual({ sound: true });
  const html = await had('chronology.html');
  expect(html.text).toContain('Hill School');
  expect(html.policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'/);
  expect((await had('chronology.txt')).text).toContain('Hill School');
  expect((await had('events.csv')).text.split('\r\n').length).toBeGreaterThan(2);
  expect((await had('deadlines.ics')).text).toContain('BEGIN:VEVENT');
  expect((await intake.get('teacher', `/cases/${reference}/anything`)).status).toBe(404);
  expect((await intake.get('teacher', '/cases/111-111-112')).status).toBe(404);
});

test('a feed of deadlines goes by a secret address, says nothing of a case, and can be ended', async () => {
  const intake = await newIntake();
  const { reference } = await raise(intake);
  await raise(intake);
  const { status, body } = await intake.post('manager', '/feeds', {});
  expect(status).toBe(201);
  const path = new URL(body.address).pathname;
  const { text, headers } = await intake.get('', path);
  expect(headers.get('content-type')).toContain('text/calendar');
  expect(text.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
  expect(text.match(/BEGIN:VEVENT/g)!.length).toBeGreaterThan(2);
  for (const detail of [reference, 'Hill', 'Children’s Services', 'Typed']) expect(text).not.toContain(detail);
  expect((await intake.open().rows<any>('select * from intake.feeds'))[0]).not.toMatchObject({
    token_hash: path.slice(7),
  });
  await intake.post('manager', '/feeds/revoke', {});
  expect((await intake.get('', path)).status).toBe(404);
  expect((await intake.get('', '/feeds/none')).status).toBe(404);
});

test('what is derived can be made anew from the entries', async () => {
  const intake = await newIntake();
  const { record } = await raise(intake);
  const discussed = event('e2', 'discussed', { channel: 'telephone', summary: 'They spoke' });
  await intake.post('manager', '/cases', submission(record, [discussed]));
  await raise(intake);
  const owner = intake.open();
  const derived = async () => [
    await owner.rows('select * from intake.standing order by case_id'),
    await owner.rows('select * from intake.sides order by case_id, side'),
  ];
  const before = await derived();
  await owner.rows('delete from intake.standing');
  await owner.rows('delete from intake.sides');
  // When it was made anew is not when somebody wrote: a case is kept from that on.
  intake.clock.now = '2026-11-24T18:00:00Z';
  expect(await rebuild(intake.services)).toBe(2);
  expect(await derived()).toEqual(before);
});

test('health says that it runs, ready that it can work, and both without anybody signed in', async () => {
  const intake = await newIntake();
  expect(await intake.get('', '/health')).toMatchObject({ status: 200, body: { alive: true } });
  expect(await intake.get('', '/ready')).toMatchObject({ status: 200, body: { ready: true } });
  await intake.open().rows('delete from intake.migrations');
  expect((await intake.get('', '/ready')).status).toBe(503);
});
