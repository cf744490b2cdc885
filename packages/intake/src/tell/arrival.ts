import { indexOf } from '@escalation-kit/core/policy';
import type { Case } from '@escalation-kit/core/case';
import type { KeptCase } from '../case/store.ts';
import { concernedIn } from '../case/store.ts';
import type { Queries } from '../database/database.ts';
import type { Services } from '../services.ts';
import { onSide } from './addressees.ts';
import { post } from './outbox.ts';
import { linkTo } from './link.ts';

/**
 * Tells the agency that a case is raised with that it is there, where nothing that the policy has told goes to it
 * already: four of the five policies leave that to people, and nobody answers what they have not heard of.
 */
export async function tellArrival(
  services: Services,
  queries: Queries,
  kept: Pick<KeptCase, 'id' | 'reference'>,
  { policy, assessment }: Case,
): Promise<void> {
  const { directory, say, now, tries } = services;
  const concerned = await concernedIn(queries, kept.id);
  const sql = 'select email from intake.messages where case_id = $1';
  const told = new Set((await queries.rows<{ email: string | null }>(sql, [kept.id])).map(({ email }) => email));
  const stage = indexOf(policy).stages.get(assessment.stage ?? '')?.label ?? '–';
  const values = { reference: kept.reference, policy: policy.title, stage };
  const subject = say({ key: 'intake.arrived.subject', values });
  const lines = [
    say({ key: 'intake.arrived.body', values }),
    '',
    say({ key: 'intake.told.reference', values }),
    say({ key: 'intake.told.link', values: { link: linkTo(services, kept) } }),
  ];
  const recipients = onSide('receiving', undefined, { directory, concerned }, say({ key: 'intake.arrived.nobody' }));
  for (const { name, email } of recipients) {
    if (told.has(email)) continue;
    const message = {
      caseId: kept.id,
      kind: 'told',
      cause: `arrived ${kept.id} ${email ?? name}`,
      addressee: name,
      email,
      subject,
      body: `${lines.join('\n')}\n`,
    } as const;
    await post(queries, message, { now: now(), tries });
  }
}
