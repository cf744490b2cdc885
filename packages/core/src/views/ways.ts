import { currentVisit, holds } from '../case/index.ts';
import { indexOf, type Way } from '../policy/index.ts';
import type { KnownCase } from './known-case.ts';
import { roleOf } from './roles.ts';
import { sourcesOf, type SourceView } from './sources.ts';

/** A way up other than from rung to rung. */
export interface WayView {
  readonly id: string;
  /** In the policy's words: 'Urgent: go straight to stage 3'. */
  readonly label: string;
  /** The labels of the stages that it leads from; null: any. */
  readonly from: readonly string[] | null;
  readonly to: string;
  readonly isUrgent: boolean;
  /** Whether the case can take it now; null without a case. */
  readonly isOpen: boolean | null;
  readonly approver: string | null;
  readonly consultFirst: string | null;
  /** The stages that it passes, by id, the ends included. */
  readonly spans: readonly string[];
  /** The stages among them from which it can be taken. */
  readonly entries: readonly string[];
  readonly sources: readonly SourceView[];
}

/**
 * The ways of a ladder that go past at least one rung, the urgent ones first. Two that are called the same and lead from and
 * to the same stages are one: which of them is open depends on the case.
 */
export function waysBeside(known: KnownCase, ladder: readonly string[]): WayView[] {
  const { policy } = known;
  const views = policy.ways.flatMap((way) => {
    const spans = spanOf(way, ladder);
    return spans.length > 2 || (way.from === 'any' && spans.length > 1) ? [viewOf(known, way, spans)] : [];
  });
  const openFirst = views.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen));
  return views
    .filter((way) => way === openFirst.find((other) => isAlike(way, other)))
    .sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent))
    .map((way) => ({ ...way, to: indexOf(policy).stages.get(way.to)?.label ?? way.to }));
}

function isAlike(one: WayView, other: WayView): boolean {
  return one.label === other.label && one.to === other.to && String(one.from) === String(other.from);
}

function viewOf(known: KnownCase, way: Way, spans: readonly string[]): WayView {
  const { policy } = known;
  const { stages } = indexOf(policy);
  const nameOf = (role: string | undefined) => (role === undefined ? null : roleOf(policy, role).name);
  return {
    id: way.id,
    label: way.label,
    from: way.from === 'any' ? null : way.from.map((id) => stages.get(id)?.label ?? id),
    to: way.to,
    isUrgent: way.because.includes('urgent'),
    isOpen: isWayOpen(known, way),
    approver: nameOf(way.approver),
    consultFirst: nameOf(way.consultFirst),
    spans,
    entries: spans.slice(0, -1).filter((id) => way.from === 'any' || way.from.includes(id)),
    sources: sourcesOf(policy, way.clauses),
  };
}

function spanOf(way: Way, ladder: readonly string[]): readonly string[] {
  const to = ladder.indexOf(way.to);
  const from = way.from === 'any' ? 0 : ladder.findIndex((id) => way.from.includes(id));
  return from < 0 || to < from ? [] : ladder.slice(from, to + 1);
}

/** Whether the case can take a way now; null without a case. */
export function isWayOpen({ state, assessment }: KnownCase, way: Way): boolean | null {
  if (!assessment) return null;
  const at = currentVisit(state)?.stage ?? '';
  if (way.from !== 'any' && !way.from.includes(at)) return false;
  return (
    holds(way.when, state) &&
    assessment.actions.some(
      ({ action, to, because }) =>
        action === 'escalate' && to === way.to && way.because.some((reason) => reason === because),
    )
  );
}
