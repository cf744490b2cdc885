import {
  currentVisit,
  missedAsks,
  openFacts,
  urgentStepOf,
  waysUp,
  type CaseState,
  type Missing,
  type WayUp,
} from '../case/index.ts';
import { indexOf, REASONS, type Policy, type Reason } from '../policy/index.ts';
import type { MessageKey } from '../text/message-key.ts';
import { ofPolicy } from '../text/text.ts';
import { missingItems } from '../views/index.ts';
import { answerOf, fieldsOf } from './answers.ts';
import {
  choice,
  optionsOf,
  own,
  withNotes,
  type Answers,
  type Field,
  type FormInput,
  type Note,
  type Page,
} from './page.ts';
import { formPlanOf } from './plan.ts';
import { approval, askPage, factPages, stageNotes, stageText } from './questions.ts';
import { decidingFacts, urgencyNotes } from './urgency-pages.ts';

/**
 * Where a case goes, why, and what the policy asks on the way in. Where it is urgent, it begins with where that leads,
 * and nothing is asked but what the step would be refused without.
 *
 * @param asked the pages before these, whose facts are not asked again
 */
export function escalatePages(input: FormInput, answers: Answers, asked: readonly Page[]): Page[] {
  const { policy, state } = input.case;
  const route = state.route ?? '';
  const ways = offeredWays(input);
  const targets = indexOf(policy)
    .route(route)
    .filter((id) => ways.some(({ to }) => to === id))
    .map((to) => {
      const hint = labelsOf(ways, to).join('. ');
      return { value: to, label: stageText(policy, to), ...(hint && { hint: ofPolicy(hint) }) };
    });
  const urgent = urgentStepOf(policy, state, input.case.assessment.actions);
  const [onlyUrgent, ...others] = targets.filter(({ value }) => urgent?.to.includes(value));
  const first = others.length === 0 && onlyUrgent && { initial: onlyUrgent.value };
  const target = choice('to', targets, { known: formPlanOf(policy).allStages, ...first });
  const to = answerOf(target, answers) as string;
  const there = ways.filter((way) => way.to === to);
  const reasons = there.map((way) => way.because);
  const atOnce = urgent && (['urgent', 'early'] as const).find((reason) => reasons.includes(reason));
  const because = choice('because', optionsOf(reasons, reasonKey), {
    known: ALL_REASONS,
    ...(atOnce && { initial: atOnce }),
  });
  const approver = there.find((way) => way.because === answerOf(because, answers))?.way?.approver;
  const deciding = urgent && decidingFacts(policy, 'escalate', to);
  const step: Page[] = [
    withNotes(
      { id: 'to', fields: urgent ? [target, READ] : [target] },
      {
        before: () => (urgent ? urgencyNotes(policy, state) : stageNotes(input)),
        after: () => blockedNotes(input),
      },
    ),
    { id: 'because', fields: [because, WHY, ...approval(policy, approver)] },
    ...factPages(
      input,
      route,
      ({ id, stages }) =>
        !isAsked(asked, id) && (stages?.includes(to) ?? false) && (deciding === null || deciding.has(id)),
    ),
  ];
  return urgent ? step : [...step, ...askPages(input, answers, step)];
}

/**
 * The facts on which it turns where the case can go, as long as nobody has answered them, some answer leads on, and there
 * is time to ask.
 */
export function decidingPages({ case: kase, ...input }: FormInput): Page[] {
  const { policy, state } = kase;
  if (urgentStepOf(policy, state, kase.assessment.actions)) return [];
  const { route, stages } = indexOf(policy);
  const ladder = route(state.route ?? '');
  const ahead = ladder.slice(ladder.indexOf(currentVisit(state)?.stage ?? '') + 1);
  const ways = policy.ways.filter(({ to }) => ahead.includes(to));
  const conditions = [...ahead.map((id) => stages.get(id)?.when), ...ways.map(({ when }) => when)];
  const open = new Set(conditions.flatMap((when) => openFacts(when, state)));
  if (!leadsOn(policy, state, [...open])) return [];
  const pages = factPages({ ...input, case: kase }, state.route ?? '', ({ id }) => open.has(id));
  return pages.map((page) => ({ ...page, id: 'deciding' }));
}

/** Whether there is a way up by some answers to these facts. */
function leadsOn(policy: Policy, state: CaseState, [fact, ...others]: readonly string[]): boolean {
  if (fact === undefined) return waysUp(policy, state).length > 0;
  return [true, false].some((answer) =>
    leadsOn(policy, { ...state, facts: { ...state.facts, [fact]: answer } }, others),
  );
}

function isAsked(pages: readonly Page[], fact: string): boolean {
  return pages.some(({ fields }) => fields.some(({ name }) => name === `facts/${fact}`));
}

/** What the policy says where it is urgent stands before the choice, and is recorded as shown. */
const READ: Field = { name: 'shown', kind: 'notice', label: { key: 'form.danger-now' }, initial: 'yes' };

function reasonKey(reason: Reason): MessageKey {
  return `reason.${reason}`;
}

/** Stages that something else comes before, with what is missing. */
export function blockedNotes({ case: { policy, assessment } }: FormInput): Note[] {
  return assessment.blocked
    .filter(({ action }) => action === 'escalate')
    .flatMap(({ to = '', missing }) =>
      missingItems(policy, missing).map(({ text, sources }): Note => {
        const values = { stage: indexOf(policy).stages.get(to)?.label ?? to, ...text.values };
        return {
          kind: 'blocked',
          words: {
            key: text.key === 'policy' ? 'form.blocked' : 'form.blocked-consult',
            values,
            own: ['stage', 'text', 'role'],
          },
          contact: null,
          sources,
        };
      }),
    );
}

/** What the policy asks on the way into the stage. No answer of it can bring up another: those on record do. */
function askPages({ case: { policy, state } }: FormInput, answers: Answers, step: readonly Page[]): Page[] {
  const missing = missedAsks(policy, state, { action: 'escalate', ...fieldsOf(step, answers) });
  const verbs = new Map<string, Missing['verb']>(missing.map(({ id, verb }) => [id, verb]));
  return policy.asks.flatMap((ask) => {
    const verb = verbs.get(ask.id);
    return verb ? [askPage(policy, ask, verb)] : [];
  });
}

const WHY = own('long-text', 'reason', '!?', { label: { key: 'form.reason-escalate' } });
const ALL_REASONS = optionsOf(REASONS, reasonKey);

/** What the policy calls the ways that lead there, each once. */
function labelsOf(ways: readonly WayUp[], stage: string): string[] {
  const labels: string[] = [];
  for (const { to, way } of ways) if (way && to === stage && !labels.includes(way.label)) labels.push(way.label);
  return labels;
}

function offeredWays({ case: { assessment } }: FormInput): WayUp[] {
  const offers = assessment.actions.filter(({ action }) => action === 'escalate');
  return assessment.ways.filter((way) => offers.some(({ to, because }) => to === way.to && because === way.because));
}
