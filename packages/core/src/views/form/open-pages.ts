import { asksAt, holds } from '../../case/index.ts';
import { indexOf, SECTORS, type Policy } from '../../policy/index.ts';
import { asksForLead, roleOf } from '../roles.ts';
import { whoOpens } from './who.ts';
import { checkPage } from './check-page.ts';
import { asIf, notesOf } from './as-if.ts';
import { causesPage, childPage, dangerField, factPages, priorityPages, DANGER, noteOf, stageText } from './fields.ts';
import {
  answerOf,
  optionsOf,
  own,
  words,
  type Answers,
  type Field,
  type FormSetting,
  type Note,
  type Page,
} from './page.ts';

/**
 * The pages that open a case: what this policy asks on the route and at the stage chosen, and nothing else. Immediate
 * danger comes before every question.
 */
export function openPages(setting: FormSetting, answers: Answers): Page[] {
  const { policy } = setting;
  const routeChoice = routeField(policy);
  const route = answerOf(routeChoice, answers) as string;
  const stageChoice = stageField(setting, answers, route);
  const stage = answerOf(stageChoice, answers) as string;
  return [
    ...dangerPages(setting, answers),
    ...(policy.routes.length > 1 ? [choicePage(routeChoice, setting)] : []),
    choicePage(stageChoice, setting),
    partyPage(setting, answers, 'raising', route, stage),
    partyPage(setting, answers, 'receiving', route, stage),
    childPage(setting),
    causesPage(setting, route),
    ...factPages(setting, route, (stages) => !stages || stages.includes(stage)),
    ...askPages(setting, answers, route, stage),
    { id: 'protect', fields: [own('date', 'protectBy', '?', { range: 'future' })] },
    ...priorityPages(setting),
    whoOpens(),
    checkPage(policy, asIf(setting, answers, route, stage), 'open', stage),
  ];
}

/** The question of immediate danger and, once it is said to be so, what is to be read before anything else. */
export function dangerPages(setting: FormSetting, answers: Answers): Page[] {
  const field = dangerField(setting);
  const danger = notesOf(setting, setting.state, ['immediate-danger']);
  const pages: Page[] = [{ id: 'danger', before: danger, fields: [field] }];
  if (answerOf(field, answers) !== 'yes') return pages;
  const state = asIf(setting, answers, setting.state.route ?? '', '');
  const notice: Field = { name: 'shown', kind: 'notice', label: { key: 'form.danger-now' } };
  const before = notesOf(setting, state, ['immediate-danger', 'urgent']);
  return [...pages, { id: 'danger-now', title: notice.label, before, fields: [notice] }];
}

/** What the policy's own form asks when this stage is entered, each on a page of its own. */
export function askPages(setting: FormSetting, answers: Answers, route: string, stage: string): Page[] {
  const { policy } = setting;
  return asksAt(policy, asIf(setting, answers, route, stage), stage).map((ask): Page => {
    const isMust = ask.verb === 'must';
    const expected = ask.verb === 'should';
    const extras = {
      expected,
      ...(isMust && { missing: { key: 'form.missing', values: { question: ask.label }, own: ['question'] } }),
    };
    const label = words(ask.label);
    const hint = ask.hint ? { hint: words(ask.hint) } : ask.kind === 'date' ? { hint: DATE_HINT } : undefined;
    const before = expected ? [noteOf(policy, { key: 'form.should' }, ask.clauses)] : [];
    const page = { id: `ask-${ask.id}`, before };
    if (ask.kind !== 'person') {
      return { ...page, fields: [{ name: ask.id, kind: ask.kind, label, ...hint, ...extras }] };
    }
    const part = (name: string) =>
      own('text', `${ask.id}/${name}`, isMust ? '!' : '', { label: { key: `form.person-${name}` }, expected });
    return { ...page, title: label, ...hint, fields: [part('name'), part('contact')] };
  });
}

/** How a date is written, where the policy says nothing of its own about it. */
const DATE_HINT = { key: 'form.date-hint' };

function choicePage(field: Field, { preset = {} }: FormSetting): Page {
  return { id: field.name, fields: [field], skipped: field.name in preset };
}

function routeField({ routes }: Policy): Field {
  const options = routes.map(({ id, label, hint }) => ({
    value: id,
    label: words(label),
    ...(hint && { hint: words(hint) }),
  }));
  return own('radios', 'route', '!', { options, ...(routes.length === 1 && { initial: routes[0]!.id }) });
}

/** The route's first stage, unless there is danger and the policy has an urgent way up: then nobody is sent to the foot. */
function stageField(setting: FormSetting, answers: Answers, route: string): Field {
  const { policy } = setting;
  const isUrgent = answers[`facts/${DANGER}`] === 'yes';
  const urgent = policy.ways.filter(({ from, because }) => isUrgent && from === 'any' && because.includes('urgent'));
  const ladder = indexOf(policy).route(route);
  const options = ladder.map((id) => {
    const way = urgent.find(({ to }) => to === id);
    return { value: id, label: stageText(policy, id), ...(way && { hint: words(way.label) }) };
  });
  const state = asIf(setting, answers, route, '');
  const first = ladder.find((id) => holds(indexOf(policy).stages.get(id)?.when, state));
  return own('radios', 'stage', '!?', { options, ...(urgent.length === 0 && first && { initial: first }) });
}

function partyPage(
  setting: FormSetting,
  answers: Answers,
  side: 'raising' | 'receiving',
  route: string,
  stageId: string,
): Page {
  const { policy } = setting;
  const path = `parties/${side}`;
  const label = (name: string) => ({ label: { key: `form.${name}-${side}` } });
  const fields = [
    own('text', `${path}/agency`, '!', label('agency')),
    own('radios', `${path}/sector`, '!', { ...label('sector'), options: optionsOf('sector', SECTORS) }),
  ];
  if (asksForLead(policy)) fields.push(own('tick', `${path}/noLead`, '', label('no-lead')));
  const state = asIf(setting, answers, route, stageId);
  const party = state.parties![side];
  const after: Note[] = notesOf(setting, { ...state, parties: { [side]: party } as never }, ['role']);
  const stage = indexOf(policy).stages.get(stageId);
  const roles = stage?.meets[side]?.map((id) => roleOf(policy, id, party.sector && party).name);
  if (party.sector && stage && roles) {
    const meets = {
      key: `form.meets-${side}`,
      values: { stage: stage.label, roles: roles.join('; ') },
      own: ['stage', 'roles'],
    };
    after.unshift(noteOf(policy, meets, stage.clauses));
  }
  return { id: side, title: { key: `form.party-${side}` }, fields, after };
}
