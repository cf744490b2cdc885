import { wholePolicy, type Resolve } from '@escalation-kit/core/parse';
import type { Place } from '../json-places.ts';
import type { PolicySource } from '../read-policy.ts';

/** Where something stands in a file, by its path there; `inherited` where it stands in what the file extends. */
export interface Origin extends Partial<Place> {
  readonly path: string;
  readonly inherited?: true;
}

/**
 * Says of a path in a policy where in its file it stands. A policy that extends another is judged as a whole, in which
 * the parts of its file stand at other places.
 */
export function originOf({ value, places }: PolicySource, resolve: Resolve): (path: string) => Origin {
  const placeOf = (path: string): Origin => ({ path, ...places?.of(path) });
  if (!isObject(value) || !('extends' in value)) return placeOf;
  const whole = wholePolicy(value, resolve).value;
  if (!isObject(whole)) return placeOf;
  return (path) => {
    const own = ownPath(path, value, whole);
    return own === null ? { path, inherited: true } : placeOf(own);
  };
}

type Keyed = Readonly<Record<string, unknown>>;

/** The path in the overlay's own file, or null for what it has from its base. */
function ownPath(path: string, overlay: Keyed, whole: Keyed): string | null {
  const [, key = '', index, rest = ''] = /^\$\.(\w+)(?:\[(\d+)\])?(.*)$/.exec(path) ?? [];
  if (!(key in overlay)) return key in whole ? null : path;
  if (key === 'clauses' && isObject(overlay.clauses)) {
    const clause = /^\["((?:[^"\\]|\\.)*)"\]/.exec(rest)?.[1] ?? /^\.(\w+)/.exec(rest)?.[1];
    return clause === undefined || clause in overlay.clauses ? path : null;
  }
  const [own, all] = [overlay[key], whole[key]];
  if (index === undefined || !Array.isArray(own) || !Array.isArray(all)) return path;
  const at = ownIndex(Number(index), own, all);
  return at < 0 ? null : `$.${key}[${at}]${rest}`;
}

/** Parts are known by their ids; statements, which have none, stand at the end. */
function ownIndex(index: number, own: readonly unknown[], all: readonly unknown[]): number {
  const part = all[index];
  return isObject(part) && 'id' in part
    ? own.findIndex((other) => isObject(other) && other.id === part.id)
    : index - (all.length - own.length);
}

function isObject(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
