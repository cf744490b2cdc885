import { expect, test } from 'vitest';
import { newIntake, send, type TestIntake } from '../testing/new-intake.ts';
import { event, opening, submission } from '../testing/submissions.ts';
import { reportOf } from './report.ts';

const raise = async (intake: TestIntake, cause: string, settles = false) => {
  const { body } = await intake.post('teacher', '/cases', submission([], [opening({ causes: [cause] })]));
  if (!settles) return;
  const resolved = event('e9', 'resolved', { outcome: 'Agreed', outstanding: 'Nothing' });
  expect((await intake.post('teacher', '/cases', submission(body.record.entries, [resolved]))).status).toBe(200);
};
const page = (intake: TestIntake, person: string, path: string) =>
  send(intake.handler, person, path, { headers: { accept: 'text/html' } });

test('a quarter is counted by stage, sector, cause and days, and a number so small that it would tell who is not told', async () => {
  const intake = await newIntake();
  for (let i = 0; i < 6; i++) await raise(intake, 'thresholds', i < 5);
  for (let i = 0; i < 2; i++) await raise(intake, 'planning');
  const { total, groups } = await reportOf(intake.services.database, intake.services.offer, '2026-Q4');
  expect(total).toBe(8);
  expect(groups.raising).toEqual([{ name: 'sector.education', cases: 8 }]);
  expect(groups.settled).toEqual([{ name: 'settled.7', cases: 5 }]);
  // Six of eight would tell that there were two.
  expect(groups.cause.map(({ cases }) => cases)).toEqual([null, null]);
  expect(groups.status.map(({ cases }) => cases)).toEqual([null, null]);
  expect(await reportOf(intake.services.database, intake.services.offer, '2026-Q3')).toMatchObject({ total: 0 });
});

test('the partnership and its auditor see it as a page and as a table, and nobody else', async () => {
  const intake = await newIntake();
  for (let i = 0; i < 5; i++) await raise(intake, 'thresholds');
  for (const person of ['officer', 'auditor']) {
    const { status, text } = await page(intake, person, '/report');
    expect([status, text.includes('Report of 2026-Q4'), text.includes('5 cases were raised.')]).toEqual([
      200,
      true,
      true,
    ]);
    const csv = await page(intake, person, '/report.csv?quarter=2026-Q4');
    expect(csv.text).toContain('"2026-Q4","By the sector that raised it","Education",5');
    expect(text + csv.text).not.toContain('Hill School');
  }
  expect((await page(intake, 'teacher', '/report')).status).toBe(404);
  expect((await page(intake, 'officer', '/report?quarter=soon')).status).toBe(404);
});

test('what did not arrive is sent elsewhere from a page, and a side is given to its agency', async () => {
  const intake = await newIntake();
  const parties = {
    raising: { agency: 'Hill School', agencyId: 'school', sector: 'education' },
    receiving: { agency: 'Hosp.', sector: 'health' },
  };
  const { body } = await intake.post('teacher', '/cases', submission([], [opening({ parties })]));
  const { reference } = body.receipt;
  const press = (path: string, fields: Record<string, string>) =>
    send(intake.handler, 'officer', path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://intake.example' },
    });
  const { text } = await page(intake, 'officer', '/messages');
  const [, id = ''] = /action="\/messages\/(\w+)\/send"/.exec(text)!;
  expect((await press(`/messages/${id}/send`, { email: 'ward@hospital.example' })).status).toBe(303);
  const { messages } = (await intake.get('officer', '/messages?state=waiting')).body;
  expect(messages.map(({ email }: { email: string }) => email)).toContain('ward@hospital.example');

  expect((await page(intake, 'midwife', `/cases/${reference}`)).status).toBe(404);
  expect((await press(`/cases/${reference}/sides`, { side: 'receiving', agency: 'hospital' })).status).toBe(303);
  expect((await page(intake, 'midwife', `/cases/${reference}`)).status).toBe(200);
  expect((await page(intake, 'teacher', '/messages')).status).toBe(404);
});
