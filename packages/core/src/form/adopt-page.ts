import type { CalendarRef, ChangedDay, Move, PolicyRef } from '../case/index.ts';
import { indexOf } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { actionText } from './actions.ts';
import { noteOf } from './fields.ts';
import type { FormSetting, Page } from './page.ts';
import { author } from './who.ts';

/** What a case can go on under in place of what it keeps, and what would move then. */
export interface NewerTerms {
  /** Where the policy is newer than the case's. */
  readonly policy?: PolicyRef;
  /** Where the calendar is. */
  readonly calendar?: CalendarRef;
  readonly moves: readonly Move[];
}

/** Which dates would move, from when to when and because of which day; taking it up is a step like any other. */
export function adoptPage(setting: FormSetting, { policy, calendar, moves }: NewerTerms): Page {
  const terms: Text[] = [];
  if (policy) terms.push({ key: 'form.adopt.policy', values: { from: setting.policy.version, to: policy.version } });
  if (calendar) terms.push({ key: 'form.adopt.calendar', values: { published: calendar.published ?? '' } });
  const days = new Map(moves.flatMap(({ because }) => because).map((day) => [day.date, day]));
  const plain = [...terms, ...[...days.values()].map(dayText)].map((words) => noteOf(setting.policy, words, []));
  const told = moves.map((move) => noteOf(setting.policy, moveText(setting, move), move.clauses));
  const result = noteOf(setting.policy, { key: told.length > 0 ? 'form.adopt.moves' : 'form.adopt.nothing' }, []);
  return {
    id: 'adopt',
    title: actionText('adopt'),
    hint: { key: 'form.adopt.hint' },
    before: [...plain, result, ...told],
    fields: author(setting),
  };
}

function dayText({ date, title, change }: ChangedDay): Text {
  return { key: `form.adopt.day-${change}`, values: { date, title } };
}

/** A deadline is named by its stage and owner, a duty by its own words. */
function moveText({ policy, assessment }: FormSetting, { kind, id, stage, from, to, because }: Move): Text {
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
