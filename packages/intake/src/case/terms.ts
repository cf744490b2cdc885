import { compileCalendar, type Calendar, type CalendarData } from '@escalation-kit/core/calendar';
import { isObject, type CaseEvent, type EventOf, type Terms } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { calendarHash, canonicalJson, policyHash } from '@escalation-kit/core/record';
import type { Queries } from '../database/database.ts';
import type { Offer } from './offer.ts';

/**
 * The policy and calendar that a case goes by: those that it was opened under, or has adopted since. What is not offered
 * any more is found among the editions that intake has kept.
 *
 * @returns the field that names what nobody here knows, where one does
 */
export async function termsOf(
  queries: Queries,
  offer: Offer,
  log: readonly CaseEvent[],
): Promise<Terms | { readonly unknown: 'policy' | 'calendar' }> {
  const policy = await policyNamed(queries, offer, namedLast(log, 'policy'));
  if (!policy) return { unknown: 'policy' };
  const calendar = await calendarNamed(queries, offer, namedLast(log, 'calendar'));
  return calendar ? { policy, calendar } : { unknown: 'calendar' };
}

/** Keeps the terms, so that the case can be read by them when they are offered no more. */
export async function keepTerms(queries: Queries, { policy, calendar }: Terms): Promise<void> {
  const rows = [
    ['policy', policyHash(policy), policy.id, policy.version, policy],
    ['calendar', calendarHash(calendar), calendar.id, calendar.published ?? '', calendar.data],
  ] as const;
  const hashes = rows.map(([, hash]) => hash);
  const kept = await queries.rows<{ hash: string }>('select hash from intake.editions where hash = any($1)', [hashes]);
  for (const [kind, hash, id, version, content] of rows) {
    if (kept.some((edition) => edition.hash === hash)) continue;
    const values = [kind, hash, id, version, canonicalJson(content)];
    await queries.rows('insert into intake.editions values ($1, $2, $3, $4, $5) on conflict do nothing', values);
  }
}

interface Named {
  readonly id?: unknown;
  readonly hash?: unknown;
  readonly published?: unknown;
}

/** What an `opened` or, after it, an `adopted` says last. */
function namedLast(log: readonly CaseEvent[], field: 'policy' | 'calendar'): Named {
  const naming = log.findLast(
    (event) =>
      (event?.type === 'opened' || event?.type === 'adopted') && isObject((event as EventOf<'adopted'>)[field]),
  );
  return (naming as EventOf<'adopted'> | undefined)?.[field] ?? {};
}

/** Kept policies are parsed once for each process: what a hash names never changes. */
const read = new Map<string, Policy | Calendar>();

async function policyNamed(queries: Queries, offer: Offer, { id, hash }: Named): Promise<Policy | null> {
  if (hash === undefined) return offer.policies.get(String(id)) ?? null;
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return null;
  const offered = await offer.edition(hash);
  if (offered) return offered;
  const kept = (read.get(hash) as Policy | undefined) ?? (JSON.parse(await contentOf(queries, hash)) as Policy | null);
  if (kept) read.set(hash, kept);
  return kept;
}

async function contentOf(queries: Queries, hash: string): Promise<string> {
  const sql = `select content from intake.editions where kind = 'policy' and hash = $1`;
  const [row] = await queries.rows<{ content: string }>(sql, [hash]);
  return row?.content ?? 'null';
}

async function calendarNamed(queries: Queries, offer: Offer, { id, published }: Named): Promise<Calendar | null> {
  const offered = offer.calendars.get(String(id));
  if (!offered || published === undefined || published === offered.published) return offered ?? null;
  if (typeof published !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(published)) return null;
  const key = `${offered.id} ${published}`;
  const known = read.get(key) as Calendar | undefined;
  if (known) return known;
  const sql = `select content from intake.editions where kind = 'calendar' and id = $1 and version = $2`;
  const [row] = await queries.rows<{ content: string }>(sql, [offered.id, published]);
  if (!row) return null;
  const calendar = compileCalendar(JSON.parse(row.content) as CalendarData);
  read.set(key, calendar);
  return calendar;
}
