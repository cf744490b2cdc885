import type { EventType, Reason, Side, TimescaleReason } from '../policy/vocabulary.ts';
import type { Text } from '../text/text.ts';
import type { CaseStatus } from './assessment.ts';
import type { CalendarRef, CaseEvent, Child, EventOf, Parties, PolicyRef } from './events.ts';

/** A moment of the log: the event and when it happened. */
export interface Moment {
  readonly at: string;
  readonly event: string;
}

export interface Decision extends Moment {
  readonly option: string;
}

export type Leaving = 'escalated' | 'resolved' | 'withdrawn' | 'closed';

/** One stay at a stage. */
export interface Visit extends Moment {
  readonly stage: string;
  readonly because: Reason | 'opened';
  tier: string | null;
  tiers: number;
  /** The latest tier of a side that went to one by itself. */
  tierOf: Partial<Record<Side, string>>;
  decision: Decision | null;
  /** When a conference was asked for during the stay, the latest time. */
  conference: Moment | null;
  extension: (Moment & { readonly until: string; readonly reason: string }) | null;
  /** The latest date set for this stay, by reason. One that protects the child stands on the case. */
  dates: Partial<Record<TimescaleReason, Moment & { readonly due: string }>>;
  /** When something that starts or stops a clock first happened during the stay. */
  readonly first: Map<string, string>;
  /**
   * What the case was when the stage was left: what has become of it since changes no time that is over. `because`: for
   * what reason it went up.
   */
  left: (Moment & { readonly how: Leaving; readonly because: Reason | null } & AsLeft) | null;
}

/** A stay at a stage that has just begun. */
export function newVisit(stage: string, because: Visit['because'], { at, event }: Moment): Visit {
  return {
    stage,
    at,
    event,
    because,
    left: null,
    tier: null,
    tiers: 0,
    tierOf: {},
    decision: null,
    conference: null,
    extension: null,
    dates: {},
    first: new Map(),
  };
}

/** What the times of a stage depend on. */
export interface AsLeft {
  readonly protectBy: CaseState['protectBy'];
  readonly priority: CaseState['priority'];
  /** The conditions of its clocks that held, by their names: see `conditionName`. */
  readonly held: ReadonlySet<string>;
}

/** How an unmet duty stopped being asked for. */
export type Lapse = 'stage-left' | 'resolved' | 'condition' | 'reopened' | 'withdrawn';

/** A duty that arose, for one owner. */
export interface OwedDuty extends Moment {
  readonly id: string;
  readonly duty: string;
  readonly owner: Side;
  readonly stage: string;
  /** Index of the stay at a stage in which it arose. */
  readonly visit: number;
  /** How often the case had been reopened when it arose. */
  readonly round: number;
  /** Which of what the policy gives instead of its owner and addressees held when it arose; -1 where none did. */
  readonly instead: number;
  /** By entering the stage, or by what event. */
  readonly trigger: 'enters' | EventType;
  /** From when its time is counted: a recurring duty starts afresh. */
  from: string;
  done: Moment | null;
  lapsed: { readonly how: Lapse; readonly at: string } | null;
}

/** Something in the log that the policy would have refused, or asked for first. */
export interface Departure {
  readonly kind: 'departure' | 'guard-unmet' | 'malformed-event';
  readonly event: string;
  readonly clauses: readonly string[];
  readonly words: Text;
  /** The guard that was not met then; it stops being a warning once it is. */
  readonly guard?: string;
}

/** What a log says, with no clock: nothing here is a due date or depends on today. */
export interface CaseState {
  readonly status: CaseStatus;
  readonly policy: PolicyRef | null;
  readonly calendar: CalendarRef | null;
  readonly opened: EventOf<'opened'> | null;
  readonly route: string | null;
  /** Every stay, in order; the last is where the case stands. */
  readonly visits: readonly Visit[];
  readonly bypassed: readonly string[];
  readonly parties: Parties | null;
  readonly child: Child;
  readonly causes: readonly string[];
  readonly facts: Readonly<Record<string, boolean>>;
  readonly priority: string | null;
  readonly protectBy: (Moment & { readonly due: string }) | null;
  readonly duties: readonly OwedDuty[];
  /** Clauses recorded as done. */
  readonly done: ReadonlySet<string>;
  readonly consulted: ReadonlySet<Side>;
  /** Whom the raising side consulted, in its own words. */
  readonly consultations: readonly string[];
  readonly discussed: boolean;
  readonly dissented: boolean;
  readonly conferenceRequested: boolean;
  readonly resolution: EventOf<'resolved'> | null;
  /** What closed it, while it is closed. */
  readonly closing: EventOf<'closed'> | null;
  readonly departures: readonly Departure[];
  /** Guards that were not met when a step was taken that they stand before. */
  readonly unmet: ReadonlySet<string>;
  /** When something that starts or stops a clock first happened in the case; keys as in a visit. */
  readonly first: ReadonlyMap<string, string>;
  /** What was read, as it was given. */
  readonly log: readonly CaseEvent[];
  /** Number of events in the log. */
  readonly count: number;
  /** The last event of the log. */
  readonly last: CaseEvent | null;
}

/** Whether a duty is still asked for and not met. */
export function isOwed(duty: OwedDuty): boolean {
  return !duty.done && !duty.lapsed;
}

/** Whether a duty can still be met: one that was late when its stage was left can. */
export function canBeMet(duty: OwedDuty): boolean {
  return !duty.done && (!duty.lapsed || duty.lapsed.how === 'stage-left');
}

/**
 * Whether the case's end has done with a duty. Closed or withdrawn, a case asks for nothing any more but what that itself
 * gave rise to.
 */
export function isLeftBehind({ status }: Pick<CaseState, 'status'>, { trigger }: OwedDuty): boolean {
  return isAtEnd(status) && trigger !== status;
}

/** Whether a duty can be met as its case stands now. */
export function isMeetable(state: Pick<CaseState, 'status'>, duty: OwedDuty): boolean {
  return canBeMet(duty) && !isLeftBehind(state, duty);
}

/** Whether a case goes on no more, unless it is opened again. */
export function isAtEnd(status: CaseStatus): status is 'closed' | 'withdrawn' {
  return status === 'closed' || status === 'withdrawn';
}

/** Where the case stands; null before it is opened. */
export function currentVisit(state: CaseState): Visit | null {
  return state.visits[state.visits.length - 1] ?? null;
}
