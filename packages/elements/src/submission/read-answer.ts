import type { CaseEvent } from '@escalation-kit/core/case';
import { canonicalJson, verifyRecord, type Entry, type RecordFile } from '@escalation-kit/core/record';
import type { Answer, Outcome, Receipt, Submission } from '@escalation-kit/core/submission';
import { isInstant } from '../kit/is-instant.ts';
import { notTaken } from './not-taken.ts';

/**
 * What became of a submission, by what whoever keeps it answered: a receipt, the record with its receipt, the newer record
 * where somebody wrote meanwhile, or a refusal. Anything else is no answer, and says so.
 */
export function readAnswer(answer: unknown): Outcome {
  const { record, receipt, refusal } = isObject(answer) ? answer : {};
  if (isObject(refusal)) return notSent(refusedBy(refusal));
  if (isObject(record) && receipt === undefined) {
    return {
      ...notSent(
        'Somebody else has written in this case since. Nothing was kept: open the case again, and send it there.',
      ),
      text: { key: 'sending.conflict' },
      conflict: record as unknown as RecordFile<CaseEvent>,
    };
  }
  const given = receipt ?? answer;
  if (!isReceiptAtAnyTime(given)) return notSent('The answer was no receipt: it needs reference, at, head and count.');
  const at = instantOf(given.at);
  if (at === null) return notSent('The answer was no receipt: its time is no instant such as 2026-11-30T09:00:00Z.');
  const taken: Outcome = { sent: true, receipt: { ...given, at } };
  return isObject(record) ? { ...taken, record: record as unknown as RecordFile<CaseEvent> } : taken;
}

/**
 * The outcome held against what was sent. A receipt alone has to be for that record; a record that was sealed anew begins
 * with what the form had and ends in what it sent, unchanged but for when it was written down and by whom.
 */
export function heldAgainst(outcome: Outcome, { base, events, record: sent }: Submission): Outcome {
  if (!outcome.sent) return outcome.conflict && !isWhole(outcome.conflict) ? MISMATCH : outcome;
  const { receipt, record } = outcome;
  if (!record) return receipt.head === sent.head && receipt.count === sent.count ? outcome : MISMATCH;
  const entries: readonly Entry<CaseEvent>[] = record.entries;
  const isAnswered = entries.at(-1)?.hash === receipt.head && entries.length === receipt.count;
  const isFollowed = base.count === 0 || entries[base.count - 1]?.hash === base.head;
  const kept = entries.slice(-events.length);
  const isKept = kept.every(({ event }, i) => bareOf(event) === bareOf(events[i]!));
  return isAnswered && isFollowed && isKept && isWhole(record) ? outcome : MISMATCH;
}

const MISMATCH = notTaken('sending.mismatch', { isUnknown: true });

function isWhole({ entries, head, count }: RecordFile<CaseEvent>): boolean {
  return Array.isArray(entries) && verifyRecord(entries, { head, count }).sound && entries.length === count;
}

function bareOf({ recorded: _1, by: _2, ...event }: CaseEvent): string {
  return canonicalJson(event);
}

/** Whether a keeper's answer says what became of the submission, whatever the status that it came with. */
export function isAnswer(value: unknown): value is Answer {
  return isObject(value) && (isReceiptAtAnyTime(value) || isObject(value.record) || isObject(value.refusal));
}

/** Databases write an instant with a space, without a zone (UTC is meant then), with microseconds or as +0000. */
function instantOf(text: string): string | null {
  const [, day, time, fraction = '', zone = 'Z'] = FORM.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const written = `${day}T${time}${fraction.slice(0, 4)}${zone.replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`)}`;
  return isInstant(written) ? written : null;
}

const FORM = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(\.\d+)? ?(Z|[+-]\d\d(?::?\d\d)?)?$/;

function isReceiptAtAnyTime(value: unknown): value is Receipt {
  return (
    isObject(value) &&
    typeof value.reference === 'string' &&
    typeof value.at === 'string' &&
    typeof value.head === 'string' &&
    typeof value.count === 'number'
  );
}

/** The clause that it rests on, else the field that is wrong, by the names that the policy and the contract give them. */
function refusedBy({ clause, field }: Readonly<Record<string, unknown>>): string {
  const by = [clause, field].find((name) => typeof name === 'string' && name !== '');
  return by === undefined ? 'It was not taken.' : `It was not taken, because of “${by as string}”.`;
}

function notSent(reason: string): Outcome & { sent: false } {
  return { sent: false, reason };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
