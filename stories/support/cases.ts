import { formatInstant, parseInstant } from '@escalation-kit/core/calendar';
import { decide, nextStages, replay, type CaseEvent, type Command } from '@escalation-kit/core/case';
import { indexOf, type Policy } from '@escalation-kit/core/policy';

/** Where a story finds its case. */
export const MOMENTS = ['entry', 'middle', 'bypassed', 'resolved'] as const;
export type Moment = (typeof MOMENTS)[number];

const START = parseInstant('2026-11-20T10:00:00Z');
const HOUR = 3_600_000;

export const PARTIES = {
  raising: { agency: 'Hill Primary School', sector: 'education' },
  receiving: { agency: 'Children’s Services', sector: 'social-care' },
} as const;

type Given = Omit<Command, 'at' | 'by'>;

/** A case under a policy, made by the same commands as a person's. Each is an hour after the one before. */
export class StoryCase {
  readonly policy: Policy;
  readonly log: CaseEvent[] = [];

  constructor(policy: Policy, opening: Partial<Given> = {}) {
    this.policy = policy;
    this.do({
      action: 'open',
      calendar: { id: policy.calendar, published: '2026-02-25' },
      route: policy.routes[0]!.id,
      parties: PARTIES,
      facts: { 'raising-lead-consulted': true, 'receiving-lead-consulted': true },
      lineManager: { name: 'R. Example', contact: 'r.example@example.org' },
      ...opening,
    });
  }

  /** @throws Error where the policy refuses: a story shows nothing that could not be. */
  do(given: Given): this {
    const at = formatInstant(START + this.log.length * HOUR);
    const command = { ...given, at, by: { side: 'raising', role: 'Teacher' } } as Command;
    const decided = decide(this.policy, this.state, command);
    if (!decided.accepted)
      throw new Error(`${String(given.action)}: ${decided.refusal.text.key} ${decided.refusal.clause ?? ''}`);
    this.log.push(...decided.events);
    return this;
  }

  get state() {
    return replay(this.policy, this.log);
  }

  /** Up one stage, with what guards ask for done first. */
  up(): this {
    const [to] = nextStages(this.policy, this.state);
    if (to === undefined) return this;
    for (const guard of this.policy.guards) {
      if (guard.verb !== 'must' || !guard.before.some((before) => before.to?.includes(to))) continue;
      const [clause] = [guard.needs, ...(guard.needs.any ?? [])].flatMap(({ done = [] }) => done);
      if (clause) this.do({ action: 'done', clause });
      const option = guard.needs.decided?.option?.[0];
      if (option) this.do({ action: 'decide', option });
    }
    return this.do({ action: 'escalate', to, because: 'unresolved', reason: 'No agreement at this stage' });
  }
}

/** The log of a case on a route, at one of its moments. */
export function caseAt(policy: Policy, route: string, moment: Moment): CaseEvent[] {
  const ladder = indexOf(policy).route(route);
  const story = new StoryCase(policy, { route, stage: ladder[0]! });
  if (moment === 'entry') return story.log;
  if (moment === 'bypassed') return bypassed(story);
  for (let step = 0; step < Math.floor(ladder.length / 2); step++) story.up();
  if (moment === 'resolved') {
    story.do({ action: 'resolve', outcome: 'The plan was changed', outstanding: 'A review in January' });
  }
  return story.log;
}

/** By the policy's urgent way; where it gives none, by a jump that was made all the same and is read as fact. */
function bypassed(story: StoryCase): CaseEvent[] {
  const way = story.policy.ways.find(({ from, because }) => from === 'any' && because.includes('urgent'));
  if (way) {
    story.do({ action: 'escalate', to: way.to, because: 'urgent', reason: 'The child may come to harm this week' });
    return story.log;
  }
  const to = indexOf(story.policy).route(story.state.route!)[2]!;
  const jump = { type: 'escalated', to, because: 'urgent', reason: 'The child may come to harm this week' } as const;
  return [...story.log, { id: 'e2', at: formatInstant(START + HOUR), by: { side: 'raising' }, ...jump }];
}
