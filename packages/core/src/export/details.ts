import type { CaseEvent } from '../case/index.ts';
import { isObject, isSoundField } from '../case/index.ts';
import { indexOf, TIMESCALE_REASONS, type EventType, type Policy } from '../policy/index.ts';
import { canonicalJson } from '../record/index.ts';
import { momentOf, momentText } from './moments.ts';
import { ofPolicy, typed, type Voice, type Words } from './words.ts';

/** One field of an event as people read it. `before`: what a correction replaced. */
export interface Detail {
  readonly label: string;
  readonly says: readonly Words[];
  readonly before?: readonly Words[];
}

/** What every event has, and what is shown elsewhere than among its details. */
const ELSEWHERE = new Set(['id', 'type', 'at', 'recorded', 'by', 'of']);

/** What an event says besides when, who and what kind: each field that has anything in it, in the event's own order. */
export function detailsOf(policy: Policy, event: CaseEvent, voice: Voice): Detail[] {
  const details: Detail[] = [];
  for (const [field, value] of Object.entries(event)) {
    if (ELSEWHERE.has(field)) continue;
    const detail = fieldDetail(policy, event.type, field, value, voice);
    if (detail.says.length > 0) details.push(detail);
  }
  return details;
}

/** One field of an event of this type, whatever its value. */
export function fieldDetail(policy: Policy, type: EventType, field: string, value: unknown, voice: Voice): Detail {
  const label = labelOf(policy, field, voice);
  if (value === undefined) return { label, says: [] };
  const known = Object.hasOwn(SAYS, field) && isSoundField(type, field, value);
  return { label, says: known ? SAYS[field as Known](value as never, policy, voice) : answer(value) };
}

function labelOf(policy: Policy, field: string, voice: Voice): string {
  if (Object.hasOwn(SAYS, field)) return voice.say(`export.field.${field}`);
  // An answer to a question of the policy's own, or a field that the host added.
  return indexOf(policy).asks.get(field)?.label ?? field;
}

type Says<T> = (value: T, policy: Policy, voice: Voice) => readonly Words[];
type Ref = { id: string; version?: unknown; published?: unknown };
type PartyLike = { agency: string; sector: string; noLead?: boolean };
type MemberLike = { agency: string; senior?: unknown; executive?: unknown; boardMember?: unknown };

const text: Says<string> = (value) => (value.trim() === '' ? [] : [typed(value)]);
const date: Says<string> = (value, _policy, { speaker }) => [{ text: speaker.day(value), from: 'kit' }];
const moment: Says<string> = (value, policy, voice) => {
  const at = momentOf(value, policy.timeZone);
  return at ? [{ text: momentText(at, voice), from: 'kit' }] : [typed(value)];
};
const oneOf =
  (prefix: string): Says<string> =>
  (value, _policy, voice) => [voice.kit(`${prefix}.${value}`)];
/** A part of the policy by its id; the id itself where the policy has no such part. */
const part =
  (find: (policy: Policy, id: string) => string | undefined): Says<string> =>
  (value, policy) => {
    const label = find(policy, value);
    return [label === undefined ? typed(value) : ofPolicy(label)];
  };
const each =
  <T>(says: Says<T>): Says<readonly T[]> =>
  (values, policy, voice) =>
    values.flatMap((value) => says(value, policy, voice));

const stage = part((policy, id) => {
  const found = indexOf(policy).stages.get(id);
  return found && (found.name === found.label ? found.label : `${found.label}: ${found.name}`);
});
const clause = part((policy, id) => {
  const found = indexOf(policy).clauses.get(id);
  return found && `${found.says} (${found.place})`;
});
const member: Says<MemberLike> = ({ agency, senior, executive, boardMember }, _policy, voice) => {
  const notes = [senior && 'export.senior', executive && 'export.executive', boardMember && 'export.board-member'];
  const said = notes.filter((key) => typeof key === 'string').map((key) => voice.say(key));
  return [typed(said.length > 0 ? `${agency} (${said.join(', ')})` : agency)];
};

/** How each field of the engine's own is said, once it is known to be sound. */
const SAYS = {
  at: moment,
  recorded: moment,
  by: ({ side, role, name }: { side: string; role?: string; name?: string }, _policy: Policy, voice: Voice) => [
    typed([voice.say(`export.side.${side}`), name, role].filter(Boolean).join(', ')),
  ],
  of: text,
  policy: ({ id, version }: Ref, _policy: Policy, voice: Voice) => [
    typed(typeof version === 'string' ? voice.say('export.version', { title: id, version }) : id),
  ],
  calendar: ({ id, published }: Ref, _policy: Policy, voice: Voice) => [
    typed(typeof published === 'string' ? voice.say('export.published', { id, published }) : id),
  ],
  route: part((policy, id) => indexOf(policy).routes.get(id)?.label),
  stage,
  parties: (parties: { raising?: PartyLike; receiving?: PartyLike }, _policy: Policy, voice: Voice) =>
    (['raising', 'receiving'] as const).flatMap((side) => {
      const party = parties[side];
      if (!party) return [];
      const notes = [voice.say(`sector.${party.sector}`), ...(party.noLead ? [voice.say('export.no-lead')] : [])];
      const words = `${party.agency} (${notes.join(', ')})`;
      return [typed(voice.say('export.labelled', { label: voice.say(`export.side.${side}`), text: words }))];
    }),
  child: (child: { statuses?: string[]; subject?: string; reference?: string }, _policy: Policy, voice: Voice) => [
    ...(child.subject === undefined ? [] : [voice.kit(`export.subject.${child.subject}`)]),
    ...(child.statuses ?? []).map((status) => voice.kit(`child-status.${status}`)),
    ...(child.reference
      ? [typed(voice.say('export.labelled', { label: voice.say('export.field.reference'), text: child.reference }))]
      : []),
  ],
  causes: each(part((policy, id) => indexOf(policy).causes.get(id)?.label)),
  facts: (facts: Record<string, boolean>, policy: Policy, voice: Voice) =>
    Object.entries(facts).map(([id, holds]) => {
      const question = indexOf(policy).facts.get(id)?.question;
      const values = { label: question ?? id, text: voice.say(holds ? 'export.yes' : 'export.no') };
      const said = voice.say('export.labelled', values);
      return question === undefined ? typed(said) : ofPolicy(said);
    }),
  protectBy: date,
  priority: part((policy, id) => indexOf(policy).priorities.get(id)?.label),
  shown: each(clause),
  description: text,
  with: text,
  side: oneOf('export.side'),
  channel: text,
  summary: text,
  tier: text,
  due: date,
  because: (because: string, _policy: Policy, voice: Voice) => [
    voice.kit(`${(TIMESCALE_REASONS as readonly string[]).includes(because) ? 'export.because' : 'reason'}.${because}`),
  ],
  until: date,
  reason: text,
  safe: (safe: boolean, _policy: Policy, voice: Voice) => [voice.kit(safe ? 'export.yes' : 'export.no')],
  to: stage,
  approvedBy: text,
  option: part((policy, id) => {
    for (const { decision } of policy.stages) {
      const found = decision?.options.find((option) => option.id === id);
      if (found) return found.label;
    }
    return undefined;
  }),
  panel: each(member),
  chair: member,
  clause,
  duty: part((policy, id) => indexOf(policy).duties.get(id.replace(/[@#].*$/s, ''))?.text),
  note: text,
  outcome: text,
  outstanding: text,
  result: oneOf('result'),
} as const;
type Known = keyof typeof SAYS;

/** An answer to a question of the policy's or a field of the host's: text, a person, or whatever it is, as JSON. */
export function answer(value: unknown): Words[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [typed(value)];
  if (isObject(value) && typeof value.name === 'string' && typeof value.contact === 'string') {
    return [typed(`${value.name}, ${value.contact}`)];
  }
  try {
    return [typed(canonicalJson(value))];
  } catch {
    // Not plain JSON: the record refuses it, and so it has no text that could be relied on.
    return [];
  }
}
