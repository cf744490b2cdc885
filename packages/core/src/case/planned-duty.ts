import type { Addressee, Condition, Duty, Side } from '../policy/index.ts';
import { ofPolicy } from '../text/text.ts';
import type { DutyView } from './assessment.ts';

/** What is said of a duty wherever it is owed, by the policy alone. */
export type SaidOfDuty = Omit<DutyView, 'id' | 'owner' | 'stage' | 'arose' | 'due' | 'dueAt' | 'status'>;

/** One of the sides that owe a duty, with a name for the two of them. */
export interface PlannedOwner {
  readonly side: Side;
  readonly key: string;
  /** How the duty is named at each stage at which it arose: put together once, for it can arise at every event of a log. */
  readonly names: Map<string, string>;
}

/** What a duty is in one of the cases that the policy tells apart. */
export interface DutyRule {
  readonly owners: readonly PlannedOwner[];
  readonly said: SaidOfDuty;
}

/**
 * A duty made ready: all that replay and assessment ask of it, and that the policy alone answers. Every one has the same
 * properties, whatever the policy leaves out: what differs from one to the next is read several times as slowly.
 */
export interface PlannedDuty {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly when: Condition | null;
  /** What stands in its place, where that holds. */
  readonly others: readonly (DutyRule & { readonly when: Condition })[];
  readonly rule: DutyRule;
  readonly isOnce: boolean;
  readonly isRecurring: boolean;
  /** The stages through which a recurring one goes on. */
  readonly goesOnIn: readonly string[];
  readonly isMetByEvent: boolean;
  /** The clauses that meet it once they are recorded as done, besides its own. */
  readonly metByDone: readonly string[];
  readonly lapsesOnLeaving: boolean;
  readonly lapsesAtEnd: boolean;
  readonly duty: Duty;
}

export function plannedDuty(duty: Duty): PlannedDuty {
  const { id, clauses, when, instead = [], once, recurring, metBy, lapses } = duty;
  const lapsesBy = (how: Duty['lapses']) => recurring !== undefined || lapses === how || lapses === 'stage-ended';
  return {
    id,
    clauses,
    when: when ?? null,
    others: instead.map((other) => ({ when: other.when, ...ruleOf(duty, other) })),
    rule: ruleOf(duty),
    isOnce: once ?? false,
    isRecurring: recurring !== undefined,
    goesOnIn: recurring?.stages ?? [],
    isMetByEvent: metBy !== undefined,
    metByDone: (metBy ?? []).flatMap((happening) => ('done' in happening ? happening.done : [])),
    lapsesOnLeaving: lapsesBy('stage-left'),
    lapsesAtEnd: lapsesBy('resolved'),
    duty,
  };
}

function ruleOf(duty: Duty, other?: NonNullable<Duty['instead']>[number]): DutyRule {
  const owner = other?.owner ?? duty.owner;
  const sides: readonly Side[] = typeof owner === 'string' ? [owner] : owner;
  return {
    owners: sides.map((side) => ({ side, key: `${duty.id} ${side}`, names: new Map() })),
    said: {
      duty: duty.id,
      kind: duty.kind,
      verb: duty.verb ?? null,
      clauses: other ? [...new Set([...duty.clauses, ...other.clauses])] : duty.clauses,
      who: other?.who ?? duty.who ?? null,
      to: other?.to ?? duty.to ?? null,
      addressees: other?.addressees ?? duty.addressees ?? [],
      copiedTo: duty.copiedTo ?? null,
      copies: (duty.copies ?? []).map(copyOf),
      byService: duty.byService ?? false,
      recurring: duty.recurring !== undefined,
      words: ofPolicy(duty.text),
    },
  };
}

/** In format 1 a copy is a contact's id. */
function copyOf(copy: NonNullable<Duty['copies']>[number]): Addressee {
  return typeof copy !== 'string' || copy === 'originator' || copy === 'recorder' ? copy : { contact: copy };
}
