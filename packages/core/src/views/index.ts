export { badgeOf, noTimeBadge, type BadgeView } from './badge.ts';
export { dayOffText } from './day-off.ts';
export { foldSkipped, type SkippedSpan } from './fold-skipped.ts';
export { loneBadge, wordsBadge, type GivenDeadline, type LoneBadgeContext } from './lone-badge.ts';
export { isOver } from './is-over.ts';
export { deadlineNames, mainDeadline, namedDeadline } from './main-deadline.ts';
export { timeLeft } from './time-left.ts';
export { whyOf, type WhyView } from './why.ts';
export { notificationsOf, type NotificationView } from './notifications.ts';
export { calloutViews, type CalloutView } from './callouts.ts';
export { conditionText } from './condition-words.ts';
export { contactOf, type ContactLink, type ContactView } from './contacts.ts';
export { ladderView, routesWith, type LadderView, type RouteView } from './ladder.ts';
export { type NeededFirst, type NextStep } from './next-step.ts';
export { missingItems, type NeededItem } from './needed.ts';
export { dutyEnd } from './duty-hour.ts';
export { asksForLead, roleOf, type RoleView } from './roles.ts';
export { type TimeView } from './rung-times.ts';
export { RUNG_STATES, type NeedView, type RungState, type RungView, type SideView, type TierView } from './rungs.ts';
export { sourcesOf, type SourceView } from './sources.ts';
export { knownAt, type KnownCase, type Position } from './known-case.ts';
export { type WayView } from './ways.ts';
export {
  dutiesView,
  SHOWN_DUTIES,
  type AwaitedItem,
  type DutiesView,
  type DutiesWanted,
  type DutyItem,
  type ShownDuties,
} from './duties.ts';
export { plannedDuties, type PlannedDuty, type PlannedGroup, type PlannedStage } from './planned-duties.ts';
export { noticesOf, openPoints, provenanceOf, type NoticeView, type OpenPoint, type OpenPoints } from './provenance.ts';
export {
  filledSections,
  SUMMARY_SECTIONS,
  summaryView,
  type DocumentView,
  type StatementView,
  type SummarySection,
  type SummaryView,
} from './summary.ts';
export { warningsView, type WarningView } from './warnings.ts';
export { purposeText } from './purpose.ts';
