import { isObject, type CaseState } from '@escalation-kit/core/case';
import type { Addressee, Duty, Policy } from '@escalation-kit/core/policy';
import { indexOf } from '@escalation-kit/core/policy';
import type { Directory } from '../people/directory.ts';
import type { Concerned } from '../people/person.ts';
import { isEmail } from '../settings/settings.ts';

/** Somebody to whom something is sent. */
export interface Recipient {
  /** Who it is in words of the policy or the directory; never what somebody typed. */
  readonly name: string;
  /** null where nobody knows an address: the partnership is shown that. */
  readonly email: string | null;
}

/** What is known of whom a case concerns. */
export interface Surroundings {
  readonly policy: Policy;
  readonly state: CaseState;
  readonly concerned: Pick<Concerned, 'raising' | 'receiving'>;
  readonly directory: Directory;
  /** Who wrote the entry that opened the case, and the one that is taken now. */
  readonly originator: string | null;
  readonly recorder: string | null;
}

/** Everybody whom a duty wants told, each address once. */
export function recipientsOf({ addressees = [], copies = [], to }: Duty, around: Surroundings): Recipient[] {
  const all = [
    ...addressees,
    ...copies.map((copy) => (typeof copy === 'string' && isContact(copy, around) ? { contact: copy } : copy)),
  ];
  const found = all.flatMap((addressee) => recipients(addressee as Addressee, around, to ?? ''));
  return found.filter(({ email }, i) => email === null || found.findIndex((other) => other.email === email) === i);
}

function isContact(id: string, { policy }: Surroundings): boolean {
  return indexOf(policy).contacts.has(id);
}

function recipients(addressee: Addressee, around: Surroundings, to: string): Recipient[] {
  const { policy, state, originator, recorder } = around;
  if (addressee === 'originator') return [{ name: to, email: originator }];
  if (addressee === 'recorder') return [{ name: to, email: recorder }];
  if ('contact' in addressee) {
    const contact = indexOf(policy).contacts.get(addressee.contact);
    return [{ name: contact?.name ?? to, email: contact?.email ?? null }];
  }
  if ('ask' in addressee) return [{ name: to, email: addressIn(state.opened?.[addressee.ask]) }];
  return onSide(addressee.side, addressee.role, around, to);
}

/**
 * Those of a side who have the role; where no role is asked for, its leads. Where nobody has it, what is for the agency
 * goes to the agency's own address.
 */
export function onSide(
  side: 'raising' | 'receiving' | 'partnership',
  role: string | undefined,
  { directory, concerned }: Pick<Surroundings, 'directory' | 'concerned'>,
  to: string,
): Recipient[] {
  const group = side === 'partnership' ? directory.data.partnership : directory.agency(concerned[side] ?? '');
  const people = group?.people.filter(({ roles, email }) => email && roles.includes(role ?? 'lead')) ?? [];
  if (people.length > 0) return people.map(({ name, email }) => ({ name, email: email! }));
  return [{ name: to || (group?.name ?? ''), email: group?.address ?? null }];
}

/** A person is asked for by a name and a way to reach them, which may be a telephone number. */
function addressIn(answer: unknown): string | null {
  const contact = isObject(answer) && typeof answer.contact === 'string' ? answer.contact.trim() : '';
  return isEmail(contact) ? contact : null;
}
