import { indexOf, type Addressee, type Duty, type Policy, type Side } from '@escalation-kit/core/policy';
import type { Inline, Section } from '../../document/document.ts';
import { conditionWords } from '../condition-words.ts';
import { exampleOf } from '../example.ts';
import { capitalised, clauseLinks, listed, own, roleName, said, stageLabels, type Explained } from '../explained.ts';
import { happeningWords, triggerWords } from '../happenings.ts';
import { verbWords } from '../verb-words.ts';
import { countedAs, durationWords } from './dates.ts';

/** Who owes what to whom, on what, and by when. */
export function dutiesSection(explained: Explained): Section {
  const { policy } = explained;
  const head = ['What is owed', 'By whom', 'To whom', 'On what', 'By when', 'Ends unmet', 'Clauses'];
  const rows = policy.duties.map((duty) => ({
    id: `duty-${duty.id}`,
    cells: [
      { lines: [own(duty.text), verbWords(duty.verb), ...kindsOf(duty)] },
      owners(duty, explained),
      recipients(duty, explained),
      occasions(duty, explained),
      times(duty, explained),
      LAPSE_WORDS[duty.lapses ?? 'never'],
      clauseLinks(duty.clauses),
    ],
  }));
  if (rows.length === 0)
    return { id: 'duties', title: 'Duties', blocks: [{ paragraph: 'The policy sets no duties.' }] };
  return { id: 'duties', title: 'Duties', blocks: [{ table: { caption: 'Who owes what to whom', head, rows } }] };
}

const LAPSE_WORDS = {
  never: 'Never: it stays owed',
  'stage-left': 'When its stage is left',
  resolved: 'When the case is resolved',
  'stage-ended': 'When its stage is left or the case resolved',
} as const;

/** Whether it is owed once, and whether a service may do it. */
function kindsOf({ once, byService }: Duty): string[] {
  return [once ? 'Owed once in a case' : '', byService ? 'A service may do it by itself' : ''];
}

function owners({ owner, who, instead = [] }: Duty, { policy }: Explained): Inline {
  const owing: readonly Side[] = typeof owner === 'string' ? [owner] : owner;
  const role = who === undefined ? undefined : roleName(policy, who);
  const each = owing.length > 1 ? 'Each on its own' : '';
  return {
    lines: [
      ...owing.map((side) => said(`ladder.side.${side}`)),
      role === undefined ? '' : own(role),
      each,
      ...instead.map((other) => insteadWords(other, policy)),
    ],
  };
}

function insteadWords({ when, owner, who, to }: NonNullable<Duty['instead']>[number], policy: Policy): Inline {
  const owing = owner === undefined ? [] : [owner].flat().map((side) => said(`ladder.side.${side}`));
  const role = who === undefined ? [] : [roleName(policy, who)];
  const told = to === undefined ? '' : `, owed to: ${to}`;
  return `Instead, if ${conditionWords(when, policy)}: ${listed([...owing, ...role])}${told}`;
}

/** Somebody to be told, where the policy says it as data and not in words. */
function addresseeWords(addressee: Addressee, policy: Policy): string {
  if (addressee === 'originator') return 'Who first raised the concern';
  if (addressee === 'recorder') return 'Who writes the entry';
  const { contacts, asks } = indexOf(policy);
  if ('contact' in addressee) return contacts.get(addressee.contact)?.name ?? addressee.contact;
  if ('ask' in addressee) return `Who is named under ‘${asks.get(addressee.ask)?.label ?? addressee.ask}’`;
  const side = said(`ladder.side.${addressee.side}`);
  return addressee.role === undefined ? side : `${roleName(policy, addressee.role)} (${side})`;
}

function recipients({ to, addressees = [], copiedTo, copies = [], contact }: Duty, { policy }: Explained): Inline {
  const nameOf = (id: string) => indexOf(policy).contacts.get(id)?.name ?? id;
  const copyWords = (copy: (typeof copies)[number]) =>
    typeof copy === 'string' && copy !== 'originator' && copy !== 'recorder'
      ? nameOf(copy)
      : addresseeWords(copy, policy);
  return {
    lines: [
      to === undefined ? '' : own(to),
      ...(to === undefined ? addressees.map((each) => own(addresseeWords(each, policy))) : []),
      contact === undefined ? '' : ['Contact: ', own(nameOf(contact))],
      copiedTo === undefined ? '' : ['Copy to: ', own(copiedTo)],
      copies.length > 0 ? ['Contacts for the copy: ', own(listed(copies.map(copyWords)))] : '',
    ],
  };
}

function occasions({ on, when }: Duty, { policy }: Explained): Inline {
  return {
    lines: [
      ...on.map((trigger) => capitalised(triggerWords(trigger, policy))),
      when ? `If ${conditionWords(when, policy)}` : '',
    ],
  };
}

function times(duty: Duty, explained: Explained): Inline {
  const { policy } = explained;
  const { by, words, after, recurring, metBy } = duty;
  const none = words === undefined ? 'The policy sets no time' : 'No date is shown';
  const time = by === null ? none : by === 'at-once' ? 'At once' : `Within ${durationWords(by)}`;
  return {
    lines: [
      words === undefined ? '' : ['“', own(words), '”'],
      time,
      by === null || by === 'at-once' ? '' : `Example: ${exampleOf([by], explained).due}`,
      after === undefined ? '' : `Only once the time for it (${clockWords(after, duty, policy)}) has run out unsettled`,
      recurring
        ? `Again every ${durationWords(recurring.every)} at ${stageLabels(policy, recurring.stages)}, counted afresh ${listed(recurring.restartedBy.map((event) => happeningWords({ event })))}`
        : '',
      metBy ? `Also met ${listed(metBy.map(happeningWords), 'or')}` : '',
    ],
  };
}

/** The time that a duty waits for, as the clock of one of its stages says it. */
function clockWords(id: string, { on }: Duty, policy: Policy): string {
  const entered = on.flatMap((trigger) => ('enters' in trigger ? trigger.enters : (trigger.at ?? [])));
  const stages = policy.stages.filter((stage) => entered.length === 0 || entered.includes(stage.id));
  const clock = [...stages.flatMap((stage) => stage.clocks), ...policy.timescales].find((each) => each.id === id);
  if (!clock) return id;
  return clock.words ?? countedAs(clock.within);
}
