import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/index.ts';
import { englandAndWales } from '../calendar/bank-holidays/england-and-wales.ts';
import { assess, decide, replay, type CaseEvent } from '../case/index.ts';
import { indexOf, type Action, type Policy } from '../policy/index.ts';
import barnsley from '../../../policies/src/barnsley/policy.json' with { type: 'json' };
import bromley from '../../../policies/src/bromley/policy.json' with { type: 'json' };
import coventry from '../../../policies/src/coventry/policy.json' with { type: 'json' };
import greenwich from '../../../policies/src/greenwich/policy.json' with { type: 'json' };
import kent from '../../../policies/src/kent/policy.json' with { type: 'json' };
import { commandsOf, errorsOf, FORM_ACTIONS, formPages, type Answer, type Answers, type FormField } from './index.ts';
import type { FormSetting } from './index.ts';

/*
 * Somebody who answers every question with the first thing that comes to mind can open a case anywhere, and do there
 * whatever is offered: the form asks all that the engine needs.
 */

const POLICIES = [barnsley, bromley, coventry, greenwich, kent] as unknown as readonly Policy[];
const calendar = compileCalendar(englandAndWales);
const now = '2026-11-24T09:00:00Z';

describe.each(POLICIES.map((policy) => [policy.id, policy] as const))('the form of %s', (_id, policy) => {
  const places = policy.routes.flatMap(({ id }) =>
    indexOf(policy)
      .route(id)
      .map((stage) => [id, stage] as const),
  );

  it.each(places)('does on route %s, at stage %s, whatever is offered', (route, stage) => {
    const start = settingOf(policy, []);
    const [opened] = carriedOut(start, { route, stage });
    expect(opened).toMatchObject({ type: 'opened', stage });
    const { assessment } = settingOf(policy, [opened!]);
    for (const { action, to, because, option } of assessment.actions) {
      // Newer terms can be taken up only where the page has some.
      if (!(FORM_ACTIONS as readonly Action[]).includes(action) || action === 'adopt') continue;
      const given = { ...(to && { to }), ...(because && { because }), ...(option && { option }) };
      const events = carriedOut(settingOf(policy, [opened!], action), given);
      expect(events.length, `${action} ${JSON.stringify(given)}`).toBeGreaterThan(0);
    }
  });
});

function settingOf(policy: Policy, log: readonly CaseEvent[], action: Action | null = null): Log & FormSetting {
  const state = replay(policy, log);
  return { policy, action, log, state, assessment: assess(policy, state, { now, calendar }), now };
}

interface Log {
  readonly log: readonly CaseEvent[];
}

/** The events that the answers come to; fails where a page finds a fault or the engine refuses. */
function carriedOut(setting: Log & FormSetting, given: Answers): readonly CaseEvent[] {
  const answers = answered(setting, given);
  for (const page of formPages(setting, answers)) expect(errorsOf(page, setting, answers), page.id).toEqual([]);
  return commandsOf(setting, answers).reduce<readonly CaseEvent[]>((events, command) => {
    const decided = decide(setting.policy, replay(setting.policy, [...setting.log, ...events]), command);
    expect(decided).toMatchObject({ accepted: true });
    return decided.accepted ? [...events, ...decided.events] : events;
  }, []);
}

/** Answers question after question, for each can bring up others. */
function answered(setting: FormSetting, given: Answers): Answers {
  const answers: Record<string, Answer> = { ...given };
  for (;;) {
    const fields = formPages(setting, answers).flatMap((page) => page.fields);
    const next = fields.find(({ name, initial }) => answers[name] === undefined && initial === undefined);
    if (!next) return answers;
    answers[next.name] = firstThought(next);
  }
}

function firstThought({ name, kind, options, range }: FormField): Answer {
  switch (kind) {
    case 'yes-no':
      return 'no';
    case 'tick':
    case 'notice':
      return 'yes';
    case 'date':
    case 'date-time':
      return range === 'future' ? ['27', '11', '2026'] : [];
    case 'checkboxes':
      return [options![0]!.value];
    case 'radios':
      return options![0]!.value;
    case 'text':
    case 'long-text':
      return `words for ${name}`;
  }
}
