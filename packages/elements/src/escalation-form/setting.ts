import type { Calendar } from '@escalation-kit/core/calendar';
import { assess, replay, type CaseEvent } from '@escalation-kit/core/case';
import { indexOf, type Action, type Policy } from '@escalation-kit/core/policy';
import { FORM_ACTIONS, type FormSetting } from '@escalation-kit/core/form';
import { AttributeError } from '../kit/attribute-error.ts';
import { HEADING_LEVELS } from '../kit/heading.ts';
import { newerTerms } from './newer-terms.ts';
import type { Shell } from './shell.ts';

/**
 * What the form has to go by: its attributes, and the case around it if it is about the same policy. To take up newer
 * terms is about the case too: then the form's own policy and calendar are the newer ones.
 */
export interface Setting extends FormSetting {
  readonly calendar: Calendar;
  readonly log: readonly CaseEvent[];
  /** It is about the case around it. */
  readonly isOfCase: boolean;
}

/**
 * @returns null while there is no policy yet
 * @throws AttributeError
 */
export function readSetting({
  form,
  policy: policyOf,
  calendar: calendarOf,
  now: nowOf,
  around,
}: Shell): Setting | null {
  const policy = policyOf();
  const calendar = calendarOf();
  if (!policy || !calendar) return null;
  const { route, stage, action } = form;
  check(form, 'heading-level', form.headingLevel, HEADING_LEVELS);
  check(form, 'action', action, FORM_ACTIONS);
  check(form, 'route', route, [...indexOf(policy).routes.keys()]);
  check(form, 'stage', stage, [...indexOf(policy).stages.keys()]);
  const inCase = around();
  const now = nowOf();
  const given = {
    policy,
    calendar,
    now,
    action: (action || null) as Action | null,
    preset: { ...presetRoute(policy, route, stage), ...(stage && { stage }) },
  };
  const { case: inside } = inCase ?? {};
  if (inside && (inside.policy === policy || action === 'adopt')) {
    const { policy: kept, calendar: keptCalendar, log, state, assessment } = inside;
    check(form, 'policy', policy.id, [kept.id]);
    const own = { ...given, policy: kept, calendar: keptCalendar, log, state, assessment, isOfCase: true };
    const newer = action === 'adopt' ? newerTerms(own, { policy, calendar }, now) : null;
    return newer ? { ...own, newer } : own;
  }
  const nothing = replay(policy, []);
  const assessed = assess(policy, nothing, { now, calendar });
  return { ...given, log: [], state: nothing, assessment: assessed, isOfCase: false };
}

/** A stage that stands on one route only says which. */
function presetRoute(policy: Policy, route: string | null, stage: string | null): { route?: string } {
  if (route) return { route };
  const routes = policy.routes.filter(({ stages }) => stage && stages.includes(stage));
  return routes.length === 1 ? { route: routes[0]!.id } : {};
}

function check<T extends string | number>(form: Element, name: string, value: T | null, allowed: readonly T[]): void {
  if (value && !allowed.includes(value)) {
    throw new AttributeError(form.localName, name, form.getAttribute(name) ?? String(value), allowed.join(', '));
  }
}
