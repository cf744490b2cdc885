import { correctedFields, isObject, type CaseEvent } from '../case/index.ts';
import { EVENT_TYPES, type EventType } from '../policy/index.ts';

/** What one correction put right. Places are those of the log, from 0. */
export interface Correction {
  /** The place of the entry it corrects; null where there is none of that id. */
  readonly target: number | null;
  /** The type of event whose fields these are: the target's, or of what the target itself corrects. */
  readonly type: EventType;
  readonly replaced: readonly Replaced[];
}

export interface Replaced {
  readonly field: string;
  readonly now: unknown;
  /** As it stood until then, earlier corrections included; undefined where nothing did. */
  readonly before: unknown;
}

/**
 * What each correction of a log replaced, by its place. A log keeps both, what was written first and what put it right,
 * and so does whatever is made from it.
 */
export function correctionsOf(log: readonly CaseEvent[]): ReadonlyMap<number, Correction> {
  const corrections = new Map<number, Correction>();
  if (!log.some(isCorrection)) return corrections;
  const places = placesOf(log);
  const setters: Setters = new Map();
  for (let place = 0; place < log.length; place++) {
    const event = log[place]!;
    if (!isCorrection(event)) continue;
    const target = places.get(event.of) ?? null;
    const replaced: Replaced[] = [];
    for (const [field, now] of Object.entries(correctedFields(event))) {
      if (field === 'id' || field === 'type') continue;
      replaced.push({ field, now, before: target === null ? undefined : valueAt(log, setters, target, field) });
    }
    if (target !== null) note(setters, target, replaced, place);
    corrections.set(place, { target, type: typeOf(log, corrections, target), replaced });
  }
  return corrections;
}

/** Which correction put a field of an entry right last: by the entry's place, then by field. */
type Setters = Map<number, Map<string, number>>;

function note(setters: Setters, target: number, replaced: readonly Replaced[], by: number): void {
  const fields = setters.get(target) ?? new Map<string, number>();
  for (const { field } of replaced) fields.set(field, by);
  setters.set(target, fields);
}

/** What a field says by now: as its last correction says it, and that one's own corrections. */
function valueAt(log: readonly CaseEvent[], setters: Setters, place: number, field: string): unknown {
  let at = place;
  for (;;) {
    const setter = setters.get(at)?.get(field);
    // A correction that stands before what it corrects could lead round in a circle.
    if (setter === undefined || setter <= at) break;
    at = setter;
  }
  const event = log[at] as unknown as Readonly<Record<string, unknown>>;
  const fields = isCorrection(log[at]) ? correctedFields(event) : event;
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

function typeOf(
  log: readonly CaseEvent[],
  corrections: ReadonlyMap<number, Correction>,
  target: number | null,
): EventType {
  if (target === null) return 'corrected';
  const { type } = log[target]!;
  return corrections.get(target)?.type ?? (EVENT_TYPES.includes(type) ? type : 'corrected');
}

function placesOf(log: readonly CaseEvent[]): Map<unknown, number> {
  const places = new Map<unknown, number>();
  for (let place = 0; place < log.length; place++) {
    const event: unknown = log[place];
    const id = isObject(event) ? event.id : undefined;
    if (typeof id === 'string' && !places.has(id)) places.set(id, place);
  }
  return places;
}

function isCorrection(event: unknown): event is Extract<CaseEvent, { type: 'corrected' }> {
  return isObject(event) && event.type === 'corrected' && typeof event.of === 'string';
}
