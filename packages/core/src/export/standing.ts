import { lastMoment } from '../calendar/index.ts';
import type { Deadline, DutyView } from '../case/index.ts';
import { indexOf, type Policy } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { sourcesOf } from '../views/sources.ts';
import { stageText } from './entries.ts';
import { noted } from './several.ts';

/** How a deadline or a duty of the case stands: what heads each cell of its row, and what it says. */
export type Row = readonly (readonly [head: RowHead, says: Text | null])[];

export type RowHead = 'stage' | 'for' | 'time-given' | 'owner' | 'owed-to' | 'due' | 'state' | 'source' | 'duty';

export function deadlineRow(policy: Policy, deadline: Deadline): Row {
  const { stage, owner, words, firmness, due, dueAt, status, clauses } = deadline;
  return [
    ['stage', stageText(policy, stage)],
    ['for', typeof deadline.for === 'string' ? { key: `export.for.${deadline.for}` } : ofPolicy(deadline.for.words)],
    ['time-given', noted(words, firmness === 'guidance' ? [{ key: 'export.guidance' }] : [])],
    ['owner', { key: `export.side.${owner}` }],
    ['due', dueText(policy, due, dueAt)],
    ['state', { key: `export.deadline.${status}` }],
    ['source', source(policy, clauses)],
  ];
}

export function dutyRow(policy: Policy, duty: DutyView): Row {
  const { words, owner, to, stage, status, clauses } = duty;
  return [
    ['duty', words],
    ['owner', { key: `export.side.${owner}` }],
    ['owed-to', to === null ? null : ofPolicy(to)],
    ['stage', stageText(policy, stage)],
    ['due', dutyDueText(policy, duty)],
    ['state', { key: `export.duty.${status}` }],
    ['source', source(policy, clauses)],
  ];
}

/** Where the policy says so. */
function source(policy: Policy, clauses: readonly string[]): Text {
  const places = sourcesOf(policy, clauses).map(({ place }) => place);
  return ofPolicy(places.join('; '));
}

function dutyDueText(policy: Policy, { duty, due, dueAt }: DutyView): Text {
  if (due === 'at-once') return { key: 'export.due.at-once' };
  const words = indexOf(policy).duties.get(duty)?.words;
  return due === null && words !== undefined ? ofPolicy(words) : dueText(policy, due, dueAt);
}

function dueText(policy: Policy, due: string | null, dueAt: string | null): Text {
  if (due === null) return { key: 'export.due.none' };
  const end = lastMoment(due, dueAt, policy.timeZone);
  return { key: end.time === undefined ? 'export.due.end-of' : 'export.due.at', values: { ...end } };
}
