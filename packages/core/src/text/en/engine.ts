import type { Messages, Speaker, Values } from '../catalogue.ts';

const on = (key: string) => (values: Values, speaker: Speaker) => speaker.date(String(values[key]));
const sectors = (ids: unknown, speaker: Speaker) =>
  String(ids)
    .split(' ')
    .map((id) => speaker.say({ key: `sector.${id}` }))
    .join(', ');

/** What the engine itself has to say: refusals, warnings, and the words for its closed sets. */
export const engine = {
  'callout.immediate-danger':
    'If anybody is in immediate danger, call {number} now. Do not wait for this process. (This line is ours: the policy itself does not speak of it.)',

  'warning.review-overdue': 'This policy is past its review date. Check that it is still the one in use.',
  'warning.not-confirmed': (values, speaker) =>
    `Taken from the published policy on ${on('taken')(values, speaker)}. The partnership has not confirmed it.`,
  'warning.ask-unanswered': 'The policy asks for this when a case is opened, and it was not answered: {ask}',
  'warning.departure': (_, { say }, [why]) =>
    `A recorded step departs from the policy${why ? `. It would have been refused: ${say(why)}` : '.'}`,
  'warning.guard': 'Not recorded as done first: {guard}',
  'warning.crowded': 'More than {most} duties stand at once. Those that came after are not listed.',
  'warning.malformed': 'An entry of the record cannot be read: {field} must be {allowed}.',

  'refusal.action': 'There is no such action. Use one of {allowed}.',
  'refusal.while-none': 'No case has been opened yet.',
  'refusal.while-open': 'The case is open already.',
  'refusal.while-resolved': 'The case is resolved. Reopen it first.',
  'refusal.while-closed': 'The case is closed. Reopen it first.',
  'refusal.while-withdrawn': 'The case is withdrawn. Reopen it first.',
  'refusal.most-entries': 'A case can have {most} entries at most, and this one would have more.',
  'refusal.missing': 'This is needed: {allowed}.',
  'refusal.field': 'This must be {allowed}.',
  'refusal.one-of': 'Give at least one of {allowed}.',
  'refusal.route': 'This policy has no such route. It has {allowed}.',
  'refusal.stage': 'This route has no such stage. It has {allowed}.',
  'refusal.cause': '“{found}” is not one of the policy’s causes: {allowed}.',
  'refusal.elsewhere': 'This policy does not deal with that. It goes to: {to}',
  'refusal.subject': 'This policy is not about “{found}”. It is about {allowed}.',
  'refusal.priority': '“{found}” is not one of the policy’s priorities: {allowed}.',
  'refusal.stage-not-here': '“{stage}” is not a stage for a case like this one.',
  'refusal.route-raising': ({ allowed }, speaker) =>
    `The policy gives this route only where the agency that raises the concern is of: ${sectors(allowed, speaker)}.`,
  'refusal.route-receiving': ({ allowed }, speaker) =>
    `The policy gives this route only where the agency that is challenged is of: ${sectors(allowed, speaker)}.`,
  'refusal.guard': 'First: {guard}',
  'refusal.ask': 'The policy needs an answer to: {ask}',
  'refusal.no-way': 'The policy gives no way from here to “{found}”. From here: {allowed}.',
  'refusal.no-reason': 'The policy does not give “{found}” as a reason for this step. It gives {allowed}.',
  'refusal.approver': 'Say who approved it: {role}.',
  'refusal.consult-first': 'Consult first: {role}.',
  'refusal.no-tiers': 'This stage has no tiers of management to go through.',
  'refusal.no-conference': 'This policy has no request for a conference.',
  'refusal.no-extension': 'The policy does not let this date be put off.',
  'refusal.no-choice': 'The policy does not leave this date to be chosen.',
  'refusal.raiser': 'The raising agency alone sets this date.',
  'refusal.service': 'A service does nothing by itself but what the policy lets it do.',
  'refusal.no-decision': 'There is nothing to decide at this stage.',
  'refusal.option': '“{found}” is not one of the decisions here: {allowed}.',
  'refusal.date-past': (values, speaker) => `The date must be ${on('today')(values, speaker)} or later.`,
  'refusal.nothing-owed': 'Nothing unmet rests on the clause “{clause}” now.',
  'refusal.not-owed': 'Nothing is owed under “{duty}” now.',
  'refusal.result': 'A case cannot end here as “{found}”. It can end as {allowed}.',
  'refusal.no-event': 'There is no such entry to correct.',
  'refusal.nothing-corrected': 'Say what is to be put right.',
  'refusal.panel.missing': 'Say who sits on the panel.',
  'refusal.panel.agencies': 'The panel must come from {wanted} different agencies; this one comes from {found}.',
  'refusal.panel.agencies-at-least':
    'The panel must come from {wanted} different agencies or more; this one comes from {found}.',
  'refusal.panel.sector': ({ sector }, speaker) =>
    `The panel must have a member from this sector: ${speaker.say({ key: `sector.${sector}` })}.`,
  'refusal.panel.includes-parties': 'The panel must include the agencies that disagree.',
  'refusal.panel.excludes-parties': 'The panel must not include the agencies that disagree.',
  'refusal.panel.senior': 'Every member of the panel must be a senior officer.',
  'refusal.panel.executive': 'Every member of the panel must be a member of the Executive.',
  'refusal.chair.missing': 'Say who chairs the meeting.',
  'refusal.chair.uninvolved': 'The chair must come from an agency that is not part of the disagreement.',
  'refusal.chair.board-member': 'The chair must be a member of the board.',
  'refusal.chair.independent': 'The chair must belong to no agency of the partnership.',

  'notification.subject': 'Escalation of a professional disagreement: {stage}',
  'notification.body-stage':
    'A professional disagreement has been raised under “{policy}” and stands at {stage}. This message leaves out all details on purpose. Please ask the sender by a secure channel.',
  'notification.body-resolved':
    'A professional disagreement raised under “{policy}” has been resolved at {stage}. This message leaves out all details on purpose. Please ask the sender by a secure channel.',

  'case-status.none': 'Not opened',
  'case-status.open': 'Open',
  'case-status.resolved': 'Resolved',
  'case-status.closed': 'Closed',
  'case-status.withdrawn': 'Withdrawn',

  'side.raising': 'The agency raising the concern',
  'side.receiving': 'The other agency',
  'side.partnership': 'The partnership',

  'sector.education': 'Education',
  'sector.health': 'Health',
  'sector.police': 'Police',
  'sector.social-care': 'Social care',
  'sector.voluntary': 'Voluntary, community or faith',
  'sector.other': 'Another sector',

  'child-status.child-in-need': 'Child in need',
  'child-status.child-protection-plan': 'On a child protection plan',
  'child-status.looked-after': 'Looked after',
  'child-status.unborn': 'Unborn',

  'reason.unresolved': 'It was not resolved at this stage',
  'reason.early': 'It is not safe or sensible to wait',
  'reason.no-reply': 'The other agency has not replied',
  'reason.urgent': 'Urgent: safety cannot wait for the stages between',
  'reason.conference-refused': 'A child protection conference was asked for and refused',
  'reason.decided': 'A decision at this stage leads on',

  'result.agreed': 'Agreed',
  'result.decision-upheld': 'The decision was upheld',
  'result.dissent-recorded': 'Ended with dissent on record',
  'result.policy-gap': 'A gap in policy was found',
} as const satisfies Messages;
