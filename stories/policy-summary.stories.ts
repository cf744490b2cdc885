import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { PolicyId } from '@escalation-kit/policies';
import { settingOf } from './support/render.ts';

interface Args {
  policy?: PolicyId;
  sections?: string;
  folded?: boolean;
  showClauses?: boolean;
  headingLevel?: number;
}

const meta: Meta<Args> = {
  title: 'Policy summary',
  component: 'policy-summary',
  render: (args, { globals }) => {
    const { policy, now } = settingOf(globals);
    return html`<policy-summary
      policy=${args.policy ?? policy}
      now=${now}
      sections=${args.sections ?? nothing}
      heading-level=${args.headingLevel ?? nothing}
      ?folded=${args.folded ?? false}
      ?show-clauses=${args.showClauses ?? false}
    ></policy-summary>`;
  },
};

export default meta;
type Story = StoryObj<Args>;

export const Playground: Story = {};
export const Barnsley: Story = { args: { policy: 'barnsley' } };
/** Past its review date. */
export const Bromley: Story = { args: { policy: 'bromley' } };
/** Its causes cannot be read in the source. */
export const Coventry: Story = { args: { policy: 'coventry' } };
export const Greenwich: Story = { args: { policy: 'greenwich' } };
export const Kent: Story = { args: { policy: 'kent' } };
export const Folded: Story = { args: { folded: true } };
export const WithClauses: Story = { args: { showClauses: true } };
export const OneSection: Story = { args: { sections: 'contacts' } };
export const Narrow: Story = { args: { policy: 'greenwich' }, parameters: { narrow: true } };
export const RightToLeft: Story = { parameters: { direction: 'rtl' } };
export const Empty: Story = { render: () => html`<policy-summary></policy-summary>` };
export const FailedPolicy: Story = {
  render: () => html`<policy-summary policy="atlantis"></policy-summary>`,
};
