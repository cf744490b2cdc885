import type { Clock, Verb } from '@escalation-kit/core/policy';
import { own } from './explained.ts';
import type { Inline } from '../document/document.ts';

/** How binding something is, by the word of the source; '' where the policy does not say. */
export function verbWords(verb: Verb | undefined): string {
  return verb === undefined ? '' : VERBS[verb];
}

const VERBS: Readonly<Record<Verb, string>> = {
  must: 'Must',
  should: 'Should',
  may: 'May: good practice',
  none: 'The source states it, with no word for how binding it is',
};

/** What a time is for; '' where the policy does not say. */
export function purposeWords(purpose: Clock['for']): Inline {
  if (purpose === undefined) return '';
  return typeof purpose === 'object' ? own(purpose.words) : PURPOSES[purpose];
}

const PURPOSES = {
  agree: 'To agree',
  reply: 'To reply',
  meet: 'To meet',
  raise: 'To raise it',
  confirm: 'To confirm',
  decide: 'To decide',
  act: 'To act',
} as const;
