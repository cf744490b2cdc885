export { eventsOf, hashAt, headOfAny } from './as-it-came.ts';
export { canonicalJson } from './canonical-json.ts';
export { appendEvent, GENESIS, headOf, seal, type CaseRecord, type Entry, type Head } from './chain.ts';
export { calendarHash, isSameCalendar, isSamePolicy, policyHash } from './terms-hash.ts';
export { RecordError } from './record-error.ts';
export {
  exportRecord,
  IMPORT_LIMITS,
  importRecord,
  readRecordFile,
  RECORD_FORMAT,
  writeRecordFile,
  type ImportedRecord,
  type ImportLimits,
  type RecordFile,
  type RecordMeta,
} from './record-file.ts';
export { FAULT_KINDS, verifyRecord, type Fault, type FaultKind, type Verification } from './verify-record.ts';
export { sha256 } from './sha256.ts';
