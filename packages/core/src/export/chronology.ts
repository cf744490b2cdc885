import { civilDateAt, clockTimeAt } from '../calendar/index.ts';
import { assess, replay } from '../case/index.ts';
import { verifyRecord, type Head, type Verification } from '../record/index.ts';
import { entriesOf, stageWords, type ChronologyEntry } from './entries.ts';
import type { LocalMoment } from './moments.ts';
import { eventsOf, headOfAny, type ExportSource } from './source.ts';
import { deadlineRow, dutyRow, type DeadlineRow, type DutyRow } from './standing.ts';
import { ofPolicy, spoken, typed, type Voice, type Words } from './words.ts';

/** A case as its chronology tells it: what happened, what is due, and how sound the record is. */
export interface Chronology {
  /** The case in a few words: a label and what it says. */
  readonly summary: readonly (readonly [label: string, words: Words])[];
  /** What the reader must know of the record, the policy and the calendar. */
  readonly warnings: readonly Words[];
  /** As many as `head` counts, to be gone through once. */
  readonly entries: Iterable<ChronologyEntry>;
  readonly deadlines: readonly DeadlineRow[];
  readonly duties: readonly DutyRow[];
  readonly written: LocalMoment;
  readonly head: Head;
  readonly chain: Words;
}

/** @throws InvalidInstantError where `now` is no instant */
export function chronologyOf({ policy, record, calendar, now, expected }: ExportSource, voice: Voice): Chronology {
  const events = eventsOf(record);
  const state = replay(policy, events);
  const assessment = assess(policy, state, { now, calendar });
  const verification = verifyRecord(record, expected);
  const written = { instant: now, date: civilDateAt(now, policy.timeZone), time: clockTimeAt(now, policy.timeZone) };
  const entries = entriesOf(policy, record, events, state, verification, voice);
  const stage = stageWords(policy, assessment.stage ?? undefined);
  const chain = chainWords(verification, voice);
  const isOther = state.policy && (state.policy.id !== policy.id || state.policy.version !== policy.version);
  return {
    summary: [
      [voice.say('export.partnership'), ofPolicy(policy.partnership.name)],
      [
        voice.say('export.policy'),
        ofPolicy(voice.say('export.version', { title: policy.title, version: policy.version })),
      ],
      [voice.say('export.status'), voice.kit(`case-status.${assessment.status}`)],
      ...(stage ? [[voice.say('export.stands-at'), stage] as const] : []),
      [voice.say('export.written'), voice.kit('export.moment', { date: written.date, time: written.time })],
    ],
    warnings: [
      ...(verification.sound ? [] : [chain]),
      // What is wrong with one entry stands with it; what is missing has no other place.
      ...(isCutOff(verification) ? [voice.kit('export.fault.cut-off')] : []),
      ...(isOther
        ? [
            typed(
              voice.say('export.other-policy', { id: String(state.policy.id), version: String(state.policy.version) }),
            ),
          ]
        : []),
      // The others are about single entries, and stand with them.
      ...assessment.warnings
        .filter(
          ({ kind }) =>
            kind === 'policy-review-overdue' || kind === 'policy-not-confirmed' || kind === 'calendar-ended',
        )
        .map(({ words }) => spoken(words, voice)),
    ],
    entries,
    deadlines: assessment.deadlines.map((deadline) => deadlineRow(policy, deadline, voice)),
    duties: assessment.duties.map((duty) => dutyRow(policy, duty, voice)),
    written,
    head: headOfAny(record),
    chain,
  };
}

function chainWords(verification: Verification, voice: Voice): Words {
  if (verification.sound) return voice.kit('export.chain.sound');
  const { soundCount } = verification;
  if (soundCount === 0) return voice.kit('export.chain.broken-from-start');
  return voice.kit('export.chain.broken', { count: soundCount });
}

function isCutOff(verification: Verification): boolean {
  return !verification.sound && verification.faults.some(({ kind }) => kind === 'cut-off');
}
