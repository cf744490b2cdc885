import {
  asIfOpened,
  currentVisit,
  holds,
  missingFor,
  urgencyOf,
  type CaseState,
  type Missing,
  type PartOfOpening,
} from '../case/index.ts';
import { indexOf, SECTORS, type Policy, type Sector } from '../policy/index.ts';
import type { MessageKey } from '../text/message-key.ts';
import { ofPolicy } from '../text/text.ts';
import { asksForLead, roleOf } from '../views/index.ts';
import { answerOf, dateOf, fieldsOf, isGiven, type Fields } from './answers.ts';
import {
  dayNotes,
  noteOf,
  optionsOf,
  own,
  withNotes,
  type Answers,
  type Field,
  type FormInput,
  type Note,
  type Page,
} from './page.ts';
import { formPlanOf } from './plan.ts';
import {
  askPage,
  causesPage,
  checkPage,
  childPage,
  factPages,
  notesOf,
  priorityPages,
  shouldFirst,
  stageText,
  whoOpens,
} from './questions.ts';
import {
  begun,
  dangerField,
  dangerPages,
  decidingFacts,
  needed,
  urgencyNotes,
  urgentFields,
  urgentPages,
  urgentWays,
} from './urgency-pages.ts';

type PartySide = 'raising' | 'receiving';

/**
 * The pages that open a case: what this policy asks on the route and at the stage chosen, and nothing else. Immediate
 * danger comes before every question, what else is urgent before the stage. Once it is urgent nothing is asked but what
 * the case cannot be opened without: the rest can be recorded later.
 *
 * Whatever turns on an answer is found by looking at the case as if it had been opened with the answers there are: by
 * what is asked of every case first, then by the stage, then by all that the engine misses for an opening there.
 */
export function openPages(input: FormInput, answers: Answers): Page[] {
  const { policy, state } = input.case;
  const route = routeField(policy);
  const routeId = answerOf(route, answers) as string;
  const child = childPage(input);
  const causes = causesPage(input, routeId);
  const priority = priorityPages(input);
  const sides = [...partyFields(policy, 'raising', routeId), ...partyFields(policy, 'receiving', routeId)];
  const first = [dangerField(input), ...urgentFields(input, routeId)];
  const every = [{ id: '', fields: [...first, route, ...sides] }, child, causes, ...priority];
  const anywhere = factPages(input, routeId, ({ stages }) => !stages);
  const stage = stageField(input, routeId, fieldsOf([...every, ...anywhere], answers));
  const isUrgent = urgencyOf(policy, { facts: factsOf(fieldsOf(every, answers)) }) !== null;
  const { facts, asks, opening } = missed(input, answers, [...every, { id: '', fields: [stage] }], isUrgent);
  const then = asIfOpened(policy, state, opening);
  const whenCalm = (...pages: Page[]) => (isUrgent ? begun(pages, answers) : pages);
  const author = whoOpens();
  return [
    ...dangerPages(input, answers, then),
    ...(policy.routes.length > 1 ? [choicePage(route, input, answers)] : []),
    ...urgentPages(input, answers, then),
    { ...choicePage(stage, input, answers), ...(isUrgent && { before: urgencyNotes(policy, then).slice(-1) }) },
    partyPage(policy, then, 'raising'),
    partyPage(policy, then, 'receiving'),
    ...whenCalm(child, causes),
    ...facts,
    ...asks,
    ...whenCalm(protectPage(input, answers), ...priority),
    isUrgent ? { ...author, fields: needed(author.fields, answers) } : author,
    checkPage(() => [
      ...shouldFirst(policy, then, { action: 'open', to: answerOf(stage, answers) as string }),
      ...(isUrgent ? [noteOf(policy, { key: 'form.rest-later' }, [])] : []),
    ]),
  ];
}

/**
 * The policy's questions that the engine misses for the opening that the other pages come to. An answer can bring up
 * another question, or answer for it: what it asks is taken up one by one, in the policy's order, until it misses no more.
 */
function missed(input: FormInput, answers: Answers, pages: readonly Page[], isUrgent: boolean) {
  const { policy, state } = input.case;
  const { route = '', stage = '' } = fieldsOf(pages, answers) as { route?: string; stage?: string };
  const known = new Map<string, Missing['verb']>();
  const deciding = isUrgent ? decidingFacts(policy, 'open', stage) : null;
  const isAsked = ({ what, id, verb }: Missing) =>
    what === 'fact' ? (deciding?.has(id) ?? true) : what === 'ask' && (!isUrgent || verb === 'must');
  for (;;) {
    const facts = factPages(
      input,
      route,
      ({ id, stages }) => known.has(`fact ${id}`) || (!isUrgent && (stages?.includes(stage) ?? true)),
    );
    const asks = policy.asks.flatMap((ask) => {
      const verb = known.get(`ask ${ask.id}`);
      return verb ? [askPage(policy, ask, verb)] : [];
    });
    const opening: PartOfOpening = fieldsOf([...pages, ...facts, ...asks], answers);
    const next = missingFor(policy, state, { action: 'open', ...opening }).filter(
      (each) => isAsked(each) && !known.has(`${each.what} ${each.id}`),
    );
    if (next.length === 0) return { facts, asks, opening };
    for (const { what, id, verb } of [...next.filter(isFact), ...next.filter((each) => !isFact(each)).slice(0, 1)]) {
      known.set(`${what} ${id}`, verb);
    }
  }
}

function factsOf({ facts = {} }: Fields): CaseState['facts'] {
  return facts as CaseState['facts'];
}

function isFact({ what }: Missing): boolean {
  return what === 'fact';
}

function protectPage(input: FormInput, answers: Answers): Page {
  const field = own('date', 'protectBy', '?', { range: 'future' });
  return withNotes(
    { id: 'protect', fields: [field] },
    { after: () => dayNotes(input.case, dateOf(answerOf(field, answers))) },
  );
}

function choicePage(field: Field, { preset = {} }: FormInput, answers: Answers): Page {
  // What the page around the form says is not asked, unless it does not fit.
  return { id: field.name, fields: [field], skipped: field.name in preset && isGiven(answerOf(field, answers)) };
}

function routeField({ routes }: Policy): Field {
  const options = routes.map(({ id, label, hint }) => ({
    value: id,
    label: ofPolicy(label),
    ...(hint && { hint: ofPolicy(hint) }),
  }));
  return own('radios', 'route', '!', { options, ...(routes.length === 1 && { initial: routes[0]!.id }) });
}

/** The route's first stage or, where it is urgent and the policy has a way up for that, the stage where it leads. */
function stageField({ case: { policy, state } }: FormInput, route: string, said: Fields): Field {
  const { stages, route: ladderOf } = indexOf(policy);
  const then = asIfOpened(policy, state, said);
  const urgent = urgencyOf(policy, then) === null ? [] : urgentWays(policy, then);
  const ladder = ladderOf(route);
  const options = ladder.map((id) => {
    const way = urgent.find(({ to }) => to === id);
    return { value: id, label: stageText(policy, id), ...(way && { hint: ofPolicy(way.label) }) };
  });
  const known = formPlanOf(policy).allStages;
  const [onlyTarget, ...others] = new Set(urgent.map(({ to }) => to));
  const first = urgent.length === 0 ? ladder.find((id) => holds(stages.get(id)?.when, then)) : onlyTarget;
  const hasFirst = first !== undefined && others.length === 0;
  return own('radios', 'stage', '!?', { options, known, ...(hasFirst && { initial: first }) });
}

function partyFields(policy: Policy, side: PartySide, route: string | null): Field[] {
  const path = `parties/${side}`;
  const label = <N extends 'agency' | 'sector' | 'no-lead'>(name: N) =>
    ({ label: { key: `form.${name}-${side}` } }) as const;
  return [
    own('text', `${path}/agency`, '!', label('agency')),
    own('radios', `${path}/sector`, '!', { ...label('sector'), ...sectorsOn(policy, side, route) }),
    ...(asksForLead(policy) ? [own('tick', `${path}/noLead`, '', label('no-lead'))] : []),
  ];
}

/** A route can be for some sectors alone; one that was chosen before and is not for it is asked again. */
function sectorsOn(policy: Policy, side: PartySide, route: string | null): Pick<Field, 'options' | 'known'> {
  const sectors = indexOf(policy).routes.get(route ?? '')?.parties?.[side] ?? SECTORS;
  return { options: optionsOf(sectors, sectorKey), known: optionsOf(SECTORS, sectorKey) };
}

function sectorKey(sector: Sector): MessageKey {
  return `sector.${sector}`;
}

/** With whom the side sends to the stage, and who stands in, as soon as its sector is known. */
function partyPage(policy: Policy, then: CaseState, side: PartySide): Page {
  const page: Page = { id: side, title: { key: `form.party-${side}` }, fields: partyFields(policy, side, then.route) };
  const party = then.parties?.[side];
  const after = () => {
    const alone = { ...then, parties: { [side]: party } } as unknown as CaseState;
    const notes: Note[] = notesOf(policy, alone, ['role']);
    const stage = indexOf(policy).stages.get(currentVisit(then)?.stage ?? '');
    const roles = party?.sector && stage?.meets[side]?.map((id) => roleOf(policy, id, party).name);
    if (!stage || !roles) return notes;
    const values = { stage: stage.label, roles: roles.join('; ') };
    const meets = noteOf(policy, { key: `form.meets-${side}`, values, own: ['stage', 'roles'] }, stage.clauses);
    return [meets, ...notes];
  };
  return withNotes(page, { after });
}
