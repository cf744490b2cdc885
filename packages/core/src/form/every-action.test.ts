import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/index.ts';
import { englandAndWales } from '../calendar/bank-holidays/england-and-wales.ts';
import { Case, type CaseEvent } from '../case/index.ts';
import { decideAll } from '../submission/index.ts';
import { indexOf, type Action, type Policy } from '../policy/index.ts';
import barnsley from '../../../policies/src/barnsley/policy.json' with { type: 'json' };
import bromley from '../../../policies/src/bromley/policy.json' with { type: 'json' };
import coventry from '../../../policies/src/coventry/policy.json' with { type: 'json' };
import greenwich from '../../../policies/src/greenwich/policy.json' with { type: 'json' };
import kent from '../../../policies/src/kent/policy.json' with { type: 'json' };
import { Form, FORM_ACTIONS, type Answer, type Answers, type FormField, type FormInput } from './index.ts';

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
    const { case: kept } = settingOf(policy, [opened!]);
    for (const { action, to, because, option } of kept.assessment.actions) {
      // Newer terms can be taken up only where the page has some.
      if (!(FORM_ACTIONS as readonly Action[]).includes(action) || action === 'adopt') continue;
      const given = { ...(to && { to }), ...(because && { because }), ...(option && { option }) };
      const events = carriedOut(settingOf(policy, [opened!], action), given);
      expect(events.length, `${action} ${JSON.stringify(given)}`).toBeGreaterThan(0);
    }
  });
});

function settingOf(policy: Policy, log: readonly CaseEvent[], action: Action | null = null): FormInput {
  return { case: new Case({ policy, calendar, log, now }), action };
}

/** The events that the answers come to; fails where a page finds a fault or the engine refuses. */
function carriedOut(input: FormInput, given: Answers): readonly CaseEvent[] {
  const form = answered(input, given);
  for (const page of form.pages) expect(form.errorsOf(page), page.id).toEqual([]);
  const decided = decideAll(input.case, form.commands);
  if ('refused' in decided) throw new Error(`refused: ${JSON.stringify(decided.refused)}`);
  return decided.events;
}

/** Answers question after question, for each can bring up others. */
function answered(input: FormInput, given: Answers): Form {
  const answers: Record<string, Answer> = { ...given };
  for (;;) {
    const form = new Form(input, answers);
    const fields = form.pages.flatMap((page) => page.fields);
    const next = fields.find(({ name, initial }) => answers[name] === undefined && initial === undefined);
    if (!next) return form;
    answers[next.name] = isNeeded(input.case.policy, next) ? 'yes' : firstThought(next);
  }
}

/** Whether a guard that must be met asks for a yes. */
function isNeeded({ guards }: Policy, { name }: FormField): boolean {
  const must = guards.filter(({ verb }) => verb === 'must');
  return must.some(({ needs }) => (needs.any ?? []).some(({ fact }) => name === `facts/${Object.keys(fact ?? {})[0]}`));
}

function firstThought({ name, kind, options, range }: FormField): Answer {
  switch (kind) {
    case 'yes-no':
      return 'no';
    case 'tick':
    case 'notice':
      return 'yes';
    case 'date':
      return range === 'future' ? ['27', '11', '2026'] : [];
    case 'checkboxes':
      return [options![0]!.value];
    case 'radios':
      return options![0]!.value;
    case 'time':
      return '9:30';
    case 'text':
    case 'long-text':
      return `words for ${name}`;
  }
}
