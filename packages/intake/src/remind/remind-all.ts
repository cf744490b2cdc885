import { createHash } from 'node:crypto';
import { formatInstant, parseInstant } from '@escalation-kit/core/calendar';
import type { Case } from '@escalation-kit/core/case';
import { indexOf } from '@escalation-kit/core/policy';
import { concernedInAll, loadCases, type ConcernedIn, type KeptCase } from '../case/store.ts';
import type { Queries } from '../database/database.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { namesOf } from '../log/log.ts';
import type { Services } from '../services.ts';
import { openKept } from '../show/one-case.ts';
import { onSide } from '../tell/addressees.ts';
import { linkTo } from '../tell/link.ts';
import { post } from '../tell/outbox.ts';
import { remindersOf, type Reminder } from './due.ts';
import { isMorning, nextLook, nextMorning } from './mornings.ts';

/**
 * Looks at every case whose time to be looked at has come, and at no other; then puts what there is to remind each
 * person of into one message. Several processes may do it at once. A case that cannot be read holds up no other: it is
 * looked at again a day later.
 */
export async function remindAll(services: Services): Promise<void> {
  const { log } = services;
  const looking: Looking = { looked: 0, failed: 0 };
  // While one waits for the database, the other reckons.
  await Promise.all([lookAtAll(services, looking), lookAtAll(services, looking)]);
  const messages = await postDigests(services);
  log.info('looked at what is due', { cases: looking.looked, failed: looking.failed, messages });
}

interface Looking {
  looked: number;
  failed: number;
}

const BATCH = 200;

async function lookAtAll(services: Services, looking: Looking): Promise<void> {
  for (;;) {
    const count = await lookAtSome(services, looking, BATCH).catch(async (error: unknown) => {
      if (isUnavailable(error)) throw error;
      // One of them holds what the database refuses: alone it holds up no other.
      return lookAtOne(services, looking);
    });
    if (count === 0) return;
  }
}

async function lookAtOne(services: Services, looking: Looking): Promise<number> {
  const { database, log, now } = services;
  try {
    return await lookAtSome(services, looking, 1);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    looking.failed++;
    log.error('a case could not be looked at', namesOf(error));
    const first = 'select case_id from intake.standing where look_at <= $1 order by look_at, case_id limit 1';
    const sql = `update intake.standing set look_at = $2 where case_id = (${first})`;
    await database.rows(sql, [now(), dayAfter(now())]);
    return 1;
  }
}

/** @returns how many cases were looked at: what somebody else looks at, or writes in, is seen to by them */
function lookAtSome(services: Services, looking: Looking, most: number): Promise<number> {
  const { database, now, log } = services;
  return database.transaction(async (queries) => {
    const due = await queries.rows<{ case_id: string }>(
      `select case_id from intake.standing where look_at <= $1 order by look_at, case_id limit ${most} for update skip locked`,
      [now()],
    );
    const ids = due.map(({ case_id }) => case_id);
    if (ids.length === 0) return 0;
    const cases = await loadCases(queries, ids);
    const concernedIn = await concernedInAll(queries, ids);
    const looks: Look[] = [];
    let failed = 0;
    for (const kept of cases) {
      try {
        looks.push(await lookAt(services, queries, kept, concernedIn(kept.id)));
      } catch (error) {
        if (isUnavailable(error)) throw error;
        failed++;
        log.error('a case could not be looked at', namesOf(error));
        looks.push({ id: kept.id, reminders: [], next: dayAfter(now()) });
      }
    }
    await keepLooks(queries, looks, now());
    looking.looked += looks.length - failed;
    looking.failed += failed;
    return ids.length;
  });
}

/** What came of a look at a case. */
interface Look {
  readonly id: string;
  readonly reminders: readonly { readonly item: string; readonly email: string; readonly shown: string }[];
  /** When to look again. */
  readonly next: string | null;
}

async function lookAt(services: Services, queries: Queries, kept: KeptCase, concerned: ConcernedIn): Promise<Look> {
  const { morning } = services;
  const kase = await openKept(services, queries, kept);
  if (!isMorning(kase, morning)) return { id: kept.id, reminders: [], next: nextMorning(kase, morning) };
  const head = headOf(kase, kept, services);
  const around = { directory: services.directory, concerned };
  const reminders = remindersOf(kase).flatMap((reminder) => {
    const known = onSide(reminder.owner, reminder.who ?? undefined, around, '');
    const recipients = known.some(({ email }) => email) ? known : onSide(reminder.owner, undefined, around, '');
    const shown = JSON.stringify({ ...head, line: lineOf(reminder, services) });
    return recipients.flatMap(({ email }) => (email === null ? [] : [{ item: reminder.id, email, shown }]));
  });
  return { id: kept.id, reminders, next: nextLook(kase, morning) };
}

/** One reminder for each person and occasion, ever. */
async function keepLooks(queries: Queries, looks: readonly Look[], now: string): Promise<void> {
  const all = looks.flatMap(({ id, reminders }) => reminders.map((reminder) => ({ id, ...reminder })));
  const column = (name: 'id' | 'item' | 'email' | 'shown') => all.map((each) => each[name]);
  await queries.rows(
    `insert into intake.reminders (case_id, item, email, shown, made_at)
     select r.*, $5 from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as r on conflict do nothing`,
    [column('id'), column('item'), column('email'), column('shown'), now],
  );
  await queries.rows(
    `update intake.standing s set look_at = l.next from unnest($1::text[], $2::text[]) as l (id, next) where s.case_id = l.id`,
    [looks.map(({ id }) => id), looks.map(({ next }) => next)],
  );
}

function dayAfter(now: string): string {
  return formatInstant(parseInstant(now) + 86_400_000);
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
  await queries.rows(
    `update intake.reminders r set message = $3 from unnest($1::text[], $2::text[]) as m (case_id, item)
     where r.case_id = m.case_id and r.item = m.item and r.email = $4`,
    [rows.map(({ case_id }) => case_id), rows.map(({ item }) => item), id, email],
  );
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
