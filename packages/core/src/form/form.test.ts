import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/index.ts';
import { englandAndWales } from '../calendar/bank-holidays/england-and-wales.ts';
import { Case, decide, movesOf, type CaseEvent } from '../case/index.ts';
import type { Action, Policy } from '../policy/index.ts';
import { en, say, type Text } from '../text/index.ts';
import barnsleyData from '../../../policies/src/barnsley/policy.json' with { type: 'json' };
import bromleyData from '../../../policies/src/bromley/policy.json' with { type: 'json' };
import coventryData from '../../../policies/src/coventry/policy.json' with { type: 'json' };
import greenwichData from '../../../policies/src/greenwich/policy.json' with { type: 'json' };
import marramData from '../../../../test/fixtures/policies/marram.json' with { type: 'json' };
import kentData from '../../../policies/src/kent/policy.json' with { type: 'json' };
import {
  answerRows,
  confirmationOf,
  Form,
  FORM_ACTIONS,
  newerTerms,
  otherTerms,
  type Answers,
  type FormInput,
  type FormPage,
} from './index.ts';

const [barnsley, bromley, coventry, greenwich, kent] = [
  barnsleyData,
  bromleyData,
  coventryData,
  greenwichData,
  kentData,
] as unknown as [Policy, Policy, Policy, Policy, Policy];
const marram = marramData as unknown as Policy;
const nothingOwed: Policy = { ...barnsley, duties: [] };
const calendar = compileCalendar(englandAndWales);
const now = '2026-11-24T09:00:00Z';

const parties = {
  raising: { agency: 'Hill School', sector: 'education' },
  receiving: { agency: 'Children’s Services', sector: 'social-care' },
};

/** Fields of events as tests write them: the engine fills the rest. */
type Given = Record<string, unknown> & { type: string };

function opened(policy: Policy, stage: string, more: object = {}): Given {
  const route = policy.routes.find(({ stages }) => stages.includes(stage))!.id;
  return { type: 'opened', route, stage, parties, child: { statuses: [] }, causes: [], facts: {}, ...more };
}

function setting(
  policy: Policy,
  action: Action | null = null,
  given: readonly Given[] = [],
  preset: Answers = {},
): FormInput {
  const log = given.map((fields, i) => ({
    id: `e${i + 1}`,
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising' },
    ...fields,
  })) as unknown as CaseEvent[];
  return { case: new Case({ policy, calendar, log, now }), action, preset };
}

const formPages = (input: FormInput, answers: Answers) => new Form(input, answers).pages;
const commandsOf = (input: FormInput, answers: Answers) => new Form(input, answers).commands;
const standingNotes = (input: FormInput, answers: Answers) => new Form(input, answers).standing;
function errorsOf(page: FormPage, input: FormInput, answers: Answers) {
  const form = new Form(input, answers);
  return form.errorsOf(form.pages.find(({ id }) => id === page.id) ?? page);
}
const ids = (pages: readonly FormPage[]) => pages.map(({ id }) => id);
const english = (text: Text) => say(text, en);
const pageOf = (from: FormInput, answers: Answers, id: string) =>
  formPages(from, answers).find((page) => page.id === id)!;
const labels = (page: FormPage, name: string) =>
  page.fields.find((field) => field.name === name)!.options!.map(({ label }) => english(label));
const wordsOf = (notes: FormPage['before']) => notes?.map(({ words }) => english(words)) ?? [];
const faults = (page: FormPage, from: FormInput, answers: Answers) =>
  errorsOf(page, from, answers).map(({ words }) => english(words));

const who: Answers = { 'by/role': 'Deputy head' };
const bothParties: Answers = {
  'parties/raising/agency': 'Hill School',
  'parties/raising/sector': 'education',
  'parties/receiving/agency': 'Children’s Services',
  'parties/receiving/sector': 'social-care',
};
const safe: Answers = { 'facts/immediate-harm': 'no' };
const opening: Answers = { ...safe, ...bothParties, ...who, description: 'They closed it too soon.' };

describe('the pages that open a case', () => {
  it('ask immediate danger before everything else, in every policy', () => {
    for (const policy of [barnsley, bromley, coventry, greenwich, kent]) {
      const [first] = formPages(setting(policy), {});
      expect(first!.id).toBe('danger');
      expect(first!.before!.some(({ kind }) => kind === 'immediate-danger')).toBe(true);
    }
  });

  it('tell of immediate danger in the policy’s words, and in ours without a clause where it is silent', () => {
    const [asks] = formPages(setting(bromley), {});
    expect(asks!.before![0]!.sources[0]!.clause).toBe('bromley.immediate-harm');
    const [ours] = formPages(setting(barnsley), {});
    expect(ours!.before![0]!.sources).toEqual([]);
    expect(english(ours!.before![0]!.words)).toContain('999');
  });

  it('put the callout before a person who says yes, and record its clauses as shown', () => {
    const danger = { 'facts/immediate-harm': 'yes' };
    expect(ids(formPages(setting(bromley), danger)).slice(0, 2)).toEqual(['danger', 'danger-now']);
    const [unread] = commandsOf(setting(bromley), danger);
    expect(unread!['shown']).toBeUndefined();
    const [read] = commandsOf(setting(bromley), { ...danger, shown: 'yes' });
    expect(read!['shown']).toEqual(['bromley.immediate-harm']);
  });

  it('do not start a dangerous case at the foot of the ladder where there is an urgent way', () => {
    const stage = (answers: Answers) => pageOf(setting(barnsley), answers, 'stage').fields[0]!;
    expect(stage(safe).initial).toBe('0');
    expect(stage({ 'facts/immediate-harm': 'yes' }).initial).toBe('3');
    const hinted = stage({ 'facts/immediate-harm': 'yes' }).options!.filter(({ hint }) => hint);
    expect(hinted.map(({ value }) => value)).toEqual(['3']);
  });

  it('ask for the route where there are several', () => {
    expect(ids(formPages(setting(barnsley), {}))).not.toContain('route');
    expect(labels(pageOf(setting(kent), {}, 'route'), 'route')).toHaveLength(4);
    expect(labels(pageOf(setting(greenwich), {}, 'route'), 'route')).toHaveLength(2);
  });

  it('offer the stages of the route, those that it joins included', () => {
    const stages = pageOf(setting(greenwich), { route: 'icpc' }, 'stage').fields[0]!.options!;
    expect(stages.map(({ value }) => value)).toEqual(['icpc-1', 'icpc-2', 'icpc-3', '4', '5', '6']);
  });

  it('take no stage of another route', () => {
    const from = setting(greenwich);
    const answers = { ...opening, route: 'icpc', stage: '2' };
    expect(commandsOf(from, answers)[0]).not.toHaveProperty('stage');
    expect(faults(pageOf(from, answers, 'stage'), from, answers)[0]).toMatch(
      /^‘Stage Two: .*’ was chosen before\. It is not offered any more: choose again$/,
    );
  });

  it('do not ask what the page around the form has answered', () => {
    const preset = { route: 'standard', stage: '1' };
    const page = formPages(setting(barnsley, null, [], preset), preset).find(({ id }) => id === 'stage');
    expect(page!.skipped).toBe(true);
  });

  it('offer exactly the policy’s causes and words of one’s own', () => {
    for (const [policy, count] of [
      [barnsley, 9],
      [bromley, 4],
      [greenwich, 5],
    ] as const) {
      const page = pageOf(setting(policy), { route: 'standard' }, 'causes');
      expect(labels(page, 'causes')).toEqual(policy.causes.map(({ label }) => label));
      expect(labels(page, 'causes')).toHaveLength(count);
      expect(page.fields[1]!.name).toBe('description');
    }
  });

  it('offer Kent’s causes on the referral route only', () => {
    expect(labels(pageOf(setting(kent), { route: 'referral' }, 'causes'), 'causes')).toHaveLength(8);
    expect(pageOf(setting(kent), { route: 's47' }, 'causes').fields.map(({ name }) => name)).toEqual(['description']);
  });

  it('invent no causes where the source cannot be read, and say why', () => {
    const page = pageOf(setting(coventry), {}, 'causes');
    expect(page.fields.map(({ name }) => name)).toEqual(['description']);
    expect(page.before![0]!.sources[0]!.clause).toBe('coventry.illegible');
    expect(faults(page, setting(coventry), {})).toEqual(['Describe what you disagree about']);
  });

  it('point elsewhere after the causes, not among them', () => {
    const page = pageOf(setting(bromley), {}, 'causes');
    expect(wordsOf(page.after)[0]).toContain('whistleblowing');
    expect(labels(page, 'causes').join()).not.toContain('whistleblowing');
  });

  it('ask for the child’s statuses only where the policy turns on them', () => {
    const names = (policy: Policy) => pageOf(setting(policy), {}, 'child').fields.map(({ name }) => name);
    expect(names(bromley)).toEqual(['child/statuses', 'child/reference']);
    expect(names(barnsley)).toEqual(['child/reference']);
  });

  it('ask who it is about where the policy is for several', () => {
    const wider = { ...bromley, subjects: ['child', 'adult'] } as Policy;
    expect(labels(pageOf(setting(wider), {}, 'child'), 'child/subject')).toEqual(['A child', 'An adult']);
    expect(english(pageOf(setting(wider), {}, 'child').title!)).toBe('Who it is about');
    expect(english(pageOf(setting(bromley), {}, 'child').title!)).toBe('The child');
  });

  it('ask Barnsley’s questions at stage 1, and not at the informal step', () => {
    expect(ids(formPages(setting(barnsley), { stage: '0' }))).not.toContain('facts');
    const at1 = ids(formPages(setting(barnsley), { stage: '1' }));
    expect(at1.slice(at1.indexOf('facts'))).toEqual(['facts', 'ask-lineManager', 'protect', 'who', 'check']);
  });

  it('name what each side sends by its sector, and who stands in where there is no lead', () => {
    const answers = { stage: '1', 'parties/raising/sector': 'voluntary', 'parties/raising/noLead': 'yes' };
    const after = wordsOf(pageOf(setting(barnsley), answers, 'raising').after);
    expect(after[0]).toBe('Stage 1, your side: Committee member');
    expect(after[1]).toContain('a committee member acts as the lead');
    expect(wordsOf(pageOf(setting(barnsley), answers, 'receiving').after)).toEqual([]);
  });

  it('ask whether there is a safeguarding lead only where the policy says who stands in', () => {
    const asks = (policy: Policy) => pageOf(setting(policy), {}, 'raising').fields.some(({ kind }) => kind === 'tick');
    expect([barnsley, bromley, coventry].map(asks)).toEqual([true, false, false]);
  });

  it('ask for a day where a clock runs from one, and send it as a civil date', () => {
    const from = setting(marram);
    const at = { stage: '1', decisionMade: ['9', '11', '2026'] };
    const [field] = pageOf(from, at, 'ask-decisionMade').fields;
    expect(field).toMatchObject({ kind: 'date', name: 'decisionMade' });
    expect(english(field!.hint!)).toBe('For example, 27 3 2027.');
    expect(commandsOf(from, at)[0]!['decisionMade']).toBe('2026-11-09');
    expect(answerRows(formPages(from, at), at).find(({ page }) => page === 'ask-decisionMade')!.lines).toMatchObject([
      { value: { key: 'form.date', values: { date: '2026-11-09' } } },
    ]);
  });

  it('remark on a date that protects the child where it is a day off', () => {
    const after = (...protectBy: string[]) => wordsOf(pageOf(setting(bromley), { protectBy }, 'protect').after).join();
    expect(after('28', '11', '2026')).toMatch(/^That day is no working day \(weekend\)/);
    expect(after('27', '11', '2026')).toBe('');
    expect(after('', '', '')).toBe('');
    const set = setting(bromley, 'set-timescale', [opened(bromley, '1')]);
    expect(wordsOf(pageOf(set, { due: ['28', '11', '2026'] }, 'set-timescale').after)[0]).toContain('no working day');
  });

  it('take no day from which nobody can count', () => {
    const from = setting(marram);
    const check = (...decisionMade: string[]) => {
      const answers = { stage: '1', decisionMade };
      return faults(pageOf(from, answers, 'ask-decisionMade'), from, answers);
    };
    expect(check('', '', '')).toEqual([]);
    expect(check('9', '11', '0026')).toEqual(['The date must be a real date, such as 27 3 2027']);
    expect(check('31', '2', '2026')).toEqual(['The date must be a real date, such as 27 3 2027']);
  });

  it('ask for a priority where the policy has some', () => {
    const ranked = { ...bromley, priorities: [{ id: 'high', label: 'High', clauses: ['bromley.scope'] }] } as Policy;
    expect(ids(formPages(setting(ranked), {}))).toContain('priority');
    expect(ids(formPages(setting(bromley), {}))).not.toContain('priority');
  });
});

describe('a yes to danger or urgency', () => {
  const yes = { 'facts/immediate-harm': 'yes' };
  const notice = (policy: Policy, answers: Answers = yes) =>
    formPages(setting(policy), answers).find(({ fields }) => fields[0]?.kind === 'notice')!;

  it('asks for nothing more than a case cannot be opened without, in every policy', () => {
    const short = ['stage', 'raising', 'receiving', 'who', 'check'];
    for (const policy of [barnsley, bromley, coventry, greenwich]) {
      const asked = ids(formPages(setting(policy), { ...yes, route: 'standard' }));
      expect(asked.filter((id) => id !== 'route')).toEqual(['danger', 'danger-now', ...short]);
    }
    expect(ids(formPages(setting(kent), yes))).toEqual(['danger', 'danger-now', 'route', 'urgent', ...short]);
    const answers = { ...yes, shown: 'yes', ...bothParties, ...who };
    const form = new Form(setting(barnsley), answers);
    expect([form.refusal, form.firstFaulty]).toEqual([null, null]);
    expect(pageOf(setting(barnsley), answers, 'who').fields.map(({ name }) => name)).toEqual(['by/role']);
  });

  it('asks what the policy would refuse the stage for', () => {
    const asked = ids(formPages(setting(bromley), { ...yes, stage: '4' }));
    expect(asked).toContain('facts');
    expect(ids(formPages(setting(bromley), { ...yes, stage: '3' }))).not.toContain('facts');
  });

  it('keeps asking what was answered before it was said, so that it is sent too', () => {
    const answers = { ...opening, ...yes, shown: 'yes', stage: '1', 'by/name': 'A. Teacher' };
    expect(ids(formPages(setting(barnsley), answers))).toContain('causes');
    expect(commandsOf(setting(barnsley), answers)[0]).toMatchObject({
      description: 'They closed it too soon.',
      by: { name: 'A. Teacher' },
    });
  });

  it('says where to go now: the policy’s urgent way, else any stage and the next at once', () => {
    expect(wordsOf(notice(barnsley).before).at(-1)).toBe('Go straight to Stage 3 now.');
    expect(notice(barnsley).before!.at(-1)!.sources[0]!.clause).toBe('barnsley.urgent');
    expect(wordsOf(notice(bromley).before).at(-1)).toMatch(
      /^You can start at any stage, and go on to the next at once/,
    );
    expect(wordsOf(pageOf(setting(barnsley), yes, 'stage').before)).toEqual(['Go straight to Stage 3 now.']);
  });

  it('lets a lower stage be chosen after the policy’s words, and records them as shown', () => {
    const answers = { ...yes, shown: 'yes', stage: '1', ...bothParties, ...who };
    const [command] = commandsOf(setting(barnsley), answers);
    expect(command).toMatchObject({ stage: '1', shown: expect.arrayContaining(['barnsley.urgent']) });
    expect(new Form(setting(barnsley), answers).refusal).toBeNull();
  });

  it('is asked of Kent’s injured infant before the stage, and read before all else', () => {
    const asked = ids(formPages(setting(kent), { ...safe, route: 's47' }));
    expect(asked.slice(0, 4)).toEqual(['danger', 'route', 'urgent', 'stage']);
    const answers = { ...safe, route: 's47', 'facts/infant-injury': 'yes' };
    expect(ids(formPages(setting(kent), answers)).slice(2, 5)).toEqual(['urgent', 'urgent-now', 'stage']);
    expect(ids(formPages(setting(kent), answers))).not.toContain('causes');
    const read = { ...answers, 'shown/urgent': 'yes' };
    expect(commandsOf(setting(kent), read)[0]!['shown']).toEqual(['kent.timescale']);
    expect(wordsOf(notice(kent, answers).before)).toEqual([
      expect.stringContaining('call 999'),
      expect.stringContaining('must be resolved immediately'),
      expect.stringContaining('go on to the next at once'),
    ]);
  });

  it('counts all notices that were read as one', () => {
    const both = { ...yes, shown: 'yes', 'facts/infant-injury': 'yes', 'shown/urgent': 'yes', route: 's47' };
    const [first, ...rest] = kent.callouts;
    const policy = { ...kent, callouts: [{ ...first!, kind: 'immediate-danger' as const }, ...rest] };
    expect(commandsOf(setting(policy), both)[0]!['shown']).toEqual(['kent.paramount', 'kent.timescale']);
  });

  it('is no yes of a policy’s own question that means nothing of the kind', () => {
    const asked = ids(formPages(setting(coventry), { ...safe, 'facts/referral-or-threshold': 'yes' }));
    expect(asked).toContain('causes');
  });
});

describe('a yes by what has changed', () => {
  const change = (policy: Policy, stage: string, answers: Answers) =>
    new Form(setting(policy, 'change', [opened(policy, stage)]), { changed: ['facts'], ...answers });

  it('is read at once, with where to go, and nothing else is asked', () => {
    const form = change(barnsley, '1', { 'facts/immediate-harm': 'yes', shown: 'yes', 'by/side': 'raising', ...who });
    expect(ids(form.pages)).toEqual(['changed', 'danger', 'danger-now', 'who', 'check']);
    expect(wordsOf(form.pages[2]!.before).at(-1)).toBe('Go straight to Stage 3 now.');
    expect(form.commands[0]).toMatchObject({ facts: { 'immediate-harm': true } });
    expect(form.commands[0]!['shown']).toContain('barnsley.urgent');
    expect(form.refusal).toBeNull();
  });

  it('is any question of urgency, not of danger alone', () => {
    const form = change(kent, 's47-1', { ...safe, 'facts/infant-injury': 'yes', 'shown/urgent': 'yes' });
    expect(ids(form.pages).slice(0, 4)).toEqual(['changed', 'danger', 'urgent', 'urgent-now']);
    expect(wordsOf(form.pages[3]!.before).at(-1)).toBe(
      'Go on to Section 47, step 2 now. You do not have to wait for a date.',
    );
  });
});

describe('an urgent case', () => {
  const harm = { facts: { 'immediate-harm': true } };
  const urgentCase = (policy: Policy, stage: string, action: Action | null) =>
    setting(policy, action, [opened(policy, stage, harm)]);

  it('is taken up first of all that can be recorded', () => {
    const [action] = formPages(urgentCase(barnsley, '1', null), {})[0]!.fields;
    expect(action).toMatchObject({ initial: 'escalate' });
    expect(english(action!.options![0]!.hint!)).toBe('Go straight to Stage 3 now.');
    expect(formPages(setting(barnsley, null, [opened(barnsley, '1')]), {})[0]!.fields[0]!.initial).toBeUndefined();
  });

  it('goes up the policy’s urgent way, or to another stage after the policy’s words, which are recorded', () => {
    const from = urgentCase(barnsley, '1', 'escalate');
    expect(ids(formPages(from, {}))).toEqual(['to', 'because', 'who', 'check']);
    const answers = { reason: 'Not safe', 'by/side': 'raising', ...who };
    const [straight] = commandsOf(from, answers);
    expect(straight).toMatchObject({ to: '3', because: 'urgent' });
    const [lower] = commandsOf(from, { ...answers, to: '2' });
    expect(lower).toMatchObject({ to: '2', because: 'early', shown: expect.arrayContaining(['barnsley.urgent']) });
    expect(decide(from.case.policy, from.case.state, lower!).accepted).toBe(true);
    expect(wordsOf(pageOf(from, {}, 'to').before).at(-1)).toBe('Go straight to Stage 3 now.');
  });

  it('goes on to the next stage where the policy gives no urgent way', () => {
    const from = urgentCase(bromley, '1', 'escalate');
    expect(commandsOf(from, {})[0]).toMatchObject({ to: '2', because: 'early' });
  });
});

describe('what is to be put right', () => {
  const from = setting(barnsley);
  const check = (id: string, answers: Answers) => faults(pageOf(from, { stage: '1', ...answers }, id), from, answers);

  it('is said in the words of the page', () => {
    expect(check('raising', {})).toEqual(['Enter the name of your agency', 'Select the sector of your agency']);
    const asks = barnsley.asks.map((ask) => ({ ...ask, verb: 'must' as const }));
    const strict = setting({ ...barnsley, asks });
    const answers = { stage: '1', 'lineManager/name': ' ' };
    expect(faults(pageOf(strict, answers, 'ask-lineManager'), strict, answers)).toEqual([
      'Enter their name',
      'Enter their e-mail address or phone number',
    ]);
    expect(check('who', {})).toEqual(['Enter your role']);
    expect(check('danger', {})[0]).toContain('Select yes or no: Are there significant concerns');
  });

  it('is nothing where either of two answers does', () => {
    expect(check('causes', {})).toEqual(['Select what you disagree about, or describe it']);
    expect(check('causes', { description: 'Drift' })).toEqual([]);
    expect(check('causes', { causes: ['drift-or-delay'] })).toEqual([]);
  });

  it('is a concern that belongs to another process alone', () => {
    const causes = barnsley.causes.map((cause, i) => (i === 0 ? { ...cause, leadsTo: 'Complaints' } : cause));
    const other = setting({ ...barnsley, causes });
    const page = pageOf(other, {}, 'causes');
    expect(faults(page, other, { causes: ['thresholds'] })[0]).toContain('It goes to: Complaints');
    expect(faults(page, other, { causes: ['thresholds', 'planning'] })).toEqual([]);
  });

  const date = (...parts: string[]) => check('protect', { protectBy: parts });
  it.each([
    [['', '', ''], []],
    [['', '11', '2026'], ['The date must include a day']],
    [['27', ' ', '2026'], ['The date must include a month']],
    [['27', '11', ''], ['The date must include a year']],
    [['27', '11', '26'], ['The year must have 4 numbers']],
    [['31', '2', '2027'], ['The date must be a real date, such as 27 3 2027']],
    [['1e1', '2', '2027'], ['The date must be a real date, such as 27 3 2027']],
    [['23', '11', '2026'], ['The date must be today or later']],
    [['24', '11', '2026'], []],
    [[' 1', '3', '2027'], []],
  ])('is told of a date by its kind: %j', (parts, expected) => {
    expect(date(...parts)).toEqual(expected);
  });

  it('leads to the part of the date that is wrong', () => {
    const answers = { protectBy: ['27', '11', ''] };
    expect(errorsOf(pageOf(from, answers, 'protect'), from, answers)[0]!.part).toBe(2);
  });

  it('includes a time yet to come of something that happened', () => {
    expect(check('who', { ...who, when: ['25', '11', '2026'] })).toEqual(['The date must be today or earlier']);
  });
});

describe('the page of a field', () => {
  it('is found for a field of a command, or for part of it', () => {
    const form = new Form(setting(barnsley), { stage: '1' });
    expect(form.pageOfField('lineManager')!.id).toBe('ask-lineManager');
    expect(form.pageOfField('parties')!.id).toBe('raising');
    expect(form.pageOfField('action')).toBeNull();
  });
});

describe('what is to be read', () => {
  const warned = (answers: Answers) =>
    wordsOf(pageOf(setting(barnsley), { ...opening, stage: '1', ...answers }, 'check').before);

  it('includes what the policy wants done first, before it is sent without', () => {
    const consulted = { 'facts/raising-lead-consulted': 'yes', 'facts/receiving-lead-consulted': 'yes' };
    expect(warned({})[0]).toContain('Both practitioners talk to their own safeguarding lead');
    expect(warned(consulted)).toEqual([]);
    expect(warned({ 'facts/immediate-harm': 'yes' })).toEqual([expect.stringMatching(/^It is urgent/)]);
  });

  it('follows the answers on every page', () => {
    const standing = (answers: Answers) => standingNotes(setting(kent), answers).map(({ kind }) => kind);
    expect(standing({})).toEqual(['immediate-danger', 'paramount']);
    expect(standing({ 'facts/infant-injury': 'yes' })).toContain('urgent');
    expect(standing({ 'facts/infant-injury': 'no' })).not.toContain('urgent');
  });
});

describe('the command', () => {
  it('opens a case as the answers have it', () => {
    const answers: Answers = {
      ...opening,
      stage: '1',
      'parties/raising/noLead': 'yes',
      'child/reference': ' C-17 ',
      causes: ['thresholds'],
      'facts/raising-lead-consulted': 'yes',
      'facts/receiving-lead-consulted': 'no',
      'lineManager/name': 'S. Lee',
      'lineManager/contact': '01226 000000',
      protectBy: ['26', '11', '2026'],
      'by/name': 'A. Green',
    };
    const from = setting(barnsley);
    expect(new Form(from, answers).firstFaulty).toBeNull();
    const [command] = commandsOf(from, answers);
    expect(command).toEqual({
      action: 'open',
      at: now,
      by: { side: 'raising', role: 'Deputy head', name: 'A. Green' },
      stage: '1',
      parties: { ...parties, raising: { ...parties.raising, noLead: true } },
      child: { statuses: [], reference: 'C-17' },
      causes: ['thresholds'],
      description: 'They closed it too soon.',
      facts: { 'immediate-harm': false, 'raising-lead-consulted': true, 'receiving-lead-consulted': false },
      lineManager: { name: 'S. Lee', contact: '01226 000000' },
      protectBy: '2026-11-26',
    });
    expect(decide(barnsley, from.case.state, command!).accepted).toBe(true);
  });

  it('leaves out what is no longer asked, though the answer is kept', () => {
    const [command] = commandsOf(setting(barnsley), { ...opening, stage: '0', 'lineManager/name': 'S. Lee' });
    expect(command).not.toHaveProperty('lineManager');
  });

  it('says when it happened, and when it was written down if that was later', () => {
    const from = setting(barnsley, 'discuss', [opened(barnsley, '1')]);
    const discussed = { channel: 'Telephone', summary: 'No change', 'by/side': 'receiving', ...who };
    const at = (when: string[]) => commandsOf(from, { ...discussed, when })[0];
    expect(at([])).toMatchObject({ at: now, by: { side: 'receiving', role: 'Deputy head' } });
    expect(at(['24', '11', '2026'])).not.toHaveProperty('recorded');
    expect(at(['23', '11', '2026'])).toMatchObject({ at: '2026-11-23T12:00:00Z', recorded: now });
    // Not before the event that it follows on the same day.
    expect(at(['20', '11', '2026'])).toMatchObject({ at: '2026-11-20T10:00:00Z', recorded: now });
  });

  it('gives ‘none of these’ as no status', () => {
    const [command] = commandsOf(setting(bromley), { ...opening, 'child/statuses': ['none'] });
    expect(command!['child']).toEqual({ statuses: [] });
  });
});

describe('escalating', () => {
  const at = (policy: Policy, stage: string, ...more: Given[]) =>
    setting(policy, 'escalate', [opened(policy, stage), ...more]);
  const reasons = (from: FormInput, to: string) =>
    pageOf(from, { to }, 'because').fields[0]!.options!.map(({ value }) => value);

  it('offers the next stage and the urgent way, each with the reasons that the policy gives', () => {
    const from = at(barnsley, '1');
    expect(
      pageOf(from, {}, 'to')
        .fields[0]!.options!.map(({ value }) => value)
        .sort(),
    ).toEqual(['2', '3']);
    expect(reasons(from, '2')).toEqual(['unresolved', 'early', 'no-reply']);
    expect(reasons(from, '3')).toEqual(['urgent', 'conference-refused']);
  });

  it('asks what the policy asks when that stage is entered', () => {
    const answers = { to: '1', because: 'early' };
    expect(ids(formPages(at(barnsley, '0'), answers))).toEqual([
      'to',
      'because',
      'facts',
      'ask-lineManager',
      'who',
      'check',
    ]);
    expect(ids(formPages(at(barnsley, '0'), { to: '3', because: 'urgent' }))).toEqual([
      'to',
      'because',
      'who',
      'check',
    ]);
  });

  it('records what has become true before the step that it bears on', () => {
    const commands = commandsOf(at(barnsley, '0'), {
      ...who,
      'by/side': 'raising',
      to: '1',
      because: 'unresolved',
      reason: 'No answer',
      'facts/raising-lead-consulted': 'yes',
      'facts/receiving-lead-consulted': 'yes',
      'lineManager/name': 'S. Lee',
      'lineManager/contact': '01226 000000',
    });
    expect(commands.map(({ action }) => action)).toEqual(['change', 'escalate']);
    expect(commands[0]!['facts']).toEqual({ 'raising-lead-consulted': true, 'receiving-lead-consulted': true });
    expect(commands[1]).toMatchObject({ to: '1', lineManager: { name: 'S. Lee' } });
  });

  it('lists a stage that something comes before, with what is missing', () => {
    const pages = formPages(at(bromley, '3'), {});
    expect(ids(pages)).toEqual(['first', 'refused']);
    expect(wordsOf(pages[0]!.before)[0]).toContain('Stage Four is not open yet. First: Engage the BSCP Board members');
    expect(pages[0]!.before![0]!.sources[0]!.clause).toBe('bromley.3.board-members');
  });

  it('asks who approved it where the way needs that', () => {
    const strict = {
      ...barnsley,
      ways: barnsley.ways.map((way) => ({ ...way, approver: 'heads' })),
    } as Policy;
    const page = pageOf(at(strict, '1'), { to: '3', because: 'urgent' }, 'because');
    expect(page.fields.map(({ name }) => name)).toEqual(['because', 'reason', 'approvedBy']);
  });
});

describe('the other actions', () => {
  const open = (policy: Policy, stage: string, action: Action | null, ...more: Given[]) =>
    setting(policy, action, [opened(policy, stage), ...more]);

  it('are offered where the case takes them', () => {
    const offered = (from: FormInput) => formPages(from, {})[0]!.fields[0]!.options!.map(({ value }) => value);
    expect(offered(open(barnsley, '1', null))).toContain('escalate');
    const resolved = open(barnsley, '1', null, { type: 'resolved', outcome: 'Agreed', outstanding: '' });
    expect(offered(resolved)).toEqual(['done', 'learn', 'reopen', 'close', 'correct']);
  });

  it('say why where the case does not take one', () => {
    const closed = open(barnsley, '1', 'escalate', { type: 'closed', reason: 'Ended' });
    expect(wordsOf(formPages(closed, {})[0]!.before)).toEqual(['The case is closed. Reopen it first.']);
    expect(wordsOf(formPages(open(barnsley, '1', 'open'), {})[0]!.before)).toEqual(['The case is open already.']);
    expect(wordsOf(formPages(open(barnsley, '1', 'progress'), {})[0]!.before)[0]).toContain('no tiers');
  });

  it('resolve with a result that the stage allows', () => {
    const answers = { outcome: 'Plan changed', 'by/side': 'receiving', ...who };
    const from = open(barnsley, '1', 'resolve');
    expect(ids(formPages(from, {}))).toEqual(['outcome', 'result', 'who', 'check']);
    expect(commandsOf(from, answers)[0]).toMatchObject({ outcome: 'Plan changed', result: 'agreed' });
    const stages = barnsley.stages.map((stage) => ({ ...stage, results: ['dissent-recorded'] }));
    const narrow = open({ ...barnsley, stages }, '1', 'resolve');
    expect(ids(formPages(narrow, {}))).not.toContain('result');
  });

  it('tick off a duty by its id, and a guard by its clause', () => {
    const from = open(bromley, '3', 'done');
    const options = formPages(from, {})[0]!.fields[0]!.options!;
    const duty = from.case.assessment.duties[0]!;
    expect(options.map(({ value }) => value)).toContain('clause:bromley.3.board-members');
    const done = (value: string) => commandsOf(from, { duty: value, 'by/side': 'raising', ...who })[0]!;
    expect(done('clause:bromley.3.board-members')).toMatchObject({ clause: 'bromley.3.board-members' });
    expect(done(duty.id)).toMatchObject({ duty: duty.id, clause: duty.clauses[0] });
    for (const { value } of options) expect(decide(bromley, from.case.state, done(value)).accepted).toBe(true);
  });

  it('hold a panel to the policy’s rules on its own page', () => {
    const from = open(bromley, '4', 'decide');
    const agencies = { option: 'resolution-panel', 'panel/2/agency': 'Police' };
    const page = pageOf(from, agencies, 'panel');
    expect(page.fields.filter(({ name }) => name.endsWith('/agency')).map(({ initial }) => initial)).toEqual([
      'Hill School',
      'Children’s Services',
      undefined,
    ]);
    expect(faults(page, from, { option: 'resolution-panel' })).toEqual(['Enter the agency of member 3']);
    expect(faults(page, from, agencies)).toEqual(['Every member of the panel must be a senior officer.']);
    const ticks = Object.fromEntries(
      [0, 1, 2].flatMap((i) => [
        [`panel/${i}/senior`, 'yes'],
        [`panel/${i}/executive`, 'yes'],
      ]),
    );
    const sound = { ...agencies, ...ticks, ...who, 'by/side': 'partnership' };
    expect(faults(page, from, sound)).toEqual([]);
    const wider = pageOf(from, { ...sound, members: '4' }, 'panel');
    expect(wider.rows!.count).toBe(4);
    const [command] = commandsOf(from, { ...sound, members: '4' });
    expect(command!['panel']).toHaveLength(3);
    expect(decide(bromley, from.case.state, command!).accepted).toBe(true);
  });

  it('ask of a panel and a chair what other policies ask', () => {
    const strict = structuredClone(bromley);
    const [, option] = strict.stages.find(({ id }) => id === '4')!.decision!.options;
    option!.panel = { agenciesAtLeast: 2, sectors: ['police'] };
    option!.chair = { independent: true };
    const from = open(strict, '4', 'decide');
    const answers = { option: 'resolution-panel', 'panel/0/agency': 'Hill School', 'panel/1/agency': 'Force' };
    const panel = pageOf(from, answers, 'panel');
    expect(panel.fields.map(({ name }) => name)).toEqual([
      'panel/0/agency',
      'panel/0/sector',
      'panel/1/agency',
      'panel/1/sector',
    ]);
    expect(faults(panel, from, answers)).toEqual(['The panel must have a member from this sector: Police.']);
    const sound = { ...answers, 'panel/1/sector': 'police', 'chair/agency': 'Nobody’s' };
    expect(faults(panel, from, sound)).toEqual([]);
    expect(faults(pageOf(from, sound, 'chair'), from, sound)[0]).toContain('no agency of the partnership');
    const free = { ...sound, 'chair/independent': 'yes' };
    expect(faults(pageOf(from, free, 'chair'), from, free)).toEqual([]);
  });

  it('hold a chair to the policy’s rules', () => {
    const from = open(greenwich, '6', 'decide');
    const chair = { option: 'chaired-meeting', 'chair/agency': 'hill  school', 'chair/boardMember': 'yes' };
    expect(faults(pageOf(from, chair, 'chair'), from, chair)[0]).toContain('not part of the disagreement');
    const uninvolved = { ...chair, 'chair/agency': 'Police' };
    expect(faults(pageOf(from, uninvolved, 'chair'), from, uninvolved)).toEqual([]);
  });

  it('change only what has changed, from what the case says now', () => {
    const from = setting(bromley, 'change', [opened(bromley, '2', { child: { statuses: ['looked-after'] } })]);
    expect(ids(formPages(from, {}))).toEqual(['changed', 'who', 'check']);
    expect(ids(formPages(from, { changed: ['child'] }))).toEqual(['changed', 'child', 'who', 'check']);
    expect(pageOf(from, { changed: ['child'] }, 'child').fields[0]!.initial).toEqual(['looked-after']);
    const answers = { changed: ['child'], 'child/statuses': ['child-protection-plan'], 'by/side': 'raising', ...who };
    const [command] = commandsOf(from, answers);
    expect(command).toMatchObject({ action: 'change', child: { statuses: ['child-protection-plan'] } });
    expect(command).not.toHaveProperty('facts');
  });

  it('change the priority where the policy has some', () => {
    const priorities = ['high', 'low'].map((id) => ({ id, label: id, clauses: ['bromley.scope'] }));
    const ranked = { ...bromley, priorities } as Policy;
    const from = setting(ranked, 'change', [opened(ranked, '2', { priority: 'low' })]);
    expect(pageOf(from, { changed: ['priority'] }, 'priority').fields[0]!.initial).toBe('low');
    const answers = { changed: ['priority'], priority: 'high', 'by/side': 'raising', ...who };
    expect(decide(ranked, from.case.state, commandsOf(from, answers)[0]!).accepted).toBe(true);
  });

  /** What each short action is answered with, in a case that takes it. */
  const SHORT: readonly [Action, Policy, string, Answers, Given[]?][] = [
    ['consult', barnsley, '1', { with: 'Named nurse', side: 'raising' }],
    ['discuss', bromley, '1', { channel: 'Telephone', summary: 'No change' }],
    ['progress', barnsley, '2', { tier: 'Service manager' }],
    ['set-timescale', kent, 'referral-1', { because: 'agreed', due: ['27', '11', '2026'] }],
    ['extend', barnsley, '1', { until: ['4', '12', '2026'], reason: 'Manager away', safe: 'yes' }],
    ['update', barnsley, '1', { summary: 'Met once' }],
    ['dissent', kent, 'conference-1', { summary: 'The school dissents' }],
    ['request-conference', barnsley, '1', { reason: 'Declined' }],
    ['learn', barnsley, '1', { summary: 'Call sooner' }],
    ['withdraw', barnsley, '1', { reason: 'Raised in error' }],
    ['close', nothingOwed, '1', { reason: 'Done' }, [{ type: 'resolved', outcome: 'Agreed', outstanding: '' }]],
    ['reopen', barnsley, '1', { reason: 'It came back' }, [{ type: 'resolved', outcome: 'Agreed', outstanding: '' }]],
  ];
  it.each(SHORT)('take one page and say what is missing: %s', (action, policy, stage, answers, more = []) => {
    const from = open(policy, stage, action, ...more);
    const [page, ...rest] = formPages(from, {});
    expect(rest).toEqual([]);
    expect(faults(page!, from, {}).length).toBeGreaterThan(1);
    const given = { ...answers, 'by/side': 'raising', ...who };
    expect(faults(page!, from, given)).toEqual([]);
    const decided = decide(policy, from.case.state, commandsOf(from, given)[0]!);
    expect(decided).toMatchObject({ accepted: true });
  });

  it('ask who approved an extension where the policy needs that', () => {
    const strict = { ...barnsley, extension: { ...barnsley.extension!, approver: 'heads' } } as Policy;
    const names = (policy: Policy) => formPages(open(policy, '1', 'extend'), {})[0]!.fields.map(({ name }) => name);
    expect(names(strict).slice(0, 4)).toEqual(['until', 'reason', 'safe', 'approvedBy']);
    expect(names(barnsley)).not.toContain('approvedBy');
  });

  it('do not let an extension pass that is not safe', () => {
    const from = open(barnsley, '1', 'extend');
    const answers = { until: ['4', '12', '2026'], reason: 'Manager away', 'by/side': 'raising', ...who };
    expect(faults(formPages(from, {})[0]!, from, answers)[0]).toContain('If it is not safe, do not wait');
  });
});

describe('everything that is said', () => {
  it('has words, in every policy, at every stage, for every action', { timeout: 30_000 }, () => {
    const unsaid = new Set<string>();
    const hear = (text: Text | undefined) => {
      if (text && english(text) === text.key) unsaid.add(text.key);
    };
    const hearPage = (page: FormPage) => {
      for (const text of [page.title, page.hint]) hear(text);
      for (const { words } of [...(page.before ?? []), ...(page.after ?? [])]) hear(words);
      for (const field of page.fields) {
        for (const text of [field.label, field.hint, field.missing, field.group]) hear(text);
        for (const { label, hint } of field.options ?? []) [label, hint].forEach(hear);
      }
    };
    for (const policy of [barnsley, bromley, coventry, greenwich, kent]) {
      for (const route of policy.routes) {
        for (const stage of route.stages) {
          const answers = {
            ...opening,
            'facts/immediate-harm': 'yes',
            route: route.id,
            stage,
            changed: ['facts', 'child', 'causes'],
          };
          formPages(setting(policy), answers).forEach(hearPage);
          standingNotes(setting(policy), answers).forEach(({ words }) => hear(words));
          for (const action of FORM_ACTIONS) {
            const from = setting(policy, action, [{ ...opened(policy, stage), route: route.id }]);
            const options = formPages(from, {})[0]!.fields[0]?.options ?? [{ value: '' }];
            for (const { value } of options) {
              formPages(from, { ...answers, to: value, option: value }).forEach(hearPage);
            }
          }
        }
      }
    }
    expect([...unsaid]).toEqual([]);
  });
});

describe('a correction', () => {
  const log = [
    opened(barnsley, '1', { description: 'They closed it.' }),
    { type: 'discussed', channel: 'Telephone', summary: 'No agreement', at: '2026-11-23T10:00:00Z' },
  ];
  const from = setting(barnsley, 'correct', log);

  it('is of an entry, the latest first, and of one thing in it', () => {
    expect(labels(pageOf(from, {}, 'of'), 'of')).toEqual([
      'Monday 23 November 2026: Discussion',
      'Friday 20 November 2026: Case opened',
    ]);
    expect(labels(pageOf(from, { of: 'e2' }, 'field'), 'field')).toEqual([
      'How you talked',
      'What was said, decided or told',
      'The day on which it happened',
    ]);
  });

  it('finds no fault with an entry of which it is not said yet what is wrong in it', () => {
    expect(faults(pageOf(from, {}, 'of'), from, { of: 'e2' })).toEqual([]);
  });

  it('begins at what stands, and sends what is right', () => {
    const answers = { of: 'e2', field: 'summary', ...who, 'by/side': 'receiving' };
    const [right] = pageOf(from, answers, 'right').fields;
    expect(right!.initial).toBe('No agreement');
    const given = { ...answers, [right!.name]: 'They will look at it again' };
    const [command] = commandsOf(from, given);
    expect(command).toMatchObject({ action: 'correct', of: 'e2', fields: { summary: 'They will look at it again' } });
    expect(decide(barnsley, from.case.state, command!).accepted).toBe(true);
  });

  it('of a day is that day’s noon, and no later than today', () => {
    const answers = { of: 'e2', field: 'at', ...who };
    const [right] = pageOf(from, answers, 'right').fields;
    expect(right).toMatchObject({ kind: 'date', initial: ['23', '11', '2026'], range: 'past' });
    const [command] = commandsOf(from, { ...answers, [right!.name]: ['21', '11', '2026'] });
    expect(command!['fields']).toEqual({ at: '2026-11-21T12:00:00Z' });
  });

  it('shows what an earlier correction made of an entry', () => {
    const again = setting(barnsley, 'correct', [
      ...log,
      { type: 'corrected', of: 'e2', fields: { summary: 'Agreed' } },
    ]);
    expect(pageOf(again, { of: 'e2', field: 'summary' }, 'right').fields[0]!.initial).toBe('Agreed');
    expect(labels(pageOf(again, {}, 'of'), 'of')).toHaveLength(2);
  });
});

describe('newer terms', () => {
  const funeral = '2022-09-19';
  const newer = compileCalendar(englandAndWales);
  const kept = compileCalendar({
    ...newer.data,
    published: '2022-01-24',
    days: newer.data.days.filter(({ date }) => date !== funeral),
  });
  const log = [{ id: 'e1', by: { side: 'raising' }, ...opened(barnsley, '1', { at: '2022-09-14T09:00:00Z' }) }];
  const at = '2022-09-15T09:00:00Z';
  const old = new Case({ policy: barnsley, calendar: kept, log: log as unknown as CaseEvent[], now: at });
  const moves = movesOf(old.log, old, { policy: barnsley, calendar: newer }, at);
  const terms = { calendar: { id: newer.id, published: newer.published }, moves };
  const from: FormInput = { case: old, action: 'adopt', preset: {}, newer: terms };

  it('are shown with what would move, from when to when, and because of which day', () => {
    const [page] = formPages(from, {});
    expect(english(page!.hint!)).toContain('You do not have to');
    expect(wordsOf(page!.before)).toContain(
      'Stage 1 – The agency raising the concern: from Wednesday 21 September 2022 to Thursday 22 September 2022, because of Monday 19 September 2022.',
    );
    expect(wordsOf(page!.before)).toContain(
      'Monday 19 September 2022 is no working day any more: Bank Holiday for the State Funeral of Queen Elizabeth II.',
    );
  });

  it('are found by what they say, and not by which objects they are', () => {
    expect(newerTerms(old, { policy: structuredClone(barnsley), calendar: newer })).toEqual(terms);
    const same = compileCalendar(structuredClone(kept.data));
    expect(newerTerms(old, { policy: structuredClone(barnsley), calendar: same })).toBeNull();
    const next = { ...barnsley, version: 'V6' };
    expect(newerTerms(old, { policy: next, calendar: same })).toMatchObject({
      policy: { id: 'barnsley', version: 'V6' },
    });
  });

  it('are taken up by name', () => {
    const [command] = commandsOf(from, { ...who, 'by/side': 'raising' });
    expect(command).toMatchObject({ action: 'adopt', calendar: { id: newer.id, published: newer.published } });
    expect(decide(barnsley, old.state, command!).accepted).toBe(true);
  });

  it('are offered only where there are some', () => {
    const { newer: _1, ...without } = from;
    expect(ids(formPages(without, {}))).toEqual(['refused']);
    const offered = (on: FormInput) => labels(formPages({ ...on, action: null }, {})[0]!, 'action');
    expect(offered(from)).toContain('Take up a newer policy or calendar');
    expect(offered(without)).not.toContain('Take up a newer policy or calendar');
  });

  it('are not gone by in silence where the page has no others', () => {
    const said = (fields: object) => {
      const { case: kept } = setting(barnsley, null, [{ ...opened(barnsley, '1'), ...fields }]);
      return otherTerms(kept.state, barnsley, calendar).map(english);
    };
    expect(said({ policy: { id: 'barnsley', version: 'V4' } })).toEqual([
      'This case goes by version V4 of the policy. The dates here are counted by version V5.',
    ]);
    expect(said({ calendar: { id: 'england-and-wales', published: '2022-01-24' } })).toEqual([
      'This case goes by the calendar of 24 January 2022. The dates here are counted by that of 25 February 2026.',
    ]);
    const same = { policy: { id: 'barnsley', version: 'V5' }, calendar: { id: 'x', published: calendar.published } };
    expect(said(same)).toEqual([]);
    expect(said({})).toEqual([]);
  });

  it('can move nothing', () => {
    const [page] = formPages({ ...from, newer: { ...terms, moves: [] } }, {});
    expect(wordsOf(page!.before)).toContain('No date of this case would move.');
  });
});

describe('the answers to be checked', () => {
  it('are listed page by page, each in words', () => {
    const from = setting(barnsley);
    const answers = {
      ...opening,
      causes: ['planning'],
      protectBy: ['26', '11', '2026'],
      'parties/raising/noLead': 'yes',
    };
    const rows = answerRows(formPages(from, answers), answers);
    const row = (page: string) =>
      rows
        .find((one) => one.page === page)!
        .lines.map(({ label, value }) => `${label ? `${english(label)}: ` : ''}${english(value)}`);
    expect(row('danger')).toEqual(['No']);
    expect(row('stage')).toEqual(['Professional to professional: The two practitioners talk']);
    expect(row('raising')).toEqual([
      'Name of your agency: Hill School',
      'Your agency’s sector: Education',
      'We have no safeguarding lead',
    ]);
    expect(row('causes')).toEqual(['Planning', 'Describe it in your own words: They closed it too soon.']);
    expect(row('protect')).toEqual(['26 November 2026']);
    expect(row('child')).toEqual([]);
    expect(rows.map(({ page }) => page)).not.toContain('check');
  });
});

describe('the confirmation', () => {
  it('tells the next step with role and date, what is owed, and that the partnership’s own form is not filed', () => {
    const before = setting(barnsley);
    const after = setting(barnsley, null, [opened(barnsley, '1')]);
    const view = confirmationOf(after.case, before.case.state);
    expect(english(view.next!.sentence)).toContain('Friday 27 November 2026');
    expect(view.deadlines.map(({ due }) => due)).toEqual(['2026-11-27']);
    expect(view.owed.map(({ kind }) => kind)).not.toContain('notify');
    expect(view.contacts.map(({ name }) => name)).toEqual(['Barnsley Safeguarding Children Partnership inbox']);
    expect(view.forms.map(({ url }) => url)).toEqual([expect.stringContaining('my.barnsley.gov.uk')]);
    const atTheFoot = setting(barnsley, null, [opened(barnsley, '0')]);
    expect(confirmationOf(atTheFoot.case, before.case.state).forms).toEqual([]);
  });

  it('tells after a resolution what it gives rise to, and not what was owed before', () => {
    const before = setting(barnsley, null, [opened(barnsley, '1')]);
    const after = setting(barnsley, null, [
      opened(barnsley, '1'),
      { type: 'resolved', outcome: 'Agreed', outstanding: '' },
    ]);
    const view = confirmationOf(after.case, before.case.state);
    expect(view.deadlines).toEqual([]);
    expect(view.owed.map(({ duty }) => duty)).toEqual(['tracker-outcome', 'outcome-1', 'tell-originator', 'learning']);
  });
});

describe('a question that turns on another answer', () => {
  const asking = (when: object): Policy => {
    const [ask] = barnsley.asks;
    return {
      ...barnsley,
      subjects: ['child', 'adult'],
      asks: [
        { ...ask!, id: 'extra', kind: 'text', label: 'Extra?', stages: ['1'], verb: 'must', when },
        { ...ask!, id: 'first', kind: 'text', label: 'First?', verb: 'may', stages: ['1'] },
      ],
    };
  };
  const given: Answers = {
    ...opening,
    stage: '1',
    'child/subject': 'adult',
    first: 'Yes',
    causes: ['thresholds'],
    'facts/raising-lead-consulted': 'yes',
    'facts/receiving-lead-consulted': 'yes',
  };

  it.each([
    ['who the case is about', { subject: ['adult'] }],
    ['another answer', { answered: ['first'] }],
  ])('is asked, and what is sent is taken: %s', (_, when) => {
    const from = setting(asking(when));
    expect(ids(formPages(from, given))).toContain('ask-extra');
    const [command] = commandsOf(from, { ...given, extra: 'Said' });
    expect(decide(from.case.policy, from.case.state, command!)).toMatchObject({ accepted: true });
  });
});

describe('a day with its hour', () => {
  const asks = [
    { id: 'moment', kind: 'date-time', label: 'When?', clauses: ['bromley.1'], stages: ['1'], verb: 'may' },
  ] as Policy['asks'];
  const input = setting({ ...bromley, asks });
  const given = { stage: '1', 'moment/date': ['27', '6', '2026'], 'moment/time': '9.30' };

  it('is one answer: the instant in the policy’s time zone', () => {
    expect(commandsOf(input, given)[0]).toMatchObject({ action: 'open', moment: '2026-06-27T08:30:00Z' });
    expect(commandsOf(input, { ...given, 'moment/time': '' })[0]).not.toHaveProperty('moment');
  });

  it('is asked whole, and can be left out whole', () => {
    const errors = (answers: Answers) => faults(pageOf(input, answers, 'ask-moment'), input, answers);
    expect(errors({ stage: '1' })).toEqual([]);
    expect(errors({ ...given, 'moment/time': '' })).toEqual(['Enter the time of day']);
    expect(errors({ ...given, 'moment/date': [] })).toEqual(['Enter the day']);
    expect(errors({ ...given, 'moment/time': '25:00' })).toEqual(['Enter a time of day such as 9:30 or 14:05']);
    expect(errors(given)).toEqual([]);
  });
});

describe('closing a case', () => {
  const reason: Answers = { reason: 'All done', 'by/side': 'raising', ...who };
  const resolved = () =>
    setting(barnsley, 'close', [opened(barnsley, '1'), { type: 'resolved', outcome: 'Agreed', outstanding: '' }]);

  it('lists what is owed, and asks of each whether it was done', () => {
    const input = resolved();
    expect(ids(formPages(input, reason))).toEqual(['close', 'owed', 'who', 'check']);
    const page = pageOf(input, reason, 'owed');
    const owed = input.case.assessment.duties.filter(({ status }) => status === 'due' || status === 'overdue');
    expect(page.fields.map(({ name }) => name)).toEqual(owed.map(({ id }) => `duties/${id}`));
    expect(owed.length).toBeGreaterThan(3);
    expect(faults(page, input, reason)).toHaveLength(owed.length);
    expect(faults(page, input, reason)[0]).toMatch(/^Select whether it was done: /);
    const answers = Object.fromEntries(owed.map(({ id }, i) => [`duties/${id}`, i === 0 ? 'done' : 'not-done']));
    const [close] = commandsOf(input, { ...reason, ...answers });
    expect(close!['duties']).toEqual(Object.fromEntries(owed.map(({ id }, i) => [id, i === 0 ? 'done' : 'not-done'])));
    const form = new Form(input, { ...reason, ...answers });
    expect(form.refusal).toBeNull();
  });

  it('takes the id of a duty that begins with a number', () => {
    const numbered = { ...nothingOwed, duties: [{ ...barnsley.duties.find(({ by }) => by === null)!, id: '1st' }] };
    const input = setting(numbered, 'close', [
      opened(numbered, '1'),
      { type: 'resolved', outcome: 'Agreed', outstanding: '' },
    ]);
    const [close] = commandsOf(input, { ...reason, 'duties/1st@1': 'done' });
    expect(close!['duties']).toEqual({ '1st@1': 'done' });
  });
});

describe('a second decision in one stay', () => {
  it('is asked about, and takes the place of the first only where the person says so', () => {
    const first = { type: 'decided', option: 'agreed' };
    expect(pageOf(setting(coventry, 'decide', [opened(coventry, '3')]), {}, 'option').fields[0]!.name).toBe('option');
    const input = setting(coventry, 'decide', [opened(coventry, '3'), first]);
    const page = pageOf(input, {}, 'option');
    expect(english(page.fields[0]!.label)).toContain('On 20 November 2026 it was decided here: Agreed.');
    const answers: Answers = { option: 'not-agreed', 'by/side': 'raising', ...who };
    expect(faults(page, input, answers)).toEqual([expect.stringContaining('A decision is on record for this stage.')]);
    const said = { ...answers, again: 'yes' };
    expect(faults(page, input, said)).toEqual([]);
    expect(commandsOf(input, said)[0]).toMatchObject({ action: 'decide', option: 'not-agreed' });
    expect(commandsOf(input, said)[0]).not.toHaveProperty('again');
  });
});

describe('a step that something comes before', () => {
  const bromleyAt3 = (action: Action | null, ...more: Given[]) =>
    setting(bromley, action, [opened(bromley, '3'), ...more]);
  const clause = 'bromley.3.board-members';

  it('stays among what can be recorded', () => {
    const [page] = formPages(bromleyAt3(null), {});
    expect(page!.fields[0]!.options!.map(({ value }) => value)).toContain('escalate');
  });

  it('says what would meet it, takes that along, and goes on', () => {
    const input = bromleyAt3('escalate');
    const [first] = formPages(input, {});
    expect(first!.id).toBe('first');
    expect(first!.fields.map(({ name }) => name)).toEqual([`met/${clause}`]);
    expect(english(first!.fields[0]!.label)).toContain('Engage the BSCP Board members');
    expect(faults(first!, input, {})[0]).toContain('Tick this once it has been done.');
    const answers: Answers = { [`met/${clause}`]: 'yes', to: '4', because: 'unresolved', reason: 'It stands' };
    expect(ids(formPages(input, answers)).slice(0, 3)).toEqual(['first', 'to', 'because']);
    const form = new Form(input, { ...answers, 'by/side': 'raising', ...who });
    expect(form.commands.map(({ action, clause: of, to }) => [action, of ?? to])).toEqual([
      ['done', clause],
      ['escalate', '4'],
    ]);
    expect(form.refusal).toBeNull();
  });

  it('asks nothing of it once it is recorded', () => {
    expect(ids(formPages(bromleyAt3('escalate', { type: 'done', clause }), {}))[0]).toBe('to');
  });

  it('is said where nothing can be ticked off for it, and is why it is refused', () => {
    const guard = {
      ...bromley.guards[0]!,
      before: [{ action: 'withdraw' as const }],
      needs: { because: ['unresolved' as const] },
    };
    const guarded = { ...bromley, guards: [guard] } as Policy;
    const input = setting(guarded, 'withdraw', [opened(guarded, '3')]);
    const [page] = formPages(input, {});
    expect(page!.id).toBe('refused');
    expect(page!.before!.map(({ words }) => english(words))).toEqual([`First: ${guard.text}`]);
    expect(new Form(input, {}).refusal).toMatchObject({ text: { key: 'refusal.guard' }, clauses: guard.clauses });
  });

  it('is so for every action that a guard stands before', () => {
    const guard = { ...bromley.guards[0]!, before: [{ action: 'discuss' as const }] };
    const guarded = { ...bromley, guards: [guard] } as Policy;
    const input = setting(guarded, 'discuss', [opened(guarded, '3')]);
    expect(ids(formPages(input, {}))).toEqual(['first', 'refused']);
    const answers: Answers = {
      [`met/${clause}`]: 'yes',
      channel: 'Telephone',
      summary: 'No',
      'by/side': 'raising',
      ...who,
    };
    expect(ids(formPages(input, answers))).toEqual(['first', 'discuss']);
    expect(new Form(input, answers).refusal).toBeNull();
  });

  it('is warned of where the policy only asks for it, at a short action too', () => {
    const guard = { ...bromley.guards[0]!, verb: 'should' as const, before: [{ action: 'withdraw' as const }] };
    const guarded = { ...bromley, guards: [guard] } as Policy;
    const [page] = formPages(setting(guarded, 'withdraw', [opened(guarded, '3')]), {});
    expect(wordsOf(page!.before).join()).toContain('The policy asks for this first: Engage the BSCP Board members');
  });
});

describe('a stage that is for some cases alone', () => {
  const when = { fact: { 'referral-or-threshold': true } };
  const picky = {
    ...coventry,
    stages: coventry.stages.map((stage) => (stage.id === '4' ? { ...stage, when } : stage)),
  };
  const at3 = (facts: object = {}) => setting(picky, 'escalate', [opened(picky, '3', { facts })]);

  it('asks on the way up what decides whether it is for this one', () => {
    expect(ids(formPages(at3(), {}))).toEqual(['deciding', 'refused']);
    const yes: Answers = { 'facts/referral-or-threshold': 'yes' };
    expect(ids(formPages(at3(), yes)).slice(0, 2)).toEqual(['deciding', 'to']);
    const answers = { ...yes, to: '4', because: 'unresolved', reason: 'It stands', 'by/side': 'raising', ...who };
    const form = new Form(at3(), answers);
    expect(form.commands.map(({ action }) => action)).toEqual(['change', 'escalate']);
    expect(form.refusal).toBeNull();
    expect(ids(formPages(at3({ 'referral-or-threshold': true }), {}))[0]).toBe('to');
  });

  it('stays among what can be recorded until that is answered', () => {
    const offered = (facts: object) =>
      formPages({ ...at3(facts), action: null }, {})[0]!.fields[0]!.options!.map(({ value }) => value);
    expect(offered({})).toContain('escalate');
    expect(offered({ 'referral-or-threshold': false })).not.toContain('escalate');
  });
});
