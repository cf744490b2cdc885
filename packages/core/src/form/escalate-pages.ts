import { waysUp } from '../case/index.ts';
import { indexOf } from '../policy/index.ts';
import { missingItems } from '../views/index.ts';
import { approval } from './approval.ts';
import { stageNotes } from './at-stage.ts';
import { factPages, stageText } from './fields.ts';
import { askPages } from './open-pages.ts';
import {
  answerOf,
  choice,
  optionsOf,
  own,
  words,
  type Answers,
  type FormSetting,
  type Note,
  type Page,
} from './page.ts';

/** Where a case goes, why, and what the policy asks on the way in. */
export function escalatePages(setting: FormSetting, answers: Answers): Page[] {
  const { policy, state } = setting;
  const route = state.route ?? '';
  const ways = waysUp(policy, state).filter(({ to, because }) => isOffered(setting, to, because));
  const targets = indexOf(policy)
    .route(route)
    .filter((id) => ways.some(({ to }) => to === id))
    .map((to) => {
      const labels = new Set(ways.flatMap(({ to: leadsTo, way }) => (way && leadsTo === to ? [way.label] : [])));
      const hint = [...labels].join('. ');
      return { value: to, label: stageText(policy, to), ...(hint && { hint: words(hint) }) };
    });
  const target = choice('to', targets);
  const to = answerOf(target, answers) as string;
  const there = ways.filter((way) => way.to === to);
  const because = choice(
    'because',
    optionsOf(
      'reason',
      there.map((way) => way.because),
    ),
  );
  const approver = there.find((way) => way.because === answerOf(because, answers))?.way?.approver;
  const why = own('long-text', 'reason', '!?', { label: { key: 'form.reason-escalate' } });
  return [
    { id: 'to', fields: [target], before: stageNotes(setting), after: blockedNotes(setting) },
    { id: 'because', fields: [because, why, ...approval(policy, approver)] },
    ...factPages(setting, route, (stages) => stages?.includes(to) ?? false),
    ...askPages(setting, answers, route, to),
  ];
}

function isOffered({ assessment }: FormSetting, to: string, because: string): boolean {
  return assessment.actions.some(
    (offer) => offer.action === 'escalate' && offer.to === to && offer.because === because,
  );
}

/** Stages that something else comes before, with what is missing. */
export function blockedNotes({ policy, assessment }: FormSetting): Note[] {
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
