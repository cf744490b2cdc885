import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { DeadlineBadge } from '../deadline-badge/deadline-badge.ts';
import { VERSION } from '../kit/version.ts';
import './index.ts';
import { safeDefine } from './safe-define.ts';
import { define } from './with-prefix.ts';

describe('registering', () => {
  /* eslint-disable no-console -- what the console is told is what is tested */
  /** What was warned about while something ran. */
  function warnings(run: () => void): string[] {
    const real = console.warn;
    const heard: string[] = [];
    console.warn = (text: string) => heard.push(text);
    try {
      run();
    } finally {
      console.warn = real;
    }
    return heard;
  }
  /* eslint-enable no-console */

  it('gives every tag a subclass, so that a class can be registered more than once', () => {
    const registered = customElements.get('deadline-badge');
    expect(registered).not.to.equal(DeadlineBadge);
    expect(Object.getPrototypeOf(registered)).to.equal(DeadlineBadge);
  });

  it('registers all under a prefix, and they find one another', async () => {
    define({ prefix: 'lbb' });
    const holder = document.createElement('lbb-escalation-case');
    holder.setAttribute('policy', 'barnsley');
    (await fixture(html`<div></div>`)).append(holder);
    const ladder = document.createElement('lbb-stage-ladder');
    holder.append(ladder);
    await waitUntil(() => ladder.shadowRoot?.textContent?.includes('Stage 1'));
  });

  it('refuses a prefix that cannot begin a tag', () => {
    for (const prefix of ['', 'LBB', '1b', 'a--b', 'a_b', '-a']) {
      expect(() => define({ prefix }), prefix).to.throw(RangeError);
    }
  });

  it('leaves a tag that is taken, and names both versions', () => {
    customElements.define('test-taken', class extends HTMLElement {});
    expect(warnings(() => safeDefine('test-taken', DeadlineBadge))).to.deep.equal([
      `<test-taken> is defined already (version unknown); ${VERSION} was not registered.`,
    ]);
    expect(warnings(() => safeDefine('deadline-badge', DeadlineBadge))[0]).to.contain(`version ${VERSION}`);
  });
});
