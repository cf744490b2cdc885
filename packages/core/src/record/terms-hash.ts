import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './sha256.ts';

/**
 * The hash by which a case names the policy it was opened under: SHA-256 of the policy's canonical JSON, so that
 * neither the order of keys nor white space in its file counts, nor where its file says that editors find help. Taken
 * once for each object.
 * @throws RecordError where the policy is not plain JSON
 */
export function policyHash(policy: object): string {
  return hashOnce(policy, () => ('$schema' in policy ? withoutSchema(policy) : policy));
}

/** The hash of a calendar's data. Taken once for each object. @throws RecordError where it is not plain JSON */
export function calendarHash({ data }: { readonly data: object }): string {
  return hashOnce(data, () => data);
}

/** Whether two policies are the same: not when they are one object, but when they say the same. */
export function isSamePolicy(one: object, other: object): boolean {
  return one === other || policyHash(one) === policyHash(other);
}

/** Whether two calendars are the same, by what they say. */
export function isSameCalendar(one: { readonly data: object }, other: { readonly data: object }): boolean {
  return one.data === other.data || calendarHash(one) === calendarHash(other);
}

const hashes = new WeakMap<object, string>();

function hashOnce(data: object, content: () => object): string {
  let hash = hashes.get(data);
  if (hash === undefined) {
    hash = sha256(canonicalJson(content()));
    hashes.set(data, hash);
  }
  return hash;
}

function withoutSchema({ $schema: _schema, ...policy }: { $schema: unknown }): object {
  return policy;
}
