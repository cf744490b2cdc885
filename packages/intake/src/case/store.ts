import { Case, type CaseEvent, type Terms } from '@escalation-kit/core/case';
import { canonicalJson, eventsOf, type CaseRecord, type Entry } from '@escalation-kit/core/record';
import type { Queries } from '../database/database.ts';
import type { Directory } from '../people/directory.ts';
import type { Concerned } from '../people/person.ts';
import { newReference, type Reference } from './reference.ts';
import { keepStanding, standingOf } from './standing.ts';

/** A case as it is kept. */
export interface KeptCase {
  readonly id: string;
  readonly reference: Reference;
  readonly takenAt: string;
  readonly record: CaseRecord<CaseEvent>;
}

/**
 * Makes whoever else would write in this case wait until the transaction is over: also where the case is not there yet.
 * Cases whose ids share a hash wait for one another, which does no harm.
 */
export async function lockCase(queries: Queries, id: string): Promise<void> {
  await queries.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`intake.case ${id}`]);
}

/** A case with all its entries; null where there is none. */
export async function loadCase(
  queries: Queries,
  by: { id: string } | { reference: Reference },
): Promise<KeptCase | null> {
  const [kept] =
    'id' in by
      ? await casesWhere(queries, 'c.id = $1', by.id)
      : await casesWhere(queries, 'c.reference = $1', by.reference);
  return kept ?? null;
}

/** Those of some cases that are there, in any order. */
export function loadCases(queries: Queries, ids: readonly string[]): Promise<KeptCase[]> {
  return casesWhere(queries, 'c.id = any($1)', ids);
}

async function casesWhere(queries: Queries, where: string, value: unknown): Promise<KeptCase[]> {
  const rows = await queries.rows<Row>(
    `select c.id, c.reference, c.taken_at, e.event, e.prev, e.hash
     from intake.cases c left join intake.entries e on e.case_id = c.id where ${where} order by c.id, e.place`,
    [value],
  );
  const cases = new Map<string, KeptCase & { record: Entry<CaseEvent>[] }>();
  for (const { id, reference, taken_at, event, prev, hash } of rows) {
    const kept = cases.get(id) ?? { id, reference, takenAt: taken_at, record: [] };
    cases.set(id, kept);
    if (hash !== null) kept.record.push({ event: JSON.parse(event) as CaseEvent, prev, hash });
  }
  return [...cases.values()];
}

/** A new case under a reference that no other has, and no removed one had. */
export async function beginCase(
  queries: Queries,
  id: string,
  now: string,
  random: (below: number) => number,
): Promise<Reference> {
  for (;;) {
    const reference = newReference(random);
    const rows = await queries.rows(
      `insert into intake.cases select $1, $2, $3 where not exists (select 1 from intake.stones where reference = $2)
       on conflict on constraint cases_reference do nothing returning 1`,
      [id, reference, now],
    );
    if (rows.length > 0) return reference;
  }
}

/** Adds the entries that come after the first `from`, as the texts that were hashed. */
export async function addEntries(
  queries: Queries,
  id: string,
  record: CaseRecord<CaseEvent>,
  from: number,
  now: string,
): Promise<void> {
  const added = record.slice(from);
  await queries.rows(
    `insert into intake.entries (case_id, place, event, prev, hash, taken_at)
     select $1, e.place, e.event, e.prev, e.hash, $6
     from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as e (place, event, prev, hash)`,
    [
      id,
      added.map((_, i) => from + i),
      added.map(({ event }) => canonicalJson(event)),
      added.map(({ prev }) => prev),
      added.map(({ hash }) => hash),
      now,
    ],
  );
}

/** Makes anew what is kept beside the entries: how the case stands, and who is on its sides. */
export async function keepDerived(
  queries: Queries,
  kept: Omit<KeptCase, 'takenAt'>,
  kase: Case,
  { morning, directory }: { morning: string; directory: Directory },
): Promise<void> {
  const { id, reference } = kept;
  const changed = lastWritten(kept, kase.now);
  await keepStanding(queries, id, reference, standingOf(kase, morning), changed);
  await keepSides(queries, id, kase, changed, directory);
}

/** When somebody wrote in a case last: how long it is kept goes by that, and not by when it was made anew. */
function lastWritten({ record }: Pick<KeptCase, 'record'>, now: string): string {
  const last = record.at(-1)?.event;
  return last?.recorded ?? last?.at ?? now;
}

/**
 * The agencies of the directory that stand on its sides by what the case says: by their id, or by their name where it
 * is written as it stands there. What was assigned by hand stays.
 */
export async function keepSides(
  queries: Queries,
  id: string,
  { state }: Case,
  now: string,
  directory: Directory,
): Promise<void> {
  const sides = (['raising', 'receiving'] as const).flatMap((side) => {
    const party = state.parties?.[side];
    const found = party?.agencyId ? directory.agency(party.agencyId) : directory.agencyNamed(party?.agency ?? '');
    return found ? [{ side, agency: found.id }] : [];
  });
  if (sides.length === 0) return;
  await queries.rows(
    `insert into intake.sides (case_id, side, agency, since)
     select $1, s.side, s.agency, $4 from unnest($2::text[], $3::text[]) as s (side, agency)
     on conflict (case_id, side) do update set agency = excluded.agency
       where sides.assigned_by is null and sides.agency <> excluded.agency`,
    [id, sides.map(({ side }) => side), sides.map(({ agency }) => agency), now],
  );
}

export function caseOf(record: CaseRecord<CaseEvent>, terms: Terms, now: string): Case {
  return new Case({ ...terms, record, log: eventsOf(record), now });
}

/** Whom a case concerns, with the address of whoever wrote in it first. */
export type ConcernedIn = Concerned & { readonly originator: string | null };

export async function concernedIn(queries: Queries, id: string): Promise<ConcernedIn> {
  const of = await concernedInAll(queries, [id]);
  return of(id);
}

/** The same of several cases at once. */
export async function concernedInAll(queries: Queries, ids: readonly string[]): Promise<(id: string) => ConcernedIn> {
  const rows = await queries.rows<{ case_id: string; side: string | null; who: string; email: string | null }>(
    `select case_id, side, agency as who, null as email, since from intake.sides where case_id = any($1)
     union all select case_id, null, person, email, since from intake.recorders where case_id = any($1) order by since`,
    [ids],
  );
  const byCase = new Map<string, typeof rows>();
  for (const row of rows) byCase.set(row.case_id, [...(byCase.get(row.case_id) ?? []), row]);
  return (id) => {
    const own = byCase.get(id) ?? [];
    const agency = (side: string) => own.find((row) => row.side === side)?.who ?? null;
    const recorders = own.filter(({ side }) => side === null);
    return {
      raising: agency('raising'),
      receiving: agency('receiving'),
      recorders: recorders.map(({ who }) => who),
      originator: recorders[0]?.email ?? null,
    };
  };
}

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly taken_at: string;
  readonly event: string;
  readonly prev: string;
  readonly hash: string;
}
