import { readFileSync } from 'node:fs';
import { parsePolicy } from '@escalation-kit/core/parse';
import { policyHash } from '@escalation-kit/core/record';
import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import { EDITIONS, editionOf, loadEdition } from '@escalation-kit/policies/editions';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';

/** What went out in a release: rows are added, never changed or taken away, since records go by these hashes. */
const RELEASED = [
  'barnsley 00b6108029f433ecd134bcf7a32138270f5c6a31d2a5e84a463587b64f3f31b5',
  'bromley 8833763a0cf25d734cb616c81f07431c8c6ba73c61f6f7114e40d48d4c742e44',
  'coventry 315304f07d4e1be476024130ccbce304be516c62546b206f7ee38da62757d372',
  'greenwich b8f70c8410573ba0d0a7ab946f59004a26eb91473e969a7295b751b8e2e3a70c',
  'kent 6f1332700edd6394e6dc6c49eb8db0072e32e89e01811779789494e5404890cf',
];

const nameOf = ({ id, hash }: { id: string; hash: string }) => `${id} ${hash}`;

describe.each(EDITIONS.map((edition) => ({ ...edition, name: `${edition.id} ${edition.hash.slice(0, 8)}` })))(
  'the edition $name',
  ({ id, version, hash, taken }) => {
    it('is what its hash says, and still loads by it', async () => {
      const policy = await loadEdition(hash);
      expect(policyHash(policy)).toBe(hash);
      expect([policy.id, policy.version, policy.provenance.taken]).toEqual([id, version, taken]);
    });

    it('is still read', async () => {
      const policy = await loadEdition(hash);
      expect(parsePolicy(policy)).toEqual(policy);
    });
  },
);

it.each(POLICY_IDS)('the present policy of %s is its last edition', async (id) => {
  const last = EDITIONS.findLast((edition) => edition.id === id);
  const present = policyHash(await loadPolicy(id));
  const advice = 'a policy that was released goes to editions/ as it was, and the changed one gets a row in EDITIONS';
  expect(last?.hash, advice).toBe(present);
});

it('what was released stays listed', () => {
  expect(EDITIONS.map(nameOf)).toEqual(expect.arrayContaining(RELEASED));
});

it('no edition is listed twice', () => {
  expect(new Set(EDITIONS.map(({ hash }) => hash)).size).toBe(EDITIONS.length);
});

it('each file of an edition is listed, under the beginning of its hash', () => {
  const files = globSync('packages/policies/src/*/editions/*.json').sort();
  const hashes = files.map((file) => policyHash(JSON.parse(readFileSync(file, 'utf8')) as object));
  expect(files).toEqual(
    hashes.map((hash) => {
      const { id } = EDITIONS.find((edition) => edition.hash === hash)!;
      return `packages/policies/src/${id}/editions/${hash.slice(0, 8)}.json`;
    }),
  );
});

describe('the edition that a record names', () => {
  const [first] = EDITIONS;

  it('goes by id and hash', () => {
    for (const edition of EDITIONS) expect(editionOf(edition)).toBe(edition);
  });

  it('is the present one where an old record has no hash', () => {
    for (const id of POLICY_IDS) expect(editionOf({ id })).toBe(EDITIONS.findLast((edition) => edition.id === id));
  });

  it('is foreign for another id, another policy’s hash, and a hash that nobody has', () => {
    expect(editionOf({ id: 'elsewhere' })).toBe('foreign');
    expect(editionOf({ id: 'elsewhere', hash: first!.hash })).toBe('foreign');
    expect(editionOf({ id: 'kent', hash: first!.hash })).toBe('foreign');
    expect(editionOf({ id: first!.id, hash: '0'.repeat(64) })).toBe('foreign');
  });

  it('is not to be had by a hash that nobody has', async () => {
    await expect(loadEdition('0'.repeat(64))).rejects.toThrow(RangeError);
  });
});
