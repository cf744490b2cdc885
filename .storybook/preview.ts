import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '@escalation-kit/elements/custom-elements.json';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
};

export default preview;
