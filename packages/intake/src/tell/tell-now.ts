import type { Case } from '@escalation-kit/core/case';
import type { CaseRecord } from '@escalation-kit/core/record';
import { addEntries, caseOf, concernedIn, keepDerived, type KeptCase } from '../case/store.ts';
import type { Queries } from '../database/database.ts';
import type { Person } from '../people/person.ts';
import type { Services } from '../services.ts';
import { doneByService } from './by-service.ts';
import { post } from './outbox.ts';
import { serviceDuties } from './told.ts';

/** Does what the policy lets a service do in a case: what is to be told goes to the outbox, in the same transaction. */
export async function tellNow(
  services: Services,
  queries: Queries,
  kept: Pick<KeptCase, 'id' | 'reference'>,
  kase: Case,
  recorder: Person,
): Promise<void> {
  const { directory, say, tries, now } = services;
  const concerned = await concernedIn(queries, kept.id);
  const around = {
    policy: kase.policy,
    state: kase.state,
    concerned,
    directory,
    recorder: recorder.email ?? null,
    originator: await originatorOf(queries, kept.id),
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
}

/** Adds the entry of the service that a duty is done, where the case still asks for it. */
export async function addDone(
  { now, morning, directory }: Services,
  queries: Queries,
  kept: Pick<KeptCase, 'id' | 'reference'>,
  kase: Case,
  { owed, clause, note }: { owed: string; clause: string; note: string },
): Promise<Case> {
  const record: CaseRecord<Case['log'][number]> | null = doneByService(kase, owed, clause, note);
  if (!record) return kase;
  await addEntries(queries, kept.id, record, kase.record.length, now());
  const after = caseOf(record, kase, now());
  const isAgency = (agency: string) => directory.agency(agency) !== undefined;
  await keepDerived(queries, kept, after, { now: now(), morning, isAgency });
  return after;
}

export function linkTo({ origin }: Services, { reference }: Pick<KeptCase, 'reference'>): string {
  return `${origin}/cases/${reference}`;
}

async function originatorOf(queries: Queries, id: string): Promise<string | null> {
  const sql = 'select email from intake.recorders where case_id = $1 order by since limit 1';
  const [row] = await queries.rows<{ email: string | null }>(sql, [id]);
  return row?.email ?? null;
}
