import { isObject, isSoundField, type Author, type CaseEvent, type Child, type Parties } from '../case/index.ts';
import {
  indexOf,
  isResult,
  TIMESCALE_REASONS,
  type EventType,
  type Policy,
  type Reason,
  type Side,
  type TimescaleReason,
} from '../policy/index.ts';
import { canonicalJson } from '../record/index.ts';
import { ofPolicy, typed, type Text } from '../text/text.ts';
import { momentOf, momentText } from './moments.ts';
import { labelled, noted, together } from './several.ts';

/** One field of an event as people read it. `before`: what a correction replaced. */
export interface Detail {
  readonly label: Text;
  readonly says: readonly Text[];
  readonly before?: readonly Text[];
}

/** What every event has, and what is shown elsewhere than among its details. */
const ELSEWHERE = new Set(['id', 'type', 'at', 'recorded', 'by', 'of']);

/** What an event says besides when, who and what kind: each field that has anything in it, in the event's own order. */
export function detailsOf(policy: Policy, event: CaseEvent): Detail[] {
  const details: Detail[] = [];
  for (const [field, value] of Object.entries(event)) {
    if (ELSEWHERE.has(field)) continue;
    const detail = fieldDetail(policy, event.type, field, value);
    if (detail.says.length > 0) details.push(detail);
  }
  return details;
}

/** One field of an event of this type, whatever its value. */
export function fieldDetail(policy: Policy, type: EventType, field: string, value: unknown): Detail {
  const label = labelOf(policy, field);
  if (value === undefined) return { label, says: [] };
  const isKnown = isSaid(field) && isSoundField(type, field, value);
  return { label, says: isKnown ? (SAYS[field] as Says<unknown>)(value, policy) : answer(value) };
}

function labelOf(policy: Policy, field: string): Text {
  if (isSaid(field)) return { key: `export.field.${field}` };
  // An answer to a question of the policy's own, or a field that the host added.
  const ask = indexOf(policy).asks.get(field);
  return ask ? ofPolicy(ask.label) : typed(field);
}

type Says<T> = (value: T, policy: Policy) => readonly Text[];
type Ref = { id: string; version?: unknown; published?: unknown };
type MemberLike = { agency: string; senior?: unknown; executive?: unknown; boardMember?: unknown };

const text: Says<string> = (value) => (value.trim() === '' ? [] : [typed(value)]);
const date: Says<string> = (value) => [{ key: 'export.day', values: { day: value } }];
const moment: Says<string> = (value, policy) => {
  const at = momentOf(value, policy.timeZone);
  return [at ? momentText(at) : typed(value)];
};
/** A part of the policy by its id; the id itself where the policy has no such part. */
const part =
  (find: (policy: Policy, id: string) => string | undefined): Says<string> =>
  (value, policy) => {
    const label = find(policy, value);
    return [label === undefined ? typed(value) : ofPolicy(label)];
  };
const each =
  <T>(says: Says<T>): Says<readonly T[]> =>
  (values, policy) =>
    values.flatMap((value) => says(value, policy));

const stage = part((policy, id) => {
  const found = indexOf(policy).stages.get(id);
  return found && (found.name === found.label ? found.label : `${found.label}: ${found.name}`);
});
const clause = part((policy, id) => {
  const found = indexOf(policy).clauses.get(id);
  return found && `${found.says} (${found.place})`;
});
const member: Says<MemberLike> = ({ agency, senior, executive, boardMember }) => {
  const notes: Text[] = [];
  if (senior) notes.push({ key: 'export.senior' });
  if (executive) notes.push({ key: 'export.executive' });
  if (boardMember) notes.push({ key: 'export.board-member' });
  return [noted(typed(agency), notes)];
};

/** An outcome of the policy's own, in its words. */
const ownResult = part((policy, id) => policy.outcomes?.find((outcome) => outcome.id === id)?.label);

/** How each field of the engine's own is said, once it is known to be sound. */
const SAYS = {
  at: moment,
  recorded: moment,
  by: ({ side, role, name }: Author) => [
    together([{ key: `export.side.${side}` }, ...[name, role].flatMap((words) => (words ? [typed(words)] : []))]),
  ],
  of: text,
  policy: ({ id, version }: Ref) => [
    typeof version === 'string'
      ? { key: 'export.version', values: { title: id, version }, typed: ['title', 'version'] }
      : typed(id),
  ],
  calendar: ({ id, published }: Ref) => [
    typeof published === 'string' ? { key: 'export.published', values: { id, published }, typed: ['id'] } : typed(id),
  ],
  route: part((policy, id) => indexOf(policy).routes.get(id)?.label),
  stage,
  parties: (parties: Partial<Parties>) =>
    (['raising', 'receiving'] as const).flatMap((side) => {
      const party = parties[side];
      if (!party) return [];
      const notes: Text[] = [{ key: `sector.${party.sector}` }];
      if (party.noLead) notes.push({ key: 'export.no-lead' });
      return [labelled({ key: `export.side.${side}` }, noted(typed(party.agency), notes))];
    }),
  child: ({ subject, statuses = [], reference }: Partial<Child>) => [
    ...(subject === undefined ? [] : [{ key: `export.subject.${subject}` } as const]),
    ...statuses.map((status): Text => ({ key: `child-status.${status}` })),
    ...(reference ? [labelled({ key: 'export.field.reference' }, typed(reference))] : []),
  ],
  causes: each(part((policy, id) => indexOf(policy).causes.get(id)?.label)),
  facts: (facts: Record<string, boolean>, policy: Policy) =>
    Object.entries(facts).map(([id, holds]) => {
      const question = indexOf(policy).facts.get(id)?.question;
      return labelled(question === undefined ? typed(id) : ofPolicy(question), yesOrNo(holds));
    }),
  protectBy: date,
  priority: part((policy, id) => indexOf(policy).priorities.get(id)?.label),
  shown: each(clause),
  description: text,
  with: text,
  side: (side: Side) => [{ key: `export.side.${side}` }],
  channel: text,
  summary: text,
  tier: text,
  due: date,
  because: (because: Reason | TimescaleReason) => [
    { key: isTimescaleReason(because) ? `export.because.${because}` : `reason.${because}` },
  ],
  until: date,
  reason: text,
  safe: (safe: boolean) => [yesOrNo(safe)],
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
  result: (result: string, policy: Policy) =>
    isResult(result) ? [{ key: `result.${result}` }] : ownResult(result, policy),
} as const satisfies Readonly<Record<string, Says<never>>>;

function isTimescaleReason(because: Reason | TimescaleReason): because is TimescaleReason {
  return (TIMESCALE_REASONS as readonly string[]).includes(because);
}

function isSaid(field: string): field is keyof typeof SAYS {
  return Object.hasOwn(SAYS, field);
}

function yesOrNo(holds: boolean): Text {
  return { key: holds ? 'export.yes' : 'export.no' };
}

/** An answer to a question of the policy's or a field of the host's: text, a person, or whatever it is, as JSON. */
export function answer(value: unknown): Text[] {
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
