import { readFile } from 'node:fs/promises';
import { CALENDAR_IDS, loadCalendar, type Calendar } from '@escalation-kit/core/calendar';
import { checkPolicy } from '@escalation-kit/core/parse';
import type { Policy } from '@escalation-kit/core/policy';
import { policyHash } from '@escalation-kit/core/record';
import { isPolicyId, loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import { EDITIONS } from '@escalation-kit/policies/editions';
import { isPath } from '../settings/read-settings.ts';
import { SettingsError, type SettingsFault } from '../settings/settings-error.ts';

/** What cases can be opened under: the policies that are taken, with their earlier editions, and calendars. */
export interface Offer {
  /** The present edition of each. */
  readonly policies: ReadonlyMap<string, Policy>;
  /** Any edition of one that is taken, by its hash. */
  readonly edition: (hash: string) => Promise<Policy | null>;
  readonly calendars: ReadonlyMap<string, Calendar>;
}

/** @throws SettingsError for a policy that is not there, or has faults */
export async function loadOffer(names: readonly string[]): Promise<Offer> {
  const read = await Promise.all(names.map((name, i) => policyNamed(name, `policies.${i}`)));
  const faults = read.filter((each): each is SettingsFault => 'allowed' in each);
  if (faults.length > 0) throw new SettingsError(faults);
  return offerOf(read as Policy[]);
}

/** The same of policies that are read already. */
export async function offerOf(policies: readonly Policy[]): Promise<Offer> {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const byHash = new Map(policies.map((policy) => [policyHash(policy), policy]));
  const calendars = await Promise.all(CALENDAR_IDS.map(loadCalendar));
  return {
    policies: byId,
    calendars: new Map(calendars.map((calendar) => [calendar.id, calendar])),
    edition: async (hash) => {
      const earlier = EDITIONS.find((edition) => edition.hash === hash && byId.has(edition.id));
      return byHash.get(hash) ?? (await earlier?.load()) ?? null;
    },
  };
}

async function policyNamed(name: string, path: string): Promise<Policy | SettingsFault> {
  if (isPolicyId(name)) return loadPolicy(name);
  if (!isPath(name)) return { path, allowed: `one of ${POLICY_IDS.join(', ')}, or the path of a policy's file` };
  try {
    const { policy, faults } = checkPolicy(JSON.parse(await readFile(name, 'utf8')));
    if (policy) return policy;
    return { path, allowed: `a policy without faults: escalation-kit check finds ${faults.length} in it` };
  } catch {
    return { path, allowed: 'the path of a JSON file that can be read' };
  }
}
