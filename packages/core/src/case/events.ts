import type {
  AuthorSide,
  ChildStatus,
  EventType,
  Reason,
  Sector,
  Side,
  Subject,
  TimescaleReason,
} from '../policy/vocabulary.ts';

/** A civil date, `YYYY-MM-DD`, in the policy's own time zone. */
type CivilDate = string;
/** An ISO 8601 instant with `Z` or an offset. */
type Instant = string;

export interface Author {
  readonly side: AuthorSide;
  readonly role?: string;
  readonly name?: string;
}

export interface Party {
  readonly agency: string;
  /** The id that a directory of the host's or of intake's has for it. */
  readonly agencyId?: string;
  readonly sector: Sector;
  /** The agency has no safeguarding lead. */
  readonly noLead?: boolean;
}

export interface Parties {
  readonly raising: Party;
  readonly receiving: Party;
}

export interface Child {
  readonly statuses: readonly ChildStatus[];
  readonly subject?: Subject;
  /** The host's own reference. Never a name: it may stand in a receipt. */
  readonly reference?: string;
}

export interface PolicyRef {
  readonly id: string;
  readonly version: string;
  readonly hash?: string;
}

export interface CalendarRef {
  readonly id: string;
  readonly published?: CivilDate | undefined;
}

export interface PanelMember {
  readonly agency: string;
  /** Not needed for the agencies of the case, whose sectors are known. */
  readonly sector?: Sector;
  readonly senior?: boolean;
  readonly executive?: boolean;
}

export interface PanelChair {
  readonly agency: string;
  readonly boardMember?: boolean;
  /** Of no agency of the partnership. */
  readonly independent?: boolean;
}

/** The fields of each type of event, beside those that every event has. */
export interface EventFields {
  opened: {
    /** An id made by the form, the same for good; never of the child. Older records have none: see `caseIdOf`. */
    case?: string;
    policy: PolicyRef;
    calendar: CalendarRef;
    route: string;
    stage: string;
    parties: Parties;
    child: Child;
    causes: readonly string[];
    facts: Readonly<Record<string, boolean>>;
    protectBy?: CivilDate;
    priority?: string;
    /** Clauses of the callouts that were put before the person. */
    shown?: readonly string[];
    /** What the policy's form asks, by the id of the ask. */
    [ask: string]: unknown;
  };
  changed: {
    child?: Partial<Child>;
    facts?: Readonly<Record<string, boolean>>;
    causes?: readonly string[];
    parties?: Partial<Parties>;
    priority?: string;
    shown?: readonly string[];
  };
  consulted: { with: string; side: Side };
  discussed: { channel: string; summary: string };
  progressed: { tier: string; side?: Side };
  'timescale-set': { due: CivilDate; because: TimescaleReason };
  extended: { until: CivilDate; reason: string; safe: true; approvedBy?: string };
  escalated: { to: string; because: Reason; reason: string; approvedBy?: string; shown?: readonly string[] };
  decided: { option: string; summary?: string; panel?: readonly PanelMember[]; chair?: PanelChair };
  /** `clause`: the duty's or guard's; `duty`: the id of the one that is meant. */
  done: { clause: string; duty?: string; note?: string };
  updated: { summary: string };
  dissented: { summary: string };
  'conference-requested': { reason: string };
  /** `result`: one of the kit's, or an outcome of the policy's own. `gap`: policy or practice was found to lack something. */
  resolved: { outcome: string; outstanding: string; result?: string; gap?: true };
  learned: { summary: string; gap?: true };
  adopted: { policy?: PolicyRef; calendar?: CalendarRef };
  reopened: { reason: string };
  withdrawn: { reason: string };
  /** `duties`: what became of those still owed, by their ids. */
  closed: { reason: string; duties?: Readonly<Record<string, 'done' | 'not-done'>> };
  /** `of`: the event put right; the other fields replace its own where it stands. */
  corrected: { of: string; [field: string]: unknown };
}

interface Common {
  readonly id: string;
  /** When it happened. */
  readonly at: Instant;
  /** When it was written down, if later. */
  readonly recorded?: Instant;
  readonly by: Author;
}

export type EventOf<T extends EventType> = Common & { readonly type: T } & Readonly<EventFields[T]>;
export type CaseEvent = { [T in EventType]: EventOf<T> }[EventType];
