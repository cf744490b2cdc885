import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './sha256.ts';

/**
 * The hash by which a case names the policy it was opened under: SHA-256 of the policy's canonical JSON, so that
 * neither the order of keys nor white space in its file counts, nor where its file says that editors find help.
 * @throws RecordError where the policy is not plain JSON
 */
export function policyHash(policy: object): string {
  return sha256(canonicalJson('$schema' in policy ? withoutSchema(policy) : policy));
}

function withoutSchema({ $schema: _schema, ...policy }: { $schema: unknown }): object {
  return policy;
}
