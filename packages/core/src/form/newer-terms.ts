import type { Calendar } from '../calendar/index.ts';
import {
  movesOf,
  type CalendarRef,
  type Case,
  type CaseState,
  type ChangedDay,
  type Move,
  type PolicyRef,
  type Terms,
} from '../case/index.ts';
import { indexOf, type Policy } from '../policy/index.ts';
import { isSameCalendar, isSamePolicy, policyHash } from '../record/index.ts';
import type { Text } from '../text/text.ts';
import { noteOf, type FormInput, type Page } from './page.ts';
import { actionText, author } from './questions.ts';

/** What a case can go on under in place of what it keeps, and what would move then. */
export interface NewerTerms {
  /** Where the policy is newer than the case's. */
  readonly policy?: PolicyRef;
  /** Where the calendar is. */
  readonly calendar?: CalendarRef;
  readonly moves: readonly Move[];
}

/** How a policy and a calendar are newer than those that the case keeps; null where they are the same. */
export function newerTerms(kept: Case, newer: Terms): NewerTerms | null {
  const { policy, calendar } = newer;
  const isOther = !isSamePolicy(kept.policy, policy);
  const isOtherCalendar = !isSameCalendar(kept.calendar, calendar);
  if (!isOther && !isOtherCalendar) return null;
  return {
    ...(isOther && { policy: { id: policy.id, version: policy.version, hash: policyHash(policy) } }),
    ...(isOtherCalendar && { calendar: { id: calendar.id, published: calendar.published } }),
    moves: movesOf(kept.log, kept, newer, kept.now),
  };
}

/**
 * That a page counts by another version of the policy, or another edition of the calendar, than the case goes by. It is
 * said wherever it is so: a date that moved for no reason that anybody sees is not to be relied on.
 */
export function otherTerms({ policy, calendar }: CaseState, here: Policy, counting: Calendar): Text[] {
  const terms: Text[] = [];
  if (policy && policy.version !== here.version) {
    terms.push({ key: 'form.other-policy', values: { kept: policy.version, here: here.version } });
  }
  const { published } = calendar ?? {};
  if (published && published !== counting.published) {
    terms.push({ key: 'form.other-calendar', values: { kept: published, here: counting.published ?? '' } });
  }
  return terms;
}

/** Which dates would move, from when to when and because of which day; taking it up is a step like any other. */
export function adoptPage(input: FormInput, { policy, calendar, moves }: NewerTerms): Page {
  const { case: kept } = input;
  const terms: Text[] = [];
  if (policy) terms.push({ key: 'form.adopt.policy', values: { from: kept.policy.version, to: policy.version } });
  if (calendar) terms.push({ key: 'form.adopt.calendar', values: { published: calendar.published ?? '' } });
  const days = new Map(moves.flatMap(({ because }) => because).map((day) => [day.date, day]));
  const plain = [...terms, ...[...days.values()].map(dayText)].map((words) => noteOf(kept.policy, words, []));
  const told = moves.map((move) => noteOf(kept.policy, moveText(kept, move), move.clauses));
  const result = noteOf(kept.policy, { key: told.length > 0 ? 'form.adopt.moves' : 'form.adopt.nothing' }, []);
  return {
    id: 'adopt',
    title: actionText('adopt'),
    hint: { key: 'form.adopt.hint' },
    before: [...plain, result, ...told],
    fields: author(input),
  };
}

function dayText({ date, title, change }: ChangedDay): Text {
  return { key: `form.adopt.day-${change}`, values: { date, title } };
}

/** A deadline is named by its stage and owner, a duty by its own words. */
function moveText({ policy, assessment }: Case, { kind, id, stage, from, to, because }: Move): Text {
  const all = kind === 'deadline' ? assessment.deadlines : assessment.duties;
  const owner = all.find((each) => each.id === id && each.stage === stage)?.owner ?? 'partnership';
  const duty = kind === 'duty' ? assessment.duties.find((each) => each.id === id) : undefined;
  const values = {
    stage: indexOf(policy).stages.get(stage)?.label ?? stage,
    owner,
    from: from ?? '',
    to: to ?? '',
    days: because.map(({ date }) => date).join(' '),
    ...(duty && { duty: String(duty.words.values?.['text'] ?? '') }),
  };
  return { key: `form.move-${kind}`, values, own: ['stage', 'duty'] };
}
