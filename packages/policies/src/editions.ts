import type { Policy } from '@escalation-kit/core/policy';
import { loadPolicy, type PolicyId } from './index.ts';

/** A bundled policy as its hash fixes it. A record is read under the edition that it was opened under. */
export interface Edition {
  readonly id: PolicyId;
  readonly version: string;
  /** As `policyHash` takes it, and as a case names it when it is opened. */
  readonly hash: string;
  /** The day on which the data was taken from its source. */
  readonly taken: string;
  /** Fetches it; each is a file of its own. */
  readonly load: () => Promise<Policy>;
}

/** What a case says of the policy that it was opened under. */
export interface EditionRef {
  readonly id: string;
  readonly hash?: string | undefined;
}

/**
 * Every edition that was released, the oldest first; the last of each policy is the present one.
 *
 * What was released stays as it is, since records go by it: where a policy changes, its file goes to `editions/`, under
 * the first eight digits of its hash, and the new one gets a row of its own.
 */
export const EDITIONS: readonly Edition[] = [
  {
    id: 'barnsley',
    version: 'V5',
    hash: '00b6108029f433ecd134bcf7a32138270f5c6a31d2a5e84a463587b64f3f31b5',
    taken: '2026-11-21',
    load: () => policyIn(import('./barnsley/editions/00b61080.json')),
  },
  {
    id: 'barnsley',
    version: 'V5',
    hash: '389fa924a1a1a926c36ed0fbbfe278dc159e4857cc3f417211e6b5cc79891fe5',
    taken: '2026-11-30',
    load: () => loadPolicy('barnsley'),
  },
  {
    id: 'bromley',
    version: '1.5',
    hash: '8833763a0cf25d734cb616c81f07431c8c6ba73c61f6f7114e40d48d4c742e44',
    taken: '2026-11-21',
    load: () => policyIn(import('./bromley/editions/8833763a.json')),
  },
  {
    id: 'bromley',
    version: '1.5',
    hash: '23188fad1b480f8cca3d2b06f75a4230853be7e6bb8c3d011b3a76feae41356f',
    taken: '2026-11-30',
    load: () => loadPolicy('bromley'),
  },
  {
    id: 'coventry',
    version: 'September 2019',
    hash: '315304f07d4e1be476024130ccbce304be516c62546b206f7ee38da62757d372',
    taken: '2026-11-21',
    load: () => policyIn(import('./coventry/editions/315304f0.json')),
  },
  {
    id: 'coventry',
    version: 'September 2019',
    hash: '5de49218da45f92dd303a415680bc7d8a80995a83ebebf4ae239a9c803e04ad8',
    taken: '2026-11-30',
    load: () => loadPolicy('coventry'),
  },
  {
    id: 'greenwich',
    version: 'undated',
    hash: 'b8f70c8410573ba0d0a7ab946f59004a26eb91473e969a7295b751b8e2e3a70c',
    taken: '2026-11-21',
    load: () => policyIn(import('./greenwich/editions/b8f70c84.json')),
  },
  {
    id: 'greenwich',
    version: 'undated',
    hash: '7105ab65c380d816280054caa4c86cb6ef838cf322dbf94d7c615fc36f6931d8',
    taken: '2026-11-30',
    load: () => loadPolicy('greenwich'),
  },
  {
    id: 'kent',
    version: 'undated',
    hash: '6f1332700edd6394e6dc6c49eb8db0072e32e89e01811779789494e5404890cf',
    taken: '2026-11-21',
    load: () => policyIn(import('./kent/editions/6f133270.json')),
  },
  {
    id: 'kent',
    version: 'undated',
    hash: 'ea57fed5ffe338dcf96d577135976848b25eb98692943f3b0212a81fa6e731c5',
    taken: '2026-11-30',
    load: () => loadPolicy('kent'),
  },
];

/**
 * Which edition a case was opened under. Records older than the hash go by the id alone, as the present edition.
 *
 * @returns 'foreign' for a policy that is not bundled, and for a hash that no edition of it has
 */
export function editionOf({ id, hash }: EditionRef): Edition | 'foreign' {
  return EDITIONS.findLast((edition) => edition.id === id && (hash ?? edition.hash) === edition.hash) ?? 'foreign';
}

/** The policy of a released edition. @throws RangeError for a hash that no edition has */
export async function loadEdition(hash: string): Promise<Policy> {
  const edition = EDITIONS.find((each) => each.hash === hash);
  if (!edition) throw new RangeError(`no edition of a bundled policy has the hash ${hash}`);
  return edition.load();
}

async function policyIn(file: Promise<{ default: unknown }>): Promise<Policy> {
  return (await file).default as Policy;
}
