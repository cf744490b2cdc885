/*
 * A case for each policy to look at without filling in a form, opened some days before the day that the page shows. A
 * log is all that a case is: see docs/getting-started/developers.md.
 */

const SCHOOL = { agency: 'Elm Road School', sector: 'education' };
const HEALTH = { agency: 'Anytown Health Visiting', sector: 'health' };
const SOCIAL_CARE = { agency: 'Anytown Children’s Services', sector: 'social-care' };

const NOT_URGENT = { 'immediate-harm': false };

/** What differs from policy to policy: how the case was opened and where it went from there. */
const EXAMPLES = {
  barnsley: {
    opened: {
      stage: '1',
      raising: SCHOOL,
      causes: ['thresholds'],
      facts: { ...NOT_URGENT, 'raising-lead-consulted': true, 'receiving-lead-consulted': true },
      lineManager: { name: 'A. Manager', contact: 'a.manager@example.org' },
    },
    to: '2',
  },
  bromley: { opened: { stage: '1', raising: SCHOOL, child: { statuses: ['looked-after'] } }, to: '2' },
  coventry: {
    opened: { stage: '1', raising: HEALTH, facts: { ...NOT_URGENT, 'referral-or-threshold': true } },
    to: '2',
  },
  greenwich: { opened: { stage: '2', raising: SCHOOL }, to: '3' },
  kent: { opened: { route: 'referral', stage: 'referral-1', raising: SCHOOL }, to: 'referral-2' },
};

/**
 * @param {string} policy the policy's id
 * @param {string} now the instant that the page shows, ISO 8601
 * @returns {object[]} the events of a case
 */
export function exampleLog(policy, now) {
  const { opened, to } = EXAMPLES[policy];
  const {
    route = 'standard',
    stage,
    raising,
    child = { statuses: [] },
    causes = [],
    facts = NOT_URGENT,
    ...asked
  } = opened;
  const by = { side: 'raising', role: 'Designated safeguarding lead' };
  const ago = (days) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
  return [
    {
      id: 'e1',
      type: 'opened',
      at: ago(6),
      by,
      policy: { id: policy, version: 'example' },
      calendar: { id: 'england-and-wales' },
      route,
      stage,
      parties: { raising, receiving: SOCIAL_CARE },
      child,
      causes,
      facts,
      ...asked,
    },
    {
      id: 'e2',
      type: 'discussed',
      at: ago(5),
      by,
      channel: 'telephone',
      summary: 'We gave our reasons. No agreement.',
    },
    { id: 'e3', type: 'escalated', at: ago(2), by, to, because: 'unresolved', reason: 'No agreement was reached.' },
  ];
}
