import { isReviewOverdue, NOTE_KINDS, type Note, type NoteKind, type Policy } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { sourcesOf, type SourceView } from './sources.ts';

export interface NoticeView {
  readonly text: Text;
  readonly sources: readonly SourceView[];
}

/** What the source leaves open, of one kind: of the source as a whole first. */
export interface OpenPoints {
  readonly kind: NoteKind;
  readonly notes: readonly OpenPoint[];
}

export interface OpenPoint {
  readonly text: string;
  /** What the partnership is asked about it, and what it answered, by whom and when, or that it has not. */
  readonly asked: readonly Text[];
  readonly sources: readonly SourceView[];
}

/** What must be known before relying on a policy: past its review date, not confirmed. `today`: a civil date. */
export function noticesOf(policy: Policy, today: string): NoticeView[] {
  const { confirmed, review } = policy.provenance;
  const notices: NoticeView[] = [];
  if (review && isReviewOverdue(policy, today)) {
    const text: Text = { key: 'summary.review-overdue', values: { due: review.due } };
    notices.push({ text, sources: sourcesOf(policy, review.clauses) });
  }
  if (!confirmed) notices.push({ text: { key: 'summary.not-confirmed' }, sources: [] });
  return notices;
}

/** Where the data comes from, who confirmed it, and when the policy is to be reviewed. */
export function provenanceOf(policy: Policy, today: string): NoticeView[] {
  const { taken, confirmed, review } = policy.provenance;
  const lines: NoticeView[] = [{ text: { key: 'summary.taken', values: { taken } }, sources: [] }];
  if (confirmed) lines.push({ text: { key: 'summary.confirmed', values: { ...confirmed }, own: ['by'] }, sources: [] });
  else lines.push({ text: { key: 'summary.not-confirmed-yet' }, sources: [] });
  if (!review) return [...lines, { text: { key: 'summary.no-review' }, sources: [] }];
  const key = isReviewOverdue(policy, today) ? 'summary.review-was-due' : 'summary.review-due';
  return [...lines, { text: { key, values: { due: review.due } }, sources: sourcesOf(policy, review.clauses) }];
}

/** What the source leaves open, by kind. */
export function openPoints(policy: Policy): OpenPoints[] {
  const whole = (policy.provenance.notes ?? []).map((note) => ({ ...note, clauses: [] as string[] }));
  const ofClauses = Object.entries(policy.clauses).flatMap(([id, { notes = [] }]) =>
    notes.map((note) => ({ ...note, clauses: [id] })),
  );
  const all = [...whole, ...ofClauses];
  return NOTE_KINDS.map((kind) => ({
    kind,
    notes: all
      .filter((note) => note.kind === kind)
      .map((note): OpenPoint => ({
        text: note.text,
        asked: askedAbout(note),
        sources: sourcesOf(policy, note.clauses),
      })),
  })).filter(({ notes }) => notes.length > 0);
}

function askedAbout({ question, answer }: Note): Text[] {
  const asked: Text[] = [];
  if (question !== undefined) asked.push({ key: 'summary.question', values: { question }, own: ['question'] });
  if (answer) {
    const { text, by, on } = answer;
    asked.push({ key: 'summary.answer', values: { answer: text, by, on }, own: ['answer', 'by'] });
  } else if (question !== undefined) asked.push({ key: 'summary.not-answered' });
  return asked;
}
