import { durationValues } from '../case/index.ts';
import { type Duty, type EventType, type Policy, type Side, type Trigger } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { contactOf, type ContactView } from './contacts.ts';
import { inWords, recurringOf } from './duties.ts';
import { roleOf } from './roles.ts';
import { conditionText } from './condition-words.ts';
import { sourcesOf, type SourceView } from './sources.ts';

/** A duty as the policy asks for it, in no case. */
export interface PlannedDuty {
  readonly id: string;
  readonly text: Text;
  readonly owners: readonly Side[];
  readonly who: string | null;
  readonly to: string | null;
  readonly copiedTo: string | null;
  readonly due: Text;
  readonly recurring: Text | null;
  /** When it is asked for, where not always. */
  readonly condition: Text | null;
  readonly contact: ContactView | null;
  readonly sources: readonly SourceView[];
}

/** What one thing gives rise to at a stage: that it starts, that it is resolved there. */
export interface PlannedGroup {
  readonly trigger: Text;
  readonly duties: readonly PlannedDuty[];
}

export interface PlannedStage {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly groups: readonly PlannedGroup[];
}

/**
 * The duties that a policy asks for, stage by stage.
 *
 * @param stage one alone; left out, all that have any
 * @param owner one side's alone
 */
export function plannedDuties(policy: Policy, stage?: string | null, owner?: Side | null): PlannedStage[] {
  const stages = policy.stages.filter(({ id }) => !stage || id === stage);
  const planned = stages.map(({ id, label, name }) => ({ id, label, name, groups: groupsOf(policy, id, owner) }));
  return stage ? planned : planned.filter(({ groups }) => groups.length > 0);
}

function groupsOf(policy: Policy, stage: string, owner: Side | null | undefined): PlannedGroup[] {
  const groups = new Map<'enters' | EventType, PlannedDuty[]>();
  for (const duty of policy.duties) {
    const owners = typeof duty.owner === 'string' ? [duty.owner] : duty.owner;
    if (owner && !owners.includes(owner)) continue;
    for (const key of new Set(duty.on.flatMap((trigger) => triggerAt(trigger, stage)))) {
      groups.set(key, [...(groups.get(key) ?? []), planOf(policy, duty, owner ? [owner] : owners)]);
    }
  }
  return [...groups].map(([key, duties]): PlannedGroup => ({ trigger: { key: `duties.on.${key}` }, duties }));
}

function triggerAt(trigger: Trigger, stage: string): ('enters' | EventType)[] {
  if ('enters' in trigger) return trigger.enters.includes(stage) ? ['enters'] : [];
  return trigger.at === undefined || trigger.at.includes(stage) ? [trigger.event] : [];
}

function planOf(policy: Policy, duty: Duty, owners: readonly Side[]): PlannedDuty {
  return {
    id: duty.id,
    text: ofPolicy(duty.text),
    owners,
    who: duty.who === undefined ? null : roleOf(policy, duty.who).name,
    to: duty.to ?? null,
    copiedTo: duty.copiedTo ?? null,
    due: dueOf(duty),
    recurring: recurringOf(duty),
    condition: conditionOf(policy, duty),
    contact: contactOf(policy, duty.contact),
    sources: sourcesOf(policy, duty.clauses),
  };
}

function dueOf({ by, after, words }: Duty): Text {
  if (after !== undefined) return { key: 'duties.due.after' };
  if (by === null) return inWords(words);
  if (by === 'at-once') return { key: 'duties.due.at-once' };
  return { key: 'deadline.within', values: durationValues(by) };
}

/** Of results and options it is said that they hold in some cases only. */
function conditionOf(policy: Policy, { when, on }: Duty): Text | null {
  if (when) return { key: 'duties.when.if', texts: [conditionText(when, policy)] };
  const isParticular = on.every(
    (trigger) => 'event' in trigger && (trigger.option ?? trigger.result ?? trigger.clause ?? trigger.gap),
  );
  return isParticular ? { key: 'duties.when' } : null;
}
