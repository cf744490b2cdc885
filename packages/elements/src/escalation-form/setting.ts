import type { Calendar } from '@escalation-kit/core/calendar';
import { assess, replay, type CaseEvent } from '@escalation-kit/core/case';
import { indexOf, type Action, type Policy } from '@escalation-kit/core/policy';
import { FORM_ACTIONS, type FormSetting } from '@escalation-kit/core/views';
import { AttributeError } from '../kit/attribute-error.ts';
import { HEADING_LEVELS } from '../kit/heading.ts';
import type { Shell } from './shell.ts';

/** What the form has to go by: its attributes, and the case around it if it is about the same policy. */
export interface Setting extends FormSetting {
  readonly calendar: Calendar;
  readonly log: readonly CaseEvent[];
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
  if (inCase?.policy === policy && inCase.state && inCase.assessment) {
    return { ...given, log: inCase.log, state: inCase.state, assessment: inCase.assessment };
  }
  const state = replay(policy, []);
  return { ...given, log: [], state, assessment: assess(policy, state, { now, calendar }) };
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
