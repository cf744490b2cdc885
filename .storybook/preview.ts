import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '@escalation-kit/elements/custom-elements.json';
import { frame } from '../stories/support/frame.ts';
import { globalTypes, initialGlobals } from '../stories/support/globals.ts';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  decorators: [frame],
  parameters: {
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
      // Stories are parts of a page: the landmarks and the h1 are the host's.
      config: { rules: ['region', 'page-has-heading-one', 'landmark-one-main'].map((id) => ({ id, enabled: false })) },
    },
    controls: { expanded: true },
    layout: 'fullscreen',
  },
};

export default preview;
