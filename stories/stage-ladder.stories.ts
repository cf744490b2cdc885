import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { PolicyId } from '@escalation-kit/policies';
import { caseAt, MOMENTS, PARTIES, StoryCase, type Moment } from './support/cases.ts';
import { POLICIES } from './support/policies.ts';
import { gallery, inCase, LONG, settingOf } from './support/render.ts';

interface Args {
  route?: string;
  stage?: string;
  tier?: string;
  bypassed?: string;
  status?: string;
  headingLevel?: number;
}

const meta: Meta<Args> = {
  title: 'Stage ladder',
  component: 'stage-ladder',
  argTypes: {
    status: { control: 'select', options: ['open', 'resolved', 'closed', 'withdrawn'] },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
  },
  render: (args, { globals }) => {
    const { policy, now } = settingOf(globals);
    return html`<stage-ladder
      policy=${policy}
      now=${now}
      route=${args.route ?? nothing}
      stage=${args.stage ?? nothing}
      tier=${args.tier ?? nothing}
      bypassed=${args.bypassed ?? nothing}
      status=${args.status ?? nothing}
      heading-level=${args.headingLevel ?? nothing}
    ></stage-ladder>`;
  },
};

export default meta;
type Story = StoryObj<Args>;

const ladder = html`<stage-ladder></stage-ladder>`;

/** A route at one of its moments. */
function route(policy: PolicyId, id: string, moment: Moment): Story {
  return {
    render: (_args, { globals }) =>
      inCase({ ...settingOf(globals), policy }, caseAt(POLICIES[policy], id, moment), ladder),
  };
}

/** All four moments of one route. */
function moments(policy: PolicyId, id: string): Story {
  return {
    render: (_args, { globals }) =>
      gallery(
        MOMENTS.map((moment) => [
          moment,
          inCase({ ...settingOf(globals), policy }, caseAt(POLICIES[policy], id, moment), ladder),
        ]),
      ),
  };
}

/** By attributes alone, with nothing current: the whole policy. */
export const WholePolicy: Story = {};
export const AtAStage: Story = { args: { stage: '1' } };

export const BarnsleyEntry = route('barnsley', 'standard', 'entry');
export const BarnsleyMiddle = route('barnsley', 'standard', 'middle');
export const BarnsleyBypassed = route('barnsley', 'standard', 'bypassed');
export const BarnsleyResolved = route('barnsley', 'standard', 'resolved');
export const BromleyEntry = route('bromley', 'standard', 'entry');
export const BromleyMiddle = route('bromley', 'standard', 'middle');
export const BromleyBypassed = route('bromley', 'standard', 'bypassed');
export const BromleyResolved = route('bromley', 'standard', 'resolved');
export const CoventryEntry = route('coventry', 'standard', 'entry');
export const CoventryMiddle = route('coventry', 'standard', 'middle');
export const CoventryBypassed = route('coventry', 'standard', 'bypassed');
export const CoventryResolved = route('coventry', 'standard', 'resolved');
export const GreenwichEntry = route('greenwich', 'standard', 'entry');
export const GreenwichMiddle = route('greenwich', 'standard', 'middle');
export const GreenwichBypassed = route('greenwich', 'standard', 'bypassed');
export const GreenwichResolved = route('greenwich', 'standard', 'resolved');
export const GreenwichConferenceEntry = route('greenwich', 'icpc', 'entry');
export const GreenwichConferenceMiddle = route('greenwich', 'icpc', 'middle');
export const GreenwichConferenceBypassed = route('greenwich', 'icpc', 'bypassed');
export const GreenwichConferenceResolved = route('greenwich', 'icpc', 'resolved');
export const KentReferral = moments('kent', 'referral');
export const KentSection47 = moments('kent', 's47');
export const KentConference = moments('kent', 'conference');
export const KentPlan = moments('kent', 'plan');

/** A must stands before the next stage: what comes first is said. */
export const Blocked: Story = {
  render: (_args, { globals }) => {
    const story = new StoryCase(POLICIES.bromley).up().up();
    return inCase({ ...settingOf(globals), policy: 'bromley' }, story.log, ladder);
  },
};

/** For the head of a page: danger, the next step, what is paramount and urgent, and no stages. */
export const NextStepAlone: Story = {
  render: (_args, { globals }) => {
    const story = new StoryCase(POLICIES.barnsley);
    return inCase(
      { ...settingOf(globals), policy: 'barnsley' },
      story.log,
      html`<stage-ladder show="next"></stage-ladder>`,
    );
  },
};

export const TiersReached: Story = {
  render: (_args, { globals }) => {
    const story = new StoryCase(POLICIES.barnsley, { stage: '2' });
    story.do({ action: 'progress', tier: 'Next tier of management' });
    story.do({ action: 'progress', tier: 'Head of Service or equivalent' });
    return inCase({ ...settingOf(globals), policy: 'barnsley' }, story.log, ladder);
  },
};

export const Withdrawn: Story = { args: { stage: '1', status: 'withdrawn' } };

export const LongText: Story = {
  parameters: { narrow: true },
  render: (_args, { globals }) => {
    const parties = {
      raising: { ...PARTIES.raising, agency: LONG.agency },
      receiving: { ...PARTIES.receiving, agency: LONG.word },
    };
    const story = new StoryCase(POLICIES.barnsley, { stage: '2', parties });
    return inCase({ ...settingOf(globals), policy: 'barnsley' }, story.log, ladder);
  },
};

export const Narrow: Story = { ...BarnsleyMiddle, parameters: { narrow: true } };
export const RightToLeft: Story = { ...BarnsleyMiddle, parameters: { direction: 'rtl' } };
export const Empty: Story = { render: () => ladder };
export const Loading: Story = {
  render: () => html`<stage-ladder policy-src="/never-answers"></stage-ladder>`,
};
export const FailedAttribute: Story = {
  args: { stage: '12' },
};
export const FailedPolicy: Story = {
  render: () => html`<stage-ladder policy="atlantis"></stage-ladder>`,
};
