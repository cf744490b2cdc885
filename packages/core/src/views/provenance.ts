import { isReviewOverdue, NOTE_KINDS, type NoteKind, type Policy } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { sourcesOf, type SourceView } from './sources.ts';

export interface NoticeView {
  readonly text: Text;
  readonly sources: readonly SourceView[];
}

/** What the source leaves open, of one kind: of the source as a whole first. */
export interface OpenPoints {
  readonly kind: NoteKind;
  readonly notes: readonly { readonly text: string; readonly sources: readonly SourceView[] }[];
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
  if (confirmed) lines.push({ text: { key: 'summary.confirmed', values: { ...confirmed } }, sources: [] });
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
      .map(({ text, clauses }) => ({ text, sources: sourcesOf(policy, clauses) })),
  })).filter(({ notes }) => notes.length > 0);
}
