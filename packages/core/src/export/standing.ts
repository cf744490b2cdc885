import { clockTimeAt } from '../calendar/index.ts';
import type { Deadline, DutyView } from '../case/index.ts';
import { indexOf, type Policy } from '../policy/index.ts';
import { sourcesOf } from '../views/sources.ts';
import { stageWords } from './entries.ts';
import { ofPolicy, spoken, typed, type Voice, type Words } from './words.ts';

/** How a deadline or a duty of the case stands. */
interface Standing {
  readonly stage: Words;
  readonly owner: Words;
  readonly due: Words;
  readonly state: Words;
  /** Where the policy says so. */
  readonly source: Words;
}

export interface DeadlineRow extends Standing {
  readonly time: Words;
}

export interface DutyRow extends Standing {
  readonly what: Words;
  readonly to: Words;
}

export function deadlineRow(policy: Policy, deadline: Deadline, voice: Voice): DeadlineRow {
  const { due, dueAt, words, firmness, status } = deadline;
  const time = spoken(words, voice);
  const guidance = ` (${voice.say('export.guidance')})`;
  return {
    ...standing(policy, deadline, voice),
    time: firmness === 'guidance' ? { ...time, text: time.text + guidance } : time,
    due: dueWords(policy, due, dueAt, voice),
    state: voice.kit(`export.deadline.${status}`),
  };
}

export function dutyRow(policy: Policy, duty: DutyView, voice: Voice): DutyRow {
  const { words, to, status } = duty;
  return {
    ...standing(policy, duty, voice),
    what: spoken(words, voice),
    to: ofPolicy(to ?? ''),
    due: dutyDueWords(policy, duty, voice),
    state: voice.kit(`export.duty.${status}`),
  };
}

function standing(policy: Policy, { stage, owner, clauses }: Deadline | DutyView, voice: Voice) {
  const places = sourcesOf(policy, clauses).map(({ place }) => place);
  return {
    stage: stageWords(policy, stage) ?? typed(''),
    owner: voice.kit(`export.side.${owner}`),
    source: ofPolicy(places.join('; ')),
  };
}

function dutyDueWords(policy: Policy, { duty, due }: DutyView, voice: Voice): Words {
  if (due === 'at-once') return voice.kit('export.due.at-once');
  const words = indexOf(policy).duties.get(duty)?.words;
  return due === null && words !== undefined ? ofPolicy(words) : dueWords(policy, due, null, voice);
}

function dueWords(policy: Policy, due: string | null, dueAt: string | null, voice: Voice): Words {
  if (due === null) return voice.kit('export.due.none');
  if (dueAt === null) return voice.kit('export.due.end-of', { due });
  return voice.kit('export.due.at', { due, time: clockTimeAt(dueAt, policy.timeZone) });
}
