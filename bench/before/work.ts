import { OPENING, type Asked } from './cases.ts';
import type { Field, Kit } from './kit.ts';

export const WORK = ['assess', 'page', 'both', 'form', 'alone'] as const;

/** What is measured of one build, by what it is for. */
export type Work = Readonly<Record<(typeof WORK)[number], () => unknown>>;

export const WORDS: Readonly<Record<(typeof WORK)[number], string>> = {
  assess: 'assess the case from its log',
  page: 'one page of the form, in that case',
  both: 'assess all of it and make that page',
  form: 'from the log to that page alone',
  alone: 'one page of a form that stands alone',
};

/**
 * `assess` and `both` ask for every part of the assessment, whether or not the page needs it; `form` asks for the page,
 * as the form does where it stands without other elements. The answers are copied each time, as the form copies them at
 * every key: none of them is known from before.
 */
export function workOf(kit: Kit, log: readonly unknown[], { page, answers }: Asked): Work {
  const standing = kit.read(log);
  const assessed = () => {
    const read = kit.read(log);
    kit.assess(read);
    return read;
  };
  return {
    assess: assessed,
    page: () => kit.fields(standing, { ...answers }, page),
    both: () => kit.fields(assessed(), { ...answers }, page),
    form: () => kit.fields(kit.read(log), { ...answers }, page),
    alone: () => alone(kit),
  };
}

/** The names of the fields on both pages, in order: builds that differ here do not do the same work. */
export function fieldsOf(kit: Kit, log: readonly unknown[], { page, answers }: Asked): string {
  const fields = [...kit.fields(kit.read(log), answers, page), ...alone(kit)];
  return fields.map(({ name }) => name).join(', ');
}

/** A form outside a case looks at an empty log each time. */
function alone(kit: Kit): readonly Field[] {
  return kit.fields(kit.read([]), { ...OPENING.answers }, OPENING.page);
}
