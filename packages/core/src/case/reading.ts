import type { Side } from '../policy/vocabulary.ts';
import type { CaseEvent } from './events.ts';
import type { Meetable } from './meetable.ts';
import type { PlannedDuty } from './planned-duty.ts';
import type { CaseState, Departure, OwedDuty, Visit } from './state.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The state while a log is being read. */
type Writable = Mutable<
  Omit<
    CaseState,
    | 'facts'
    | 'visits'
    | 'bypassed'
    | 'duties'
    | 'done'
    | 'consulted'
    | 'consultations'
    | 'departures'
    | 'first'
    | 'unmet'
  >
> & {
  facts: Record<string, boolean>;
  readonly visits: Visit[];
  readonly bypassed: string[];
  readonly duties: OwedDuty[];
  readonly done: Set<string>;
  readonly consulted: Set<Side>;
  readonly consultations: string[];
  readonly departures: Departure[];
  readonly unmet: Set<string>;
  readonly first: Map<string, string>;
};

/** A log that is being read: what is known so far, and beside it what only replay needs. Nobody outside replay holds one. */
export interface Reading {
  readonly state: Writable;
  /** Duties owed once in a case that arose. */
  readonly arisen: Set<string>;
  /** Conditional duties whose trigger came while their condition did not hold: in the present stay, unless owed once. */
  waiting: { readonly duty: PlannedDuty; readonly trigger: OwedDuty['trigger'] }[];
  /** The duties that are owed or can be owed again: what is done, or was missed when its stage was left, cannot. */
  live: OwedDuty[];
  /** How many of them there are: the list may still hold some that are none any more. */
  standing: number;
  /** Whether there were so many of them that one was not taken on. */
  isCrowded: boolean;
  /** Those among them that may lapse when a stage is left. */
  leaving: OwedDuty[];
  /** Those that may lapse when the case is resolved. */
  ending: OwedDuty[];
  /** Those that the case's end gave rise to, which lapse when it is opened again. */
  concluding: OwedDuty[];
  /** Those that depend on a condition. */
  conditional: OwedDuty[];
  /** Those that lapsed with the case's end, and are asked for again when it is opened again. */
  dormant: OwedDuty[];
  /** The recurring ones among them. */
  recurring: OwedDuty[];
  /** Whether the fields of the event that is being read were found sound. */
  fieldsAreSound: boolean;
  /** The duties for finding those that can be met; null until an event looks for one, which few logs' do. */
  meetable: Meetable | null;
  /** The latest duty of each kind and owner. */
  readonly latest: Map<string, OwedDuty>;
  /** Duties that were given each id, to number those that come again. */
  readonly ids: Map<string, number>;
  /** How often the case was reopened: what resolving asks for is then asked again. */
  rounds: number;
}

/** A case of which nothing is known: none was opened. */
export function unopened(): CaseState {
  return nothing([]);
}

export function startReading(log: readonly CaseEvent[]): Reading {
  const state = nothing(log);
  return {
    state,
    arisen: new Set(),
    waiting: [],
    live: [],
    standing: 0,
    isCrowded: false,
    leaving: [],
    ending: [],
    concluding: [],
    conditional: [],
    dormant: [],
    recurring: [],
    fieldsAreSound: false,
    meetable: null,
    latest: new Map(),
    ids: new Map(),
    rounds: 0,
  };
}

function nothing(log: readonly CaseEvent[]): Writable {
  return {
    status: 'none',
    policy: null,
    calendar: null,
    opened: null,
    route: null,
    visits: [],
    bypassed: [],
    parties: null,
    child: { statuses: [] },
    causes: [],
    facts: {},
    priority: null,
    protectBy: null,
    duties: [],
    done: new Set(),
    consulted: new Set(),
    consultations: [],
    discussed: false,
    dissented: false,
    conferenceRequested: false,
    resolution: null,
    closing: null,
    departures: [],
    unmet: new Set(),
    first: new Map(),
    log,
    count: 0,
    last: null,
  };
}
