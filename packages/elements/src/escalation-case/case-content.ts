/*
 * What reads a case and writes its record: it comes while the policy does, so that the page starts without the engine.
 */
import { assess, replay, type CaseEvent } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import {
  exportRecord,
  importRecord,
  policyHash,
  RecordError,
  seal,
  writeRecordFile,
} from '@escalation-kit/core/record';

export { assess, replay };
export { fetchText } from '../kit/resources.ts';

/** The record of a log as a file, with the policy that it was made under. */
export function writeRecord(log: readonly CaseEvent[], policy: Policy | null): string {
  const meta = policy && { policy: { id: policy.id, version: policy.version, hash: policyHash(policy) } };
  return writeRecordFile(exportRecord(seal(log), meta ?? {}));
}

export interface ReadRecord {
  readonly log: readonly CaseEvent[];
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
