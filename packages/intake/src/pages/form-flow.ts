import { randomBytes } from 'node:crypto';
import {
  BEGINNING,
  FORM_ACTIONS,
  lookAt,
  step,
  type Answers,
  type Effect,
  type FormInput,
  type Journey,
  type JourneyAction,
  type JourneyView,
} from '@escalation-kit/core/form';
import { Case, type CaseEvent } from '@escalation-kit/core/case';
import type { Action, Policy } from '@escalation-kit/core/policy';
import type { Submission } from '@escalation-kit/core/submission';
import type { KeptCase } from '../case/store.ts';
import type { Person } from '../people/person.ts';
import type { Services } from '../services.ts';
import type { Text } from '../text/say.ts';
import { openKept } from '../show/one-case.ts';
import { DO, PAGE } from './form-page.ts';

/** What a form is about: a case that is to be opened, or one that is kept. */
export type About =
  | { readonly policy: Policy; readonly kept?: undefined; readonly action?: undefined }
  | { readonly kept: KeptCase; readonly policy?: undefined; readonly action: Action | null };

/** As much of a journey as has to be known at the next step. */
export interface Draft extends Pick<Journey, 'answers' | 'page' | 'passed' | 'isReturning' | 'errors'> {
  /** The id of a case that is opened. */
  readonly id: string;
  /** How many entries the case had that were not a service's own. */
  readonly base: number;
  /** When the person came to the page that they are at: what they send is of then, however often it is sent. */
  readonly at: string;
  /** Why it was not sent: in intake's words, or in those of whoever decides. */
  readonly notSent?: Text;
}

/** What a person did on a page. */
export interface Given {
  readonly page: string;
  readonly did: string;
  readonly fields: URLSearchParams;
}

export function givenIn(fields: URLSearchParams): Given {
  return { page: fields.get(PAGE) ?? '', did: fields.get(DO) ?? 'next', fields };
}

/** A form that nobody has answered anything in. */
export function newDraft(about: About, { now }: Pick<Services, 'now'>): Draft {
  const { answers, page, passed, isReturning, errors } = BEGINNING;
  const id = randomBytes(16).toString('hex');
  return { answers, page, passed, isReturning, errors, id, base: baseOf(about), at: now() };
}

/** How many entries people have written. */
export function baseOf({ kept }: About): number {
  return kept?.record.filter(({ event }) => event.by?.side !== 'service').length ?? 0;
}

/** What the form is about, as it stands at an instant. */
export async function inputOf(about: About, services: Services, person: Person, at: string): Promise<FormInput> {
  if (about.kept) {
    const kase = await openKept({ offer: services.offer, now: () => at }, services.database, about.kept);
    return { case: kase, action: about.action };
  }
  const { policy } = about;
  const calendar = services.offer.calendars.get(policy.calendar)!;
  return { case: new Case({ policy, calendar, log: [] as CaseEvent[], now: at }), action: null };
}

/** What a page begins with: a person's own agency and role, which intake knows. */
export function startingWith({ kept }: About, { directory }: Services, { agencies, role }: Person): Answers {
  const own = agencies.length === 1 && !kept ? directory.agency(agencies[0]!) : undefined;
  return {
    ...(own && { 'parties/raising/agency': own.name, 'parties/raising/sector': own.sector }),
    ...(role && { 'by/role': role }),
  };
}

/** @param page the page to look at, by its place among all; that of the draft where left out */
export function viewOf(draft: Draft, input: FormInput, place: number | null): JourneyView {
  const view = lookAt(journeyOf(draft), input);
  const page = place === null ? undefined : view.form.pages[place];
  return page && page !== view.page ? lookAt({ ...journeyOf(draft), page: page.id, errors: [] }, input) : view;
}

/** What comes of a step: the next draft, and what is to be sent. */
export function take(
  draft: Draft,
  given: Given,
  input: FormInput,
  say: (text: Text) => string,
): { readonly draft: Draft; readonly submission: Submission | null } {
  const journey = { ...journeyOf(draft), page: given.page || draft.page };
  const action = actionOf(given, answersIn(given, lookAt(journey, input)));
  const stepped = step(journey, action, { input, say, id: draft.id });
  const { answers, page, passed, isReturning, errors } = stepped.journey;
  return {
    draft: { id: draft.id, base: draft.base, at: draft.at, answers, page, passed, isReturning, errors },
    submission: submissionIn(stepped.effects),
  };
}

export function isAction(value: string): value is Action {
  return (FORM_ACTIONS as readonly string[]).includes(value);
}

function journeyOf({ answers, page, passed, isReturning, errors }: Draft): Journey {
  return { ...BEGINNING, answers, page, passed, isReturning, errors };
}

function actionOf({ did }: Given, given: Answers): JourneyAction {
  const [what, page = ''] = did.split(' ');
  if (what === 'change') return { type: 'change', page };
  if (what === 'back' || what === 'add-row') return { type: what, given };
  return { type: 'next', given };
}

/** What stands in the fields of the page. */
function answersIn({ fields }: Given, { page }: JourneyView): Answers {
  const text = (value: string | null) => (value ?? '').replace(/\r\n/g, '\n');
  const answers: Record<string, string | readonly string[]> = {};
  for (const { name, kind } of page.fields) {
    if (kind === 'notice') continue;
    const all = fields.getAll(name).map(text);
    answers[name] = kind === 'checkboxes' ? withoutNone(all) : kind === 'date' ? all : text(fields.get(name));
  }
  return answers;
}

/** 'None of these' goes with no other choice: what is said besides it stands. */
function withoutNone(all: readonly string[]): readonly string[] {
  return all.length > 1 ? all.filter((value) => value !== 'none') : all;
}

function submissionIn(effects: readonly Effect[]): Submission | null {
  return effects.find((effect) => effect.type === 'submit')?.submission ?? null;
}
