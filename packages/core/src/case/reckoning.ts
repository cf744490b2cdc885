import { civilDateAt, type CivilDate, type DueContext, type Today } from '../calendar/index.ts';
import type { Policy } from '../policy/index.ts';
import type { CaseState, Visit } from './state.ts';

/**
 * By what the times of a case are counted at an instant. Most of what happens in a case starts or stops several times at
 * once, so that the day of each instant is found once.
 */
export class Reckoning {
  readonly policy: Policy;
  readonly state: CaseState;
  readonly today: Today;
  /** How the policy counts. */
  readonly context: DueContext;
  readonly #dates = new Map<string, CivilDate>();
  #repeats: readonly number[] | undefined;

  constructor(policy: Policy, state: CaseState, today: Today) {
    this.policy = policy;
    this.state = state;
    this.today = today;
    this.context = { calendar: today.calendar, timeZone: policy.timeZone, counting: policy.counting };
  }

  /** The day of an instant in the policy's own time zone. */
  dateOf(instant: string): CivilDate {
    let date = this.#dates.get(instant);
    if (date === undefined) this.#dates.set(instant, (date = civilDateAt(instant, this.context.timeZone)));
    return date;
  }

  /** How often the stage of each stay had been entered before. */
  get repeats(): readonly number[] {
    return (this.#repeats ??= repeatsOf(this.state.visits));
  }
}

function repeatsOf(visits: readonly Visit[]): number[] {
  const entered = new Map<string, number>();
  return visits.map(({ stage }) => {
    const before = entered.get(stage) ?? 0;
    entered.set(stage, before + 1);
    return before;
  });
}
