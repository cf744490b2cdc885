import type { CivilDate } from '../calendar/index.ts';
import type { Text } from '../text/text.ts';
import type { SourceView } from '../views/index.ts';
import { answerOf, DATE_PARTS, dateOf, isGiven, noLonger, partsOf, timeOf } from './answers.ts';
import type { Answer, Answers, Field, Page } from './page.ts';

export interface FieldError {
  /** The name of the field; empty where it is about none. */
  readonly field: string;
  /** Of a date: which of its parts. */
  readonly part?: number;
  readonly words: Text;
  /** Where the policy says so. */
  readonly sources?: readonly SourceView[];
}

/** The message that what was chosen before is not offered any more. */
export const NO_LONGER = 'form.no-longer';

/** What is to be put right in the fields of a page, each by itself: missing, no longer offered, no date. */
export function fieldErrors({ fields }: Page, answers: Answers, today: CivilDate): FieldError[] {
  const isAnswered = (other: string | undefined) =>
    fields.some((field) => field.name === other && isGiven(answerOf(field, answers)));
  return fields.flatMap((field): FieldError[] => {
    const { name, missing, unless, besides } = field;
    const gone = noLonger(field, answers);
    if (gone.length > 0) return [{ field: name, words: { key: NO_LONGER, texts: gone } }];
    const answer = answerOf(field, answers);
    if (!isGiven(answer)) {
      const isNeeded = besides === undefined ? !isAnswered(unless) : isAnswered(besides);
      return missing && isNeeded ? [{ field: name, words: missing }] : [];
    }
    const fault =
      field.kind === 'date' ? dateFault(field, answer, today) : field.kind === 'time' ? timeFault(answer) : null;
    return fault ? [{ field: name, ...fault }] : [];
  });
}

function timeFault(answer: Answer): Pick<FieldError, 'words'> | null {
  return timeOf(answer) === null ? { words: { key: 'form.time-real' } } : null;
}

/** What is wrong with a date that was given, in whole or in part, and which of its parts to put right first. */
function dateFault({ range }: Field, answer: Answer, today: CivilDate): Pick<FieldError, 'words' | 'part'> | null {
  const parts = partsOf(answer);
  const blank = DATE_PARTS.find((_, i) => !parts[i]);
  if (blank) return { words: { key: `form.date-${blank}` }, part: DATE_PARTS.indexOf(blank) };
  if (parts[2]!.length !== 4) return { words: { key: 'form.date-year-4' }, part: 2 };
  const date = dateOf(answer);
  if (date === null) return { words: { key: 'form.date-real' }, part: 0 };
  if (range === 'future' && date < today) return { words: { key: 'form.date-future' }, part: 0 };
  if (range === 'past' && date > today) return { words: { key: 'form.date-past' }, part: 0 };
  return null;
}
