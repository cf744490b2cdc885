import { InvalidInstantError, isInstant } from '../calendar/index.ts';
import type { Author, CaseEvent, Refusal, Terms } from '../case/index.ts';
import {
  appendEvent,
  eventsOf,
  exportRecord,
  headOf,
  policyHash,
  RecordError,
  verifyRecord,
  type CaseRecord,
  type RecordFile,
} from '../record/index.ts';
import { asKept, refuseEvent } from './event-to-keep.ts';
import { caseIdOf, headAt, readSubmission, type Sent } from './read-submission.ts';
import { because } from './refusals.ts';
import type { Conflict, Kept, Refused } from './submission.ts';

/**
 * A case as somebody keeps it; of a new one the record is empty. Policy and calendar are those that the case was opened
 * under, or has adopted since; of a new case, those that its `opened` names.
 */
export interface Stored extends Terms {
  readonly record: CaseRecord<CaseEvent>;
}

/** What whoever keeps the case knows, and the form cannot. */
export interface Keeper {
  /** The instant at which it is taken, ISO 8601. */
  readonly now: string;
  /** The name of the case for people. */
  readonly reference: string;
  /** Who is signed in. Where nobody knows it is left out, and what the form says stands. */
  readonly by?: Author | undefined;
}

export type Acceptance =
  | ({ readonly accepted: true } & Kept)
  | ({ readonly accepted: false } & Refused)
  | { readonly accepted: false; readonly conflict: Conflict };

/**
 * What whoever keeps a record does with what a form sends: the new record and its receipt, a refusal that names clause
 * or field, or a conflict with the newer record. Stores nothing: what is to be stored are the entries of the answered
 * record that come after the stored ones.
 *
 * Each event is decided by the rules that the form went by, and kept as it was sent but for two fields: `recorded` is
 * `now` where that is later than `at`, and left out where not; `by` is who is signed in, as far as that is known.
 *
 * An entry that was stored since the submission's base is a conflict, unless a service wrote it. So is an event whose id
 * such an entry took: the form decides it again, under another. Any other id that is in use is refused.
 *
 * Whether the same submission was taken before is for the keeper to tell by its key, before asking this.
 *
 * @param given from anywhere: it is checked, and never makes this throw
 * @throws InvalidInstantError for a `now` that is none; RecordError where the stored record is itself broken
 */
export function accept(stored: Stored, given: unknown, keeper: Keeper): Acceptance {
  if (!isInstant(keeper.now)) throw new InvalidInstantError(keeper.now, 'now');
  if (!verifyRecord(stored.record).sound)
    throw new RecordError('$.record', 'a broken chain', 'a stored record that is whole');
  const read = readSubmission(given);
  if ('refusal' in read) return { accepted: false, ...read };
  const { submission } = read;
  const refusal = refuseAsOther(stored.record, submission);
  if (refusal) return { accepted: false, refusal };
  if (isOvertaken(stored.record, submission)) {
    return { accepted: false, conflict: { record: fileOf(stored, stored.record) } };
  }
  return withEvents(stored, submission.events, keeper);
}

function withEvents(stored: Stored, events: readonly CaseEvent[], keeper: Keeper): Acceptance {
  let { record } = stored;
  for (const sent of events) {
    const refusal = refuseEvent({ ...stored, record }, sent, keeper);
    if (refusal) return { accepted: false, refusal };
    record = appendEvent(record, asKept(sent, keeper));
  }
  const receipt = { reference: keeper.reference, at: keeper.now, ...headOf(record) };
  return { accepted: true, record: fileOf(stored, record), receipt };
}

/** What is of another case than the stored one, or of a case that is not stored. */
function refuseAsOther(record: CaseRecord<CaseEvent>, { case: id, base, events }: Sent): Refusal | null {
  if (record.length > 0) return id === caseIdOf(record) ? null : because('other-case', 'case');
  if (base.count > 0) return because('not-begun', 'base');
  // An older record goes by the hash of its first entry, which is another once it is sealed anew.
  return id === (events[0] as { readonly case?: unknown }).case ? null : because('other-case', 'case');
}

/** Whether somebody wrote since the form looked. A base that the stored record never had is no better. */
function isOvertaken(record: CaseRecord<CaseEvent>, { base, events }: Sent): boolean {
  if (headAt(record, base.count) !== base.head) return true;
  const ids = new Set(events.map(({ id }) => id));
  return eventsOf(record.slice(base.count)).some((event) => event?.by?.side !== 'service' || ids.has(event.id));
}

function fileOf({ policy }: Stored, record: CaseRecord<CaseEvent>): RecordFile<CaseEvent> {
  return exportRecord(record, { policy: { id: policy.id, version: policy.version, hash: policyHash(policy) } });
}
