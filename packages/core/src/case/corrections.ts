import type { CaseEvent } from './events.ts';
import { isObject, isSoundField, isWrongField } from './fields.ts';
import { correctedFields } from './rules.ts';

/**
 * The log with each correction applied where its target stands. A later correction of the same field wins; a
 * correction can itself be corrected. The corrections stay in the log as events that say no more.
 *
 * A field that the target's type has and that is not right for it is left as it was: a slip in a correction does not
 * take what it corrects out of the case.
 */
export function withCorrections(log: readonly CaseEvent[]): readonly CaseEvent[] {
  if (!log.some(isCorrection)) return log;
  const patches = new Map<string, Patch>();
  for (let i = log.length - 1; i >= 0; i--) {
    const event = log[i];
    if (!isCorrection(event)) continue;
    const patch = patches.get(event.id) ?? new Map<string, unknown>();
    patches.delete(event.id);
    const moved = patch.get('of');
    const of = isSoundField('corrected', 'of', moved) ? (moved as string) : event.of;
    patch.delete('of');
    add(patch, Object.entries(correctedFields(event)));
    patches.set(of, merged(patches.get(of), patch));
  }
  return log.map((event) => {
    const patch = isObject(event) && event.type !== 'corrected' ? patches.get(event.id) : undefined;
    return patch ? patched(event, patch) : event;
  });
}

type Patch = Map<string, unknown>;

/** The log is gone through backwards: what stands already comes from later, and wins. */
function add(patch: Patch, fields: Iterable<readonly [string, unknown]>): void {
  for (const [field, value] of fields) if (!patch.has(field)) patch.set(field, value);
}

/** The smaller goes into the larger, so that a long chain of corrections is not copied again and again. */
function merged(later: Patch | undefined, earlier: Patch): Patch {
  if (!later) return earlier;
  if (later.size >= earlier.size) {
    add(later, earlier);
    return later;
  }
  for (const [field, value] of later) earlier.set(field, value);
  return earlier;
}

function patched(event: CaseEvent, patch: Patch): CaseEvent {
  const fields: Record<string, unknown> = { ...event };
  for (const [field, value] of patch) {
    const isFixed = field === 'id' || field === 'type' || field === 'case' || field === '__proto__';
    if (!isFixed && !isWrongField(event.type, field, value)) fields[field] = value;
  }
  return fields as unknown as CaseEvent;
}

function isCorrection(event: CaseEvent | null | undefined): event is Extract<CaseEvent, { type: 'corrected' }> {
  // The type first: it is asked of every event, and hardly any is one.
  return event?.type === 'corrected' && typeof event.of === 'string';
}
