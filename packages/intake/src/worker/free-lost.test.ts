import { expect, test } from 'vitest';
import { asOwner } from '../testing/as-owner.ts';
import { newMailbox } from '../testing/mailbox.ts';
import { newIntake } from '../testing/new-intake.ts';
import { opening, submission } from '../testing/submissions.ts';
import { workerOf } from '../testing/work.ts';
import { freeLost } from './free-lost.ts';

/** A case whose messages a worker has begun to send, and died. */
async function died(attempts: string) {
  const intake = await newIntake();
  const { received, courier } = await newMailbox();
  expect((await intake.post('teacher', '/cases', submission([], [opening()]))).status).toBe(201);
  const took = (ago: string) =>
    asOwner(
      intake.url,
      `update graphile_worker._private_jobs set locked_by = 'gone', locked_at = now() - interval '${ago}', attempts = ${attempts}`,
    );
  return { intake, received, took, ...workerOf(intake, courier) };
}

test('what a worker had begun that was killed is sent by another within minutes', async () => {
  const { intake, received, took, work } = await died('1');
  await took('1 minute');
  await freeLost(intake.services);
  await work();
  expect(received).toEqual([]);
  await took('3 minutes');
  await freeLost(intake.services);
  await work();
  expect(received.length).toBeGreaterThan(3);
});

test('a message whose last try ended with its worker is given up, where the partnership sees it', async () => {
  const { intake, received, took, work } = await died('max_attempts');
  await took('1 minute');
  await freeLost(intake.services);
  expect((await intake.get('officer', '/messages?state=given-up')).body.messages).toEqual([]);
  await took('3 minutes');
  await freeLost(intake.services);
  await work();
  const { messages } = (await intake.get('officer', '/messages?state=given-up')).body;
  expect(messages.length).toBeGreaterThan(3);
  expect(received).toEqual([]);
  await intake.post('officer', `/messages/${messages[0].id}/send`, {});
  await work();
  expect(received).toHaveLength(1);
});
