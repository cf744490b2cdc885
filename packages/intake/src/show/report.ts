import { addMonths, toEpochDay, civilDateAt } from '@escalation-kit/core/calendar';
import type { CaseEvent, EventOf } from '@escalation-kit/core/case';
import type { Offer } from '../case/offer.ts';
import type { Shown } from '../case/standing.ts';
import type { Queries } from '../database/database.ts';

/** Three months of a year: `2026-Q4`. */
export type Quarter = string;

/** How many of something there are; null: so few that the number would tell who. */
export interface Count {
  readonly name: string;
  readonly cases: number | null;
}

export interface Report {
  readonly quarter: Quarter;
  /** Cases that were raised in it. */
  readonly total: number | null;
  readonly groups: Readonly<Record<(typeof GROUPS)[number], readonly Count[]>>;
}

/** What cases are counted by. */
export const GROUPS = ['policy', 'stage', 'raising', 'receiving', 'cause', 'status', 'settled', 'learned'] as const;

/** Fewer than so many cases are not told. */
const FEWEST = 5;

/** In how many days a case was settled. */
const SPANS = [7, 14, 28, 56] as const;

export function isQuarter(value: string): value is Quarter {
  return /^\d{4}-Q[1-4]$/.test(value);
}

/** The quarter of an instant, by the clock of a time zone. */
export function quarterAt(instant: string, timeZone: string): Quarter {
  const [year = '', month = ''] = civilDateAt(instant, timeZone).split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

export function quarterBefore(quarter: Quarter): Quarter {
  const [year = '', number = ''] = quarter.split('-Q');
  return number === '1' ? `${Number(year) - 1}-Q4` : `${year}-Q${Number(number) - 1}`;
}

/**
 * What a partnership reports of a quarter: how many cases were raised in it, and by what. No case is named, nothing that
 * anybody typed is told, and where there are fewer than five of something there is no number.
 */
export async function reportOf(queries: Queries, offer: Offer, quarter: Quarter): Promise<Report> {
  const [year = '', number = ''] = quarter.split('-Q');
  const first = `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`;
  const rows = await queries.rows<Row>(
    `select s.case_id, s.policy, s.status, s.stage, s.shown, e.event from intake.standing s
     join intake.cases c on c.id = s.case_id join intake.entries e on e.case_id = s.case_id
     where c.taken_at >= $1 and c.taken_at < $2 order by s.case_id, e.place`,
    [first, addMonths(first, 3)],
  );
  const cases = new Map<string, Told>();
  for (const row of rows) {
    const told = cases.get(row.case_id) ?? { ...row, given: JSON.parse(row.shown) as Shown, events: [] };
    told.events.push(JSON.parse(row.event) as CaseEvent);
    cases.set(row.case_id, told);
  }
  const all = [...cases.values()];
  const groups = Object.fromEntries(
    GROUPS.map((group) => [group, counted(all.flatMap((told) => NAMES[group](told, offer)))]),
  );
  return { quarter, total: few(all.length) ? null : all.length, groups: groups as unknown as Report['groups'] };
}

interface Row {
  readonly case_id: string;
  readonly policy: string;
  readonly status: string;
  readonly stage: string;
  readonly shown: string;
  readonly event: string;
}

interface Told extends Omit<Row, 'shown' | 'event'> {
  readonly given: Shown;
  readonly events: CaseEvent[];
}

/** What a case counts under, group by group: names of the policy and of sectors, and none that anybody typed. */
const NAMES: Readonly<Record<(typeof GROUPS)[number], (told: Told, offer: Offer) => string[]>> = {
  policy: ({ given }) => [given.policy],
  stage: ({ given }) => [`${given.policy}: ${given.stage}`],
  raising: ({ given }) => (given.raising ? [`sector.${given.raising.sector}`] : []),
  receiving: ({ given }) => (given.receiving ? [`sector.${given.receiving.sector}`] : []),
  cause: ({ policy, events }, { policies }) => {
    const [opened] = events as [EventOf<'opened'>];
    const known = policies.get(policy)?.causes ?? [];
    return opened.causes.flatMap((id) => known.find((cause) => cause.id === id)?.label ?? []);
  },
  status: ({ status }) => [`case-status.${status}`],
  settled: ({ events }) => {
    const [opened] = events;
    const resolved = events.find(({ type }) => type === 'resolved');
    if (!opened || !resolved) return [];
    const days = toEpochDay(dayOf(resolved)) - toEpochDay(dayOf(opened));
    const span = SPANS.find((most) => days <= most);
    return [span === undefined ? 'settled.more' : `settled.${span}`];
  },
  learned: ({ events }) => [events.some(({ type }) => type === 'learned') ? 'learned.yes' : 'learned.no'],
};

function dayOf({ at }: CaseEvent): string {
  return civilDateAt(at, 'Europe/London');
}

function counted(names: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].map(([name, cases]) => ({ name, cases })).sort((a, b) => b.cases - a.cases);
  const hidden = sorted.filter(({ cases }) => few(cases));
  // One that is not told could be had from the others and the total: the next smallest goes with it.
  const least = hidden.length === 1 ? sorted.findLast(({ cases }) => !few(cases)) : undefined;
  return sorted.map((count) => (few(count.cases) || count === least ? { ...count, cases: null } : count));
}

function few(count: number): boolean {
  return count > 0 && count < FEWEST;
}
