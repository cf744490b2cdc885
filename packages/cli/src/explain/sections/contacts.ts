import { contactOf, type ContactView } from '@escalation-kit/core/views';
import type { Inline, Section } from '../../document/document.ts';
import { clauseLinks, own, dateWords, type Explained } from '../explained.ts';

/** Whom to ask, and when that was true. */
export function contactsSection({ policy }: Explained): Section {
  const rows = policy.contacts.map(({ id, doubt, clauses }) => {
    const contact = contactOf(policy, id)!;
    return { cells: [own(contact.name), reach(contact), asOf(contact, doubt), clauseLinks(clauses)] };
  });
  const head = ['Contact', 'How to reach them', 'True as of', 'Clauses'];
  const blocks =
    rows.length > 0
      ? [{ table: { caption: 'Whom to ask', head, rows } }]
      : [{ paragraph: 'The policy gives no contacts.' }];
  return { id: 'contacts', title: 'Contacts', blocks };
}

function reach({ address, links }: ContactView): Inline {
  const listed = links.map(({ text, href, label }): Inline => [
    label === null ? '' : [own(label), ': '],
    { link: text, href },
  ]);
  return { lines: [...listed, address === null ? '' : own(address)] };
}

function asOf({ asOf: date }: ContactView, doubt: string | undefined): Inline {
  const known = date === null ? 'Not known: the source gives no date' : dateWords(date);
  return { lines: [known, doubt === undefined ? '' : ['May not be there any more: ', own(doubt)]] };
}
