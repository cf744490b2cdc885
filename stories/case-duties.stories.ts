import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { Policy } from '@escalation-kit/core/policy';
import type { PolicyId } from '@escalation-kit/policies';
import wharram from '../test/fixtures/policies/wharram.json';
import { caseAt, PARTIES, StoryCase, type Moment } from './support/cases.ts';
import { POLICIES } from './support/policies.ts';
import { inCase, LONG, settingOf } from './support/render.ts';

interface Args {
  owner?: string;
  show?: string;
  headingLevel?: number;
}

const meta: Meta<Args> = {
  title: 'Case duties',
  component: 'case-duties',
  argTypes: {
    owner: { control: 'select', options: ['raising', 'receiving', 'partnership'] },
    show: { control: 'select', options: ['open', 'all'] },
  },
  render: (args, { globals }) => {
    const setting = settingOf(globals);
    const policy = POLICIES[setting.policy];
    return inCase(setting, caseAt(policy, policy.routes[0]!.id, 'middle'), duties(args));
  },
};

export default meta;
type Story = StoryObj<Args>;

const duties = (args: Args = {}) =>
  html`<case-duties
    owner=${args.owner ?? nothing}
    show=${args.show ?? nothing}
    heading-level=${args.headingLevel ?? nothing}
  ></case-duties>`;

function of(policy: PolicyId, route: string, moment: Moment): Story {
  return {
    render: (args, { globals }) =>
      inCase({ ...settingOf(globals), policy }, caseAt(POLICIES[policy], route, moment), duties(args)),
  };
}

export const Playground: Story = {};
export const Barnsley = of('barnsley', 'standard', 'middle');
export const BarnsleyResolved = of('barnsley', 'standard', 'resolved');
export const Bromley = of('bromley', 'standard', 'middle');
export const Coventry = of('coventry', 'standard', 'middle');
export const Greenwich = of('greenwich', 'standard', 'middle');
export const Kent = of('kent', 's47', 'middle');
export const OneSide: Story = { args: { owner: 'receiving' } };
export const OpenOnly: Story = { args: { show: 'open' } };

/** The informal step owes nobody anything. */
export const NothingOwed = of('barnsley', 'standard', 'entry');

/** A must before the next stage is listed with what is owed. */
export const BeforeTheNextStage: Story = {
  render: (args, { globals }) =>
    inCase({ ...settingOf(globals), policy: 'bromley' }, new StoryCase(POLICIES.bromley).up().up().log, duties(args)),
};

export const SomeDone: Story = {
  render: (args, { globals }) => {
    const story = new StoryCase(POLICIES.barnsley, { stage: '1' });
    story.do({ action: 'done', clause: 'barnsley.1.notify-inbox', note: 'Sent by e-mail' });
    return inCase({ ...settingOf(globals), policy: 'barnsley' }, story.log, duties(args));
  },
};

/** The hour by which something is owed, where hours are counted. */
export const ByAnHour: Story = {
  render: (args, { globals }) => {
    const policy = wharram as unknown as Policy;
    const { now } = settingOf(globals);
    const { log } = new StoryCase(policy).up();
    return html`<escalation-case .policy=${policy} now=${now} .log=${log}>${duties(args)}</escalation-case>`;
  },
};

/** By attributes alone: what the policy asks for at a stage. */
export const AtAStage: Story = { render: () => html`<case-duties policy="barnsley" stage="1"></case-duties>` };

export const LongText: Story = {
  parameters: { narrow: true },
  render: (args, { globals }) => {
    const parties = {
      raising: { ...PARTIES.raising, agency: LONG.agency },
      receiving: { ...PARTIES.receiving, agency: LONG.word },
    };
    const story = new StoryCase(POLICIES.barnsley, { stage: '1', parties });
    return inCase({ ...settingOf(globals), policy: 'barnsley' }, story.log, duties(args));
  },
};
export const Narrow: Story = { ...Barnsley, parameters: { narrow: true } };
export const RightToLeft: Story = { ...Barnsley, parameters: { direction: 'rtl' } };
export const OutsideACase: Story = { render: () => html`<case-duties></case-duties>` };
export const FailedAttribute: Story = {
  render: () => html`<case-duties policy="barnsley" stage="12"></case-duties>`,
};
