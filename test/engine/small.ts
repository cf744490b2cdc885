import { loadCalendar } from '@escalation-kit/core/calendar';
import {
  assess,
  decide,
  replay,
  type Assessment,
  type CaseEvent,
  type CaseState,
  type Command,
} from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { changed, type Changes } from '../conformance/changed-policy.ts';

const calendar = await loadCalendar('england-and-wales');

type Fields = Readonly<Record<string, unknown>>;

/** A case under the small policy with some of its values changed. Events happen on 20 November 2026 unless they say. */
export function caseUnder(changes: Changes, log: readonly Fields[] = [{}]) {
  const policy = changed(changes) as Policy;
  const events = log.map((fields, i) => ({
    id: `e${i + 1}`,
    type: 'opened',
    at: `2026-11-20T1${i}:00:00Z`,
    by: { side: 'raising' },
    ...(i === 0 && OPENING),
    ...fields,
  })) as unknown as CaseEvent[];
  const state: CaseState = replay(policy, events);
  return {
    policy,
    events,
    state,
    /** How it stands, on the evening of 20 November 2026 unless said otherwise. */
    at: (now = '2026-11-20T20:00:00Z'): Assessment => assess(policy, state, { now, calendar }),
    /** 'accepted', or the refusal's text key. */
    try: (command: Fields): string => {
      const decided = decide(policy, state, { ...COMMON, ...command } as Command);
      return decided.accepted ? 'accepted' : decided.refusal.text.key;
    },
    /** The stage at which such a case is opened. */
    opensAt: (opening: Fields): unknown => {
      const decided = decide(policy, state, { ...COMMON, action: 'open', ...opening } as Command);
      return decided.accepted && (decided.events[0] as unknown as Fields).stage;
    },
  };
}

/** A duty of the small policy besides its own. */
export const duty = (more: object = {}) => ({
  id: 'extra',
  kind: 'act',
  text: 'Do it',
  clauses: ['small.danger'],
  owner: 'raising',
  on: [{ enters: ['talk'] }],
  by: null,
  ...more,
});

const COMMON = { at: '2026-11-20T20:00:00Z', by: { side: 'raising' } };

export const OPENING = {
  route: 'standard',
  stage: 'talk',
  parties: {
    raising: { agency: 'Hill School', sector: 'education' },
    receiving: { agency: 'Children’s Services', sector: 'social-care' },
  },
  child: { statuses: [] },
  causes: [],
  facts: {},
};
