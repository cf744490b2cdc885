import type { Side } from '../policy/vocabulary.ts';
import type { CaseEvent } from './events.ts';
import { noMeetable, type Meetable } from './meetable.ts';
import type { CaseState, Departure, OwedDuty, Visit } from './state.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The state while a log is being read. Nobody outside replay holds one. */
export interface Draft extends Mutable<
  Omit<
    CaseState,
    'facts' | 'visits' | 'bypassed' | 'duties' | 'done' | 'consulted' | 'consultations' | 'departures' | 'first'
  >
> {
  facts: Record<string, boolean>;
  readonly visits: Visit[];
  readonly bypassed: string[];
  readonly duties: OwedDuty[];
  readonly done: Set<string>;
  readonly consulted: Set<Side>;
  readonly consultations: string[];
  readonly departures: Departure[];
  readonly first: Map<string, string>;
  /** Duties owed once in a case that arose. */
  readonly arisen: Set<string>;
  /** Conditional duties whose trigger came in the present stay while their condition did not hold. */
  waiting: { readonly duty: string; readonly trigger: OwedDuty['trigger'] }[];
  /** The duties that are owed or can be owed again: what is done, or was missed when its stage was left, cannot. */
  live: OwedDuty[];
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
  readonly meetable: Meetable;
  /** The latest duty of each kind and owner. */
  readonly latest: Map<string, OwedDuty>;
  /** Duties that were given each id, to number those that come again. */
  readonly ids: Map<string, number>;
  /** How often the case was reopened: what resolving asks for is then asked again. */
  rounds: number;
}

export function emptyState(log: readonly CaseEvent[] = []): Draft {
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
    departures: [],
    first: new Map(),
    log,
    count: 0,
    last: null,
    arisen: new Set(),
    waiting: [],
    live: [],
    isCrowded: false,
    leaving: [],
    ending: [],
    concluding: [],
    conditional: [],
    dormant: [],
    meetable: noMeetable(),
    recurring: [],
    latest: new Map(),
    ids: new Map(),
    rounds: 0,
  };
}
