import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/index.ts';
import { englandAndWales } from '../calendar/bank-holidays/england-and-wales.ts';
import { Case, type CaseEvent } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import type { Outcome } from '../submission/index.ts';
import { en, say } from '../text/index.ts';
import barnsleyData from '../../../policies/src/barnsley/policy.json' with { type: 'json' };
import bromleyData from '../../../policies/src/bromley/policy.json' with { type: 'json' };
import greenwichData from '../../../policies/src/greenwich/policy.json' with { type: 'json' };
import {
  BEGINNING,
  CHECK,
  lookAt,
  pageBefore,
  step,
  type Answers,
  type Effect,
  type FormInput,
  type Journey,
  type JourneyAction,
  type JourneyContext,
} from './index.ts';

const [barnsley, bromley, greenwich] = [barnsleyData, bromleyData, greenwichData] as unknown as [
  Policy,
  Policy,
  Policy,
];
const calendar = compileCalendar(englandAndWales);
const now = '2026-11-24T09:00:00Z';

const opening: Answers = {
  'facts/immediate-harm': 'no',
  stage: '0',
  'parties/raising/agency': 'Hill School',
  'parties/raising/sector': 'education',
  'parties/receiving/agency': 'Children’s Services',
  'parties/receiving/sector': 'social-care',
  description: 'They closed it too soon.',
  'by/role': 'Deputy head',
};

function contextOf(policy: Policy, log: readonly CaseEvent[] = [], more: Partial<FormInput> = {}): JourneyContext {
  const input = { case: new Case({ policy, calendar, log, now }), action: null, ...more };
  return { input, say: (text) => say(text, en), id: 'case-1' };
}

/** One journey in one place: each action on what the one before came to. */
function walker(context = contextOf(barnsley), start: Partial<Journey> = {}) {
  let journey: Journey = { ...BEGINNING, ...start };
  const walk = {
    get journey() {
      return journey;
    },
    get at() {
      return lookAt(journey, context.input).page.id;
    },
    get said() {
      return lookAt(journey, context.input).errors.map(({ words }) => say(words, en));
    },
    do(action: JourneyAction): readonly Effect[] {
      const stepped = step(journey, action, context);
      journey = stepped.journey;
      return stepped.effects;
    },
    next: (given: Answers = {}) => walk.do({ type: 'next', given }),
    back: (given: Answers = {}) => walk.do({ type: 'back', given }),
    /** Goes on with what is there until all is to be checked. */
    toCheck() {
      for (let i = 0; i < 30 && walk.at !== CHECK; i++) walk.next();
      expect(walk.at).toBe(CHECK);
    },
  };
  return walk;
}

const toHeading = (page: string): Effect[] => [
  { type: 'shown', page },
  { type: 'focus', on: 'heading' },
];
const toErrors: Effect = { type: 'focus', on: 'errors' };
const sent: Outcome = { sent: true, receipt: { reference: 'R1', at: now, head: 'f', count: 1 } };

describe('the way through the pages', () => {
  it('goes on page by page, and tells of each page that is shown', () => {
    const walk = walker();
    expect(walk.at).toBe('danger');
    expect(walk.next({ 'facts/immediate-harm': 'no' })).toEqual(toHeading('stage'));
    expect(walk.next({ stage: '0' })).toEqual(toHeading('raising'));
    expect(walk.journey.passed).toEqual(['danger', 'stage']);
    expect(walk.back()).toEqual(toHeading('stage'));
    walk.next();
    expect(walk.journey.passed).toEqual(['danger', 'stage']);
  });

  it('leads back from the first page to none', () => {
    const walk = walker();
    expect(pageBefore(lookAt(walk.journey, contextOf(barnsley).input))).toBeNull();
    expect(walk.back({ 'facts/immediate-harm': 'no' })).toEqual([]);
    expect(walk.journey.answers).toEqual({ 'facts/immediate-harm': 'no' });
  });

  it('passes by what is answered already, both ways', () => {
    const walk = walker(contextOf(barnsley, [], { preset: { stage: '1' } }));
    expect(walk.next({ 'facts/immediate-harm': 'no' })).toEqual(toHeading('raising'));
    expect(walk.back()).toEqual(toHeading('danger'));
  });

  it('asks what the page around it says and the route does not have', () => {
    const walk = walker(contextOf(greenwich, [], { preset: { stage: '2' } }));
    walk.next({ 'facts/immediate-harm': 'no' });
    expect(walk.next({ route: 'icpc' })).toEqual(toHeading('stage'));
  });

  it('begins at the first page that was not passed, and at one that is not there any more no longer', () => {
    expect(walker(undefined, { passed: ['danger'] }).at).toBe('stage');
    expect(walker(undefined, { page: 'danger-now', passed: ['danger'] }).at).toBe('stage');
    expect(walker(undefined, { page: 'who' }).at).toBe('who');
  });

  it('has a notice read by going on', () => {
    const walk = walker();
    expect(walk.next({ 'facts/immediate-harm': 'yes' })).toEqual(toHeading('danger-now'));
    walk.next();
    expect(walk.journey.answers['shown']).toBe('yes');
    expect(walk.at).toBe('stage');
  });

  it('keeps what was typed whatever comes next', () => {
    const walk = walker(undefined, { page: 'raising' });
    walk.back({ 'parties/raising/agency': 'Hill' });
    expect(walk.journey.answers).toEqual({ 'parties/raising/agency': 'Hill' });
    expect(walk.do({ type: 'input', given: { stage: '1' } })).toEqual([]);
    expect(walk.journey.answers).toEqual({ 'parties/raising/agency': 'Hill', stage: '1' });
  });

  it('changes no journey in place', () => {
    const before = Object.freeze({ ...BEGINNING, answers: Object.freeze({}), passed: Object.freeze([]) as never });
    step(before, { type: 'next', given: { 'facts/immediate-harm': 'no' } }, contextOf(barnsley));
    expect(before).toEqual(BEGINNING);
  });
});

describe('what is to be put right', () => {
  it('keeps the page, takes the focus, and stands until the page is left rightly', () => {
    const walk = walker(undefined, { page: 'raising' });
    expect(walk.next()).toEqual([toErrors]);
    expect(walk.at).toBe('raising');
    const said = ['Enter the name of your agency', 'Select the sector of your agency'];
    expect(walk.said).toEqual(said);
    walk.do({ type: 'input', given: { 'parties/raising/agency': 'Hill' } });
    expect(walk.said).toEqual(said);
    walk.next({ 'parties/raising/sector': 'education' });
    expect(walk.at).toBe('receiving');
    expect(walk.said).toEqual([]);
  });

  it('can be shown before anybody has tried to leave the page', () => {
    const walk = walker(undefined, { page: 'who', isChecked: true });
    expect(walk.said).toEqual(['Enter your role']);
    walk.do({ type: 'input', given: { 'by/role': 'Head' } });
    expect(walk.said).toEqual(['Enter your role']);
    walk.next();
    expect(walk.said).toEqual([]);
  });

  it('is found before sending, wherever it is', () => {
    const walk = walker(undefined, { page: CHECK, answers: { ...opening, 'by/role': '' } });
    expect(walk.next()).toEqual([...toHeading('who'), toErrors]);
    expect(walk.said).toEqual(['Enter your role']);
    expect(walk.journey.isReturning).toBe(true);
  });

  it('is what the engine refuses, where no page asks for it on the last one, with its place in the policy', () => {
    const strict = { ...barnsley, guards: barnsley.guards.map((guard) => ({ ...guard, verb: 'must' })) } as Policy;
    const answers = {
      ...opening,
      stage: '1',
      'facts/raising-lead-consulted': 'no',
      'facts/receiving-lead-consulted': 'no',
      'lineManager/name': 'S. Lee',
      'lineManager/contact': '1',
    };
    const context = contextOf(strict);
    const walk = walker(context, { page: CHECK, answers });
    expect(walk.next()).toEqual([toErrors]);
    const [error] = lookAt(walk.journey, context.input).errors;
    expect(error!.field).toBe('');
    expect(error!.sources!.length).toBeGreaterThan(0);
    expect(walk.journey.sending.phase).toBe('idle');
  });
});

describe('a change', () => {
  it('comes straight back', () => {
    const walk = walker(undefined, { answers: opening });
    walk.toCheck();
    expect(walk.do({ type: 'change', page: 'raising' })).toEqual(toHeading('raising'));
    expect(walk.next({ 'parties/raising/agency': 'Elm School' })).toEqual(toHeading(CHECK));
  });

  it('first asks what it has brought up', () => {
    const walk = walker(undefined, { answers: opening });
    walk.toCheck();
    walk.do({ type: 'change', page: 'stage' });
    expect(walk.next({ stage: '1' })).toEqual(toHeading('facts'));
  });

  it('has danger read first, should it arise', () => {
    const walk = walker(undefined, { answers: opening });
    walk.toCheck();
    walk.do({ type: 'change', page: 'danger' });
    expect(walk.next({ 'facts/immediate-harm': 'yes' })).toEqual(toHeading('danger-now'));
  });

  it('asks again what does not fit any more, with what was said, and puts nothing in its place', () => {
    const walk = walker(contextOf(greenwich), { answers: { ...opening, route: 'standard', stage: '2' } });
    walk.toCheck();
    walk.do({ type: 'change', page: 'route' });
    expect(walk.next({ route: 'icpc' })).toEqual(toHeading('stage'));
    const { form, page } = lookAt(walk.journey, contextOf(greenwich).input);
    expect(form.commands[0]).not.toHaveProperty('stage');
    expect(walk.said).toEqual(form.errorsOf(page).map(({ words }) => say(words, en)));
    expect(walk.said).toEqual([
      '‘Stage Two: The worker in the other agency’ was chosen before. It is not offered any more: choose again',
    ]);
    // What stands in the fields is nothing: nothing is chosen.
    expect(walk.next({ stage: '' })).toEqual([toErrors]);
    expect(walk.said).toEqual(['Select the stage you are starting at']);
    expect(walk.next({ stage: 'icpc-1' })).toEqual(toHeading(CHECK));
  });
});

describe('a list', () => {
  const opened = {
    id: 'e1',
    type: 'opened',
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising' },
    route: 'standard',
    stage: '4',
    parties: { raising: { agency: 'Hill', sector: 'education' }, receiving: { agency: 'CS', sector: 'social-care' } },
    child: { statuses: [] },
    causes: [],
    facts: {},
  } as unknown as CaseEvent;
  const context = contextOf(bromley, [opened], { action: 'decide' });

  it('grows by a row, and the keyboard goes there', () => {
    const walk = walker(context, { page: 'panel', answers: { option: 'resolution-panel' } });
    expect(walk.do({ type: 'add-row', given: { 'panel/2/agency': 'Police' } })).toEqual([{ type: 'focus', on: 'row' }]);
    expect(walk.journey.answers).toMatchObject({ members: '4', 'panel/2/agency': 'Police' });
    expect(lookAt(walk.journey, context.input).page.rows).toEqual({ name: 'members', count: 4 });
  });

  it('is only where the page has one', () => {
    const walk = walker(context, { page: 'who', answers: { option: 'resolution-panel' } });
    expect(walk.do({ type: 'add-row', given: {} })).toEqual([]);
    expect(walk.journey.answers).not.toHaveProperty('members');
  });
});

describe('sending', () => {
  const ready = () => {
    const walk = walker(undefined, { page: CHECK, answers: opening });
    const [effect] = walk.next();
    if (effect?.type !== 'submit') throw new Error('not submitted');
    return { walk, submission: effect.submission };
  };
  const answer = (submission: ReturnType<typeof ready>['submission'], outcome: Outcome, isWithHost = false) =>
    ({ type: 'answered', submission, outcome, isWithHost }) as const;
  const nobody: Outcome = { sent: false, reason: null };

  it('gives what the answers come to, once', () => {
    const { walk, submission } = ready();
    expect(submission).toMatchObject({ case: 'case-1', base: { count: 0 }, key: submission.record.head });
    expect(submission.events).toMatchObject([{ type: 'opened', stage: '0', case: 'case-1' }]);
    expect(walk.journey.sending).toEqual({ phase: 'sending', submission });
    expect(walk.next()).toEqual([]);
    expect(walk.back()).toEqual([]);
  });

  it('ends with what became of it', () => {
    const { walk, submission } = ready();
    expect(walk.do(answer(submission, sent))).toEqual([{ type: 'keep', submission }, ...toHeading('sent')]);
    expect(walk.journey).toMatchObject({ became: 'sent', sending: { phase: 'answered', outcome: sent } });
    expect(walk.journey.sent!.answers).toMatchObject(opening);
  });

  it.each([
    [nobody, false, 'not-sent'],
    [nobody, true, 'with-host'],
    [{ sent: false, reason: 'The server is down.' }, true, 'not-sent'],
    [sent, true, 'sent'],
  ] as const)('says so where nobody took it, or a form of the host’s does: %j %j', (outcome, isWithHost, became) => {
    const { walk, submission } = ready();
    walk.do(answer(submission, outcome, isWithHost));
    expect(walk.journey.became).toBe(became);
  });

  it('takes no answer to something else, and none twice', () => {
    const { walk, submission } = ready();
    expect(walk.do(answer({ ...submission }, sent))).toEqual([]);
    expect(walk.journey.became).toBeNull();
    walk.do(answer(submission, nobody));
    expect(walk.do(answer(submission, sent))).toEqual([]);
    expect(walk.journey.became).toBe('not-sent');
  });

  it('tries the very same again', () => {
    const { walk, submission } = ready();
    expect(walk.do({ type: 'again' })).toEqual([]);
    walk.do(answer(submission, { sent: false, reason: 'Down' }));
    expect(walk.do({ type: 'again' })).toEqual([{ type: 'drop' }, { type: 'submit', submission }]);
    expect(walk.journey).toMatchObject({ became: null, sending: { phase: 'sending' } });
    walk.do(answer(submission, sent));
    expect(walk.journey.became).toBe('sent');
  });

  it('leads back to the answers, and the record is dropped', () => {
    const { walk, submission } = ready();
    walk.do(answer(submission, nobody));
    expect(walk.do({ type: 'leave-outcome' })).toEqual([{ type: 'drop' }, ...toHeading(CHECK)]);
    expect(walk.journey).toMatchObject({ became: null, sent: null, sending: { phase: 'idle' }, answers: opening });
  });

  it('takes no answer to what an earlier journey sent', () => {
    const { submission } = ready();
    const walk = walker();
    expect(walk.do(answer(submission, sent))).toEqual([]);
    expect(walk.journey).toEqual(BEGINNING);
  });

  it('tells of the page that it begins at where it is asked to', () => {
    expect(walker().do({ type: 'show' })).toEqual(toHeading('danger'));
  });

  it('loses nothing where something of the kit’s own breaks', () => {
    const { walk } = ready();
    expect(walk.do({ type: 'failed', reason: 'Error: no' })).toEqual([toErrors]);
    expect(walk.said[0]).toContain('Error: no');
    expect(walk.journey).toMatchObject({ answers: opening, sending: { phase: 'idle' } });
    expect(walk.next()[0]).toMatchObject({ type: 'submit' });
  });
});

describe('a case that becomes another', () => {
  const begun = { id: 'e1', type: 'opened', at: '2026-11-20T10:00:00Z', by: { side: 'raising' }, route: 'standard' };
  const openedAs = (id: string) =>
    ({
      ...begun,
      case: id,
      stage: '1',
      parties: {
        raising: { agency: 'Hill School', sector: 'education' },
        receiving: { agency: 'Children’s Services', sector: 'social-care' },
      },
      child: { statuses: [] },
      causes: [],
      facts: {},
    }) as unknown as CaseEvent;
  const updating = (id: string) => contextOf(barnsley, [openedAs(id)], { action: 'update' });
  const words = { summary: 'She was seen on Monday.', 'by/side': 'raising', 'by/role': 'Deputy head' };
  const changed = (from: JourneyContext, given: Answers = {}, host: Answers = {}): JourneyAction => ({
    type: 'case-changed',
    from: from.input,
    begun: host,
    given,
  });

  it('sets aside what was typed, with what stands in the fields, and begins anew', () => {
    const one = updating('one');
    const typed = step(BEGINNING, { type: 'input', given: words }, one).journey;
    const { journey } = step(typed, changed(one, { summary: 'She was seen on Tuesday.' }), updating('two'));
    expect(journey).toEqual({ ...BEGINNING, aside: journey.aside });
    expect(journey.aside!.form.answers).toMatchObject({ summary: 'She was seen on Tuesday.' });
    expect(step(journey, { type: 'forget-aside' }, updating('two')).journey).toEqual(BEGINNING);
  });

  it('says nothing where nothing was typed, and keeps what the host gave before there was a case', () => {
    const none = contextOf(barnsley, [], { action: 'update' });
    expect(step(BEGINNING, changed(updating('one'), { summary: '' }), updating('two')).journey).toEqual(BEGINNING);
    const given = { ...BEGINNING, answers: words };
    expect(step(given, changed(none, {}, words), updating('two')).journey).toBe(given);
    expect(step(given, changed(updating('one'), {}, words), updating('two')).journey.aside).not.toBeNull();
  });

  it('tells of an answer that comes once another case is there, and lets what was sent go with its case', () => {
    const one = updating('one');
    const walk = walker(one);
    walk.next(words);
    for (let i = 0; i < 9 && walk.journey.sending.phase === 'idle'; i++) walk.next();
    const { sending } = walk.journey;
    if (sending.phase !== 'sending') throw new Error('it was not sent');
    const { head, count } = sending.submission.record;
    const outcome: Outcome = { sent: true, receipt: { reference: 'R-1', at: now, head, count } };
    const answer: JourneyAction = { type: 'answered', submission: sending.submission, outcome, isWithHost: false };

    const meanwhile = step(walk.journey, changed(one), updating('two')).journey;
    expect(meanwhile.sending.phase).toBe('idle');
    const told = step(meanwhile, answer, updating('two')).journey;
    expect(told).toMatchObject({ became: null, aside: { sending: { phase: 'answered', outcome } } });

    const sent = step(walk.journey, answer, one).journey;
    expect(step(sent, changed(one), one).journey).toBe(sent);
    expect(step(sent, changed(one), updating('two'))).toEqual({ journey: BEGINNING, effects: [{ type: 'drop' }] });
  });
});
