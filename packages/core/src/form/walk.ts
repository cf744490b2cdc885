import { errorsOf } from './errors.ts';
import { CHECK, type Answers, type FormSetting, type Page } from './page.ts';

/** Where a person is among the pages. */
export interface Walk {
  readonly pages: readonly Page[];
  readonly page: Page;
  /** Pages that were left by going on. */
  readonly passed: ReadonlySet<string>;
  /** They came from the answers to change one, and go straight back. */
  readonly isReturning: boolean;
}

/** The page that comes next; null: this was the last, and the form is to be sent. */
export function pageAfter(walk: Walk, setting: FormSetting, answers: Answers): Page | null {
  const { pages, page, passed, isReturning } = walk;
  const at = pages.indexOf(page);
  if (at === pages.length - 1) return null;
  const isDone = (other: Page) =>
    other.skipped || other.id === CHECK || (passed.has(other.id) && errorsOf(other, setting, answers).length === 0);
  // A changed answer can bring up pages that were not asked before: those come first.
  if (isReturning) return pages.find((other) => !isDone(other)) ?? pages[pages.length - 1]!;
  return pages.slice(at + 1).find(({ skipped }) => !skipped)!;
}

/** The page before, where there is one. */
export function pageBefore({ pages, page }: Walk): Page | null {
  return pages.slice(0, pages.indexOf(page)).findLast(({ skipped }) => !skipped) ?? null;
}

/** The first page on which something is to be put right. */
export function firstFaulty(pages: readonly Page[], setting: FormSetting, answers: Answers): Page | null {
  return pages.find((page) => errorsOf(page, setting, answers).length > 0) ?? null;
}

/** The page that asks for a field of a command, or for part of it. */
export function pageOfField(pages: readonly Page[], field: string): Page | null {
  return pages.find(({ fields }) => fields.some(({ name }) => name === field || name.startsWith(`${field}/`))) ?? null;
}
