import { SECTORS, type DecisionOption } from '../../policy/index.ts';
import { stageNotes, stageOf } from './at-stage.ts';
import { noteOf } from './fields.ts';
import {
  answerOf,
  choice,
  optionsOf,
  own,
  words,
  type Answers,
  type Field,
  type FormSetting,
  type Note,
  type Page,
} from './page.ts';

type PanelRules = NonNullable<DecisionOption['panel']>;
type ChairRules = NonNullable<DecisionOption['chair']>;

/** What was decided, and who sat or chaired where the policy has rules for that. */
export function decidePages(setting: FormSetting, answers: Answers): Page[] {
  const { policy } = setting;
  const decision = stageOf(setting)?.decision;
  const options =
    decision?.options.flatMap(({ id, label, retired }) => (retired ? [] : { value: id, label: words(label) })) ?? [];
  const option = choice('option', options);
  const { panel, chair, clauses = [] } = decision?.options.find(({ id }) => id === answerOf(option, answers)) ?? {};
  const rule = clauses.slice(0, 1).map((id) => noteOf(policy, words(policy.clauses[id]?.says ?? id), [id]));
  const pages: Page[] = [
    {
      id: 'option',
      fields: [option, own('long-text', 'summary', '', { label: { key: 'form.decision-summary' } })],
      before: stageNotes(setting),
    },
  ];
  if (panel) pages.push(panelPage(setting, panel, rule, answers));
  if (chair) pages.push(chairPage(chair, rule));
  return pages;
}

/** A row for each member that the policy asks for, and as many more as are wanted. */
function panelPage({ state }: FormSetting, rules: PanelRules, before: readonly Note[], answers: Answers): Page {
  const involved = rules.includesParties ? [state.parties?.raising.agency, state.parties?.receiving.agency] : [];
  const least = rules.agencies ?? rules.agenciesAtLeast ?? 2;
  const count = Math.max(least, Number(answers['members'] ?? 0));
  const fields: Field[] = [];
  for (let row = 0; row < count; row++) fields.push(...memberFields(rules, row, involved[row], row < least));
  return { id: 'panel', title: { key: 'form.panel' }, before, fields, rows: { name: 'members', count } };
}

function memberFields(rules: PanelRules, row: number, agency: string | undefined, isNeeded: boolean): Field[] {
  const path = `panel/${row}`;
  const group = { key: 'form.member', values: { number: row + 1 } };
  const label = { key: 'form.member-agency' };
  const missing = { key: 'form.member-agency.missing', values: { number: row + 1 } };
  const name = own('text', `${path}/agency`, '', {
    label,
    group,
    ...(agency && { initial: agency }),
    ...(isNeeded && { missing }),
  });
  // The sectors of the agencies in the case are known.
  const sector = own('radios', `${path}/sector`, '', {
    label: { key: 'form.member-sector' },
    options: optionsOf('sector', SECTORS),
    group,
  });
  const ticks = (['senior', 'executive'] as const).filter((rule) => rules[rule]);
  return [
    name,
    ...(rules.sectors && !agency ? [sector] : []),
    ...ticks.map((rule) => own('tick', `${path}/${rule}`, '', { label: { key: `form.${rule}` }, group })),
  ];
}

function chairPage(rules: ChairRules, before: readonly Note[]): Page {
  const agency = own('text', 'chair/agency', '!', { label: { key: 'form.chair-agency' } });
  const ticks = (['boardMember', 'independent'] as const).filter((rule) => rules[rule]);
  const statements = ticks.map((rule) => own('tick', `chair/${rule}`, '', { label: { key: `form.chair-${rule}` } }));
  return { id: 'chair', title: { key: 'form.chair' }, before, fields: [agency, ...statements] };
}
