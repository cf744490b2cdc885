import { civilDateAt, parseInstant, type Calendar, type Today } from '../calendar/index.ts';
import { isReviewOverdue, type Ask, type Policy } from '../policy/index.ts';
import { actionsOf, blockedOf, possibleFor, type Possible } from './actions.ts';
import type { Assessment, Deadline, Warning } from './assessment.ts';
import { calloutsOf } from './callouts.ts';
import { deadlinesOf } from './deadlines.ts';
import { isUnmet } from './guards.ts';
import { unansweredAsks } from './opening.ts';
import { dutiesOf } from './owed.ts';
import { currentVisit, type CaseState } from './state.ts';

/** From where a case is looked at: an instant, ISO 8601, and the calendar that the case keeps. */
interface Outlook {
  readonly now: string;
  readonly calendar: Calendar;
}

/**
 * How a case stands at an instant: the only place where time enters the engine, as an argument. Each part is worked out
 * once, when first asked for: a form asks for no deadline, a badge for no action.
 *
 * @throws InvalidInstantError when `now` is no instant.
 */
export function assess(policy: Policy, state: CaseState, outlook: Outlook): Assessment {
  const today = todayAt(policy, outlook);
  const visit = currentVisit(state);
  const known: { -readonly [K in keyof Assessment]?: Assessment[K] } & { possible?: readonly Possible[] } = {};
  const possible = () => (known.possible ??= possibleFor(policy, state));
  return {
    status: state.status,
    route: state.route,
    stage: visit?.stage ?? null,
    tier: visit?.tier ?? null,
    bypassed: state.bypassed,
    get deadlines() {
      return (known.deadlines ??= deadlinesOf(policy, state, today));
    },
    get duties() {
      return (known.duties ??= dutiesOf(policy, state, today, this.deadlines));
    },
    get actions() {
      return (known.actions ??= actionsOf(possible()));
    },
    get blocked() {
      return (known.blocked ??= blockedOf(possible()));
    },
    get callouts() {
      return (known.callouts ??= calloutsOf(policy, state));
    },
    get warnings() {
      return (known.warnings ??= warningsOf(policy, state, today, this.deadlines));
    },
  };
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

function warningsOf(policy: Policy, state: CaseState, today: Today, deadlines: readonly Deadline[]): Warning[] {
  const warnings: Warning[] = [];
  const { review, confirmed } = policy.provenance;
  if (review && isReviewOverdue(policy, today.date)) {
    const words = { key: 'warning.review-overdue', values: { due: review.due } };
    warnings.push({ kind: 'policy-review-overdue', clauses: review.clauses, words });
  }
  if (!confirmed) {
    const words = { key: 'warning.not-confirmed', values: { taken: policy.provenance.taken } };
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
    const words = { key: 'deadline.unknown', values: { to: today.calendar.covers.to } };
    warnings.push({ kind: 'calendar-ended', clauses: [], words });
  }
  return warnings;
}
