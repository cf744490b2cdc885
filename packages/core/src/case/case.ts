import type { Calendar, Today } from '../calendar/index.ts';
import type { Policy } from '../policy/index.ts';
import { seal, type CaseRecord } from '../record/index.ts';
import { Assessed, todayAt } from './assess.ts';
import type { CaseEvent } from './events.ts';
import { replay } from './replay.ts';
import type { CaseState } from './state.ts';

/** What a case is read by: the policy and the calendar that it keeps, or newer ones. */
export interface Terms {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** What goes into a case. */
export interface CaseInput extends Terms {
  /** The events, in order, corrections included. Never changed: a longer log is another case. */
  readonly log: readonly CaseEvent[];
  /** The instant at which the case is looked at, ISO 8601. */
  readonly now: string;
  /** The log with its chain, where it came with one; sealed anew where it is left out. */
  readonly record?: CaseRecord<CaseEvent>;
}

/**
 * One case: policy, calendar, log and now go in; state, assessment and record come out, each worked out once, when first
 * asked for. All that shows, asks, exports or keeps a case takes this value, so that none of it can go by another log,
 * or another hour, than the rest.
 */
export class Case implements CaseInput {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly log: readonly CaseEvent[];
  readonly now: string;
  /** What does not depend on `now`, shared with the same case at other instants. */
  #read: { state?: CaseState; record?: CaseRecord<CaseEvent> };
  #assessment: Assessed | undefined;
  #today: Today | undefined;

  constructor({ policy, calendar, log, now, record }: CaseInput) {
    this.policy = policy;
    this.calendar = calendar;
    this.log = log;
    this.now = now;
    this.#read = record ? { record } : {};
  }

  /** What the log says, with no clock. */
  get state(): CaseState {
    return (this.#read.state ??= replay(this.policy, this.log));
  }

  /** How the case stands at `now`. @throws InvalidInstantError where that is no instant */
  get assessment(): Assessed {
    return (this.#assessment ??= new Assessed(this.policy, this.state, this.today));
  }

  /** The log with its chain. @throws RecordError where an event is not plain JSON */
  get record(): CaseRecord<CaseEvent> {
    return (this.#read.record ??= seal(this.log));
  }

  /** `now` in the policy's own time zone. @throws InvalidInstantError where it is no instant */
  get today(): Today {
    return (this.#today ??= todayAt(this.policy, this));
  }

  /**
   * What tells this case from any other: the id that its form made, in older records the hash of the first entry; null
   * before it is opened.
   */
  get id(): string | null {
    const { opened } = this.state;
    return opened && (opened.case ?? this.record[0]!.hash);
  }

  /** The same case looked at from another instant. Its log is not read again. */
  at(now: string): Case {
    if (now === this.now) return this;
    const other = new Case({ ...this.#terms, log: this.log, now });
    other.#read = this.#read;
    return other;
  }

  /** The case with these events after its own. */
  with(events: readonly CaseEvent[]): Case {
    if (events.length === 0) return this;
    return new Case({ ...this.#terms, log: [...this.log, ...events], now: this.now });
  }

  /** The same log by other terms: what would be so if the case had been opened under them. */
  under(terms: Terms): Case {
    return new Case({ ...terms, log: this.log, now: this.now });
  }

  get #terms(): Terms {
    return { policy: this.policy, calendar: this.calendar };
  }
}
