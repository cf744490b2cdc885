import { lastMoment, type Calendar } from '../calendar/index.ts';
import type { Candidate, Deadline, Terms } from '../case/index.ts';
import type { Text } from '../text/text.ts';
import { dayOffText } from './day-off.ts';
import { foldSkipped, type SkippedSpan } from './fold-skipped.ts';
import { purposeText } from './purpose.ts';
import { sourcesOf, type SourceView } from './sources.ts';

/** How a date came about, for a person to check by hand. */
export interface WhyView {
  /** What is to have happened by then; null where the page gives the date. */
  readonly purpose: Text | null;
  /** Day 0 and how counting goes on from it; null where the clock has not started or the page gives the date. */
  readonly start: Text | null;
  /** What decided; null where there was nothing to decide. */
  readonly decides: Text | null;
  readonly skipped: readonly SkippedSpan[];
  /** The end of which day is meant, or which hour of it. */
  readonly end: Text | null;
  /** What else competed, and why it lost. */
  readonly others: readonly Text[];
  readonly remarks: readonly Text[];
  readonly sources: readonly SourceView[];
  /** What the policy's data notes about those clauses. */
  readonly notes: readonly string[];
}

/** Why a deadline of a case is due when it is. */
export function whyOf(deadline: Deadline, { policy, calendar }: Terms): WhyView {
  const { due, dueAt, explanation, owner, firmness } = deadline;
  const { start, candidates, skipped, clauses, notes } = explanation;
  const winner = candidates.find((candidate) => candidate.wins);
  const remarks: readonly Text[] = [
    { key: `why.owner-${owner}` },
    ...dayOff(winner, calendar),
    winner ? calendarText(calendar) : { key: start === null ? 'why.not-started' : 'why.no-date' },
  ];
  return {
    purpose: purposeText(deadline.for),
    start: start === null ? null : startText(start, winner?.text, policy.counting?.startDay === 'day-1'),
    decides: winner?.text ?? null,
    skipped: foldSkipped(skipped),
    end: endText(due, dueAt, policy.timeZone),
    others: candidates.filter((candidate) => !candidate.wins).map((candidate) => loserText(candidate, winner)),
    remarks: firmness === 'guidance' ? [{ key: 'why.guidance' }, ...remarks] : remarks,
    sources: sourcesOf(policy, clauses),
    notes,
  };
}

/** A date that somebody gave can be a day off; what is counted lands where the policy has it. */
function dayOff(winner: Candidate | undefined, calendar: Calendar): readonly Text[] {
  const isGiven = winner !== undefined && winner.kind !== 'timescale' && winner.due !== null;
  const text = isGiven ? dayOffText(calendar, winner.due) : null;
  return text ? [text] : [];
}

export function startText(start: string, duration: Text | undefined, countsFirstDay: boolean): Text {
  const unit = String(duration?.values?.['countedUnit'] ?? duration?.values?.['unit']);
  const isDays = unit === 'working-days' || unit === 'calendar-days';
  const key = !isDays ? 'why.start' : countsFirstDay ? 'why.start-counts' : (`why.start-${unit}` as const);
  return { key, values: { start } };
}

export function endText(due: string | null, dueAt: string | null, timeZone: string): Text | null {
  if (due === null) return null;
  return { key: 'why.end', values: { ...lastMoment(due, dueAt, timeZone) } };
}

/** Whose bank holidays were counted with, and as published when. */
export function calendarText({ title, published }: Calendar): Text {
  return { key: 'why.calendar', values: { title, ...(published !== undefined && { published }) } };
}

/** A date sooner than the winner's lost only because an extension or an agreed date stands in its place. */
function loserText({ kind, text, due }: Candidate, winner: Candidate | undefined): Text {
  const replaced = due !== null && due < (winner?.due ?? '');
  const why = due === null ? 'unknown' : replaced ? 'replaced' : 'later';
  // The other kinds name their date themselves.
  return kind === 'timescale' ? { key: `why.${why}`, values: { ...text.values, ...(due !== null && { due }) } } : text;
}
