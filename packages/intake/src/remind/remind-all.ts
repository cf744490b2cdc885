import { createHash } from 'node:crypto';
import { formatInstant, parseInstant } from '@escalation-kit/core/calendar';
import type { Case } from '@escalation-kit/core/case';
import { indexOf } from '@escalation-kit/core/policy';
import { concernedIn, loadCase, type KeptCase } from '../case/store.ts';
import type { Queries } from '../database/database.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { namesOf } from '../log/log.ts';
import type { Services } from '../services.ts';
import { openKept } from '../show/one-case.ts';
import { onSide } from '../tell/addressees.ts';
import { post } from '../tell/outbox.ts';
import { linkTo } from '../tell/tell-now.ts';
import { remindersOf, type Reminder } from './due.ts';
import { isMorning, nextLook, nextMorning } from './mornings.ts';

/**
 * Looks at every case whose time to be looked at has come, and at no other; then puts what there is to remind each
 * person of into one message. Several processes may do it at once. A case that cannot be read holds up no other: it is
 * looked at again a day later.
 */
export async function remindAll(services: Services): Promise<void> {
  const { database, log, now } = services;
  let [looked, failed] = [0, 0];
  for (;;) {
    const sql = `select case_id from intake.standing where look_at <= $1 order by look_at, case_id limit ${BATCH}`;
    const due = await database.rows<{ case_id: string }>(sql, [now()]);
    for (const { case_id: id } of due) {
      try {
        await database.transaction((queries) => lookAt(services, queries, id));
        looked++;
      } catch (error) {
        if (isUnavailable(error)) throw error;
        failed++;
        log.error('a case could not be looked at', namesOf(error));
        const later = formatInstant(parseInstant(now()) + 86_400_000);
        await database.rows('update intake.standing set look_at = $2 where case_id = $1', [id, later]);
      }
    }
    if (due.length < BATCH) break;
  }
  const messages = await postDigests(services);
  log.info('looked at what is due', { cases: looked, failed, messages });
}

const BATCH = 100;

async function lookAt(services: Services, queries: Queries, id: string): Promise<void> {
  const { morning, now } = services;
  // Whoever else looks at it, or writes in it, has seen to it when they are done.
  const sql = 'select 1 from intake.standing where case_id = $1 and look_at <= $2 for update';
  const [isDue] = await queries.rows(sql, [id, now()]);
  const kept = isDue && (await loadCase(queries, { id }));
  if (!kept) return;
  const kase = await openKept(services, queries, kept);
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

/** All that waits for one person goes in one message. @returns how many messages there are */
async function postDigests(services: Services): Promise<number> {
  const { database } = services;
  const waiting = await database.rows<{ email: string }>(
    'select distinct email from intake.reminders where message is null order by email',
  );
  for (const { email } of waiting) await database.transaction((queries) => postDigest(services, queries, email));
  return waiting.length;
}

async function postDigest({ say, now, tries }: Services, queries: Queries, email: string): Promise<void> {
  const rows = await queries.rows<{ case_id: string; item: string; shown: string }>(
    `select case_id, item, shown from intake.reminders where message is null and email = $1
     order by made_at, case_id, item for update skip locked`,
    [email],
  );
  if (rows.length === 0) return;
  const cause = `reminder ${email} ${digest(rows.map(({ case_id, item }) => `${case_id} ${item}`).join('\n'))}`;
  const subject = say({ key: 'intake.reminder.subject', values: { count: rows.length } });
  const body = bodyOf(rows.map(({ shown }) => JSON.parse(shown) as ShownReminder));
  const message = { caseId: null, kind: 'reminder', cause, addressee: '', email, subject, body } as const;
  const id = await post(queries, message, { now: now(), tries });
  for (const { case_id, item } of rows) {
    const sql = 'update intake.reminders set message = $4 where case_id = $1 and item = $2 and email = $3';
    await queries.rows(sql, [case_id, item, email, id]);
  }
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
