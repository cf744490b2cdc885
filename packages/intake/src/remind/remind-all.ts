import { createHash } from 'node:crypto';
import type { Case } from '@escalation-kit/core/case';
import { indexOf } from '@escalation-kit/core/policy';
import { concernedIn, loadCase, type KeptCase } from '../case/store.ts';
import type { Queries } from '../database/database.ts';
import type { Services } from '../services.ts';
import { openKept } from '../show/one-case.ts';
import { onSide } from '../tell/addressees.ts';
import { post } from '../tell/outbox.ts';
import { linkTo } from '../tell/tell-now.ts';
import { remindersOf, type Reminder } from './due.ts';
import { isMorning, nextLook, nextMorning } from './mornings.ts';

/**
 * Looks at every case whose time to be looked at has come, and at no other; then puts what there is to remind each
 * person of into one message. Several processes may do it at once.
 */
export async function remindAll(services: Services): Promise<void> {
  let looked = 0;
  for (;;) {
    const batch = await services.database.transaction((queries) => lookAtBatch(services, queries));
    looked += batch;
    if (batch < BATCH) break;
  }
  const sent = await services.database.transaction((queries) => postDigests(services, queries));
  services.log.info('looked at what is due', { cases: looked, messages: sent });
}

const BATCH = 100;

async function lookAtBatch(services: Services, queries: Queries): Promise<number> {
  const sql = `select case_id from intake.standing where look_at <= $1 order by look_at, case_id limit ${BATCH} for update skip locked`;
  const due = await queries.rows<{ case_id: string }>(sql, [services.now()]);
  for (const { case_id } of due) await lookAt(services, queries, case_id);
  return due.length;
}

async function lookAt(services: Services, queries: Queries, id: string): Promise<void> {
  const kept = await loadCase(queries, { id });
  if (!kept) return;
  const kase = await openKept(services, queries, kept);
  const { morning } = services;
  const isTime = isMorning(kase, morning);
  if (isTime) await noteReminders(services, queries, kept, kase);
  const next = isTime ? nextLook(kase, morning) : nextMorning(kase, morning);
  await queries.rows('update intake.standing set look_at = $2 where case_id = $1', [id, next]);
}

/** One for each person and occasion, ever. */
async function noteReminders(services: Services, queries: Queries, kept: KeptCase, kase: Case): Promise<void> {
  const concerned = await concernedIn(queries, kept.id);
  for (const reminder of remindersOf(kase)) {
    const { directory } = services;
    const known = onSide(reminder.owner, reminder.who ?? undefined, { directory, concerned }, '');
    const recipients = known.some(({ email }) => email)
      ? known
      : onSide(reminder.owner, undefined, { directory, concerned }, '');
    for (const { email } of recipients) {
      if (email === null) continue;
      const values = [
        kept.id,
        reminder.id,
        email,
        JSON.stringify({ ...headOf(kase, kept, services), line: lineOf(reminder, services) }),
        services.now(),
      ];
      await queries.rows(
        `insert into intake.reminders (case_id, item, email, shown, made_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
        values,
      );
    }
  }
}

/** What is to be told of one reminder: words of the policy and ours. */
interface ShownReminder {
  readonly head: string;
  readonly link: string;
  readonly line: string;
}

function headOf({ policy, assessment }: Case, kept: KeptCase, services: Services) {
  const stage = indexOf(policy).stages.get(assessment.stage ?? '')?.label ?? '–';
  const values = { reference: kept.reference, policy: policy.title, stage };
  return { head: services.say({ key: 'intake.reminder.case', values }), link: linkTo(services, kept) };
}

function lineOf({ occasion, what, due }: Reminder, { say }: Services): string {
  const values = { what: say(what), ...(due !== null && { day: say.day(due) }) };
  return say({ key: `intake.reminder.${occasion}`, values });
}

/** All that waits for one person goes in one message. */
async function postDigests(services: Services, queries: Queries): Promise<number> {
  const sql = `select case_id, item, email, shown from intake.reminders where message is null order by email, made_at, case_id, item for update skip locked`;
  const rows = await queries.rows<{ case_id: string; item: string; email: string; shown: string }>(sql);
  const byEmail = new Map<string, typeof rows>();
  for (const row of rows) byEmail.set(row.email, [...(byEmail.get(row.email) ?? []), row]);
  for (const [email, waiting] of byEmail) {
    const cause = `reminder ${email} ${digest(waiting.map(({ case_id, item }) => `${case_id} ${item}`).join('\n'))}`;
    const subject = services.say({ key: 'intake.reminder.subject', values: { count: waiting.length } });
    const body = bodyOf(waiting.map(({ shown }) => JSON.parse(shown) as ShownReminder));
    const message = await post(
      queries,
      { caseId: null, kind: 'reminder', cause, addressee: '', email, subject, body },
      { now: services.now(), tries: services.tries },
    );
    await queries.rows('update intake.reminders set message = $2 where email = $1 and message is null', [
      email,
      message,
    ]);
  }
  return byEmail.size;
}

/** Case by case, with a link under each. */
function bodyOf(shown: readonly ShownReminder[]): string {
  const cases = new Map<string, ShownReminder[]>();
  for (const reminder of shown) cases.set(reminder.link, [...(cases.get(reminder.link) ?? []), reminder]);
  return [...cases.values()]
    .map((lines) => [lines[0]!.head, ...lines.map(({ line }) => `- ${line}`), lines[0]!.link, ''].join('\n'))
    .join('\n');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
