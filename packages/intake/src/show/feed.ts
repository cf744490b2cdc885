import { createHash, randomBytes } from 'node:crypto';
import { deadlinesCalendar } from '@escalation-kit/core/export';
import { loadCase } from '../case/store.ts';
import type { Person } from '../people/person.ts';
import type { Services } from '../services.ts';
import { listCases } from './list.ts';
import { openKept } from './one-case.ts';

/** A secret address from which somebody's calendar can fetch their deadlines. It is shown once, and its hash kept. */
export async function makeFeed({ database, now }: Services, person: Person): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.rows('insert into intake.feeds (token_hash, person, made_at) values ($1, $2, $3)', [
    hashOf(token),
    person.id,
    now(),
  ]);
  return token;
}

/** Ends every feed of somebody: an address that went astray shows nothing from then on. */
export async function revokeFeeds({ database, now }: Services, person: Person): Promise<void> {
  await database.rows('update intake.feeds set revoked_at = $2 where person = $1 and revoked_at is null', [
    person.id,
    now(),
  ]);
}

/**
 * The deadlines of a feed's owner as a calendar: dates, policy and stage, and nothing of a case.
 *
 * @returns null for a token that is none, or no more
 */
export async function feed(services: Services, token: string): Promise<string | null> {
  const { database, directory } = services;
  const sql = 'select person from intake.feeds where token_hash = $1 and revoked_at is null';
  const [row] = await database.rows<{ person: string }>(sql, [hashOf(token)]);
  const person = row && directory.person(row.person);
  if (!person) return null;
  const { cases } = await listCases(database, person, { status: 'open', limit: MOST });
  const calendars: string[] = [];
  for (const { reference } of cases) {
    const kept = await loadCase(database, { reference });
    if (kept) calendars.push(deadlinesCalendar(await openKept(services, database, kept)));
  }
  return together(calendars);
}

/** As many as a person's calendar can show, those due next first. */
const MOST = 200;

const EVENTS = /BEGIN:VEVENT[\s\S]*END:VEVENT\r?\n/;

function together(calendars: readonly string[]): string {
  const events = calendars.map((calendar) => EVENTS.exec(calendar)?.[0] ?? '').join('');
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Escalation Kit//intake//EN\r\n${events}END:VCALENDAR\r\n`;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
