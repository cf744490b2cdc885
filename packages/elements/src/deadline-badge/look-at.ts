import { civilDateAt, type Calendar } from '@escalation-kit/core/calendar';
import type { Case } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { badgeOf, NOT_REACHED, noTimeBadge, type BadgeView } from '@escalation-kit/core/views/badge';
import { loneBadge, wordsBadge } from '@escalation-kit/core/views/lone-badge';
import { deadlineNames, mainDeadline, namedDeadline } from '@escalation-kit/core/views/main-deadline';
import { AttributeError } from '../kit/attribute-error.ts';
import type { CaseContext } from '../kit/case-context.ts';
import { isGiven, needCalendar, readGiven, readTimeZone, type GivenAttributes } from './given.ts';

export interface Surroundings {
  readonly around: CaseContext | null;
  readonly policy: Policy | null;
  readonly calendar: Calendar | null;
  readonly now: string;
}

type Badge = Element & GivenAttributes & { readonly deadline: string | null };

/**
 * What a badge shows: its own deadline, else one of the case around it; null where there is nothing to show yet.
 *
 * @throws AttributeError where its attributes give nothing that can be shown
 */
export function lookAt(badge: Badge, { around, policy, calendar, now }: Surroundings): BadgeView | null {
  // A case that is not upgraded yet will bring what seems to be missing.
  if (!around && badge.closest(':not(:defined)')?.localName.endsWith('escalation-case')) return null;
  if (isGiven(badge)) return ofItsOwn(badge, policy, calendar, now);
  if (!around) throw new AttributeError(badge.localName, 'due', '', OWN_DEADLINE);
  return around.case && ofCase(badge, around.case);
}

const OWN_DEADLINE = 'a date such as 2026-11-27; or from and within; or words; or none of these inside a case';

function ofItsOwn(badge: Badge, policy: Policy | null, calendar: Calendar | null, now: string): BadgeView {
  const given = readGiven(badge);
  if (!('words' in given)) {
    const context = { now, calendar: needCalendar(badge, calendar), timeZone: readTimeZone(badge, now, policy) };
    return loneBadge(given, { ...context, counting: policy?.counting });
  }
  const { words, from } = given;
  if (!from) return wordsBadge(words, null, null);
  const timeZone = readTimeZone(badge, now, policy);
  return wordsBadge(words, from.includes('T') ? civilDateAt(from, timeZone) : from, civilDateAt(now, timeZone));
}

function ofCase(badge: Badge, given: Case): BadgeView | null {
  const { policy, state, assessment, today } = given;
  if (assessment.stage === null) return null;
  const { deadline: name } = badge;
  const deadline = name ? namedDeadline(assessment.deadlines, name) : mainDeadline(assessment);
  if (deadline) return badgeOf(deadline, given);
  if (name) return notReached(badge, name, policy);
  const entered = assessment.status === 'open' && state.visits.at(-1)?.at;
  return noTimeBadge(entered ? civilDateAt(entered, policy.timeZone) : null, today);
}

/** A deadline of a stage that the case has not been at. */
function notReached(badge: Badge, name: string, policy: Policy): BadgeView {
  const names = deadlineNames(policy);
  if (!names.includes(name)) throw new AttributeError(badge.localName, 'deadline', name, names.join(', '));
  return NOT_REACHED;
}
