import { choice, optionsOf, own, type Field, type FormSetting, type Option, type Page } from './page.ts';

/** Who records it, for which side, and when it happened. */
export function who({ state }: FormSetting): Field[] {
  const agency = (side: 'raising' | 'receiving'): Option => ({
    value: side,
    label: { key: `form.side-${side}`, values: { agency: state.parties?.[side].agency ?? '' } },
  });
  const options = [agency('raising'), agency('receiving'), ...optionsOf('side', ['partnership'])];
  return [choice('by/side', options, 'form.by-side'), ...authorFields('form.when')];
}

/** Who records what happens as it is recorded. */
export function author(setting: FormSetting): Field[] {
  return who(setting).filter(({ name }) => name !== 'when');
}

/** Whoever opens a case does so for the side that raises it. */
export function whoOpens(): Page {
  return { id: 'who', title: { key: 'form.who' }, fields: authorFields('form.when-open') };
}

function authorFields(when: string): Field[] {
  return [
    own('text', 'by/role', '!?', { label: { key: 'form.role' } }),
    own('text', 'by/name', '', { label: { key: 'form.name' } }),
    own('date', 'when', '', { label: { key: when }, hint: { key: 'form.when.hint' }, range: 'past' }),
  ];
}
