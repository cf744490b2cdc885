import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/** Stands here until the first element has stories of its own. */
const meta: Meta = {
  title: 'Placeholder',
  render: () => html`<p>No element has a story yet.</p>`,
};

export default meta;

export const Empty: StoryObj = {};
