import { addWorkingDays, civilDateAt } from '@escalation-kit/core/calendar';
import type { Case } from '@escalation-kit/core/case';
import type { Side } from '@escalation-kit/core/policy';
import type { Text } from '../text/say.ts';
import { itemsOf, type Item } from '../case/items.ts';

/** How something stands that somebody is reminded of. */
export const OCCASIONS = ['due-soon', 'due-today', 'overdue', 'at-once', 'no-reply'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** Something that somebody is to be reminded of, as it stands today. */
export interface Reminder {
  /** What it is of, and on what occasion: the same is not told twice. */
  readonly id: string;
  readonly owner: Side;
  readonly who: string | null;
  readonly occasion: Occasion;
  readonly what: Text;
  readonly due: string | null;
}

/**
 * What there is to remind of in a case on the day of its `now`. Only as it stands then: what was missed while nobody
 * looked is not told afterwards, so that a standstill ends without a flood.
 */
export function remindersOf(kase: Case): Reminder[] {
  const today = civilDateAt(kase.now, kase.policy.timeZone);
  return itemsOf(kase).flatMap((item) => {
    const occasion = occasionOf(kase, item, today);
    if (!occasion) return [];
    const { id, owner, who, what, due, isReply } = item;
    const reminder = { id: `${occasion} ${id}`, owner, who, occasion, what, due };
    // The other side can go on without waiting: they are who a missing answer matters to.
    const other = { ...reminder, id: `no-reply ${id}`, owner: 'raising', who: null, occasion: 'no-reply' } as const;
    return isReply && occasion === 'overdue' && owner !== 'raising' ? [reminder, other] : [reminder];
  });
}

function occasionOf({ calendar }: Case, { until, due }: Item, today: string): Occasion | null {
  if (until === null) return null;
  if (until < today) return due === null ? 'at-once' : 'overdue';
  if (due === null) return null;
  if (until === today) return 'due-today';
  const next = addWorkingDays(calendar, today, 1);
  return next !== null && due <= next ? 'due-soon' : null;
}
