import type { Duration } from '@escalation-kit/core/calendar';
import { meetersOf } from '@escalation-kit/core/case';
import { indexOf, type Clock, type Policy, type Timescale } from '@escalation-kit/core/policy';
import { en, say, speakerOf } from '@escalation-kit/core/text';
import type { Block, Inline, Row, Section } from '../../document/document.ts';
import { conditionWords } from '../condition-words.ts';
import { exampleOf, type Example } from '../example.ts';
import {
  capitalised,
  clauseLinks,
  clauseLinksWithin,
  own,
  roleName,
  said,
  stageLabels,
  type Explained,
} from '../explained.ts';
import { happeningWords, startWords } from '../happenings.ts';
import { purposeWords, verbWords } from '../verb-words.ts';

/** Every time that the policy sets, with its words and with the date that it comes to in an example. */
export function datesSection(explained: Explained): Section {
  const { policy, exampleDate } = explained;
  const clocks = [
    ...policy.stages.flatMap((stage) => stage.clocks.map((clock) => ({ clock, where: stage.label }))),
    ...policy.timescales.map((clock) => ({ clock, where: reachOf(clock, policy) })),
  ];
  const rows = clocks.flatMap(({ clock, where }) => rowsOf(clock, where, explained));
  const head = ['Where', 'In the policy’s words', 'Counted as', 'Binding', 'Whose time', 'Runs', 'Example', 'Clauses'];
  const day = speakerOf(en).day(exampleDate);
  const caption = `Times, with what they come to if they start at 10:00 on ${day}`;
  return {
    id: 'dates',
    title: 'Dates',
    blocks: [
      ...counting(explained),
      rows.length > 0 ? { table: { caption, head, rows } } : { paragraph: 'The policy sets no time.' },
      ...extension(policy),
      {
        paragraph:
          'A date that protects the child can be given for any case. It competes with the times above, and the soonest holds.',
      },
    ],
  };
}

/** A time as it stands, or what stands in its place: what this leaves out, it takes from the clock. */
type Rule = Pick<Clock, 'within' | 'words' | 'clauses' | 'verb'> & {
  readonly owner?: Clock['owner'] | undefined;
  readonly firmness?: Clock['firmness'] | undefined;
};

/** The clock itself, what can stand in its place, and what it is under each priority. */
function rowsOf(clock: Clock | Timescale, where: string, explained: Explained): Row[] {
  const { policy } = explained;
  const row = (rule: Rule, condition: string): Row => ({
    cells: [
      { lines: [own(where), purposeWords(clock.for), condition] },
      rule.words === undefined ? '' : ['“', own(rule.words), '”'],
      countedAs(rule.within),
      {
        lines: [(rule.firmness ?? clock.firmness) === 'firm' ? 'Firm' : 'Guidance', verbWords(rule.verb ?? clock.verb)],
      },
      said(`ladder.side.${rule.owner ?? clock.owner}`),
      runs(clock, rule, policy),
      rule.within === null ? 'No date is shown' : exampleLines(exampleOf(listOf(rule.within), explained)),
      clauseLinks(rule.clauses),
    ],
  });
  const { priorities } = indexOf(policy);
  return [
    row(clock, clock.when ? capitalised(`if ${conditionWords(clock.when, policy)}`) : ''),
    ...(clock.instead ?? []).map((rule) => row(rule, `Instead, if ${conditionWords(rule.when, policy)}`)),
    ...Object.entries(clock.byPriority ?? {}).map(([id, within]) =>
      row({ within, clauses: clock.clauses }, `With priority ‘${priorities.get(id)?.label ?? id}’`),
    ),
  ];
}

function exampleLines({ due, skipped }: Example): Inline {
  return { lines: [due, ...(skipped.length > 0 ? ['Days that do not count:', ...skipped] : [])] };
}

/** '5 working days', or that there is no number. */
export function countedAs(within: Clock['within']): string {
  if (within === null) return 'Words alone';
  const durations = listOf(within).map(durationWords);
  return durations.length > 1 ? `${durations.join(' or ')}, ${said('ladder.time.sooner')}` : durations.join('');
}

export function durationWords({ amount, unit, countedAs }: Duration): string {
  const counted = countedAs && { countedAmount: countedAs.amount, countedUnit: countedAs.unit };
  return say({ key: 'duration', values: { amount, unit, ...counted } }, en);
}

function listOf(within: NonNullable<Clock['within']>): readonly Duration[] {
  return Array.isArray(within) ? within : [within];
}

function runs(clock: Clock | Timescale, { clauses }: Rule, policy: Policy): Inline {
  const isCase = 'scope' in clock && clock.scope === 'case';
  const left = isCase ? 'the case ends' : 'the stage is left or the case resolved';
  const met = meetersOf(clock, { clauses }).map((stop) => happeningWords(stop).replace(/^when /, ''));
  return {
    lines: [
      `From ${startWords(clock.starts ?? (isCase ? 'opened' : 'entered'), policy)}`,
      `until ${met.length > 0 ? met.join(' or ') : left}`,
      clock.chosen?.includes('agreed') ? 'A date can be agreed in its place.' : '',
      clock.chosen?.includes('raiser') ? 'The raising agency can set a date in its place.' : '',
      clock.chosen?.includes('priority') ? 'A date can be set by priority in its place.' : '',
      clock.protectsChild ? 'The case’s own date that protects the child counts here.' : '',
    ],
  };
}

function reachOf({ scope, stages }: Timescale, policy: Policy): string {
  if (scope === 'case') return stages ? `${stageLabels(policy, stages)} together` : 'The whole process';
  return stages ? `Each of ${stageLabels(policy, stages)}` : 'Every stage';
}

function counting({ policy, calendar }: Explained): Block[] {
  const { startDay, offDayStart, lands } = policy.counting ?? {};
  const { date } = speakerOf(en);
  const rules = [
    startDay === 'day-1'
      ? 'The day on which something starts is day 1.'
      : 'The day on which something starts is day 0, the first working day after it day 1.',
    offDayStart === 'next-working-day'
      ? 'What starts on a weekend or holiday starts on the next working day.'
      : 'What starts on a weekend or holiday is counted in the same way.',
    lands === 'next-working-day' ? 'A date that would fall on a weekend or holiday moves to the next working day.' : '',
    lands === 'previous-working-day'
      ? 'A date that would fall on a weekend or holiday moves to the working day before.'
      : '',
    'A date means the end of that day.',
  ];
  const days = calendar
    ? `Bank holidays are those of “${calendar.title}”, ${calendar.published === undefined ? '' : `published on ${date(calendar.published)} and `}known up to ${date(calendar.covers.to)}. Past that day no date is shown.`
    : `Bank holidays are those of the calendar “${policy.calendar}”, which the host page gives.`;
  return [
    { paragraph: rules.filter(Boolean).join(' ') },
    { paragraph: `${days} Days begin and end by the clocks of ${policy.timeZone}.` },
  ];
}

function extension(policy: Policy): Block[] {
  const given = policy.extension;
  if (!given) return [{ paragraph: 'The policy describes no way of putting a date off.' }];
  const text = 'A date can be put off: the new date, the reason, and that waiting is safe, are recorded.';
  const approval: Inline = given.approver
    ? [' It needs the approval of: ', own(roleName(policy, given.approver)), '.']
    : '';
  return [{ paragraph: [text, approval, ' (', clauseLinksWithin(given.clauses), ')'] }];
}
