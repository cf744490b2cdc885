import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { loadCalendar, withDays, type Calendar } from '@escalation-kit/core/calendar';
import type { CaseEvent } from '@escalation-kit/core/case';
import type { Action } from '@escalation-kit/core/policy';
import type { Answers } from '@escalation-kit/core/form';
import type { EscalationSubmitEvent, Receipt } from '@escalation-kit/elements';
import type { PolicyId } from '@escalation-kit/policies';
import marram from '../test/fixtures/policies/marram.json';
import { answersFor } from './support/answers.ts';
import { StoryCase } from './support/cases.ts';
import { POLICIES } from './support/policies.ts';
import { inCase, LONG, settingOf } from './support/render.ts';

interface Args {
  policy?: PolicyId;
  action?: Action;
  route?: string;
  stage?: string;
  page?: string;
  answers?: Answers;
  showErrors?: boolean;
  headingLevel?: number;
}

const meta: Meta<Args> = {
  title: 'Escalation form',
  component: 'escalation-form',
  render: (args, { globals }) => {
    const { policy, now } = settingOf(globals);
    return html`<escalation-form
      policy=${args.policy ?? policy}
      now=${now}
      action=${args.action ?? nothing}
      route=${args.route ?? nothing}
      stage=${args.stage ?? nothing}
      heading-level=${args.headingLevel ?? nothing}
      .page=${args.page ?? null}
      .answers=${args.answers ?? {}}
      .showErrors=${args.showErrors ?? false}
    ></escalation-form>`;
  },
};

export default meta;
type Story = StoryObj<Args>;

const empty = (page: string, policy: PolicyId = 'barnsley', answers: Answers = {}): Story => ({
  args: { policy, page, answers: { stage: '1', ...answers } },
});
const filled = (page: string, policy: PolicyId = 'barnsley', answers: Answers = {}): Story => ({
  args: { policy, page, answers: answersFor(policy, { ...(policy === 'barnsley' && { stage: '1' }), ...answers }) },
});
const inError = (page: string, policy: PolicyId = 'barnsley', answers: Answers = {}): Story => ({
  args: { policy, page, answers: { stage: '1', ...answers }, showErrors: true },
});

/** From the first question on, under the policy of the toolbar. */
export const Playground: Story = {};

export const Danger = empty('danger');
export const DangerFilled = filled('danger');
export const DangerInError = inError('danger');
export const DangerNow = filled('danger-now', 'bromley', { 'facts/immediate-harm': 'yes' });
export const Route = empty('route', 'kent', { stage: '' });
export const RouteFilled = filled('route', 'kent');
export const RouteInError = inError('route', 'kent', { stage: '' });
export const Stage = empty('stage');
export const StageFilled = filled('stage');
export const StageInError = inError('stage', 'barnsley', { 'facts/immediate-harm': 'yes', stage: '' });
export const Raising = empty('raising');
export const RaisingFilled = filled('raising');
export const RaisingWithoutLead = filled('raising', 'barnsley', {
  'parties/raising/sector': 'voluntary',
  'parties/raising/noLead': 'yes',
});
export const RaisingInError = inError('raising');
export const Receiving = empty('receiving');
export const ReceivingFilled = filled('receiving');
export const ReceivingInError = inError('receiving');
export const Child = empty('child', 'bromley');
export const ChildFilled = filled('child', 'bromley');
export const ChildInError = inError('child', 'bromley');
export const Causes = empty('causes');
export const CausesFilled = filled('causes');
export const CausesInError = inError('causes');
/** With where other concerns go. */
export const CausesBromley = empty('causes', 'bromley');
/** The list cannot be read in the source. */
export const CausesCoventry = empty('causes', 'coventry');
export const CausesKent = empty('causes', 'kent', { route: 'referral', stage: 'referral-1' });
export const Facts = empty('facts');
export const FactsFilled = filled('facts');
export const FactsInError = inError('facts');
export const LineManager = empty('ask-lineManager');
export const LineManagerFilled = filled('ask-lineManager');
export const LineManagerInError = inError('ask-lineManager');
export const Disagreement = empty('ask-disagreement', 'greenwich');
/** A day from which a clock runs, under a policy of the host's own. */
const askDate = (answers: Answers, showErrors = false): Story => ({
  render: (_args, { globals }) =>
    html`<escalation-form
      .policy=${marram}
      now=${settingOf(globals).now}
      .page=${'ask-decisionMade'}
      .answers=${{ stage: '1', ...answers }}
      .showErrors=${showErrors}
    ></escalation-form>`,
});
export const DecisionMade = askDate({});
export const DecisionMadeFilled = askDate({ decisionMade: ['9', '11', '2026'] });
export const DecisionMadeInError = askDate({ decisionMade: ['31', '2', '2026'] }, true);
export const Protect = empty('protect');
export const ProtectFilled = filled('protect');
export const ProtectInError = inError('protect', 'barnsley', { protectBy: ['30', '2', '2026'] });
export const Who = empty('who');
export const WhoFilled = filled('who');
export const WhoInError = inError('who');
export const CheckBarnsley = filled('check');
export const CheckBromley = filled('check', 'bromley');
export const CheckCoventry = filled('check', 'coventry');
export const CheckGreenwich = filled('check', 'greenwich');
export const CheckKent = filled('check', 'kent');

/** An action in a case that stands at a stage which has it. */
function act(
  action: Action | undefined,
  policy: PolicyId,
  prepare?: (story: StoryCase) => StoryCase,
  more: Args = {},
): Story {
  return {
    render: (_args, { globals }) => {
      const log: readonly CaseEvent[] = (prepare ?? ((story) => story))(new StoryCase(POLICIES[policy])).log;
      const form = html`<escalation-form
        action=${action ?? nothing}
        .page=${more.page ?? null}
        .answers=${more.answers ?? {}}
        .showErrors=${more.showErrors ?? false}
      ></escalation-form>`;
      return inCase({ ...settingOf(globals), policy }, log, form);
    },
  };
}

const resolved = (story: StoryCase) => story.do({ action: 'resolve', outcome: 'Agreed', outstanding: '' });

/** No action named: the person chooses. */
export const ChooseAnAction = act(undefined, 'barnsley');
export const Escalate = act('escalate', 'barnsley');
export const EscalateInError = act('escalate', 'barnsley', undefined, { showErrors: true });
/** What comes first is said in place of the step. */
export const EscalateBlocked = act('escalate', 'bromley', (story) => story.up().up());
export const Resolve = act('resolve', 'barnsley');
export const ResolveInError = act('resolve', 'barnsley', undefined, { showErrors: true });
export const Done = act('done', 'barnsley', (story) => story.up());
export const Change = act('change', 'bromley');
export const Discuss = act('discuss', 'bromley');
export const DiscussInError = act('discuss', 'bromley', undefined, { showErrors: true });
export const Consult = act('consult', 'bromley');
export const Progress = act('progress', 'barnsley', (story) => story.up().up());
export const Extend = act('extend', 'barnsley', (story) => story.up());
export const SetTimescale = act('set-timescale', 'kent');
export const Decide = act('decide', 'coventry', (story) => story.up().up());
/** With the members of a panel, under its three rules. */
export const DecidePanel = act('decide', 'bromley', (story) => story.up().up().up(), {
  answers: { option: 'resolution-panel' },
});
export const Update = act('update', 'barnsley');
export const Dissent = act('dissent', 'kent');
export const RequestConference = act('request-conference', 'barnsley');
export const Learn = act('learn', 'greenwich');
export const Withdraw = act('withdraw', 'barnsley');
export const Reopen = act('reopen', 'barnsley', resolved);
export const Close = act('close', 'barnsley', resolved);
/** The action cannot be taken where the case stands. */
/** Which entry, what in it, and what is right. */
export const Correct = act('correct', 'barnsley', (story) => story.up());
export const CorrectWhatIsRight = act('correct', 'barnsley', (story) => story.up(), {
  page: 'right',
  answers: { of: 'e2', field: 'reason' },
});

/** A day that has become a holiday since the case was opened: what it would move, and whether to go on by it. */
const adopting = (...holidays: readonly string[]): Story => ({
  loaders: [async () => ({ calendar: await loadCalendar('england-and-wales') })],
  render: (_args, { globals, loaded }) => {
    const { calendar } = loaded as { calendar: Calendar };
    const title = 'A day of national mourning (made up)';
    const newer = withDays(
      calendar,
      holidays.map((date) => ({ date, title })),
    );
    const { log } = new StoryCase(POLICIES.barnsley).up();
    const form = html`<escalation-form action="adopt" .calendar=${newer.data}></escalation-form>`;
    return inCase({ ...settingOf(globals), policy: 'barnsley' }, log, form);
  },
});
export const Adopt = adopting('2026-11-25');
/** The page counts by another version than the case was opened under, and says so. */
export const OtherVersion: Story = {
  render: (_args, { globals }) => {
    const { log } = new StoryCase(POLICIES.barnsley);
    const [first, ...rest] = log as [CaseEvent, ...CaseEvent[]];
    const older = { ...first, policy: { id: 'barnsley', version: 'V4' } } as CaseEvent;
    return inCase(
      { ...settingOf(globals), policy: 'barnsley' },
      [older, ...rest],
      html`<escalation-form></escalation-form>`,
    );
  },
};
export const AdoptNothing = adopting();

export const NotOffered = act('reopen', 'barnsley');

/** Answers, goes on to the end and sends, as a person would. */
function sent(answer: ((event: EscalationSubmitEvent) => void) | null, policy: PolicyId = 'barnsley'): Story {
  return {
    ...filled('check', policy),
    play: async ({ canvasElement }) => {
      const form = canvasElement.querySelector('escalation-form')!;
      if (answer) form.addEventListener('escalation-submit', answer);
      await pressed(form);
    },
  };
}

const receiptFor = ({ detail }: EscalationSubmitEvent): Receipt => ({
  reference: 'EK-2026-0042',
  at: '2026-11-24T09:00:05Z',
  head: detail.record.head,
  count: detail.record.count,
});

/** The confirmation, after a receipt. */
export const Sent = sent((event) => event.respondWith(Promise.resolve(receiptFor(event))));
export const SentKent = sent((event) => event.respondWith(Promise.resolve(receiptFor(event))), 'kent');
/** Nobody takes it: the record is what there is. */
export const NotSent = sent(null);
/** The host took it and failed. */
export const NotSentFailure = sent((event) => event.respondWith(Promise.reject(new Error('The server is down'))));
export const Sending = sent((event) => event.respondWith(new Promise(() => {})));

export const LongText: Story = {
  args: {
    policy: 'barnsley',
    page: 'check',
    answers: answersFor('barnsley', {
      stage: '1',
      'parties/raising/agency': LONG.agency,
      'parties/receiving/agency': LONG.word,
      description: LONG.reason,
    }),
  },
  parameters: { narrow: true },
};
export const Narrow: Story = { ...FactsInError, parameters: { narrow: true } };
export const RightToLeft: Story = { ...RaisingInError, parameters: { direction: 'rtl' } };
export const Empty: Story = { render: () => html`<escalation-form></escalation-form>` };
export const FailedPolicy: Story = {
  render: () => html`<escalation-form policy="atlantis"></escalation-form>`,
};
export const FailedAction: Story = {
  render: () => html`<escalation-form policy="barnsley" action="escape"></escalation-form>`,
};

/** Presses the button that ends the page, once the form is there. */
async function pressed(form: HTMLElementTagNameMap['escalation-form']): Promise<void> {
  const button = () => form.shadowRoot?.querySelector<HTMLButtonElement>('form button[type=submit]');
  while (!button()) await new Promise((resolve) => requestAnimationFrame(resolve));
  button()?.click();
}
