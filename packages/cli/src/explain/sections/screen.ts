import { emergencyOf, formsOf, indexOf, meaningOf, type Policy, type PolicyForm } from '@escalation-kit/core/policy';
import type { Block, Inline, Row, Section } from '../../document/document.ts';
import { conditionWords } from '../condition-words.ts';
import { capitalised, clauseLinks, own, said, stageLabels, titled, type Explained } from '../explained.ts';
import { happeningWords } from '../happenings.ts';

/** What people are shown unasked. */
export function calloutsSection({ policy }: Explained): Section {
  const rows: Row[] = policy.callouts.map((callout) => ({
    cells: [
      own(callout.text),
      said(`ladder.callout.${callout.kind}`),
      whereAndWhen(callout, policy),
      callout.contact === undefined ? '' : own(indexOf(policy).contacts.get(callout.contact)?.name ?? callout.contact),
      clauseLinks(callout.clauses),
    ],
  }));
  if (!policy.callouts.some(({ kind }) => kind === 'immediate-danger')) {
    const kind = said('ladder.callout.immediate-danger');
    rows.push({
      cells: [
        said('callout.immediate-danger', { number: emergencyOf(policy).number }),
        kind,
        'Everywhere',
        '',
        'None: it is ours',
      ],
    });
  }
  const head = ['What is said', 'Kind', 'Where', 'Contact', 'Clauses'];
  return {
    id: 'callouts',
    title: 'What is shown unasked',
    blocks: [{ table: { caption: 'What is said, and where', head, rows } }],
  };
}

/** What the form asks besides who, where and when. */
export function questionsSection({ policy }: Explained): Section {
  return {
    id: 'questions',
    title: 'What the form asks',
    blocks: [...facts(policy), ...asks(policy), ...priorities(policy)],
  };
}

/** What else can be recorded, and where it goes. */
export function besidesSection({ policy }: Explained): Section {
  const { conference, dissent, learning } = policy;
  const rows: Row[] = [
    ...(conference ? [row('A conference can be asked for', own(conference.text), conference.clauses)] : []),
    ...(dissent
      ? [
          row(
            'Dissent can be put on record',
            dissent.stages ? `The policy speaks of it at ${stageLabels(policy, dissent.stages)}.` : '',
            dissent.clauses,
          ),
        ]
      : []),
    ...(learning
      ? [row('What was learned', { lines: [own(learning.text), ['To: ', own(learning.to)]] }, learning.clauses)]
      : []),
    ...formsOf(policy).map((form) =>
      row(
        'The partnership’s own form',
        { lines: [titled(form.title, form.url), formWhere(form, policy), 'The kit does not file it, and says so.'] },
        form.clauses,
      ),
    ),
    ...(policy.emergency ? [row('The number to call in an emergency', emergencyWords(policy), [])] : []),
  ];
  if (rows.length === 0) rows.push({ cells: ['Nothing', '', ''] });
  return {
    id: 'besides',
    title: 'What else there is',
    blocks: [{ table: { caption: 'What else can be recorded', head: ['What', 'How', 'Clauses'], rows } }],
  };
}

function emergencyWords(policy: Policy): Inline {
  const { number, label } = emergencyOf(policy);
  return label === undefined ? number : [number, ': ', own(label)];
}

/** Where a form is asked for; '' where it is tied to nothing. */
function formWhere({ stages, event, duty }: PolicyForm, policy: Policy): Inline {
  const owed = duty === undefined ? undefined : indexOf(policy).duties.get(duty)?.text;
  return {
    lines: [
      stages ? `At ${stageLabels(policy, stages)}` : '',
      event ? capitalised(happeningWords({ event })) : '',
      owed === undefined ? '' : ['With the duty: ', own(owed)],
    ],
  };
}

function row(name: string, words: Inline, clauses: readonly string[]): Row {
  return { cells: [name, words, clauseLinks(clauses)] };
}

function whereAndWhen({ stages, when }: Pick<Policy['callouts'][number], 'stages' | 'when'>, policy: Policy): Inline {
  return {
    lines: [stages ? stageLabels(policy, stages) : 'Everywhere', when ? `If ${conditionWords(when, policy)}` : ''],
  };
}

const MEANING_WORDS = {
  danger: 'Yes means danger',
  urgent: 'Yes means that it is urgent',
  nothing: '',
} as const;

function facts(policy: Policy): Block[] {
  const { routes } = indexOf(policy);
  const rows = policy.facts.map(({ id, question, hint, clauses, routes: on, stages, means }) => ({
    cells: [
      {
        lines: [
          own(question),
          hint === undefined ? '' : own(hint),
          MEANING_WORDS[meaningOf({ id, question, means }) ?? 'nothing'],
        ],
      },
      {
        lines: [
          on ? `Route: ${on.map((id) => routes.get(id)?.label ?? id).join('; ')}` : '',
          stages ? stageLabels(policy, stages) : on ? '' : 'Everywhere',
        ],
      },
      clauses ? clauseLinks(clauses) : 'None: it is ours',
    ],
  }));
  if (rows.length === 0) return [{ paragraph: 'The form asks no yes/no questions of the policy.' }];
  return [
    { table: { caption: 'Questions to be answered with yes or no', head: ['Question', 'Where', 'Clauses'], rows } },
  ];
}

function asks(policy: Policy): Block[] {
  if (policy.asks.length === 0) return [];
  const rows = policy.asks.map(({ label, hint, kind, verb, stages, when, clauses }) => ({
    cells: [
      { lines: [own(label), hint === undefined ? '' : own(hint)] },
      ASK_WORDS[kind],
      VERB_WORDS[verb],
      whereAndWhen({ stages, when }, policy),
      clauseLinks(clauses),
    ],
  }));
  const head = ['What is asked', 'Answer', 'How binding', 'Where', 'Clauses'];
  return [{ table: { caption: 'What else the form asks', head, rows } }];
}

const ASK_WORDS = {
  text: 'A line',
  'long-text': 'Several lines',
  person: 'A name and how to reach them',
  date: 'A date',
  'date-time': 'A date and an hour',
} as const;
const VERB_WORDS = {
  must: 'Must: without it the case is not opened',
  should: 'Should: it can be left out',
  may: 'May: it can be left out',
} as const;

function priorities(policy: Policy): Block[] {
  if (!policy.priorities) return [];
  const rows = policy.priorities.map(({ label, clauses }) => ({ cells: [capitalised(label), clauseLinks(clauses)] }));
  return [{ table: { caption: 'Priorities', head: ['Priority', 'Clauses'], rows } }];
}
