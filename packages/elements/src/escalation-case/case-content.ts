/*
 * What reads a case and writes its record: it comes while the policy does, so that the page starts without the engine.
 */
import { Case, type CaseEvent } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import {
  canonicalJson,
  exportRecord,
  importRecord,
  policyHash,
  RecordError,
  seal,
  writeRecordFile,
  type CaseRecord,
} from '@escalation-kit/core/record';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import { mixed } from '@escalation-kit/core/text/en/mixed';

export { Case };
export { fetchText } from '../kit/resources.ts';

export const messages: Messages = { ...kit, ...mixed };

type Log = readonly CaseEvent[];

/** Whether two logs say the same, event for event. */
export function isSameLog(one: Log, other: Log): boolean {
  return one === other || (one.length === other.length && one.every((event, at) => isSameEvent(event, other[at]!)));
}

/** What is no plain JSON is the same as nothing but itself. */
function isSameEvent(one: CaseEvent, other: CaseEvent): boolean {
  try {
    return one === other || canonicalJson(one) === canonicalJson(other);
  } catch {
    return false;
  }
}

/** Whether a record is this log with something after it: then what was submitted belongs to this case. */
export function follows(entries: CaseRecord<CaseEvent>, log: Log): boolean {
  return (
    entries.length > log.length &&
    isSameLog(
      entries.slice(0, log.length).map(({ event }) => event),
      log,
    )
  );
}

/** The record of a log as a file, with the policy that it was made under. */
export function writeRecord(log: Log, policy: Policy | null): string {
  const meta = policy && { policy: { id: policy.id, version: policy.version, hash: policyHash(policy) } };
  return writeRecordFile(exportRecord(seal(log), meta ?? {}));
}

export interface ReadRecord {
  readonly log: Log;
  /** How many entries could not be trusted and were left out. */
  readonly leftOut: number;
  /** Where the record broke; null in a sound one. */
  readonly fault: RecordError | null;
}

/** @throws RecordError where the text is no record file */
export function readRecord(text: string): ReadRecord {
  const { sound, apart, verification } = importRecord<CaseEvent>(text);
  const [fault] = verification.sound ? [] : verification.faults;
  return {
    log: sound.map(({ event }) => event),
    leftOut: apart.length,
    fault: fault ? new RecordError(`$.entries[${fault.index ?? 0}]`, fault.kind, 'an unbroken record') : null,
  };
}
