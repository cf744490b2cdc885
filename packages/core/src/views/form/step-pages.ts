import { currentVisit } from '../../case/index.ts';
import { indexOf, RESULTS, type Action, type Reason, type Stage } from '../../policy/index.ts';
import type { Text } from '../../text/text.ts';
import { missingItems } from '../needed.ts';
import { AT_STAGE, asIf, notesOf } from './as-if.ts';
import { checkPage } from './check-page.ts';
import { authorFields, causesPage, childPage, factPages, stageText, noteOf, whenField } from './fields.ts';
import { askPages, dangerPages } from './open-pages.ts';
import {
  answerOf,
  optionsOf,
  own,
  words,
  type Answers,
  type Field,
  type FormSetting,
  type Note,
  type Option,
  type Page,
} from './page.ts';

/** The pages that record an event in a case that is open, or was. */
export function stepPages(action: Action, setting: FormSetting, answers: Answers): Page[] {
  const build = LONG[action];
  if (build) {
    const to = typeof answers['to'] === 'string' ? answers['to'] : '';
    const because = typeof answers['because'] === 'string' ? (answers['because'] as Reason) : '';
    const state = asIf(setting, answers, setting.state.route ?? '', currentVisit(setting.state)?.stage ?? '');
    const check = checkPage(setting.policy, state, action, to, because);
    return [...build(setting, answers), whoPage(setting), check];
  }
  const fields = SHORT[action]?.(setting) ?? [];
  return [{ id: action, title: actionText(action), before: stageNotes(setting), fields: [...fields, ...who(setting)] }];
}

/** 'Take it to the next stage'. */
export function actionText(action: Action): Text {
  return { key: `action.${action}` };
}

/** Actions of which the person can choose one, those that most often come next first. */
export const FORM_ACTIONS = [
  'open',
  'discuss',
  'consult',
  'escalate',
  'decide',
  'resolve',
  'done',
  'update',
  'progress',
  'change',
  'set-timescale',
  'extend',
  'dissent',
  'request-conference',
  'learn',
  'reopen',
  'close',
  'withdraw',
] as const satisfies readonly Action[];

/** Actions that take more than one page. */
const LONG: Partial<Record<Action, (setting: FormSetting, answers: Answers) => Page[]>> = {
  escalate: escalatePages,
  resolve: resolvePages,
  decide: decidePages,
  change: changePages,
};

/** Actions of one page: a table of fields. */
const SHORT: Partial<Record<Action, (setting: FormSetting) => Field[]>> = {
  consult: () => [
    own('text', 'with', '!?'),
    own('radios', 'side', '!', { options: optionsOf('side', ['raising', 'receiving']) }),
  ],
  discuss: (setting) => [
    own('text', 'channel', '!?', suggesting(stageOf(setting)?.channels?.names)),
    own('long-text', 'summary', '!?', { label: { key: 'form.discussion' } }),
  ],
  progress: (setting) => [own('text', 'tier', '!?', suggesting(stageOf(setting)?.tiers?.names))],
  'set-timescale': ({ assessment }) => {
    const reasons = assessment.actions.flatMap(({ action, because }) => (action === 'set-timescale' ? [because!] : []));
    return [
      choice('because', optionsOf('timescale-reason', reasons), 'form.date-because'),
      own('date', 'due', '!?', { range: 'future' }),
    ];
  },
  extend: () => [own('date', 'until', '!?', { range: 'future' }), reason('extend'), own('tick', 'safe', '!')],
  done: (setting) => [choice('duty', owedOptions(setting)), own('long-text', 'note')],
  update: () => [summary('update')],
  dissent: () => [summary('dissent')],
  learn: () => [summary('learn')],
  'request-conference': () => [reason('request-conference')],
  reopen: () => [reason('reopen')],
  withdraw: () => [reason('withdraw')],
  close: () => [reason('close')],
};

function escalatePages(setting: FormSetting, answers: Answers): Page[] {
  const { policy, assessment, state } = setting;
  const offers = assessment.actions.filter(({ action }) => action === 'escalate');
  const ways = policy.ways.filter((way) => offers.some((o) => o.to === way.to && o.clauses === way.clauses));
  const targets = indexOf(policy)
    .route(state.route ?? '')
    .filter((id) => offers.some((offer) => offer.to === id));
  const options = targets.map((to) => {
    const hint = ways
      .filter((way) => way.to === to)
      .map((way) => way.label)
      .join('. ');
    return { value: to, label: stageText(policy, to), ...(hint && { hint: words(hint) }) };
  });
  const target = choice('to', options);
  const to = answerOf(target, answers) as string;
  const reasons = offers.filter((offer) => offer.to === to).map(({ because }) => because!);
  const because = choice('because', optionsOf('reason', reasons));
  const why = answerOf(because, answers);
  const approver = ways.find((way) => way.to === to && way.because.some((one) => one === why))?.approver;
  const role = approver && (indexOf(policy).roles.get(approver)?.name ?? approver);
  const approval = role && own('text', 'approvedBy', '!', { hint: words(role) });
  const route = state.route ?? '';
  return [
    { id: 'to', fields: [target], before: stageNotes(setting), after: blockedNotes(setting) },
    { id: 'because', fields: [because, reason('escalate'), ...(approval ? [approval] : [])] },
    ...factPages(setting, route, (stages) => stages?.includes(to) ?? false),
    ...askPages(setting, answers, route, to),
  ];
}

function resolvePages(setting: FormSetting): Page[] {
  const results = stageOf(setting)?.results ?? RESULTS;
  const fields = [own('long-text', 'outcome', '!?'), own('long-text', 'outstanding', '?')];
  const result = choice('result', optionsOf('result', results));
  return [
    { id: 'outcome', title: actionText('resolve'), before: stageNotes(setting), fields },
    ...(results.length > 1
      ? [{ id: 'result', fields: [results.includes('agreed') ? { ...result, initial: 'agreed' } : result] }]
      : []),
  ];
}

function decidePages(setting: FormSetting, answers: Answers): Page[] {
  const { policy, state } = setting;
  const decision = stageOf(setting)?.decision;
  const options = decision?.options.map(({ id, label }) => ({ value: id, label: words(label) })) ?? [];
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
  if (panel) {
    const involved = panel.includesParties ? [state.parties?.raising.agency, state.parties?.receiving.agency] : [];
    const count = Math.max(panel.agencies ?? 2, Number(answers['members'] ?? 0));
    const rows = Array.from({ length: count }, (_, i) =>
      memberFields(panel, i, involved[i], i < (panel.agencies ?? 1)),
    );
    pages.push({
      id: 'panel',
      title: { key: 'form.panel' },
      before: rule,
      fields: rows.flat(),
      rows: { name: 'members', count },
    });
  }
  if (chair) {
    const fields = [own('text', 'chair/agency', '!', { label: { key: 'form.chair-agency' } })];
    if (chair.boardMember) fields.push(own('tick', 'chair/boardMember', '', { label: { key: 'form.board-member' } }));
    pages.push({ id: 'chair', title: { key: 'form.chair' }, before: rule, fields });
  }
  return pages;
}

function memberFields(
  rules: { senior?: boolean | undefined; executive?: boolean | undefined },
  row: number,
  agency: string | undefined,
  isNeeded: boolean,
): Field[] {
  const group = { key: 'form.member', values: { number: row + 1 } };
  const ticks = (['senior', 'executive'] as const).filter((rule) => rules[rule]);
  return [
    own('text', `panel/${row}/agency`, isNeeded ? '!' : '', {
      label: { key: 'form.member-agency' },
      group,
      ...(agency && { initial: agency }),
      ...(isNeeded && { missing: { key: 'form.member-agency.missing', values: { number: row + 1 } } }),
    }),
    ...ticks.map((rule) => own('tick', `panel/${row}/${rule}`, '', { label: { key: `form.${rule}` }, group })),
  ];
}

/** What has become true since: the person says which part, and is asked only that. */
function changePages(setting: FormSetting, answers: Answers): Page[] {
  const route = setting.state.route ?? '';
  const child = childPage(setting);
  const causes = causesPage(setting, route);
  const parts: Record<string, Page[]> = {
    facts: [...dangerPages(setting, answers), ...factPages(setting, route, () => true)],
    child: child.fields.length > 1 ? [child] : [],
    causes: causes.fields.length > 1 ? [{ ...causes, fields: causes.fields.slice(0, 1) }] : [],
  };
  const names = Object.keys(parts).filter((name) => parts[name]!.length > 0);
  const changed = own('checkboxes', 'changed', '!?', { options: optionsOf('form.changed', names) });
  const chosen = answerOf(changed, answers);
  return [
    { id: 'changed', fields: [changed] },
    ...names.filter((name) => chosen.includes(name)).flatMap((name) => parts[name]!),
  ];
}

function whoPage(setting: FormSetting): Page {
  return { id: 'who', title: { key: 'form.who' }, fields: who(setting) };
}

function who({ state }: FormSetting): Field[] {
  const agency = (side: 'raising' | 'receiving'): Option => ({
    value: side,
    label: { key: `form.side-${side}`, values: { agency: state.parties?.[side].agency ?? '' } },
  });
  const options = [agency('raising'), agency('receiving'), ...optionsOf('side', ['partnership'])];
  return [choice('by/side', options, 'form.by-side'), ...authorFields(), whenField()];
}

function choice(name: string, options: readonly Option[], key?: string): Field {
  const [only] = options.length === 1 ? options : [];
  return own('radios', name, '!', { options, ...(only && { initial: only.value }), ...(key && { label: { key } }) });
}

const reason = (action: Action) => own('long-text', 'reason', '!?', { label: { key: `form.reason-${action}` } });
const summary = (action: Action) => own('long-text', 'summary', '!?', { label: { key: `form.summary-${action}` } });

function suggesting(names?: readonly string[]): Partial<Field> {
  return names ? { suggestions: names, hint: { key: 'form.suggested', values: { names: names.join('; ') } } } : {};
}

/** Duties that can be met, with who owes them, and guards and clocks that wait for something to be done. */
function owedOptions({ policy, assessment }: FormSetting): Option[] {
  const owed = assessment.duties.filter(({ status }) => status === 'due' || status === 'overdue');
  const covered = new Set(owed.flatMap(({ clauses }) => clauses));
  const doable = assessment.actions.find(({ action }) => action === 'done')?.clauses ?? [];
  const guards = policy.guards.flatMap(
    ({ needs, clauses, text }) => needs.done?.map((id) => [id, text, clauses] as const) ?? [],
  );
  return [
    ...owed.map(({ id, words: label, owner, to }) => ({
      value: id,
      label,
      hint: { key: to ? 'form.owed-to' : 'form.owed', values: { owner, to: to ?? '' } },
    })),
    ...doable
      .filter((clause) => !covered.has(clause))
      .map((clause) => {
        const guard = guards.find(([id]) => id === clause);
        return { value: CLAUSE + clause, label: words(guard?.[1] ?? policy.clauses[clause]?.says ?? clause) };
      }),
  ];
}

/** Marks a value that is a clause, not the id of a duty. */
export const CLAUSE = 'clause:';

/** Stages that something else comes before, with what is missing. */
export function blockedNotes({ policy, assessment }: FormSetting): Note[] {
  return assessment.blocked
    .filter(({ action }) => action === 'escalate')
    .flatMap(({ to = '', missing }) =>
      missingItems(policy, missing).map(({ text, sources }): Note => {
        const values = { stage: indexOf(policy).stages.get(to)?.label ?? to, ...text.values };
        return {
          kind: 'blocked',
          words: { key: text.key === 'policy' ? 'form.blocked' : 'form.blocked-consult', values },
          contact: null,
          sources,
        };
      }),
    );
}

/** What the policy says of the present stage to whoever acts there. */
function stageNotes(setting: FormSetting): Note[] {
  return notesOf(setting, setting.state, ['immediate-danger', ...AT_STAGE]);
}

function stageOf({ policy, state }: FormSetting): Stage | undefined {
  return indexOf(policy).stages.get(currentVisit(state)?.stage ?? '');
}
