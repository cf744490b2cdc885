import type { Queries } from '@escalation-kit/intake';
import type { CaseEvent } from '@escalation-kit/core/case';
import { verifyRecord } from '@escalation-kit/core/record';
import type { Sent } from './load.ts';

interface Entry {
  readonly case_id: string;
  readonly reference: string;
  readonly place: number;
  readonly event: string;
  readonly prev: string;
  readonly hash: string;
}

interface Message {
  readonly id: string;
  readonly case_id: string | null;
  readonly state: string;
}

export interface Found {
  readonly cases: number;
  readonly entries: number;
  readonly messages: number;
  readonly twice: number;
  /** What must not be, in words. */
  readonly faults: readonly string[];
}

/** Holds what the database keeps, and what the mailbox got, against what people were answered. */
export async function verify(
  owner: Queries,
  sent: readonly Sent[],
  received: ReadonlyMap<string, { readonly times: number; readonly text: string }>,
): Promise<Found> {
  const faults: string[] = [];
  const entries = await owner.rows<Entry>(
    `select e.case_id, c.reference, e.place, e.event, e.prev, e.hash
     from intake.entries e join intake.cases c on c.id = e.case_id order by e.case_id, e.place`,
  );
  const cases = new Map<string, Entry[]>();
  for (const entry of entries) cases.set(entry.case_id, [...(cases.get(entry.case_id) ?? []), entry]);
  for (const [id, record] of cases) {
    const { sound } = verifyRecord(
      record.map(({ event, prev, hash }) => ({ event: JSON.parse(event) as unknown, prev, hash })),
    );
    if (!sound) faults.push(`the record of ${id} does not verify`);
  }
  for (const each of sent) faults.push(...faultsOf(each, cases));
  const messages = await owner.rows<Message>('select id, case_id, state from intake.messages');
  faults.push(...messageFaults(messages, cases, received));
  const twice = [...received.values()].filter(({ times }) => times > 1).length;
  return { cases: cases.size, entries: entries.length, messages: messages.length, twice, faults };
}

/** An acknowledged submission stands once, where its receipt says; one of which nobody knows stands once or not at all. */
function faultsOf({ submission, receipts, refused }: Sent, cases: ReadonlyMap<string, Entry[]>): string[] {
  const record = cases.get(submission.case) ?? [];
  const name = `${submission.case} ${submission.events.map(({ id, type }) => `${type} ${id}`).join()}`;
  const times = submission.events.map(({ id }) => {
    return record.filter(({ event }) => (JSON.parse(event) as CaseEvent).id === id).length;
  });
  if (new Set(times).size > 1) return [`${name}: kept in part`];
  if (times[0]! > 1) return [`${name}: kept ${times[0]} times`];
  if (receipts.length === 0) return [];
  if (times[0] === 0) return [`${name}: acknowledged, and not kept`];
  if (refused) return [`${name}: acknowledged, and refused`];
  if (new Set(receipts.map((receipt) => JSON.stringify(receipt))).size > 1) return [`${name}: two receipts`];
  const [{ reference, head, count }] = receipts as [(typeof receipts)[number]];
  const last = record[count - 1];
  return last?.hash === head && last.reference === reference ? [] : [`${name}: not as its receipt says`];
}

function messageFaults(
  messages: readonly Message[],
  cases: ReadonlyMap<string, Entry[]>,
  received: ReadonlyMap<string, { readonly text: string }>,
): string[] {
  const known = new Set(messages.map(({ id }) => id));
  const told = new Set(messages.map(({ case_id }) => case_id));
  const references = new Set([...cases.values()].map(([first]) => first!.reference));
  return [
    ...messages
      .filter(({ id, state }) => state === 'sent' && !received.has(id))
      .map(({ id }) => `the message ${id} never came`),
    ...messages.filter(({ state }) => state !== 'sent').map(({ id, state }) => `the message ${id} is ${state}`),
    ...[...received.keys()].filter((id) => !known.has(id)).map((id) => `the message ${id} is of nothing that is kept`),
    ...[...received].flatMap(([id, { text }]) => {
      const reference = /[1-8]{3}-[1-8]{3}-[1-8]{3}/.exec(text)?.[0] ?? '';
      return references.has(reference) ? [] : [`the message ${id} names a case that is not kept`];
    }),
    ...[...cases.keys()].filter((id) => !told.has(id)).map((id) => `nobody was told of the case ${id}`),
  ];
}
