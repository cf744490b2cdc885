import { exportRecord, policyHash } from '@escalation-kit/core/record';
import { chronologyHtml, chronologyText, deadlinesCalendar, eventsCsv } from '@escalation-kit/core/export';
import { caseOf, concernedIn, loadCase, type KeptCase } from '../case/store.ts';
import { termsOf } from '../case/terms.ts';
import type { Case } from '@escalation-kit/core/case';
import type { Queries } from '../database/database.ts';
import { mayRead, type Person } from '../people/person.ts';
import type { Services } from '../services.ts';

/** A case for somebody who may read it. */
export interface ReadCase {
  readonly kept: KeptCase;
  readonly kase: Case;
}

/**
 * A case by its reference, for somebody who may read it; that they did is noted.
 *
 * @param what which view of it, a word of ours
 * @returns null where it is not there, or not for them
 */
export async function readCase(
  services: Services,
  person: Person,
  reference: string,
  what: string,
): Promise<ReadCase | null> {
  const { database, now } = services;
  const kept = await loadCase(database, { reference });
  if (!kept || !mayRead(person, await concernedIn(database, kept.id))) return null;
  await database.rows('insert into intake.readings (case_id, person, what, at) values ($1, $2, $3, $4)', [
    kept.id,
    person.id,
    what,
    now(),
  ]);
  return { kept, kase: await openKept(services, database, kept) };
}

/** @throws Error where no edition of its policy is kept: what was taken always has one */
export async function openKept(
  { offer, now }: Pick<Services, 'offer' | 'now'>,
  queries: Queries,
  { record }: KeptCase,
): Promise<Case> {
  const terms = await termsOf(
    queries,
    offer,
    record.map(({ event }) => event),
  );
  if ('unknown' in terms) throw new Error(`a case is kept whose ${terms.unknown} is not`);
  return caseOf(record, terms, now());
}

/** The ways in which a case can be had, by how its address ends. */
export const VIEWS: Readonly<Record<string, { readonly type: string; readonly write: (kase: Case) => string }>> = {
  'record.json': {
    type: 'application/json',
    write: ({ record, policy }) =>
      JSON.stringify(
        exportRecord(record, { policy: { id: policy.id, version: policy.version, hash: policyHash(policy) } }),
      ),
  },
  'chronology.html': { type: 'text/html', write: chronologyHtml },
  'chronology.txt': { type: 'text/plain', write: chronologyText },
  'events.csv': { type: 'text/csv', write: (kase) => eventsCsv(kase, { bom: true }) },
  'deadlines.ics': { type: 'text/calendar', write: deadlinesCalendar },
};
