import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { loadCalendar } from '@escalation-kit/core/calendar';
import { assess, Case, decide, replay, type CaseEvent, type Command } from '@escalation-kit/core/case';
import { explainPolicy } from '@escalation-kit/cli';
import { chronologyText } from '@escalation-kit/core/export';
import { acknowledgedFindings, lintPolicy, parsePolicy } from '@escalation-kit/core/parse';
import { emergencyOf, formsOf, indexOf, inLanguage, type Policy } from '@escalation-kit/core/policy';
import { en, loadCatalogue, say } from '@escalation-kit/core/text';
import { dutiesView, notificationsOf } from '@escalation-kit/core/views';
import { markOf } from '../../packages/core/src/policy/marks.ts';
import { policySchema } from '../../packages/core/src/policy/schema.ts';
import { everySchema, walk } from '../../packages/core/src/policy/walk.ts';

/*
 * Policies shaped like those of other partnerships, and invented. What they make the engine do is shown by scenarios;
 * here is what an assessment does not show.
 */

const folder = new URL('../fixtures/policies/', import.meta.url);
const data = (id: string): unknown => JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8'));
const load = (id: string): Policy => parsePolicy(data(id), { resolve: data });
const ids = readdirSync(folder).map((name) => name.replace('.json', ''));
const calendar = await loadCalendar('england-and-wales');
const cy = (await loadCatalogue('cy'))!;

const opened = (policy: Policy, fields: object = {}): CaseEvent => {
  const command = {
    action: 'open',
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising' },
    parties: {
      raising: { agency: 'Hill School', sector: 'education' },
      receiving: { agency: 'The Lantern Trust', sector: 'voluntary' },
    },
    ...fields,
  };
  const decided = decide(policy, replay(policy, []), command as unknown as Command);
  if (!decided.accepted) throw new Error(JSON.stringify(decided.refusal));
  return decided.events[0]!;
};

describe('policies shaped like those of other partnerships', () => {
  it.each(ids)('%s is taken without a fault, and means what it says', (id) => {
    const findings = lintPolicy(load(id), { now: '2026-11-21' }).map(({ kind }) => kind);
    expect(findings).toEqual(id === 'harrowby' ? ['review-overdue'] : []);
  });

  it.each(ids)('%s says that it is invented', (id) => {
    const { provenance } = load(id);
    expect(provenance.notes?.[0]?.text).toContain('Invented');
    expect(provenance.confirmed).toBeNull();
  });

  it('may not be read without the policy that they extend', () => {
    expect(() => parsePolicy(data('eldermere'))).toThrow('nothing was given to find it with');
  });
});

it('a duty in words alone is said in these words, on screen, for approval and in the chronology', async () => {
  const policy = load('wharram');
  const ended = {
    id: 'e2',
    type: 'resolved',
    at: '2026-11-24T10:00:00Z',
    by: { side: 'raising' },
    outcome: 'So',
    outstanding: 'No',
  };
  const log = [opened(policy, { route: 'standard', stage: 'two' }), ended as unknown as CaseEvent];
  const now = '2026-12-24T10:00:00Z';
  const told = new Case({ policy, calendar, log, now });
  const view = dutiesView(told);
  expect(view.due.map(({ due }) => say(due, en))).toContain('without delay');
  expect(await explainPolicy(policy, '2026-12-18', 'markdown')).toContain('“without delay”<br>No date is shown');
  expect(chronologyText(told)).toContain('without delay');
});

it.each([en, cy])('what is said of danger and urgency holds for an adult as for a child: $language', (catalogue) => {
  const { callouts } = assess(load('harrowby'), replay(load('harrowby'), []), {
    now: '2026-11-20T10:00:00Z',
    calendar,
  });
  const said = [...callouts.map(({ words }) => words), { key: 'reason.urgent' }].map((text) => say(text, catalogue));
  expect(said.join(' ')).toContain('999');
  expect(said.join(' ')).not.toMatch(/child|plentyn/);
});

describe('what is said of roles', () => {
  const { roles } = indexOf(load('hallamoor'));

  it('has another name by sector', () => {
    expect(roles.get('head')?.bySector).toMatchObject({ police: 'Detective superintendent' });
  });

  it('names who stands in where nobody has the role', () => {
    expect(roles.get('head')?.substitutes).toMatchObject([
      { name: 'Trustee for safeguarding', sectors: ['voluntary'] },
      { name: 'Next senior manager' },
    ]);
  });

  it('takes a substitute, or a sector’s name, for the role that is to be consulted', () => {
    const policy = structuredClone(load('hallamoor'));
    policy.ways.find(({ id }) => id === 'top')!.consultFirst = 'head';
    const offered = (person: string) => {
      const consulted = { id: 'e2', type: 'consulted', at: '2026-11-20T11:00:00Z', by: { side: 'raising' } };
      const log = [opened(policy), { ...consulted, with: person, side: 'raising' } as CaseEvent];
      const { actions } = assess(policy, replay(policy, log), { now: '2026-11-20T12:00:00Z', calendar });
      return actions.some(({ to }) => to === '5');
    };
    expect(['Our trustee for safeguarding', 'The head  teacher', 'A colleague'].map(offered)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('what the source leaves open', () => {
  const policy = load('harrowby');

  it('is noted at the clause, by its kind', () => {
    const kinds = Object.values(policy.clauses).flatMap(({ notes = [] }) => notes.map(({ kind }) => kind));
    expect(kinds).toEqual(['contradiction', 'silent', 'illegible', 'out-of-date']);
    expect(policy.provenance.notes?.map(({ kind }) => kind)).toContain('silent');
  });

  it('stands in the explanation of the date that rests on it', () => {
    const log = [opened(policy, { stage: 'two' })];
    const [deadline] = assess(policy, replay(policy, log), { now: '2026-11-20T12:00:00Z', calendar }).deadlines;
    expect(deadline?.explanation.notes).toEqual([
      'The text says five working days, the flowchart seven. The data follows the text.',
    ]);
  });

  it('includes causes that cannot be had', () => {
    const fenmarch = load('fenmarch');
    expect([fenmarch.causes, fenmarch.causesMissing?.clauses]).toEqual([[], ['fenmarch.causes']]);
  });
});

it('contacts say when they were true', () => {
  expect(load('harrowby').contacts.map(({ asOf }) => asOf)).toEqual(['2019']);
  expect(load('wharram').contacts.map(({ asOf }) => asOf)).toEqual(['2026-04', '2026-04']);
});

it('a notification has an addressee and those who get a copy', () => {
  const policy = load('wharram');
  const log = [opened(policy, { stage: 'two' })];
  expect(notificationsOf({ policy, state: replay(policy, log) })).toMatchObject([
    {
      to: 'The business manager of the partnership',
      email: 'business.manager@wharram.example',
      copiedTo: 'The safeguarding leads of both agencies',
      copies: ['leads@wharram.example'],
    },
  ]);
});

describe('a local policy over a regional one', () => {
  const policy = load('eldermere');

  it('says whose it is and what it is based on', () => {
    expect(policy.partnership.name).toBe('Eldermere Safeguarding Partnership');
    expect(policy.basedOn).toEqual({ id: 'northfolds', version: '7' });
  });

  it('keeps the region’s principles beside its own, and has its own contacts', () => {
    expect(policy.principles.flatMap(({ clauses }) => clauses)).toEqual([
      'northfolds.principle',
      'eldermere.principle',
    ]);
    expect(policy.contacts.map(({ email }) => email)).toEqual(['office@eldermere.example']);
  });
});

it('forms of the partnership’s own are named, each where it is asked for', () => {
  expect(formsOf(load('lough-carn')).map(({ title, stages, event, duty }) => [title, stages ?? event ?? duty])).toEqual(
    [
      ['Form PD1', undefined],
      ['Record of the outcome', 'write-down'],
      ['Request for an interpreter', ['1', 'chair']],
    ],
  );
});

it('the words of a policy in Welsh can be had in English', () => {
  const { policy, languageOf } = inLanguage(load('cwm-arian'), 'en-GB');
  expect(policy.stages[0]!.label).toBe('Step 1');
  expect(languageOf('Step 1')).toBe('en');
  expect(languageOf(policy.stages[0]!.name)).toBe('cy');
});

it('the number to call is the policy’s own', () => {
  expect(emergencyOf(load('cwm-arian'))).toEqual({ number: '999', label: 'Gwasanaethau brys' });
});

it('what a policy acknowledges is no warning', () => {
  expect(acknowledgedFindings(load('harrowby')).map(({ finding }) => finding.kind)).toEqual(['contact-in-doubt']);
});

it('an approver reads what is asked, what was answered, and what is in doubt', async () => {
  const document = async (id: string) => explainPolicy(load(id), '2026-11-20', 'markdown');
  expect(await document('marram')).toContain('Answer: No: only what says yes or no does. (Business unit, 4 May 2026)');
  expect(await document('harrowby')).toContain('May not be there any more: Boards of its kind were replaced in 2019.');
  expect(await document('harrowby')).toContain('describes no way of putting a date off');
  expect(await document('marram')).toContain('To reply');
  expect(await document('marram')).toContain('and when nobody replied');
  expect(await document('harrowby')).not.toContain('nobody replied');
});

it('every key of format 2 is used by a policy here', () => {
  const used = new Set(
    ids
      .flatMap((id) => [...walk(policySchema, { value: load(id), steps: [] })])
      .flatMap(({ schema, place }) => (place.value === undefined ? [] : [schema])),
  );
  const unused = [...everySchema(policySchema)].filter((schema) => markOf(schema).format === 2 && !used.has(schema));
  expect(unused.map((schema) => JSON.stringify(z.toJSONSchema(schema)))).toEqual([]);
});
