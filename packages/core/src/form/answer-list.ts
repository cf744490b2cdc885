import type { Text } from '../text/text.ts';
import { dateOf } from './dates.ts';
import { answerOf, isGiven, type Answers, type Field, type Page } from './page.ts';

/** One page among the answers. */
export interface AnswerRow {
  readonly page: string;
  readonly label: Text;
  /** What was given; none: nothing. */
  readonly lines: readonly { readonly label: Text | null; readonly value: Text }[];
}

/** All answers, page by page, to be looked over before they are sent. */
export function answerRows(pages: readonly Page[], answers: Answers): AnswerRow[] {
  return pages.flatMap((page): AnswerRow[] => {
    const fields = page.fields.filter(({ kind }) => kind !== 'notice');
    const [first] = fields;
    if (!first) return [];
    const label = page.title ?? first.label;
    const lines = fields.flatMap((field) => {
      const name = field.group ?? field.label;
      return valuesOf(field, answers).map((value) => ({
        label: name === label || field.kind === 'tick' ? null : name,
        value,
      }));
    });
    return [{ page: page.id, label, lines }];
  });
}

function valuesOf(field: Field, answers: Answers): Text[] {
  const answer = answerOf(field, answers);
  if (!isGiven(answer)) return [];
  switch (field.kind) {
    case 'yes-no':
      return [{ key: `form.${String(answer)}` }];
    case 'tick':
      return [field.label];
    case 'date': {
      const date = dateOf(answer);
      return [date ? { key: 'form.date', values: { date } } : typed((answer as readonly string[]).join(' '))];
    }
    case 'radios':
    case 'checkboxes':
      return field.options?.filter(({ value }) => [answer].flat().includes(value)).map(({ label }) => label) ?? [];
    default:
      return [typed(String(answer))];
  }
}

/** What a person typed: unlike the words of a policy, in no language that is known. */
function typed(text: string): Text {
  return { key: 'form.typed', values: { text } };
}
