import type { Case } from '@escalation-kit/core/case';
import { indexOf, type Sector, type Side } from '@escalation-kit/core/policy';
import type { Text } from '../text/say.ts';
import type { Queries } from '../database/database.ts';
import { nextLookAfterWriting } from '../remind/mornings.ts';
import { itemsOf } from './items.ts';

/** What a list shows of a case. */
export interface Shown {
  readonly policy: string;
  readonly stage: string;
  readonly opened: string;
  readonly raising: { readonly agency: string; readonly sector: Sector } | null;
  readonly receiving: { readonly agency: string; readonly sector: Sector } | null;
  /** What is due next, of all that is still to come and has a day. */
  readonly next: { readonly what: Text; readonly owner: Side; readonly due: string } | null;
}

/** How a case stands: made by the engine from its entries, and kept beside them to list and to wake by. */
export interface Standing {
  readonly policy: string;
  readonly status: string;
  readonly route: string;
  readonly stage: string;
  /** The day that is due next; `NEVER` where nothing with a day is to come. Not a day of the policy's, but to sort by. */
  readonly due: string;
  readonly lookAt: string | null;
  readonly count: number;
  readonly shown: Shown;
}

const NEVER = '9999-12-31';

export function standingOf(kase: Case, morning: string): Standing {
  const { policy, state, assessment } = kase;
  const dated = itemsOf(kase).filter(({ due }) => due !== null);
  const [next] = dated.sort((a, b) => (a.due! < b.due! ? -1 : Number(a.due! > b.due!)));
  const stage = assessment.stage ?? '';
  const party = (side: 'raising' | 'receiving') => {
    const of = state.parties?.[side];
    return of ? { agency: of.agency, sector: of.sector } : null;
  };
  return {
    policy: policy.id,
    status: assessment.status,
    route: assessment.route ?? '',
    stage,
    due: next?.due ?? NEVER,
    lookAt: nextLookAfterWriting(kase, morning),
    count: state.count,
    shown: {
      policy: policy.title,
      stage: indexOf(policy).stages.get(stage)?.label ?? stage,
      opened: state.opened?.at ?? '',
      raising: party('raising'),
      receiving: party('receiving'),
      next: next ? { what: next.what, owner: next.owner, due: next.due! } : null,
    },
  };
}

/** Keeps it in place of what stood there. `shown` is JSON as text: what was typed may hold what JSON columns refuse. */
export async function keepStanding(
  queries: Queries,
  id: string,
  reference: string,
  standing: Standing,
  now: string,
): Promise<void> {
  const { policy, status, route, stage, due, lookAt, count, shown } = standing;
  const text = [policy, status, route, stage].map(storable);
  await queries.rows(
    `insert into intake.standing (case_id, reference, policy, status, route, stage, due, look_at, count, changed_at, shown)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (case_id) do update set policy = excluded.policy, status = excluded.status, route = excluded.route,
       stage = excluded.stage, due = excluded.due, look_at = excluded.look_at, count = excluded.count,
       changed_at = excluded.changed_at, shown = excluded.shown`,
    [id, reference, ...text, due, lookAt, count, now, JSON.stringify(shown)],
  );
}

/** PostgreSQL keeps no NUL in text, nor half a surrogate. */
export function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}
