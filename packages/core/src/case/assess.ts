import { civilDateAt, parseInstant, type Calendar, type Today } from '../calendar/index.ts';
import { isReviewOverdue, type Ask, type Policy } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { actionsOf, blockedOf, possibleFor, type Possible } from './actions.ts';
import type {
  Assessment,
  BlockedAction,
  Deadline,
  DutyView,
  OfferedAction,
  ShownCallout,
  Warning,
} from './assessment.ts';
import { calloutsOf } from './callouts.ts';
import { deadlinesOf } from './deadlines.ts';
import { isUnmet } from './guards.ts';
import { unansweredAsks } from './opening.ts';
import { dutiesOf } from './owed.ts';
import { Reckoning } from './reckoning.ts';
import { currentVisit, type CaseState } from './state.ts';
import { waysUp, type WayUp } from './ways-up.ts';

/** From where a case is looked at: an instant, ISO 8601, and the calendar that the case keeps. */
interface Outlook {
  readonly now: string;
  readonly calendar: Calendar;
}

/**
 * How a case stands at an instant: the only place where time enters the engine, as an argument. Plain data, all of it.
 *
 * @throws InvalidInstantError when `now` is no instant.
 */
export function assess(policy: Policy, state: CaseState, outlook: Outlook): Assessment {
  return new Assessed(policy, state, todayAt(policy, outlook)).toJSON();
}

/**
 * The same, each part worked out once, when first asked for: a form asks for no deadline, a badge for no action. A class,
 * for an object that has getters of its own costs more than what they spare.
 */
export class Assessed implements Assessment {
  readonly status: Assessment['status'];
  readonly route: string | null;
  readonly stage: string | null;
  readonly tier: string | null;
  readonly bypassed: readonly string[];
  readonly #reckoning: Reckoning;
  #deadlines: readonly Deadline[] | undefined;
  #duties: readonly DutyView[] | undefined;
  #ways: readonly WayUp[] | undefined;
  #possible: readonly Possible[] | undefined;
  #actions: readonly OfferedAction[] | undefined;
  #blocked: readonly BlockedAction[] | undefined;
  #callouts: readonly ShownCallout[] | undefined;
  #warnings: readonly Warning[] | undefined;

  constructor(policy: Policy, state: CaseState, today: Today) {
    const visit = currentVisit(state);
    this.status = state.status;
    this.route = state.route;
    this.stage = visit?.stage ?? null;
    this.tier = visit?.tier ?? null;
    this.bypassed = state.bypassed;
    this.#reckoning = new Reckoning(policy, state, today);
  }

  get deadlines(): readonly Deadline[] {
    return (this.#deadlines ??= deadlinesOf(this.#reckoning));
  }

  get duties(): readonly DutyView[] {
    return (this.#duties ??= dutiesOf(this.#reckoning, this.deadlines));
  }

  get actions(): readonly OfferedAction[] {
    return (this.#actions ??= actionsOf(this.possible));
  }

  get blocked(): readonly BlockedAction[] {
    return (this.#blocked ??= blockedOf(this.possible));
  }

  get callouts(): readonly ShownCallout[] {
    return (this.#callouts ??= calloutsOf(this.#reckoning.policy, this.#reckoning.state));
  }

  get warnings(): readonly Warning[] {
    return (this.#warnings ??= warningsOf(this.#reckoning, this.deadlines));
  }

  /** The ways up from where the case stands, guards aside. */
  get ways(): readonly WayUp[] {
    return (this.#ways ??= waysUp(this.#reckoning.policy, this.#reckoning.state));
  }

  /** What is behind both the actions and what is blocked. */
  private get possible(): readonly Possible[] {
    return (this.#possible ??= possibleFor(this.#reckoning.policy, this.#reckoning.state, this.ways));
  }

  /** All of it as plain data. */
  toJSON(): Assessment {
    const { status, route, stage, tier, bypassed, deadlines, duties, actions, blocked, callouts, warnings } = this;
    return { status, route, stage, tier, bypassed, deadlines, duties, actions, blocked, callouts, warnings };
  }
}

/** An instant as the policy's own time zone has it. @throws InvalidInstantError */
export function todayAt({ timeZone }: Policy, { now, calendar }: Outlook): Today {
  const ms = parseInstant(now);
  return { ms, date: civilDateAt(ms, timeZone), calendar };
}

/** What the policy's form should have been told when the case was opened. */
function unanswered(policy: Policy, state: CaseState): Ask[] {
  if (!state.opened || state.status !== 'open') return [];
  return unansweredAsks(policy, state, state.opened).filter((ask) => ask.verb === 'should');
}

function warningsOf({ policy, state, today }: Reckoning, deadlines: readonly Deadline[]): Warning[] {
  const warnings: Warning[] = [];
  const { review, confirmed } = policy.provenance;
  if (review && isReviewOverdue(policy, today.date)) {
    const words: Text = { key: 'warning.review-overdue', values: { due: review.due } };
    warnings.push({ kind: 'policy-review-overdue', clauses: review.clauses, words });
  }
  if (!confirmed) {
    const words: Text = { key: 'warning.not-confirmed', values: { taken: policy.provenance.taken } };
    warnings.push({ kind: 'policy-not-confirmed', clauses: [], words });
  }
  for (const { label, clauses } of unanswered(policy, state)) {
    warnings.push({
      kind: 'ask-unanswered',
      clauses,
      words: { key: 'warning.ask-unanswered', values: { ask: label }, own: ['ask'] },
    });
  }
  for (const { guard, ...warning } of state.departures) {
    if (guard === undefined || isUnmet(policy, state, guard)) warnings.push(warning);
  }
  if (deadlines.some((deadline) => deadline.status === 'unknown')) {
    const words: Text = { key: 'deadline.unknown', values: { to: today.calendar.covers.to } };
    warnings.push({ kind: 'calendar-ended', clauses: [], words });
  }
  return warnings;
}
