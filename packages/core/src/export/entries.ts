import { parseInstant } from '../calendar/index.ts';
import { isObject, malformation, type Case, type CaseEvent, type CaseState } from '../case/index.ts';
import { indexOf, type EventType, type Policy } from '../policy/index.ts';
import { hashAt, type Verification } from '../record/index.ts';
import { ofPolicy, typed, type Text } from '../text/text.ts';
import { correctionsOf, type Correction } from './corrections.ts';
import { answer, detailsOf, fieldDetail, type Detail } from './details.ts';
import { momentOf, type LocalMoment } from './moments.ts';

/** One entry of a record as people read it. */
export interface ChronologyEntry {
  /** From 1, in the order of the record. */
  readonly number: number;
  readonly id: string;
  readonly hash: string;
  /** Null where the event cannot be read. */
  readonly type: EventType | null;
  readonly title: Text;
  readonly happened: LocalMoment | null;
  /** Where it was written down at another time. */
  readonly recorded: LocalMoment | null;
  /** It was written down after it happened. */
  readonly isLate: boolean;
  readonly by: Author | null;
  /** Where the case stood once it had happened. */
  readonly stage: Text | null;
  readonly details: readonly Detail[];
  /** The number of the entry that this one puts right. */
  readonly corrects: number | null;
  readonly correctedBy: readonly number[];
  /** What is wrong with its place in the chain. */
  readonly faults: readonly Text[];
  /** What in it departs from the policy, or cannot be read. */
  readonly warnings: readonly Text[];
}

export interface Author {
  readonly side: Text;
  readonly role: string;
  readonly name: string;
}

/**
 * Every entry of a case's record, in its order, in time that grows with their number. They are made one at a time: a
 * record may be long, and whoever writes it out needs none of them twice.
 */
export function* entriesOf(told: Case, verification: Verification): Generator<ChronologyEntry> {
  const { policy, record, log: events, state } = told;
  const corrections = correctionsOf(events);
  const correctedBy = new Map<number, number[]>();
  for (const [place, { target }] of corrections) {
    if (target !== null) push(correctedBy, target, place + 1);
  }
  const faults = faultsOf(verification);
  const departures = departuresOf(state);
  let visit = -1;
  for (let place = 0; place < events.length; place++) {
    const event = events[place]!;
    if (isNextVisit(state.visits[visit + 1], event)) visit++;
    const fault = malformation(event);
    const shown = fault
      ? unreadable(policy, event, fault)
      : readable(policy, event, corrections.get(place), departures.get(event.id));
    // With the first of an id that stands many times in a log, and not with each.
    if (!fault) departures.delete(event.id);
    shown.number = place + 1;
    shown.hash = hashAt(record, place);
    shown.stage = stageText(policy, state.visits[visit]?.stage ?? null);
    shown.correctedBy = correctedBy.get(place) ?? NONE;
    shown.faults = faults.get(place) ?? NONE;
    yield shown;
  }
}

const NONE: readonly never[] = [];

/** The label of a stage; the bare id where the policy has no such stage. */
export function stageText(policy: Policy, id: string | null): Text | null {
  if (id === null) return null;
  const label = indexOf(policy).stages.get(id)?.label;
  return label === undefined ? typed(id) : ofPolicy(label);
}

/** Which entry this one puts right, and which put it right. */
export function linksOf({ corrects, correctedBy }: ChronologyEntry): Text[] {
  const links: Text[] = [];
  if (corrects !== null) links.push({ key: 'export.corrects', values: { number: corrects } });
  const numbers = correctedBy.join(', ');
  if (numbers !== '') links.push({ key: 'export.corrected-by', values: { numbers } });
  return links;
}

/** An entry before its place in the record is put in. */
type Draft = { -readonly [K in keyof ChronologyEntry]: ChronologyEntry[K] };

function readable(
  policy: Policy,
  event: CaseEvent,
  correction: Correction | undefined,
  warnings: readonly Text[] = NONE,
): Draft {
  const { id, type, at, recorded, by } = event;
  const isElsewhen = recorded !== undefined && parseInstant(recorded) !== parseInstant(at);
  return {
    number: 0,
    id: id ?? '',
    hash: '',
    type,
    title: { key: `export.event.${type}` },
    happened: momentOf(at, policy.timeZone),
    recorded: isElsewhen ? momentOf(recorded, policy.timeZone) : null,
    isLate: isElsewhen && parseInstant(recorded) > parseInstant(at),
    by: by ? { side: { key: `export.side.${by.side}` }, role: by.role ?? '', name: by.name ?? '' } : null,
    stage: null,
    details: correction ? correctedDetails(policy, event, correction) : detailsOf(policy, event),
    corrects: correction && correction.target !== null ? correction.target + 1 : null,
    correctedBy: NONE,
    faults: NONE,
    warnings,
  };
}

function correctedDetails(policy: Policy, event: CaseEvent, { target, type, replaced }: Correction): Detail[] {
  const details = replaced.map(({ field, now, before }): Detail => {
    const detail = fieldDetail(policy, type, field, now);
    const was = fieldDetail(policy, type, field, before).says;
    return target === null ? detail : { ...detail, before: was.length > 0 ? was : [{ key: 'export.nothing-before' }] };
  });
  if (target !== null) return details;
  const id = typed(String((event as { of?: unknown }).of));
  return [{ label: { key: 'export.field.of' }, says: [id, { key: 'export.corrects-nothing' }] }, ...details];
}

/** What cannot be read is shown as it stands. */
function unreadable(policy: Policy, event: unknown, { field, allowed }: { field: string; allowed: string }): Draft {
  const { id, at } = isObject(event) ? event : { id: undefined, at: undefined };
  return {
    number: 0,
    id: typeof id === 'string' ? id : '',
    hash: '',
    type: null,
    title: { key: 'export.event.unreadable' },
    happened: momentOf(at, policy.timeZone),
    recorded: null,
    isLate: false,
    by: null,
    stage: null,
    details: event === null ? [] : [{ label: { key: 'export.field.raw' }, says: answer(event) }],
    corrects: null,
    correctedBy: NONE,
    faults: NONE,
    warnings: [{ key: 'warning.malformed', values: { field, allowed } }],
  };
}

function faultsOf(verification: Verification): Map<number, Text[]> {
  const faults = new Map<number, Text[]>();
  if (verification.sound) return faults;
  for (const { index, kind } of verification.faults) push(faults, index, { key: `export.fault.${kind}` });
  return faults;
}

function departuresOf(state: CaseState): Map<string, Text[]> {
  const departures = new Map<string, Text[]>();
  for (const { kind, event, words } of state.departures) {
    if (kind !== 'malformed-event') push(departures, event, words);
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
