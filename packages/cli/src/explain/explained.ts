import type { Calendar, CivilDate } from '@escalation-kit/core/calendar';
import { indexOf, type Policy } from '@escalation-kit/core/policy';
import { en, say, speakerOf, type Text } from '@escalation-kit/core/text';
import { roleOf } from '@escalation-kit/core/views';
import { partialDate } from '@escalation-kit/core/text/partial-date';
import type { Inline } from '../document/document.ts';

/** What the sections of the document are made from. */
export interface Explained {
  readonly policy: Policy;
  /** Null where the policy names one that the kit does not bring: then there are no examples. */
  readonly calendar: Calendar | null;
  /** From when the examples count. */
  readonly exampleDate: CivilDate;
  /** By which this very data is known. */
  readonly fingerprint: string;
}

/** A message of the kit, in English. */
export function said(key: Text['key'], values?: Text['values']): string {
  return say(values ? { key, values } : { key }, en);
}

/** The same with a small letter, to stand inside a sentence. */
export function saidWithin(key: Text['key']): string {
  const text = said(key);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function own(text: string): Inline {
  return { own: text };
}

/** A title with its address, which stays readable on paper. */
export function titled(title: string, address: string | undefined): Inline {
  return address === undefined ? own(title) : [own(title), ': ', { link: address, href: address }];
}

/** The clauses that something rests on, each linked to its row. */
export function clauseLinks(ids: readonly string[] | undefined): Inline {
  return { lines: (ids ?? []).map(clauseLink) };
}

/** The same within a sentence. */
export function clauseLinksWithin(ids: readonly string[]): Inline {
  return [...new Set(ids)].map((id, i) => [i === 0 ? '' : ', ', clauseLink(id)]);
}

function clauseLink(id: string): Inline {
  return { link: { code: id }, href: `#${clauseAnchor(id)}` };
}

export function clauseAnchor(id: string): string {
  return `clause-${id}`;
}

/** What the policy calls a stage; the id where it has no such stage. */
export function stageLabel(policy: Policy, id: string): string {
  return indexOf(policy).stages.get(id)?.label ?? id;
}

/** What the policy calls a role; the id where it has no such role. */
export function roleName(policy: Policy, id: string): string {
  return roleOf(policy, id).name;
}

/** 'Stage 1, Stage 2 and Stage 3' */
export function stageLabels(policy: Policy, ids: readonly string[]): string {
  return listed(ids.map((id) => stageLabel(policy, id)));
}

/** 'a, b and c' */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A date that may be a month or a year alone, as people write it. */
export function dateWords(date: string): string {
  return partialDate(date, speakerOf(en));
}
