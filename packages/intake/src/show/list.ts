import { CASE_STATUSES } from '@escalation-kit/core/case';
import { storable, type Shown } from '../case/standing.ts';
import type { Queries } from '../database/database.ts';
import type { Person } from '../people/person.ts';

/** A case in a list. */
export interface Listed extends Shown {
  readonly reference: string;
  readonly policyId: string;
  readonly status: string;
  readonly route: string;
  readonly stageId: string;
  readonly count: number;
  readonly changed: string;
}

export interface Page {
  readonly cases: readonly Listed[];
  /** Where the next page begins; null on the last. */
  readonly after: string | null;
}

export interface Filters {
  readonly status?: string | undefined;
  readonly policy?: string | undefined;
  readonly stage?: string | undefined;
  readonly agency?: string | undefined;
  /** Cases of which something was due before this day. */
  readonly dueBefore?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Why a list cannot be asked for so; null where it can. */
export function filterFault({ status, policy, stage, agency, dueBefore, after, limit }: Filters): string | null {
  for (const [name, value] of Object.entries({ policy, stage, agency })) {
    if (value !== undefined && value !== storable(value)) return `${name}: an id`;
  }
  if (status !== undefined && !(CASE_STATUSES as readonly string[]).includes(status))
    return `status: one of ${CASE_STATUSES.join(', ')}`;
  if (dueBefore !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(dueBefore)) return 'dueBefore: a day, YYYY-MM-DD';
  if (after !== undefined && !PLACE.test(after)) return 'after: what the page before gave';
  return Number.isInteger(limit) && limit >= 1 && limit <= MOST ? null : `limit: a whole number from 1 to ${MOST}`;
}

/** The cases that somebody may see, what is due next first. The last page is found as quickly as the first. */
export async function listCases(queries: Queries, person: Person, filters: Filters): Promise<Page> {
  const { sql, values } = conditions(person, filters);
  const rows = await queries.rows<Row>(
    `select s.reference, s.policy, s.status, s.route, s.stage, s.due, s.count, s.changed_at, s.shown from intake.standing s
     where ${sql} order by s.due, s.reference collate "C" limit ${filters.limit + 1}`,
    values,
  );
  const shown = rows.slice(0, filters.limit);
  const last = shown.at(-1);
  return {
    cases: shown.map(listed),
    after: rows.length > shown.length && last ? `${last.due}.${last.reference}` : null,
  };
}

/** How many cases there are, by policy, status and stage: what an auditor may see too. */
export async function countCases(queries: Queries, person: Person) {
  const { sql, values } = conditions(person.office ? { ...person, office: 'officer' } : person, { limit: 1 });
  return queries.rows<{ policy: string; status: string; stage: string; cases: number }>(
    `select s.policy, s.status, s.stage, count(*)::int as cases from intake.standing s where ${sql} group by 1, 2, 3 order by 1, 2, 3`,
    values,
  );
}

const MOST = 200;
const PLACE = /^(\d{4}-\d{2}-\d{2})\.([1-8]{3}-[1-8]{3}-[1-8]{3})$/;

interface Row {
  readonly reference: string;
  readonly policy: string;
  readonly status: string;
  readonly route: string;
  readonly stage: string;
  readonly due: string;
  readonly count: number;
  readonly changed_at: string;
  readonly shown: string;
}

function listed({ reference, policy, status, route, stage, count, changed_at, shown }: Row): Listed {
  return {
    reference,
    policyId: policy,
    status,
    route,
    stageId: stage,
    count,
    changed: changed_at,
    ...(JSON.parse(shown) as Shown),
  };
}

function conditions(person: Person, { status, policy, stage, agency, dueBefore, after }: Filters) {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const parts = ['true'];
  if (person.office !== 'officer') {
    parts.push(`(exists (select 1 from intake.sides x where x.case_id = s.case_id and x.agency = any(${value(person.agencies)}))
      or exists (select 1 from intake.recorders r where r.case_id = s.case_id and r.person = ${value(person.id)}))`);
  }
  if (status !== undefined) parts.push(`s.status = ${value(status)}`);
  if (policy !== undefined) parts.push(`s.policy = ${value(policy)}`);
  if (stage !== undefined) parts.push(`s.stage = ${value(stage)}`);
  if (agency !== undefined)
    parts.push(`exists (select 1 from intake.sides x where x.case_id = s.case_id and x.agency = ${value(agency)})`);
  if (dueBefore !== undefined) parts.push(`s.due < ${value(dueBefore)}`);
  const [, due, reference] = PLACE.exec(after ?? '') ?? [];
  if (due !== undefined) parts.push(`(s.due, s.reference collate "C") > (${value(due)}, ${value(reference)})`);
  return { sql: parts.join(' and '), values };
}
