import { newReference, type Database } from '@escalation-kit/intake';
import { randomInt } from 'node:crypto';
import { get, handlerWith, opening, post } from './setting.ts';

/**
 * 100,000 open cases that differ in name alone, made from one that intake took: 5,000 of them are to be looked at on the
 * morning, and a school has 500 of the rest.
 */
export async function manyCases(owner: Database, server: Database): Promise<void> {
  const taken = await post(handlerWith(server), 'teacher', JSON.stringify(opening()));
  const { receipt } = (await taken.json()) as { receipt: { reference: string } };
  if (!(await get(handlerWith(server), 'officer', `/cases/${receipt.reference}`)).ok) throw new Error('no case');
  const references = new Set<string>();
  while (references.size < MANY) references.add(newReference((below) => randomInt(below)));
  await owner.transaction(async ({ rows }) => {
    await rows(
      `create table intake.made as select 'case-' || n as id, r as reference, n from unnest($1::text[]) with ordinality as t (r, n)`,
      [[...references]],
    );
    const one = `(select id from intake.cases where reference = '${receipt.reference}')`;
    await rows(`insert into intake.cases select id, reference, '2026-11-24T10:00:00Z' from intake.made`);
    await rows(
      `insert into intake.entries select m.id, e.place, e.event, e.prev, e.hash, e.taken_at from intake.made m, intake.entries e where e.case_id = ${one}`,
    );
    await rows(
      `insert into intake.standing select m.id, m.reference, s.policy, s.status, s.route, s.stage,
         to_char(date '2026-12-01' + (m.n % 300)::int, 'YYYY-MM-DD'),
         case when m.n <= ${DUE} then '2026-12-01T08:00:00Z' else '2027-02-01T08:00:00Z' end,
         s.count, s.changed_at, s.shown from intake.made m, intake.standing s where s.case_id = ${one}`,
    );
    await rows(
      `insert into intake.sides select m.id, s.side, case when m.n > ${DUE} and m.n % 200 = 0 then s.agency else s.agency || m.n % 200 end, null, s.since
         from intake.made m, intake.sides s where s.case_id = ${one}`,
    );
    await rows(
      `insert into intake.recorders select m.id, 'somebody', 'Somebody', null, '2026-11-24T10:00:00Z' from intake.made m`,
    );
    await rows('drop table intake.made');
  });
  await owner.rows('analyze');
}

const MANY = 100_000;
export const DUE = 5000;
