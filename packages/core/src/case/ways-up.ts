import { indexOf, ORDINARY_REASONS, type Policy, type Reason, type Way } from '../policy/index.ts';
import { isStopped } from './clocks.ts';
import { holds } from './conditions.ts';
import { currentVisit, type CaseState, type Visit } from './state.ts';

/** A step up that the policy knows from where the case stands. */
export interface WayUp {
  readonly to: string;
  readonly because: Reason;
  readonly clauses: readonly string[];
  readonly way?: Way;
  /** A role whose approval is recorded with the step. */
  readonly approver?: string | undefined;
  /** A role to consult before the step. */
  readonly consultFirst?: string | undefined;
}

/**
 * The ways up from where the case stands, guards aside.
 *
 * To the next stage every ordinary reason leads, in every policy. An optional stage is offered together with the one
 * that follows it. Other reasons and other stages need a way that the policy gives; what it asks for approval or for
 * consulting is not asked of an ordinary step to the next stage, for which a policy has guards.
 */
export function waysUp(policy: Policy, state: CaseState): WayUp[] {
  const visit = currentVisit(state);
  if (!visit || state.route === null) return [];
  const found: WayUp[] = [];
  const add = (way: WayUp) => {
    if (!found.some(({ to, because }) => to === way.to && because === way.because)) found.push(way);
  };
  const ladder = indexOf(policy).route(state.route);
  const here = ladder.indexOf(visit.stage);
  const next = nextStages(policy, state);
  for (const way of policy.ways) {
    const leads = way.from === 'any' || way.from.includes(visit.stage);
    if (!leads || ladder.indexOf(way.to) <= here || !isOpen(policy, state, visit, way)) continue;
    const { to, clauses, approver, consultFirst } = way;
    for (const because of way.because) {
      const isOrdinary = next.includes(to) && ORDINARY_REASONS.some((reason) => reason === because);
      add({ to, because, clauses, way, ...(!isOrdinary && { approver, consultFirst }) });
    }
  }
  for (const to of next) {
    const clauses = indexOf(policy).stages.get(to)?.clauses ?? [];
    for (const because of ORDINARY_REASONS) add({ to, because, clauses });
    if (visit.decision) add({ to, because: 'decided', clauses });
  }
  return found;
}

/** Whether the raising side consulted a role: named it, or what it is called somewhere, or who stands in for it. */
export function isConsulted(policy: Policy, state: CaseState, roleId: string): boolean {
  const role = indexOf(policy).roles.get(roleId);
  const names = [
    roleId,
    role?.name,
    ...Object.values(role?.bySector ?? {}),
    ...(role?.substitutes ?? []).map((s) => s.name),
  ];
  const known = names.filter((name) => name !== undefined).map(plain);
  return state.consultations
    .map(plain)
    .some((said) => known.some((name) => said.includes(name) || name.includes(said)));
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}

function isOpen(policy: Policy, state: CaseState, visit: Visit, way: Way): boolean {
  const isAnswered = way.silence !== undefined && isStopped(policy, visit, way.silence);
  return !isAnswered && holds(way.when, state) && holds(indexOf(policy).stages.get(way.to)?.when, state);
}

/** The next stage of the route and, where that is optional, the ones up to the first that is not. */
export function nextStages(policy: Policy, state: CaseState): string[] {
  const index = indexOf(policy);
  const ladder = index.route(state.route ?? '');
  const here = ladder.indexOf(currentVisit(state)?.stage ?? '');
  const next: string[] = [];
  if (here < 0) return next;
  for (const id of ladder.slice(here + 1)) {
    const stage = index.stages.get(id);
    if (!stage || !holds(stage.when, state)) continue;
    next.push(id);
    if (!stage.optional) break;
  }
  return next;
}
