/*
 * A case for each policy to look at without filling in a form, opened some days before the day that the page shows. A
 * log is all that a case is: see docs/getting-started/developers.md.
 */

const SCHOOL = { agency: 'Elm Road School', sector: 'education' };
const HEALTH = { agency: 'Anytown Health Visiting', sector: 'health' };
const SOCIAL_CARE = { agency: 'Anytown Children’s Services', sector: 'social-care' };

const NOT_URGENT = { 'immediate-harm': false };

/** What differs from policy to policy: how the case was opened, what was done at once, and where it went from there. */
const EXAMPLES = {
  barnsley: {
    version: 'V5',
    opened: {
      stage: '1',
      raising: SCHOOL,
      causes: ['thresholds'],
      facts: { ...NOT_URGENT, 'raising-lead-consulted': true, 'receiving-lead-consulted': true },
      lineManager: { name: 'A. Manager', contact: 'a.manager@example.org' },
    },
    done: [
      'barnsley.1.notify-inbox',
      'barnsley.1.notify-leads',
      'barnsley.1.notify-leads',
      'barnsley.1.acknowledge',
      'barnsley.notify-partnership-manager',
      'barnsley.1.form',
      'barnsley.tracker',
    ],
    to: '2',
  },
  bromley: {
    version: '1.5',
    opened: { stage: '1', raising: SCHOOL, child: { statuses: ['looked-after'] }, causes: ['levels-of-need'] },
    to: '2',
  },
  coventry: {
    version: 'September 2019',
    opened: { stage: '1', raising: HEALTH, facts: { ...NOT_URGENT, 'referral-or-threshold': true } },
    to: '2',
  },
  greenwich: { version: 'undated', opened: { stage: '2', raising: SCHOOL, causes: ['communication'] }, to: '3' },
  kent: {
    version: 'undated',
    opened: {
      route: 'referral',
      stage: 'referral-1',
      raising: SCHOOL,
      causes: ['eligibility'],
      facts: { ...NOT_URGENT, 'infant-injury': false },
    },
    to: 'referral-2',
  },
};

/**
 * @param {string} policy the policy's id
 * @param {string} now the instant that the page shows, ISO 8601
 * @returns {object[]} the events of a case
 */
export function exampleLog(policy, now) {
  const { version, opened, done = [], to } = EXAMPLES[policy];
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
  const event = (type, daysAgo, fields) => ({ type, at: daysBefore(now, daysAgo), by, ...fields });
  return [
    event('opened', 7, {
      policy: { id: policy, version },
      calendar: { id: 'england-and-wales' },
      route,
      stage,
      parties: { raising, receiving: SOCIAL_CARE },
      child,
      causes,
      facts,
      ...asked,
    }),
    ...done.map((clause) => event('done', 7, { clause })),
    event('discussed', 4, { channel: 'telephone', summary: 'We gave our reasons. No agreement.' }),
    event('escalated', 2, { to, because: 'unresolved', reason: 'No agreement was reached.' }),
  ].map((each, index) => ({ id: `e${index + 1}`, ...each }));
}

function daysBefore(instant, days) {
  return new Date(Date.parse(instant) - days * 86_400_000).toISOString();
}
