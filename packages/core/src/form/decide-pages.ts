import { civilDateAt } from '../calendar/index.ts';
import { currentVisit } from '../case/index.ts';
import { SECTORS, type DecisionOption } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { answerOf } from './answers.ts';
import {
  choice,
  noteOf,
  optionsOf,
  own,
  type Answers,
  type Field,
  type FormInput,
  type Note,
  type Page,
} from './page.ts';
import { stageNotes, stageOf } from './questions.ts';

type PanelRules = NonNullable<DecisionOption['panel']>;
type ChairRules = NonNullable<DecisionOption['chair']>;

/** What was decided, and who sat or chaired where the policy has rules for that. */
export function decidePages(input: FormInput, answers: Answers): Page[] {
  const { policy } = input.case;
  const decision = stageOf(input)?.decision;
  const options =
    decision?.options.flatMap(({ id, label, retired }) => (retired ? [] : { value: id, label: ofPolicy(label) })) ?? [];
  const known = policy.stages.flatMap(({ decision: other }) => other?.options ?? []);
  const option = choice('option', options, {
    known: known.map(({ id, label }) => ({ value: id, label: ofPolicy(label) })),
  });
  const again = secondField(input);
  const { panel, chair, clauses = [] } = decision?.options.find(({ id }) => id === answerOf(option, answers)) ?? {};
  const rule = clauses.slice(0, 1).map((id) => noteOf(policy, ofPolicy(policy.clauses[id]?.says ?? id), [id]));
  const pages: Page[] = [
    {
      id: 'option',
      fields: [...again, option, own('long-text', 'summary', '', { label: { key: 'form.decision-summary' } })],
      before: stageNotes(input),
    },
  ];
  if (panel) pages.push(panelPage(input, panel, rule, answers));
  if (chair) pages.push(chairPage(chair, rule));
  return pages;
}

/** Where a decision stands already, another takes its place: that is for the person to say, and never a slip. */
function secondField(input: FormInput): Field[] {
  const { policy, state } = input.case;
  const decision = currentVisit(state)?.decision;
  if (!decision) return [];
  const option = stageOf(input)?.decision?.options.find(({ id }) => id === decision.option)?.label ?? decision.option;
  const values = { option, on: civilDateAt(decision.at, policy.timeZone) };
  const label = { key: 'form.second', values, own: ['option'] } as const;
  return [own('tick', 'again', '!', { label, missing: { key: 'form.second.missing', values, own: ['option'] } })];
}

/** A row for each member that the policy asks for, and as many more as are wanted. */
function panelPage({ case: { state } }: FormInput, rules: PanelRules, before: readonly Note[], answers: Answers): Page {
  const involved = rules.includesParties ? [state.parties?.raising.agency, state.parties?.receiving.agency] : [];
  const least = rules.agencies ?? rules.agenciesAtLeast ?? 2;
  const count = Math.max(least, Number(answers['members'] ?? 0));
  const fields: Field[] = [];
  for (let row = 0; row < count; row++) fields.push(...memberFields(rules, row, involved[row], row < least));
  return { id: 'panel', title: { key: 'form.panel' }, before, fields, rows: { name: 'members', count } };
}

function memberFields(rules: PanelRules, row: number, agency: string | undefined, isNeeded: boolean): Field[] {
  const path = `panel/${row}`;
  const group: Text = { key: 'form.member', values: { number: row + 1 } };
  const label: Text = { key: 'form.member-agency' };
  const missing: Text = { key: 'form.member-agency.missing', values: { number: row + 1 } };
  const name = own('text', `${path}/agency`, '', {
    label,
    group,
    ...(agency && { initial: agency }),
    ...(isNeeded && { missing }),
  });
  // The sectors of the agencies in the case are known.
  const sector = own('radios', `${path}/sector`, '', {
    label: { key: 'form.member-sector' },
    options: optionsOf(SECTORS, (sector) => `sector.${sector}`),
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
