import type { Case, CaseEvent } from '@escalation-kit/core/case';
import type { CaseRecord } from '@escalation-kit/core/record';
import { addEntries, caseOf, concernedIn, type KeptCase } from '../case/store.ts';
import type { Queries } from '../database/database.ts';
import type { Person } from '../people/person.ts';
import type { Services } from '../services.ts';
import { doneByService } from './by-service.ts';
import { linkTo } from './link.ts';
import { post } from './outbox.ts';
import { serviceDuties } from './told.ts';

/**
 * Does what the policy lets a service do in a case: what is to be told goes to the outbox, in the same transaction.
 *
 * @returns the case with what the service wrote in it
 */
export async function tellNow(
  services: Services,
  queries: Queries,
  kept: Pick<KeptCase, 'id' | 'reference'>,
  kase: Case,
  recorder: Person,
): Promise<Case> {
  const { directory, say, tries, now } = services;
  const concerned = await concernedIn(queries, kept.id);
  const around = {
    policy: kase.policy,
    state: kase.state,
    concerned,
    directory,
    recorder: recorder.email ?? null,
    originator: concerned.originator,
  };
  let standing = kase;
  for (const { owed, clause, recipients, subject, body } of serviceDuties(
    kase,
    around,
    kept.reference,
    linkTo(services, kept),
    say,
  )) {
    if (recipients.length === 0)
      standing = await addDone(services, queries, kept, standing, { owed: owed.id, clause, note: kept.reference });
    for (const { name, email } of recipients) {
      const cause = `told ${kept.id} ${owed.id} ${email ?? name}`;
      const message = {
        caseId: kept.id,
        kind: 'told',
        cause,
        duty: owed.id,
        clause,
        addressee: name,
        email,
        subject,
        body,
      } as const;
      await post(queries, message, { now: now(), tries });
    }
  }
  return standing;
}

/** Adds the entry of the service that a duty is done, where the case still asks for it. How it stands is kept by who asks. */
export async function addDone(
  { now }: Services,
  queries: Queries,
  { id }: Pick<KeptCase, 'id'>,
  kase: Case,
  { owed, clause, note }: { owed: string; clause: string; note: string },
): Promise<Case> {
  const record: CaseRecord<CaseEvent> | null = doneByService(kase, owed, clause, note);
  if (!record) return kase;
  await addEntries(queries, id, record, kase.record.length, now());
  return caseOf(record, kase, now());
}
