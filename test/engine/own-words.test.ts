import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Case, type CaseEvent } from '@escalation-kit/core/case';
import { confirmationOf, Form, FORM_ACTIONS } from '@escalation-kit/core/form';
import type { Policy } from '@escalation-kit/core/policy';
import type { Text } from '@escalation-kit/core/text';
import {
  calloutViews,
  dutiesView,
  ladderView,
  notificationsOf,
  plannedDuties,
  summaryView,
  whyOf,
} from '@escalation-kit/core/views';
import { calendar, opened, policies } from './bundled.ts';

/*
 * A text names the values that are words of the policy, so that a screen reader says them in their own language and no
 * reader takes them for the kit's. Whatever the five policies show, at each place of each route and after each scenario,
 * is looked through for a value that holds the policy's words unmarked.
 */

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (_, policy) => {
  const words = wordsIn(policy);

  test('marks its words wherever they are put into a text', () => {
    const unmarked = new Set<string>();
    for (const kase of casesOf(policy)) {
      for (const text of textsIn(everythingShown(kase))) {
        for (const [name, value] of Object.entries(text.values ?? {})) {
          const isMarked = text.own?.includes(name) || text.typed?.includes(name);
          if (!isMarked && typeof value === 'string' && words.some((each) => value.includes(each))) {
            unmarked.add(`${text.key} {${name}}`);
          }
        }
      }
    }
    expect([...unmarked].sort()).toEqual([]);
  });
});

/** Sentences and names, and not ids or single words, which may stand in a text by chance. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\S \S+ \S/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

function casesOf(policy: Policy): Case[] {
  const now = '2026-11-30T10:00:00Z';
  const places = policy.routes.flatMap(({ id, stages }) =>
    stages.map((stage) => [opened(policy, { route: id, stage, ...asksOf(policy) })]),
  );
  return [
    new Case({ policy, calendar, log: [], now }),
    ...places.map((log) => new Case({ policy, calendar, log, now })),
    ...scenariosOf(policy.id).map((each) => new Case({ policy, calendar, log: eventsOf(each, policy), now: each.now })),
  ];
}

function asksOf({ asks }: Policy): object {
  return { answers: Object.fromEntries(asks.map(({ id }) => [id, 'answered'])) };
}

interface Scenario {
  readonly now: string;
  readonly log: readonly Record<string, unknown>[];
}

function scenariosOf(id: string): Scenario[] {
  return JSON.parse(readFileSync(`test/conformance/scenarios/${id}.json`, 'utf8')) as Scenario[];
}

function eventsOf({ log }: Scenario, policy: Policy): CaseEvent[] {
  const terms = {
    policy: { id: policy.id, version: policy.version },
    calendar: { id: calendar.id, published: calendar.published },
  };
  return log.map(
    (event, at) =>
      ({
        id: `e${at + 1}`,
        by: { side: 'raising' },
        ...(event.type === 'opened' && terms),
        ...event,
      }) as unknown as CaseEvent,
  );
}

function everythingShown(kase: Case): unknown[] {
  const { policy, state, assessment } = kase;
  const forms = FORM_ACTIONS.map((action) => new Form({ case: kase, action }, {}));
  return [
    assessment,
    ladderView(kase),
    dutiesView(kase),
    summaryView(policy, kase.today.date),
    calloutViews(policy, assessment.callouts),
    plannedDuties(policy),
    assessment.deadlines.map((deadline) => whyOf(deadline, kase)),
    forms.map((form) => [form.pages, form.pages.map((page) => form.errorsOf(page))]),
    state.opened ? confirmationOf(kase, state) : [],
    notificationsOf(kase),
  ];
}

function* textsIn(value: unknown): Generator<Text> {
  if (typeof value !== 'object' || value === null) return;
  if ('key' in value && typeof value.key === 'string') yield value as Text;
  for (const inner of Object.values(value)) yield* textsIn(inner);
}
