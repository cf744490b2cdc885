import { indexOf, type Action } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { missingItems, type NeededItem } from '../views/index.ts';
import { fieldsOf } from './answers.ts';
import { afterAll, ticked } from './commands.ts';
import { blockedNotes } from './escalate-pages.ts';
import { noteOf, own, type Answers, type Field, type FormInput, type Note, type Page } from './page.ts';

/**
 * What comes before an action, to be ticked off on the way to it where it has been done: whoever is held up sees what
 * would meet it. Null where nothing comes first, or nothing of it can be recorded so.
 */
export function firstPage(action: Action, input: FormInput): Page | null {
  const { policy, assessment } = input.case;
  const blocked = assessment.blocked.filter((each) => each.action === action);
  const items = new Map<string, NeededItem>();
  for (const { missing } of blocked) {
    for (const item of missingItems(policy, missing)) items.set(String(item.text.values?.['text']), item);
  }
  const fields = [...items.values()].flatMap((item) => ticksOf(input, item));
  if (fields.length === 0) return null;
  const isOpen = assessment.actions.some((each) => each.action === action);
  const [only] = !isOpen && fields.length === 1 ? fields : [];
  return {
    id: 'first',
    title: { key: 'form.first' },
    before: [...notesOf(action, input, items.values()), noteOf(policy, { key: 'form.first.hint' }, [])],
    fields: only ? [{ ...only, missing: { key: 'form.first.missing' } }] : fields,
  };
}

/** The case as it would be once what is ticked off was recorded. */
export function afterFirst(input: FormInput, page: Page | null, answers: Answers): FormInput {
  if (!page) return input;
  const commands = ticked(fieldsOf([page], answers).met, { at: input.case.now, by: RAISING });
  return { ...input, case: afterAll(input.case, commands) };
}

const RAISING = { side: 'raising' } as const;

function notesOf(action: Action, input: FormInput, items: Iterable<NeededItem>): Note[] {
  if (action === 'escalate') return blockedNotes(input);
  return [...items].map(({ text, sources }) => {
    const words: Text = { key: 'refusal.guard', values: { guard: String(text.values?.['text']) }, own: ['guard'] };
    return { kind: 'blocked', words, contact: null, sources };
  });
}

function ticksOf({ case: { policy, assessment } }: FormInput, { text, records }: NeededItem): Field[] {
  const doable = assessment.actions.find(({ action }) => action === 'done')?.clauses ?? [];
  const clauses = records.filter((clause) => doable.includes(clause));
  return clauses.map((clause) => {
    const says = indexOf(policy).clauses.get(clause)?.says ?? clause;
    return own('tick', `met/${clause}`, '', { label: clauses.length === 1 ? text : ofPolicy(says) });
  });
}
