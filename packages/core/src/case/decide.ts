import type { Policy } from '../policy/index.ts';
import { ACTIONS, type Action } from '../policy/vocabulary.ts';
import type { Text } from '../text/text.ts';
import { EVENT_OF, type Command } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { isObject } from './fields.ts';
import { MOST_ENTRIES } from './most-entries.ts';
import { firstStage } from './opening.ts';
import { refusal, type Refusal } from './refusal.ts';
import { refusalOf } from './rules.ts';
import type { CaseState } from './state.ts';
import { withoutUndefined } from './without-undefined.ts';

export type Decided =
  | { readonly accepted: true; readonly events: readonly CaseEvent[] }
  | { readonly accepted: false; readonly refusal: Refusal };

/**
 * What comes of somebody wanting to do something: the events to append to the log, or a refusal that names the clause
 * or the field it rests on. Changes nothing itself.
 *
 * Opening under a policy with one route needs no `route`; without a `stage` it opens at the route's first that is for
 * such a case.
 */
export function decide(policy: Policy, state: CaseState, command: Command): Decided {
  if (!isObject(command) || !isAction(command.action)) {
    const text: Text = { key: 'refusal.action', values: { allowed: ACTIONS.join(', ') } };
    return { accepted: false, refusal: refusal(text, [], 'action') };
  }
  if (state.count >= MOST_ENTRIES) return { accepted: false, refusal: tooMany() };
  // The action says the type of the event: a field of that name would make it another.
  const { action, type: _, ...given } = withoutUndefined(command);
  const fields = action === 'open' ? withOpeningDefaults(policy, state, given) : given;
  const refused = refusalOf(policy, state, action, fields);
  if (refused) return { accepted: false, refusal: refused };
  const event = {
    id: `e${state.count + 1}`,
    type: EVENT_OF[action],
    by: { side: 'raising' },
    ...(action === 'resolve' && { outstanding: '' }),
    ...fields,
  };
  return { accepted: true, events: [event as unknown as CaseEvent] };
}

function tooMany(): Refusal {
  return refusal({ key: 'refusal.most-entries', values: { most: MOST_ENTRIES } }, [], 'action');
}

function isAction(action: unknown): action is Action {
  return typeof action === 'string' && (ACTIONS as readonly string[]).includes(action);
}

function withOpeningDefaults(
  policy: Policy,
  state: CaseState,
  fields: Record<string, unknown>,
): Record<string, unknown> {
  const route = fields.route ?? (policy.routes.length === 1 ? policy.routes[0]?.id : undefined);
  const opening = {
    policy: { id: policy.id, version: policy.version },
    calendar: { id: policy.calendar },
    child: { statuses: [] },
    causes: [],
    facts: {},
    ...fields,
    route,
  };
  return { ...opening, stage: fields.stage ?? firstStage(policy, state, opening) };
}
