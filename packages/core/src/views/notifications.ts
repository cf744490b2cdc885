import type { CaseState } from '../case/index.ts';
import { indexOf } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import type { KnownCase } from './known-case.ts';

/** Somebody whom the policy wants told, with a text that says nothing of the child. */
export interface NotificationView {
  /** The id of the owed duty. */
  readonly duty: string;
  readonly to: string;
  /** Where the policy gives an address. */
  readonly email: string | null;
  /** Who gets a copy, in the policy's words; and the addresses among them that the policy gives. */
  readonly copiedTo: string | null;
  readonly copies: readonly string[];
  readonly subject: Text;
  readonly body: Text;
  readonly clauses: readonly string[];
}

/**
 * The notifications that a case owes, in the order in which they arose.
 *
 * Subject and body name the policy and the stage only: they may be sent by ordinary e-mail.
 *
 * @param since the state before; notifications that were owed then are left out
 */
export function notificationsOf(
  { policy, state }: Pick<KnownCase, 'policy' | 'state'>,
  since?: CaseState,
): NotificationView[] {
  const { duties, contacts, stages } = indexOf(policy);
  const known = new Set(since?.duties.map((owed) => owed.id));
  return state.duties.flatMap((owed) => {
    const duty = duties.get(owed.duty);
    if (!duty || duty.kind !== 'notify' || owed.done || owed.lapsed || known.has(owed.id)) return [];
    // A stage that the policy does not have is a text that came with the case.
    const values = { policy: policy.title, stage: stages.get(owed.stage)?.label ?? '–' };
    const own = ['policy', 'stage'];
    const key = owed.trigger === 'resolved' ? 'resolved' : 'stage';
    return {
      duty: owed.id,
      to: duty.to ?? '',
      email: contacts.get(duty.contact ?? '')?.email ?? null,
      copiedTo: duty.copiedTo ?? null,
      copies: duty.copies?.flatMap((id) => (typeof id === 'string' && contacts.get(id)?.email) || []) ?? [],
      subject: { key: 'notification.subject', values, own },
      body: { key: `notification.body-${key}`, values, own },
      clauses: duty.clauses,
    };
  });
}
