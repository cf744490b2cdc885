import type { CaseEvent } from './events.ts';
import { isObject } from './fields.ts';
import { correctedFields } from './rules.ts';

/**
 * The log with each correction applied where its target stands. A later correction of the same field wins; a
 * correction can itself be corrected. The corrections stay in the log as events that say no more.
 */
export function withCorrections(log: readonly CaseEvent[]): readonly CaseEvent[] {
  if (!log.some((event) => isCorrection(event))) return log;
  const patches = new Map<string, Record<string, unknown>>();
  for (let i = log.length - 1; i >= 0; i--) {
    const event = log[i];
    if (!isCorrection(event)) continue;
    const own = { ...correctedFields(event), ...patches.get(event.id) };
    const { of, ...fields } = { of: event.of, ...own } as { of: unknown } & Record<string, unknown>;
    if (typeof of === 'string') patches.set(of, { ...fields, ...patches.get(of) });
  }
  return log.map((event) => {
    const patch = isObject(event) ? patches.get(event.id) : undefined;
    return patch && event.type !== 'corrected'
      ? ({ ...event, ...patch, id: event.id, type: event.type } as CaseEvent)
      : event;
  });
}

function isCorrection(event: unknown): event is Extract<CaseEvent, { type: 'corrected' }> {
  return isObject(event) && event.type === 'corrected' && typeof event.of === 'string';
}
