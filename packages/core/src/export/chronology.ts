import type { Case } from '../case/index.ts';
import { headOfAny, verifyRecord, type Head, type Verification } from '../record/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { entriesOf, stageText, type ChronologyEntry } from './entries.ts';
import { localMoment, momentText, type LocalMoment } from './moments.ts';
import { deadlineRow, dutyRow, type Row } from './standing.ts';

/** A case as its chronology tells it: what happened, what is due, and how sound the record is. */
export interface Chronology {
  /** The case in a few words: a label and what it says. */
  readonly summary: readonly (readonly [label: Text, says: Text])[];
  /** What the reader must know of the record, the policy and the calendar. */
  readonly warnings: readonly Text[];
  /** As many as `head` counts, to be gone through once. */
  readonly entries: Iterable<ChronologyEntry>;
  readonly deadlines: readonly Row[];
  readonly duties: readonly Row[];
  readonly written: LocalMoment;
  readonly head: Head;
  readonly chain: Text;
}

/** @throws InvalidInstantError where the case's `now` is no instant */
export function chronologyOf(told: Case, expected?: Head): Chronology {
  const { policy, record, assessment } = told;
  const verification = verifyRecord(record, expected);
  const written = localMoment(told.now, policy.timeZone);
  const chain = chainText(verification);
  return {
    summary: summaryOf(told, written),
    warnings: [
      ...(verification.sound ? [] : [chain]),
      // What is wrong with one entry stands with it; what is missing has no other place.
      ...(isCutOff(verification) ? [CUT_OFF] : []),
      ...otherPolicy(told),
      ...assessment.warnings.filter(({ kind }) => OF_THE_WHOLE.has(kind)).map(({ words }) => words),
    ],
    entries: entriesOf(told, verification),
    deadlines: assessment.deadlines.map((deadline) => deadlineRow(policy, deadline)),
    duties: assessment.duties.map((duty) => dutyRow(policy, duty)),
    written,
    head: headOfAny(record),
    chain,
  };
}

const CUT_OFF: Text = { key: 'export.fault.cut-off' };

/** The other warnings are about single entries, and stand with them. */
const OF_THE_WHOLE = new Set(['policy-review-overdue', 'policy-not-confirmed', 'calendar-ended']);

function summaryOf({ policy, assessment }: Case, written: LocalMoment): Chronology['summary'] {
  const { title, version } = policy;
  const stage = stageText(policy, assessment.stage);
  return [
    [{ key: 'export.partnership' }, ofPolicy(policy.partnership.name)],
    [{ key: 'export.policy' }, { key: 'export.version', values: { title, version }, own: ['title', 'version'] }],
    [{ key: 'export.status' }, { key: `case-status.${assessment.status}` }],
    ...(stage ? [[{ key: 'export.stands-at' }, stage] as const] : []),
    [{ key: 'export.written' }, momentText(written)],
  ];
}

function otherPolicy({ policy, state }: Case): Text[] {
  if (!state.policy || (state.policy.id === policy.id && state.policy.version === policy.version)) return [];
  const values = { id: String(state.policy.id), version: String(state.policy.version) };
  return [{ key: 'export.other-policy', values, typed: ['id', 'version'] }];
}

function chainText(verification: Verification): Text {
  if (verification.sound) return { key: 'export.chain.sound' };
  const { soundCount } = verification;
  if (soundCount === 0) return { key: 'export.chain.broken-from-start' };
  return { key: 'export.chain.broken', values: { count: soundCount } };
}

function isCutOff(verification: Verification): boolean {
  return !verification.sound && verification.faults.some(({ kind }) => kind === 'cut-off');
}
