import { indexOf, type Policy } from '../policy/index.ts';

/** A way to reach somebody: what is shown, and the address of the link. */
export interface ContactLink {
  readonly kind: 'phone' | 'email' | 'web';
  readonly text: string;
  readonly href: string;
  /** What a number is for: 'Out of hours'. */
  readonly label: string | null;
}

export interface ContactView {
  readonly name: string;
  readonly address: string | null;
  readonly links: readonly ContactLink[];
  /** When the source says that it was true: a year, a month or a day; null where it gives no date. */
  readonly asOf: string | null;
}

/** A contact of the policy with links that can be followed; null for an id that it does not have. */
export function contactOf(policy: Policy, id: string | undefined): ContactView | null {
  const contact = id === undefined ? undefined : indexOf(policy).contacts.get(id);
  if (!contact) return null;
  const { name, address = null, phones = [], email, url, asOf } = contact;
  const links: ContactLink[] = phones.map(({ number, label = null }) => ({
    kind: 'phone',
    text: number,
    href: `tel:${number.replace(/[^\d+]/g, '')}`,
    label,
  }));
  if (email) links.push({ kind: 'email', text: email, href: mailto(email), label: null });
  if (url && /^https?:\/\//i.test(url)) links.push({ kind: 'web', text: url, href: url, label: null });
  return { name, address, links, asOf };
}

/** An address is encoded, so that nothing in it adds a subject or a copy. */
function mailto(email: string): string {
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
}
