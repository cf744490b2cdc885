import { ContextProvider } from '@lit/context';
import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import { LitElement, type TemplateResult } from 'lit';
import { caseContext, CONTEXT_VERSION, type CaseContext } from './case-context.ts';
import './error-event.ts';
import { KitElement } from './kit-element.ts';

class FutureCase extends LitElement {
  readonly provider = new ContextProvider(this, {
    context: caseContext,
    initialValue: { version: CONTEXT_VERSION + 1, holds: 'something' } as unknown as CaseContext,
  });
  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

class PlainReader extends KitElement {
  static override messages: Messages = kit;

  protected override renderReady(): TemplateResult {
    return html`<p>ready</p>`;
  }
}

customElements.define('future-case', FutureCase);
customElements.define('plain-reader', PlainReader);

describe('a case of a later version of the kit', () => {
  afterEach(() => fixtureCleanup());

  for (const attributes of [{}, { policy: 'barnsley' }] as { policy?: string }[]) {
    it(`is said to be there, and that it cannot be read: ${JSON.stringify(attributes)}`, async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const told: Error[] = [];
      holder.addEventListener('escalation-error', ({ error }) => told.push(error));
      const reader = document.createElement('plain-reader') as PlainReader;
      Object.assign(reader, attributes);
      const around = document.createElement('future-case');
      around.append(reader);
      holder.append(around);
      const alert = () => reader.shadowRoot?.querySelector('[role=alert]')?.textContent ?? '';
      await waitUntil(() => alert().includes('mixes two versions of Escalation Kit'), undefined, { timeout: 5_000 });
      expect(told[0]?.message).to.match(/^This page mixes two versions of the kit: <plain-reader> .* <future-case>/);

      // Out of that case it goes on as it would have without it.
      holder.append(reader);
      await waitUntil(() => !alert().includes('mixes two versions'));
    });
  }
});
