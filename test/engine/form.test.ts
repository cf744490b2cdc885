import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Case, type CaseEvent } from '@escalation-kit/core/case';
import { Form, type Answer, type Answers, type FormField, type FormInput } from '@escalation-kit/core/form';
import { indexOf, type Policy } from '@escalation-kit/core/policy';
import { decideAll } from '@escalation-kit/core/submission';
import { arbitraryPolicy } from './arbitrary-policy.ts';
import { calendar } from './bundled.ts';

/*
 * Whatever the policy, a person who puts right what the form finds can send: no question that the engine needs is left
 * out, and nothing is found out only on sending. Answers are drawn at random, question after question, and some of them
 * are changed again, so that other questions come up and answers are left behind that nobody asks for any more.
 */

const NOW = '2026-11-24T09:00:00Z';

/** A turn of the person's: which question of those there are, and what is answered. */
type Turn = readonly [question: number, answer: number];

const turns = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 12, size: 'max' });

describe('where no page has a fault, `decide` accepts', () => {
  test('whoever opens a case', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryPolicy, turns, (policy, walk) => {
        follow({ case: new Case({ policy, calendar, log: [], now: NOW }), action: null }, walk);
      }),
      { numRuns: 150 },
    );
  });

  test('and whatever is offered in it', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryPolicy, turns, fc.nat(1000), (policy, walk, place) => {
        follow({ case: new Case({ policy, calendar, log: [openedAt(policy, place)], now: NOW }), action: null }, walk);
      }),
      { numRuns: 150 },
    );
  });
});

/** Answers at random, then all that is still to be put right. */
function follow(input: FormInput, walk: readonly Turn[]): void {
  let answers: Answers = {};
  for (const [question, answer] of walk) {
    const fields = questionsOf(new Form(input, answers));
    const field = fields[question % fields.length];
    if (field) answers = { ...answers, [field.name]: answerTo(field, answer) };
  }
  const form = putRight(input, answers);
  const faults = form.pages.flatMap((page) => form.errorsOf(page));
  const decided = decideAll(input.case, form.commands);
  if (faults.length === 0 && form.action) expect(decided).not.toHaveProperty('refused');
  // Every question that is missed is there to be answered: what is left is a rule that the answers given break.
  const left = faults.filter(({ words }) => !BROKEN_RULES.test(words.key) && !hasNothingToChoose(form, words.key));
  expect(left).toEqual([]);
}

const BROKEN_RULES = /^refusal\.(guard|stage-not-here|elsewhere|panel|chair|raiser)/;

function hasNothingToChoose(form: Form, key: string): boolean {
  return questionsOf(form).some(({ missing, options }) => missing?.key === key && options?.length === 0);
}

/** Answers what is missing, as long as anything is. */
function putRight(input: FormInput, given: Answers): Form {
  let answers = given;
  for (let turn = 0; turn < 60; turn++) {
    const form = new Form(input, answers);
    const missing = new Set(
      form.pages.flatMap((page) =>
        form
          .errorsOf(page)
          .filter(({ words }) => words.key.startsWith('form.'))
          .map(({ field }) => field),
      ),
    );
    const field = questionsOf(form).find(({ name, options }) => missing.has(name) && options?.length !== 0);
    if (!field) return form;
    answers = { ...answers, [field.name]: answerTo(field, turn) };
  }
  throw new Error('there is no end to the questions');
}

function questionsOf({ pages }: Form): FormField[] {
  return pages.flatMap(({ fields }) => [...fields]);
}

function answerTo({ name, kind, options, range }: FormField, pick: number): Answer {
  const one = options && options.length > 0 ? options[pick % options.length]!.value : '';
  switch (kind) {
    case 'yes-no':
      return pick % 2 ? 'yes' : 'no';
    case 'tick':
    case 'notice':
      return 'yes';
    case 'date':
      return range === 'past' ? ['20', '11', '2026'] : ['27', '11', '2026'];
    case 'checkboxes':
      return [one];
    case 'radios':
      return one;
    case 'time':
      return '9:30';
    case 'text':
    case 'long-text':
      return `words for ${name}`;
  }
}

function openedAt(policy: Policy, place: number): CaseEvent {
  const places = policy.routes.flatMap(({ id }) =>
    indexOf(policy)
      .route(id)
      .map((stage) => [id, stage] as const),
  );
  const [route, stage] = places[place % places.length]!;
  return {
    id: 'e1',
    type: 'opened',
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising' },
    route,
    stage,
    parties: { raising: { agency: 'Hill', sector: 'education' }, receiving: { agency: 'CS', sector: 'social-care' } },
    child: { statuses: [] },
    causes: ['plan'],
    facts: {},
  } as unknown as CaseEvent;
}
