import type { KeptCase } from '../case/store.ts';
import type { Person } from '../people/person.ts';
import type { Services } from '../services.ts';
import { openKept } from '../show/one-case.ts';
import { tellArrival } from '../tell/arrival.ts';

/** An officer says which agency of the directory stands on a side of a case; with whom it is raised is told that it is there. */
export async function assignSide(
  services: Services,
  kept: KeptCase,
  side: 'raising' | 'receiving',
  agency: string,
  by: Person,
): Promise<void> {
  await services.database.transaction(async (queries) => {
    await queries.rows(
      `insert into intake.sides (case_id, side, agency, assigned_by, since) values ($1, $2, $3, $4, $5)
       on conflict (case_id, side) do update set agency = excluded.agency, assigned_by = excluded.assigned_by, since = excluded.since`,
      [kept.id, side, agency, by.id, services.now()],
    );
    if (side === 'receiving') await tellArrival(services, queries, kept, await openKept(services, queries, kept));
  });
}
