import { parseInstant } from '../calendar/index.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import { isObject, malformation } from '../case/index.ts';
import { indexOf, type EventType, type Policy } from '../policy/index.ts';
import type { CaseRecord, Verification } from '../record/index.ts';
import { correctionsOf, type Correction } from './corrections.ts';
import { answer, detailsOf, fieldDetail, type Detail } from './details.ts';
import { momentOf, type LocalMoment } from './moments.ts';
import { hashAt } from './source.ts';
import { ofPolicy, spoken, typed, type Voice, type Words } from './words.ts';

/** One entry of a record as people read it. */
export interface ChronologyEntry {
  /** From 1, in the order of the record. */
  readonly number: number;
  readonly id: string;
  readonly hash: string;
  /** Null where the event cannot be read. */
  readonly type: EventType | null;
  readonly title: Words;
  readonly happened: LocalMoment | null;
  /** Where it was written down at another time. */
  readonly recorded: LocalMoment | null;
  /** It was written down after it happened. */
  readonly isLate: boolean;
  readonly by: Author | null;
  /** Where the case stood once it had happened. */
  readonly stage: Words | null;
  readonly details: readonly Detail[];
  /** The number of the entry that this one puts right. */
  readonly corrects: number | null;
  readonly correctedBy: readonly number[];
  /** What is wrong with its place in the chain. */
  readonly faults: readonly Words[];
  /** What in it departs from the policy, or cannot be read. */
  readonly warnings: readonly Words[];
}

export interface Author {
  readonly side: string;
  readonly role: string;
  readonly name: string;
}

/**
 * Every entry of a record, in its order, in time that grows with their number. They are made one at a time: a record may
 * be long, and whoever writes it out needs none of them twice.
 *
 * @param events the record's, as `eventsOf` gives them
 * @param state what `replay` makes of them
 */
export function* entriesOf(
  policy: Policy,
  record: CaseRecord<CaseEvent>,
  events: readonly CaseEvent[],
  state: CaseState,
  verification: Verification,
  voice: Voice,
): Generator<ChronologyEntry> {
  const corrections = correctionsOf(events);
  const correctedBy = new Map<number, number[]>();
  for (const [place, { target }] of corrections) {
    if (target !== null) push(correctedBy, target, place + 1);
  }
  const faults = faultsOf(verification, voice);
  const departures = departuresOf(state, voice);
  let visit = -1;
  for (let place = 0; place < events.length; place++) {
    const event = events[place]!;
    if (isNextVisit(state.visits[visit + 1], event)) visit++;
    const fault = malformation(event);
    const shown = fault
      ? unreadable(policy, event, fault, voice)
      : readable(policy, event, corrections.get(place), departures.get(event.id), voice);
    // With the first of an id that stands many times in a log, and not with each.
    if (!fault) departures.delete(event.id);
    shown.number = place + 1;
    shown.hash = hashAt(record, place);
    shown.stage = stageWords(policy, state.visits[visit]?.stage);
    shown.correctedBy = correctedBy.get(place) ?? NONE;
    shown.faults = faults.get(place) ?? NONE;
    yield shown;
  }
}

const NONE: readonly never[] = [];

/** The label of a stage; the bare id where the policy has no such stage. */
export function stageWords(policy: Policy, id: string | undefined): Words | null {
  if (id === undefined) return null;
  const label = indexOf(policy).stages.get(id)?.label;
  return label === undefined ? typed(id) : ofPolicy(label);
}

/** An entry before its place in the record is put in. */
type Draft = { -readonly [K in keyof ChronologyEntry]: ChronologyEntry[K] };

function readable(
  policy: Policy,
  event: CaseEvent,
  correction: Correction | undefined,
  warnings: readonly Words[] = NONE,
  voice: Voice,
): Draft {
  const { id, type, at, recorded, by } = event;
  const isElsewhen = recorded !== undefined && parseInstant(recorded) !== parseInstant(at);
  return {
    number: 0,
    id: id ?? '',
    hash: '',
    type,
    title: voice.kit(`export.event.${type}`),
    happened: momentOf(at, policy.timeZone),
    recorded: isElsewhen ? momentOf(recorded, policy.timeZone) : null,
    isLate: isElsewhen && parseInstant(recorded) > parseInstant(at),
    by: by ? { side: voice.say(`export.side.${by.side}`), role: by.role ?? '', name: by.name ?? '' } : null,
    stage: null,
    details: correction ? correctedDetails(policy, event, correction, voice) : detailsOf(policy, event, voice),
    corrects: correction && correction.target !== null ? correction.target + 1 : null,
    correctedBy: NONE,
    faults: NONE,
    warnings,
  };
}

function correctedDetails(
  policy: Policy,
  event: CaseEvent,
  { target, type, replaced }: Correction,
  voice: Voice,
): Detail[] {
  const details = replaced.map(({ field, now, before }) => {
    const detail = fieldDetail(policy, type, field, now, voice);
    const was = fieldDetail(policy, type, field, before, voice).says;
    return target === null
      ? detail
      : { ...detail, before: was.length > 0 ? was : [voice.kit('export.nothing-before')] };
  });
  if (target !== null) return details;
  const id = typed(String((event as { of?: unknown }).of));
  return [{ label: voice.say('export.field.of'), says: [id, voice.kit('export.corrects-nothing')] }, ...details];
}

/** What cannot be read is shown as it stands. */
function unreadable(
  policy: Policy,
  event: unknown,
  { field, allowed }: { field: string; allowed: string },
  voice: Voice,
): Draft {
  const { id, at } = isObject(event) ? event : { id: undefined, at: undefined };
  return {
    number: 0,
    id: typeof id === 'string' ? id : '',
    hash: '',
    type: null,
    title: voice.kit('export.event.unreadable'),
    happened: momentOf(at, policy.timeZone),
    recorded: null,
    isLate: false,
    by: null,
    stage: null,
    details: event === null ? [] : [{ label: voice.say('export.field.raw'), says: answer(event) }],
    corrects: null,
    correctedBy: NONE,
    faults: NONE,
    warnings: [voice.kit('warning.malformed', { field, allowed })],
  };
}

function faultsOf(verification: Verification, voice: Voice): Map<number, Words[]> {
  const faults = new Map<number, Words[]>();
  if (verification.sound) return faults;
  for (const { index, kind } of verification.faults) push(faults, index, voice.kit(`export.fault.${kind}`));
  return faults;
}

function departuresOf(state: CaseState, voice: Voice): Map<string, Words[]> {
  const departures = new Map<string, Words[]>();
  for (const { kind, event, words } of state.departures) {
    if (kind !== 'malformed-event') push(departures, event, spoken(words, voice));
  }
  return departures;
}

function isNextVisit(visit: CaseState['visits'][number] | undefined, event: CaseEvent | null): boolean {
  return visit !== undefined && isObject(event) && visit.event === event.id && visit.at === event.at;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
