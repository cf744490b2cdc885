import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { StoryCase } from './support/cases.ts';
import { POLICIES } from './support/policies.ts';
import { inCase, settingOf } from './support/render.ts';

const meta: Meta = {
  title: 'Escalation case',
  component: 'escalation-case',
  render: (_args, { globals }) => {
    const setting = settingOf(globals);
    return inCase(setting, new StoryCase(POLICIES[setting.policy]).up().log, together);
  },
};

export default meta;
type Story = StoryObj;

const together = html`
  <deadline-badge></deadline-badge>
  <stage-ladder></stage-ladder>
  <case-duties></case-duties>
  <escalation-form></escalation-form>
  <policy-summary folded></policy-summary>
`;

/** All elements around one case, as a host page has them. */
export const Together: Story = {};
/** The next step at the head of the page; what comes before everything is said there, and by no other element again. */
export const NextStepFirst: Story = {
  render: (_args, { globals }) => {
    const setting = settingOf(globals);
    const content = html`<stage-ladder show="next"></stage-ladder><deadline-badge></deadline-badge>
      <escalation-form></escalation-form><stage-ladder></stage-ladder><case-duties></case-duties>`;
    return inCase(setting, new StoryCase(POLICIES[setting.policy]).up().log, content);
  },
  parameters: { narrow: true },
};
export const NotOpenedYet: Story = {
  render: (_args, { globals }) => inCase(settingOf(globals), [], together),
};
export const Narrow: Story = { parameters: { narrow: true } };
export const RightToLeft: Story = { parameters: { direction: 'rtl' } };
export const WithoutAPolicy: Story = { render: () => html`<escalation-case>${together}</escalation-case>` };
export const FailedPolicy: Story = {
  render: () => html`<escalation-case policy="atlantis">${together}</escalation-case>`,
};
export const FailedRecord: Story = {
  render: () => html`<escalation-case policy="barnsley" log-src="/no-such-record.json">${together}</escalation-case>`,
};
