import { eventsOf, verifyRecord } from '@escalation-kit/core/record';
import { expect, test } from 'vitest';
import { newMailbox } from '../testing/mailbox.ts';
import { newIntake, type TestIntake } from '../testing/new-intake.ts';
import { event, opening, submission, type Fields } from '../testing/submissions.ts';
import { workerOf } from '../testing/work.ts';

async function raise(intake: TestIntake, fields: Fields = {}) {
  const { status, body } = await intake.post('teacher', '/cases', submission([], [opening(fields)]));
  expect(status).toBe(201);
  return { record: body.record.entries, reference: body.receipt.reference as string };
}
const messagesOf = async (intake: TestIntake, state = '') =>
  (await intake.get('officer', `/messages${state && `?state=${state}`}`)).body.messages;

test('what Barnsley wants told is told: the inbox, both leads, the manager, and whoever recorded it', async () => {
  const intake = await newIntake();
  const { received, courier } = await newMailbox();
  const { reference } = await raise(intake);
  const { work } = workerOf(intake, courier);
  await work();
  expect(received.flatMap(({ to }) => to).sort()).toEqual([
    'barnsleysafeguardingchildrenspartnership@barnsley.gov.uk',
    'lead@school.example',
    'manager@council.example',
    'officer@example.org',
    'teacher@school.example',
  ]);
  for (const { to, text, subject, messageId } of received) {
    expect(to).toHaveLength(1);
    expect(subject).toContain(reference);
    expect(messageId).toMatch(/^<[0-9a-f]{32}@intake\.example>$/);
    expect(text).toContain(`https://intake.example/cases/${reference}`);
    expect(text).not.toMatch(/intake\.(told|received|for)|notification\.|\{\w+\}/);
  }
  expect(received.find(({ to }) => to[0] === 'teacher@school.example')!.subject).toBe(`${reference}: received`);
});

test('when it is sent, the duty is done by an entry of the service with the ids of the messages', async () => {
  const intake = await newIntake();
  const { received, courier } = await newMailbox();
  const { reference } = await raise(intake);
  const before = (await intake.get('officer', `/cases/${reference}`)).body.assessment.duties;
  const { work } = workerOf(intake, courier);
  await work();
  const { body } = await intake.get('officer', `/cases/${reference}`);
  const owed = (duties: any[]) => duties.filter(({ status }) => status === 'due').map(({ duty }) => duty);
  expect(owed(before)).toContain('notify-inbox');
  for (const duty of ['notify-inbox', 'notify-raising-lead', 'notify-receiving-lead', 'acknowledge', 'tracker']) {
    expect(owed(body.assessment.duties), duty).not.toContain(duty);
  }
  expect(verifyRecord(body.entries)).toEqual({ sound: true });
  const done = eventsOf<any>(body.entries).filter(({ by }) => by.side === 'service');
  const ids = received.map(({ messageId }) => /[0-9a-f]{32}/.exec(messageId)![0]);
  expect(done.length).toBeGreaterThanOrEqual(6);
  for (const { type, note, duty } of done) {
    expect(type).toBe('done');
    expect(duty.startsWith('tracker') ? [reference] : ids).toContain(note);
  }
});

test('what a person writes meanwhile is no conflict with what the service wrote', async () => {
  const intake = await newIntake();
  const { courier } = await newMailbox();
  const { record } = await raise(intake);
  await workerOf(intake, courier).work();
  const discussed = event('e2', 'discussed', { channel: 'telephone', summary: 'They spoke' });
  expect((await intake.post('manager', '/cases', submission(record, [discussed]))).status).toBe(200);
});

test('nothing is told of a submission that was not kept, and nothing twice of one that was', async () => {
  const intake = await newIntake();
  const { received, courier } = await newMailbox();
  const { work } = workerOf(intake, courier);
  await intake.post('teacher', '/cases', submission([], [opening({ causes: ['none'] })]));
  await work();
  expect(received).toEqual([]);
  const sent = submission([], [opening()]);
  await intake.post('teacher', '/cases', sent);
  await intake.post('teacher', '/cases', sent);
  await Promise.all([work(), workerOf(intake, courier).work()]);
  await work();
  expect(received).toHaveLength(5);
});

test('what is not taken is tried again under the same id, and the case shows it once', async () => {
  const intake = await newIntake();
  let failures = 5;
  const { received, courier } = await newMailbox({ data: () => failures-- > 0 });
  const { reference } = await raise(intake);
  const { work, skipPauses } = workerOf(intake, courier);
  await work();
  expect(received).toEqual([]);
  await work();
  expect(received, 'a pause comes first').toEqual([]);
  await skipPauses();
  await work();
  expect(received).toHaveLength(5);
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(5);
  const { body } = await intake.get('officer', `/cases/${reference}`);
  const notes = eventsOf<any>(body.entries)
    .map(({ note }) => note)
    .filter(Boolean);
  expect(new Set(notes).size).toBe(notes.length);
});

test('what arrives nowhere is given up where the partnership sees it, and can be sent again or elsewhere', async () => {
  const intake = await newIntake();
  const { received, courier } = await newMailbox({ rcpt: (address) => address === 'manager@council.example' });
  const { reference } = await raise(intake);
  const { work, skipPauses } = workerOf(intake, courier);
  for (let turn = 0; turn < 4; turn++) {
    await work();
    await skipPauses();
  }
  const given = await messagesOf(intake, 'given-up');
  expect(given).toMatchObject([{ reference, email: 'manager@council.example', tries: 3, error: 'EENVELOPE' }]);
  expect((await intake.get('teacher', '/messages')).status).toBe(404);
  const duties = async () =>
    (await intake.get('officer', `/cases/${reference}`)).body.assessment.duties.find(
      ({ duty }: any) => duty === 'notify-receiving-lead',
    );
  expect((await duties()).status).toBe('due');
  expect((await intake.post('officer', `/messages/${given[0].id}/send`, { email: 'nobody' })).status).toBe(422);
  expect(
    (await intake.post('officer', `/messages/${given[0].id}/send`, { email: 'other@council.example' })).status,
  ).toBe(200);
  await work();
  expect(received.flatMap(({ to }) => to)).toContain('other@council.example');
  expect((await duties()).status).toBe('done');
  expect(await messagesOf(intake, 'given-up')).toEqual([]);
});

test('who has no address that anybody knows is shown to the partnership, and the duty stays a person’s', async () => {
  const intake = await newIntake();
  const { courier } = await newMailbox();
  const parties = {
    raising: { agency: 'Hill School', agencyId: 'school', sector: 'education' },
    receiving: { agency: 'Somewhere', sector: 'health' },
  };
  const { reference } = await raise(intake, { parties });
  await workerOf(intake, courier).work();
  expect(await messagesOf(intake, 'no-address')).toMatchObject([{ reference, email: null, tries: 0 }]);
  const { duties } = (await intake.get('officer', `/cases/${reference}`)).body.assessment;
  expect(duties.find(({ duty }: any) => duty === 'notify-receiving-lead').status).toBe('due');
});

test('no error of a mail server is kept or logged with what it says', async () => {
  const intake = await newIntake();
  const { courier } = await newMailbox({ rcpt: () => true });
  await raise(intake);
  await workerOf(intake, courier).work();
  const jobs = await intake
    .open()
    .rows<any>('select last_error from graphile_worker._private_jobs where last_error is not null');
  expect(jobs.length).toBeGreaterThan(0);
  const said = JSON.stringify([jobs, intake.lines, await messagesOf(intake)]);
  expect(said).not.toContain('a.secret@example.org');
});
