import { loadCalendar } from '@escalation-kit/core/calendar';
import { assess, replay, type CaseEvent } from '@escalation-kit/core/case';
import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import { expect, test } from 'vitest';
import { exampleLog } from '../../docs/demo/alone/examples.js';

const NOW = '2026-11-20T12:00:00Z';

test.each(POLICY_IDS)('the example of %s keeps to its policy', async (id) => {
  const policy = await loadPolicy(id);
  const state = replay(policy, exampleLog(id, NOW) as CaseEvent[]);
  expect(state.departures).toEqual([]);
  expect(state.policy?.version).toBe(policy.version);
  const { status, warnings } = assess(policy, state, { now: NOW, calendar: await loadCalendar('england-and-wales') });
  expect(status).toBe('open');
  expect(warnings.filter(({ kind }) => !kind.startsWith('policy-'))).toEqual([]);
});
