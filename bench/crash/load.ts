import { randomUUID } from 'node:crypto';
import type { Calendar } from '@escalation-kit/core/calendar';
import { Case, type CaseEvent, type Command } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { eventsOf, type CaseRecord } from '@escalation-kit/core/record';
import { prepare, type Receipt, type Submission } from '@escalation-kit/core/submission';
import { speakerOf, en } from '@escalation-kit/core/text';
import { post } from '../../packages/elements/src/submission/post.ts';
import { readAnswer } from '../../packages/elements/src/submission/read-answer.ts';
import { BY, openingAt } from '../opening.ts';

/** What somebody sent, and all that they were answered. */
export interface Sent {
  readonly submission: Submission;
  readonly receipts: Receipt[];
  /** Whether it was answered that it is not kept. */
  refused: boolean;
}

export interface Load {
  readonly sent: readonly Sent[];
  /** Ends when everybody has done what they were about. */
  readonly stop: () => Promise<void>;
}

export interface Loading {
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** Ways to the processes that serve. */
  readonly addresses: () => readonly string[];
  readonly people: number;
  readonly random: () => number;
  readonly now: () => string;
}

/** People at their forms: each raises cases, and writes in them, by the form's own `post`, until they are stopped. */
export function load(loading: Loading): Load {
  const sent: Sent[] = [];
  let isOn = true;
  const all = Array.from({ length: loading.people }, async () => {
    while (isOn) await oneCase(loading, sent, () => isOn);
  });
  return {
    sent,
    stop: async () => {
      isOn = false;
      await Promise.all(all);
    },
  };
}

/** A case from its raising on, until an answer does not come: half of the people try again then, the others leave. */
async function oneCase(loading: Loading, sent: Sent[], isOn: () => boolean): Promise<void> {
  const { policy, calendar, random, now } = loading;
  let record: CaseRecord<CaseEvent> = [];
  const id = randomUUID();
  const steps = 1 + Math.floor(random() * 4);
  for (let step = 0; step < steps && isOn(); step++) {
    const kept = new Case({ policy, calendar, record, log: eventsOf(record), now: now() });
    const prepared = prepare(kept, [step === 0 ? openingAt(now()) : talk(now(), step)], { say: speakerOf(en).say, id });
    if ('refused' in prepared) throw new Error(`the form refused ${JSON.stringify(prepared.refused)}`);
    const taken = await send(loading, { submission: prepared.submission, receipts: [], refused: false }, sent);
    if (!taken) return;
    record = taken;
  }
}

async function send({ addresses, random }: Loading, what: Sent, sent: Sent[]): Promise<CaseRecord<CaseEvent> | null> {
  sent.push(what);
  const { submission } = what;
  let record: CaseRecord<CaseEvent> | null = null;
  // Whoever has an answer sometimes sends once more, as a form in another tab would.
  for (let turn = 0; turn < 4 && (record === null ? turn === 0 || random() < 0.5 : random() < 0.1); turn++) {
    const all = addresses();
    const address = all[Math.floor(random() * all.length)]!;
    const pause = () => new Promise<void>((done) => setTimeout(done, 200 + random() * 300));
    const answer = await post(`${address}/cases`, submission, { key: submission.key, pause }).catch(() => undefined);
    if (answer === undefined) continue;
    const outcome = readAnswer(answer);
    if (!outcome.sent) {
      what.refused = true;
      continue;
    }
    what.receipts.push(outcome.receipt);
    record = outcome.record!.entries;
  }
  return record;
}

function talk(at: string, step: number): Command {
  if (step === 2) return { action: 'escalate', at, by: BY, to: '2', because: 'unresolved', reason: 'No agreement.' };
  return step % 2
    ? { action: 'discuss', at, by: BY, channel: 'telephone', summary: 'They spoke, and did not agree.' }
    : { action: 'update', at, by: BY, summary: 'Told the partnership how it stands.' };
}
