import { policyHash } from '@escalation-kit/core/record';
import { expect, test } from 'vitest';
import { newIntake, offer } from '../testing/new-intake.ts';
import { opening, submission } from '../testing/submissions.ts';

const { id, version } = offer.policies.get('bromley')!;
const bromley = { id, version, hash: policyHash(offer.policies.get('bromley')!) };

test('whom a case is raised with is told that it is there, also where the policy has nobody told', async () => {
  const intake = await newIntake();
  const { status, body } = await intake.post('teacher', '/cases', submission([], [opening({ policy: bromley })]));
  expect(status).toBe(201);
  const { messages } = (await intake.get('officer', '/messages')).body;
  expect(messages).toMatchObject([
    { email: 'manager@council.example', subject: `${body.receipt.reference}: raised with your agency` },
  ]);
});

test('where the policy has them told, they are told once; where nobody knows their agency, the partnership sees it', async () => {
  const intake = await newIntake();
  await intake.post('teacher', '/cases', submission([], [opening()]));
  const told = (await intake.get('officer', '/messages')).body.messages as { email: string }[];
  expect(told.filter(({ email }) => email === 'manager@council.example')).toHaveLength(1);
  const parties = {
    raising: { agency: 'Hill School', agencyId: 'school', sector: 'education' },
    receiving: { agency: 'Elsewhere', sector: 'health' },
  };
  await intake.post('teacher', '/cases', submission([], [opening({ policy: bromley, parties })]));
  expect((await intake.get('officer', '/messages?state=no-address')).body.messages).toMatchObject([
    { addressee: 'The agency that it is raised with', email: null },
  ]);
});

test('an agency that is written as it stands in the directory is on its side, and nobody raises for another’s', async () => {
  const intake = await newIntake();
  const raised = (raising: string) =>
    intake.post(
      'teacher',
      '/cases',
      submission(
        [],
        [
          opening({
            parties: {
              raising: { agency: raising, sector: 'education' },
              receiving: { agency: 'children’s  SERVICES', sector: 'social-care' },
            },
          }),
        ],
      ),
    );
  const { body } = await raised('Hill School');
  expect((await intake.get('manager', `/cases/${body.receipt.reference}`)).status).toBe(200);
  expect((await intake.get('midwife', `/cases/${body.receipt.reference}`)).status).toBe(404);
  expect((await raised('The Hospital')).status).toBe(403);
});
