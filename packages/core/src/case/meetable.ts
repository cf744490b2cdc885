import { isMeetable, isOwed, type CaseState, type OwedDuty } from './state.ts';

/** The duties of a case for finding those that can be met, so that a long log is not gone through for each. */
export interface Meetable {
  /** Where a duty stands among the case's, by its id. */
  readonly places: Map<string, number>;
  readonly byDuty: Map<string, { readonly live: Queue; missed: Queue | null }>;
}

/**
 * Duties that can stand at once. No case has a tenth of it, and what an event can do to all of them would keep a page busy
 * for minutes where a log was made for that.
 */
export const MOST_LIVE = 1000;

/** In the order in which they came. What stands before `from` can never be met again. */
interface Queue {
  duties: OwedDuty[];
  from: number;
}

/** Those of a case. While its log is read they are kept up with it. */
export function meetableOf({ duties }: Pick<CaseState, 'duties'>): Meetable {
  const meetable: Meetable = { places: new Map(), byDuty: new Map() };
  // Not by `entries`, which Prototype replaces in the pages that it runs in.
  for (let place = 0; place < duties.length; place++) {
    const owed = duties[place]!;
    noteArisen(meetable, owed, place);
    if (owed.lapsed?.how === 'stage-left') noteMissed(meetable, owed);
  }
  return meetable;
}

/** A duty of the case by its id. */
export function dutyOf({ duties }: Pick<CaseState, 'duties'>, { places }: Meetable, id: string): OwedDuty | undefined {
  const place = places.get(id);
  return place === undefined ? undefined : duties[place];
}

/** A duty that arose, at its place among the case's. */
export function noteArisen({ places, byDuty }: Meetable, owed: OwedDuty, place: number): void {
  places.set(owed.id, place);
  const queues = byDuty.get(owed.duty);
  if (queues) queues.live.duties.push(owed);
  else byDuty.set(owed.duty, { live: { duties: [owed], from: 0 }, missed: null });
}

/** A duty that lapsed when its stage was left: it can still be met. */
export function noteMissed({ byDuty }: Meetable, owed: OwedDuty): void {
  const queues = byDuty.get(owed.duty)!;
  if (queues.missed) queues.missed.duties.push(owed);
  else queues.missed = { duties: [owed], from: 0 };
}

/** The earliest that is owed among these duties of the policy; where none is, the earliest that was missed. */
export function firstMeetable({ places, byDuty }: Meetable, duties: readonly string[]): OwedDuty | undefined {
  let owed: OwedDuty | undefined;
  let missed: OwedDuty | undefined;
  const earlier = (a: OwedDuty | undefined, b: OwedDuty | undefined) =>
    a && (!b || places.get(a.id)! < places.get(b.id)!) ? a : b;
  for (const duty of duties) {
    const queues = byDuty.get(duty);
    if (!queues) continue;
    owed = earlier(firstIn(queues.live, isOwed, isLive), owed);
    if (!owed && queues.missed) missed = earlier(firstIn(queues.missed, isUndone, isUndone), missed);
  }
  return owed ?? missed;
}

/** The same in a case that is closed or withdrawn: the earliest that its end gave rise to. */
export function firstAtEnd(
  state: Pick<CaseState, 'status' | 'duties'>,
  duties: readonly string[],
): OwedDuty | undefined {
  return state.duties.find((owed) => duties.includes(owed.duty) && isMeetable(state, owed));
}

/** What is owed of one duty of the policy. */
export function owedOf({ byDuty }: Meetable, duty: string): OwedDuty[] {
  const owed: OwedDuty[] = [];
  const live = byDuty.get(duty)?.live;
  if (!live || !firstIn(live, isOwed, isLive)) return owed;
  for (let i = live.from; i < live.duties.length; i++) if (isOwed(live.duties[i]!)) owed.push(live.duties[i]!);
  return owed;
}

/** Whether one of these duties of the policy is owed. */
export function isAnyOwed(meetable: Meetable, duties: Iterable<string>): boolean {
  for (const duty of duties) {
    const live = meetable.byDuty.get(duty)?.live;
    if (live && firstIn(live, isOwed, isLive)) return true;
  }
  return false;
}

/** Whether a duty is owed, or can be again. */
export function isLive(owed: OwedDuty): boolean {
  return !owed.done && owed.lapsed?.how !== 'stage-left' && owed.lapsed?.how !== 'reopened';
}

function firstIn(queue: Queue, isMeant: (owed: OwedDuty) => boolean, stays: (owed: OwedDuty) => boolean) {
  const { duties } = queue;
  while (queue.from < duties.length && !stays(duties[queue.from]!)) queue.from++;
  let i = queue.from;
  while (i < duties.length && !isMeant(duties[i]!)) i++;
  // What was met behind one that waits is passed over once, and not each time.
  if (i - queue.from > 2 * MOST_LIVE) {
    queue.duties = duties.slice(queue.from).filter(stays);
    queue.from = 0;
  }
  return duties[i];
}

function isUndone(owed: OwedDuty): boolean {
  return !owed.done;
}
