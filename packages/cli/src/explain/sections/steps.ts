import { conditionsOf, type DecisionOption, type Guard, type Policy, type Way } from '@escalation-kit/core/policy';
import type { Block, Inline, Section } from '../../document/document.ts';
import { conditionWords } from '../condition-words.ts';
import {
  capitalised,
  clauseLinks,
  listed,
  own,
  roleName,
  said,
  saidWithin,
  stageLabel,
  type Explained,
} from '../explained.ts';
import { actionWords, resultWords, stagesEither } from '../happenings.ts';

/** What comes before a step, which ways lead up, and what can be decided. */
export function stepsSection({ policy }: Explained): Section {
  return {
    id: 'steps',
    title: 'Steps',
    blocks: [...waysUp(policy), ...guards(policy), ...decisions(policy), ...results(policy)],
  };
}

function waysUp(policy: Policy): Block[] {
  const reasons = ['when it was not resolved', 'when waiting is not safe or sensible'];
  if (speaksOfSilence(policy)) reasons.push('when nobody replied');
  const ordinary = `To the next stage a case can always go: ${listed(reasons)}. Nobody has to wait for a date. A reason is always recorded.`;
  if (policy.ways.length === 0) return [{ paragraph: `${ordinary} The policy gives no other way up.` }];
  const rows = policy.ways.map((way) => ({
    cells: [
      own(way.label),
      fromTo(way, policy),
      { lines: way.because.map((each) => said(`reason.${each}`)) },
      needsOf(way, policy),
      clauseLinks(way.clauses),
    ],
  }));
  const head = ['Way up', 'From and to', 'Reason', 'Needs', 'Clauses'];
  return [{ paragraph: ordinary }, { table: { caption: 'Other ways up', head, rows } }];
}

/** Whether the policy itself says what follows where nobody replied. */
function speaksOfSilence(policy: Policy): boolean {
  return (
    policy.ways.some(({ because, silence }) => silence !== undefined || because.includes('no-reply')) ||
    policy.callouts.some(({ kind }) => kind === 'silence') ||
    policy.duties.some(({ after }) => after !== undefined) ||
    policy.guards.some(({ waived }) => waived?.because?.includes('no-reply')) ||
    conditionsOf(policy).some(({ because }) => because?.includes('no-reply'))
  );
}

function fromTo({ from, to }: Way, policy: Policy): string {
  return `From ${from === 'any' ? 'any stage' : stagesEither(from, policy)} to ${stageLabel(policy, to)}`;
}

function needsOf({ when, approver, consultFirst, silence }: Way, policy: Policy): Inline {
  const nameOf = (id: string): Inline => own(roleName(policy, id));
  return {
    lines: [
      when ? `Only if ${conditionWords(when, policy)}` : '',
      approver === undefined ? '' : ['Approved by: ', nameOf(approver)],
      consultFirst === undefined ? '' : ['Consulted first: ', nameOf(consultFirst)],
      silence === undefined ? '' : `Closed once the time ‘${silence}’ has been kept`,
    ],
  };
}

function guards(policy: Policy): Block[] {
  if (policy.guards.length === 0) return [{ paragraph: 'The policy asks for nothing before a step.' }];
  const rows = policy.guards.map((guard) => ({
    cells: [
      own(guard.text),
      { lines: guard.before.map((before) => beforeWords(before, policy)) },
      guard.verb === 'must' ? 'Must: without it the step is refused' : 'Should: without it there is a warning',
      `If ${conditionWords(guard.needs, policy)}`,
      waived(guard, policy),
      clauseLinks(guard.clauses),
    ],
  }));
  const head = ['What comes first', 'Before', 'How binding', 'Counts as done', 'Not asked', 'Clauses'];
  return [{ table: { caption: 'What comes before a step', head, rows } }];
}

function beforeWords({ action, from, to }: Guard['before'][number], policy: Policy): string {
  const step = [
    capitalised(actionWords(action)),
    from && `from ${stagesEither(from, policy)}`,
    to && `${action === 'open' ? 'at' : 'to'} ${stagesEither(to, policy)}`,
  ];
  return step.filter(Boolean).join(' ');
}

function waived({ waived: given }: Guard, policy: Policy): Inline {
  if (!given) return 'It is always asked';
  return {
    lines: [
      given.because
        ? `For the reason ‘${listed(
            given.because.map((each) => saidWithin(`reason.${each}`)),
            'or',
          )}’`
        : '',
      given.when ? `If ${conditionWords(given.when, policy)}` : '',
    ],
  };
}

function decisions(policy: Policy): Block[] {
  const rows = policy.stages.flatMap(({ label, decision }) =>
    (decision?.options ?? []).map((option) => ({
      cells: [
        own(label),
        own(option.label),
        DECIDERS[option.decidedBy ?? decision!.decidedBy],
        {
          lines: [
            option.retired ? 'Offered no more; older records may hold it' : '',
            ...panelRules(option),
            ...chairRules(option),
            ...(option.instead ?? []).map(
              (other) =>
                `Instead, if ${conditionWords(other.when, policy)}: ${listed(chairRules(other).filter(Boolean))}`,
            ),
          ],
        },
        clauseLinks(option.clauses ?? decision!.clauses),
      ],
    })),
  );
  if (rows.length === 0) return [{ paragraph: 'The policy names no decisions to choose from.' }];
  const head = ['Stage', 'Decision', 'Who decides', 'Panel and chair', 'Clauses'];
  return [{ table: { caption: 'What can be decided', head, rows } }];
}

const DECIDERS = {
  raising: 'Raising agency',
  receiving: 'Other agency',
  partnership: 'Partnership',
  panel: 'A panel',
  agencies: 'The agencies together',
} as const;

function panelRules({ panel }: DecisionOption): string[] {
  if (!panel) return [];
  return [
    panel.agencies === undefined ? '' : `From ${panel.agencies} different agencies`,
    panel.agenciesAtLeast === undefined ? '' : `From at least ${panel.agenciesAtLeast} different agencies`,
    panel.sectors ? `With a member from ${listed(panel.sectors.map((each) => saidWithin(`sector.${each}`)))}` : '',
    panel.includesParties ? 'The agencies that disagree are on it' : '',
    panel.excludesParties ? 'The agencies that disagree are not on it' : '',
    panel.senior ? 'Senior officers only' : '',
    panel.executive ? 'Members of the executive only' : '',
  ];
}

function chairRules({ chair }: Pick<DecisionOption, 'chair'>): string[] {
  if (!chair) return [];
  return [
    chair.uninvolved ? 'The chair is of an agency that is no party' : '',
    chair.boardMember ? 'The chair is a member of the board' : '',
    chair.independent ? 'The chair is of no agency of the partnership' : '',
  ];
}

function results(policy: Policy): Block[] {
  const limited = policy.stages.filter((stage) => stage.results);
  const words = limited.map(
    ({ label, results: ends = [] }) =>
      `${label}: ${listed(
        ends.map((each) => resultWords(each, policy)),
        'or',
      )}`,
  );
  const unsaid = policy.stages.flatMap(({ label, endUnsaid }) => (endUnsaid ? `${label}: ${endUnsaid.text}` : []));
  const own = (policy.outcomes ?? []).map(({ label }) => label);
  return [
    ...listedUnder('How a case can end, where the policy says so:', words),
    ...listedUnder('Outcomes of the policy’s own:', own),
    ...listedUnder('The source does not say what comes of a case:', unsaid),
  ];
}

function listedUnder(paragraph: string, list: readonly string[]): Block[] {
  return list.length === 0 ? [] : [{ paragraph }, { list }];
}
