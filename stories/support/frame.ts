import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import './looks.css';

/** Puts a story into the look and the language of the toolbar, as a host page would. */
export const frame: Decorator = (story, { globals, parameters }) => {
  const language = String(globals['language'] ?? 'en');
  const isRightToLeft = language.includes('right to left') || parameters['direction'] === 'rtl';
  const narrow = parameters['narrow'] ? ' narrow' : '';
  return html`<div
    class="look look-${globals['look'] ?? 'plain'}${narrow}"
    lang=${language.slice(0, 2)}
    dir=${isRightToLeft ? 'rtl' : 'ltr'}
  >
    ${story()}
  </div>`;
};
