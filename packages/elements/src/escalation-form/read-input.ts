import { Case } from '@escalation-kit/core/case';
import type { Calendar } from '@escalation-kit/core/calendar';
import { FORM_ACTIONS, newerTerms, type FormInput } from '@escalation-kit/core/form';
import { indexOf, type Action, type Policy } from '@escalation-kit/core/policy';
import { isSamePolicy } from '@escalation-kit/core/record';
import { AttributeError } from '../kit/attribute-error.ts';
import { HEADING_LEVELS } from '../kit/heading.ts';
import type { EscalationForm } from './escalation-form.ts';

/** What the form has to go by, as it finds it: its attributes, and the case around it. */
export interface Found {
  readonly form: EscalationForm;
  readonly policy: Policy | null;
  readonly calendar: Calendar | null;
  readonly around: Case | null;
  readonly now: string;
}

/** What the form is about. */
export interface Given extends FormInput {
  /** It is about the case around it. */
  readonly isOfCase: boolean;
}

/** Reads what a form has to go by. As long as that is the same, so is what it gives: what was worked out stays. */
export class InputReader {
  #known: { readonly by: readonly unknown[]; readonly given: Given } | null = null;

  /**
   * The case around the form, where it is about the same policy, else none that is opened. To take up newer terms is
   * about the case too: then the form's own policy and calendar are the newer ones.
   *
   * @param isFresh to the second, for what is recorded; else to the minute, for what is shown
   * @returns null while there is no policy yet
   * @throws AttributeError
   */
  read({ form, policy, calendar, around, now }: Found, isFresh = false): Given | null {
    if (!policy || !calendar) return null;
    const { route, stage, action } = form;
    check(form, 'heading-level', form.headingLevel, HEADING_LEVELS);
    check(form, 'action', action, FORM_ACTIONS);
    check(form, 'route', route, [...indexOf(policy).routes.keys()]);
    check(form, 'stage', stage, [...indexOf(policy).stages.keys()]);
    const by = [policy, calendar, around, route, stage, action, isFresh ? now : now.slice(0, MINUTE)];
    if (this.#known && isSame(this.#known.by, by)) return this.#known.given;
    const asked = {
      action: (action || null) as Action | null,
      preset: { ...presetRoute(policy, route, stage), ...(stage && { stage }) },
    };
    const given = aboutCase(form, { policy, calendar, around, now }, asked) ?? {
      ...asked,
      case: new Case({ policy, calendar, log: [], now }),
      isOfCase: false,
    };
    this.#known = { by: [...by.slice(0, -1), now.slice(0, MINUTE)], given };
    return given;
  }
}

/** How much of an instant says its minute. */
const MINUTE = '2026-11-24T09:00'.length;

function aboutCase(
  form: EscalationForm,
  { policy, calendar, around, now }: Omit<Found, 'form'>,
  asked: Omit<FormInput, 'case'>,
): Given | null {
  const isAdopting = asked.action === 'adopt';
  if (!around || !(isAdopting || isSamePolicy(around.policy, policy!))) return null;
  check(form, 'policy', policy!.id, [around.policy.id]);
  const kept = around.at(now);
  const newer = isAdopting ? newerTerms(kept, { policy: policy!, calendar: calendar! }) : null;
  return { ...asked, case: kept, isOfCase: true, ...(newer && { newer }) };
}

/** A stage that stands on one route only says which. */
function presetRoute(policy: Policy, route: string | null, stage: string | null): { route?: string } {
  if (route) return { route };
  const routes = policy.routes.filter(({ stages }) => stage && stages.includes(stage));
  return routes.length === 1 ? { route: routes[0]!.id } : {};
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((part, i) => part === other[i]);
}

function check<T extends string | number>(form: Element, name: string, value: T | null, allowed: readonly T[]): void {
  if (value && !allowed.includes(value)) {
    throw new AttributeError(form.localName, name, form.getAttribute(name) ?? String(value), allowed.join(', '));
  }
}
