import type { Answers, FormPage } from '@escalation-kit/core/form';

/** What stands in the fields of a page. */
export function readAnswers(form: HTMLFormElement, page: FormPage): Answers {
  const data = new FormData(form);
  // Some engines give line ends as they go over the wire.
  const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '');
  const answers: Record<string, string | readonly string[]> = {};
  for (const { name, kind } of page.fields) {
    if (kind === 'notice') continue;
    const isList = kind === 'checkboxes' || kind === 'date';
    answers[name] = isList ? data.getAll(name).map(text) : text(data.get(name));
  }
  return answers;
}

/** 'None of these' goes with no other choice: whichever was made last stands. */
export function settleNone(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return;
  const others = target.form?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [];
  for (const other of others) {
    const isOther = other.name === target.name && other !== target;
    if (isOther && (target.value === 'none' || other.value === 'none')) other.checked = false;
  }
}
