import { holds, type Case, type OwedDuty } from '@escalation-kit/core/case';
import { indexOf, type Duty } from '@escalation-kit/core/policy';
import { itemsOf } from '../case/items.ts';
import type { Say } from '../text/say.ts';
import { recipientsOf, type Recipient, type Surroundings } from './addressees.ts';

/** Something that the policy lets a service do, and that is to be done now. */
export interface ServiceDuty {
  readonly owed: OwedDuty;
  readonly clause: string;
  /** Whom it wants told. Nobody: that the case is kept here is what it asks for. */
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
}

/** What a service has to do in a case now. */
export function serviceDuties(
  kase: Case,
  around: Surroundings,
  reference: string,
  link: string,
  say: Say,
): ServiceDuty[] {
  const { duties } = indexOf(kase.policy);
  const next = nextLine(kase, say);
  return kase.state.duties.flatMap((owed) => {
    const given = duties.get(owed.duty);
    if (!given?.byService || owed.done || owed.lapsed) return [];
    const duty = inForce(given, kase);
    const words = wordsOf(kase, duty, owed, { reference, link, next, say });
    return { owed, clause: duty.clauses[0]!, recipients: recipientsOf(duty, around), ...words };
  });
}

/** The duty as the first of its alternatives has it whose condition holds. */
function inForce(duty: Duty, { state }: Case): Duty {
  const other = duty.instead?.find(({ when }) => holds(when, state));
  if (!other) return duty;
  return { ...duty, ...(other.to && { to: other.to }), ...(other.addressees && { addressees: other.addressees }) };
}

interface Wording {
  readonly reference: string;
  readonly link: string;
  /** The line on what comes next; none where nothing with a day does. */
  readonly next: readonly string[];
  readonly say: Say;
}

/** Reference, policy, stage, by when, a link: words of the policy and ours, and none that anybody typed. */
function wordsOf(kase: Case, duty: Duty, owed: OwedDuty, { reference, link, next, say }: Wording) {
  const stage = indexOf(kase.policy).stages.get(owed.stage)?.label ?? '–';
  const values = { reference, policy: kase.policy.title, stage };
  const isAcknowledgement = duty.addressees?.includes('recorder') ?? false;
  const about = owed.trigger === 'resolved' ? 'notification.body-resolved' : 'notification.body-stage';
  const lines = [
    say({ key: isAcknowledgement ? 'intake.received.body' : about, values }),
    '',
    say({ key: 'intake.told.reference', values }),
    ...next,
    say({ key: 'intake.told.link', values: { link } }),
  ];
  const subject = say({ key: isAcknowledgement ? 'intake.received.subject' : 'intake.told.subject', values });
  return { subject, body: `${lines.join('\n')}\n` };
}

/** The deadline that comes next: only a day that the policy or the case gives. */
function nextLine(kase: Case, say: Say): string[] {
  const dated = itemsOf(kase).filter(({ kind, due }) => kind === 'deadline' && due !== null);
  const [next] = dated.sort((a, b) => (a.due! < b.due! ? -1 : 1));
  if (!next) return [];
  return [say({ key: 'intake.told.next', values: { what: say(next.what), day: say.day(next.due!) } })];
}
