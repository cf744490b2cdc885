import { expect, fixture, fixtureCleanup, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { CaseEvent } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { type nothing, type TemplateResult } from 'lit';
import type { EscalationErrorEvent } from '../kit/error-event.ts';
import type { CaseContext } from '../kit/case-context.ts';
import { KitElement } from '../kit/kit-element.ts';
import { prepare } from '@escalation-kit/core/submission';
import { submit } from '../submission/submit.ts';
import type { Receipt } from '../submission/submit-event.ts';
import { EscalationCase } from './escalation-case.ts';

class TestReader extends KitElement {
  get seen(): CaseContext | null {
    return this.around.value;
  }
  protected override renderReady(): TemplateResult | typeof nothing {
    return html`<p>${this.around.value?.case?.assessment.stage ?? ''}</p>`;
  }
}

let count = 0;
/** Fresh tags, so that each test chooses which of the two is defined first. */
function tags(): { caseTag: string; readerTag: string; defineCase: () => void; defineReader: () => void } {
  const n = ++count;
  const caseTag = `test-case-${n}`;
  const readerTag = `test-reader-${n}`;
  return {
    caseTag,
    readerTag,
    defineCase: () => customElements.define(caseTag, class extends EscalationCase {}),
    defineReader: () => customElements.define(readerTag, class extends TestReader {}),
  };
}

const opened = {
  id: 'e1',
  type: 'opened',
  at: '2026-11-20T10:00:00Z',
  by: { side: 'raising' },
  policy: { id: 'barnsley', version: 'V5' },
  calendar: { id: 'england-and-wales' },
  route: 'standard',
  stage: '1',
  parties: {
    raising: { agency: 'Hill School', sector: 'education' },
    receiving: { agency: 'Children’s Services', sector: 'social-care' },
  },
  child: { statuses: [] },
  causes: [],
  facts: {},
} as unknown as CaseEvent;

async function place(caseTag: string, readerTag: string): Promise<{ holder: EscalationCase; reader: TestReader }> {
  const holder = document.createElement(caseTag) as EscalationCase;
  const reader = document.createElement(readerTag) as TestReader;
  holder.setAttribute('policy', 'barnsley');
  holder.setAttribute('now', '2026-11-24T09:00:00Z');
  holder.append(reader);
  (await fixture<HTMLElement>(html`<div></div>`)).append(holder);
  return { holder, reader };
}

/** The policy in force, which the case has before it can be read. */
const policyOf = (holder: EscalationCase) => (holder as unknown as { effectivePolicy: Policy | null }).effectivePolicy;

const ready = (reader: TestReader) => waitUntil(() => reader.seen?.case, 'the case was never ready');

describe('escalation-case', () => {
  afterEach(() => fixtureCleanup());

  for (const first of ['case', 'reader'] as const) {
    it(`gives the case to the elements inside it when the ${first} is defined first`, async () => {
      const { caseTag, readerTag, defineCase, defineReader } = tags();
      const { holder, reader } = await place(caseTag, readerTag);
      if (first === 'case') {
        defineCase();
        defineReader();
      } else {
        defineReader();
        defineCase();
      }
      holder.log = [opened];
      await waitUntil(() => reader.seen?.case?.assessment.stage === '1');
      expect(reader.seen?.case?.assessment.deadlines[0]?.due).to.equal('2026-11-27');
    });
  }

  describe('while the engine is on its way', () => {
    class LateCase extends EscalationCase {
      static answer: { arrive: () => void; fail: (error: Error) => void };
      protected static override loadContent = async () => {
        await new Promise<void>((arrive, fail) => (LateCase.answer = { arrive, fail }));
        return import('./case-content.ts');
      };
    }
    const { caseTag, readerTag, defineReader } = tags();
    before(() => {
      customElements.define(caseTag, LateCase);
      defineReader();
    });

    it('is loading, and keeps a log that is given meanwhile', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      holder.log = [opened];
      await waitUntil(() => reader.seen?.phase === 'loading');
      LateCase.answer.arrive();
      await waitUntil(() => reader.seen?.case?.assessment.stage === '1');
    });

    it('saves the log as it was when that was asked', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      holder.log = [opened];
      const file = holder.saveRecord();
      holder.log = [];
      LateCase.answer.arrive();
      await holder.openRecord(await file);
      expect(holder.log).to.deep.equal([opened]);
      await ready(reader);
    });

    it('says so where it does not come, whatever policy is asked for, and goes on once it comes after all', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      holder.log = [opened];
      setTimeout(() => LateCase.answer.fail(new Error('The connection was lost')));
      await oneEvent(holder, 'escalation-error');
      await waitUntil(() => reader.seen?.phase === 'failed');
      holder.policy = 'bromley';
      await waitUntil(() => policyOf(holder)?.id === 'bromley');
      expect(reader.shadowRoot?.textContent).to.contain('The connection was lost');
      expect(holder.log).to.deep.equal([opened]);

      const saved = holder.saveRecord();
      LateCase.answer.arrive();
      expect(await saved).to.contain('Hill School');
      await ready(reader);
    });
  });

  describe('once both are defined', () => {
    const { caseTag, readerTag, defineCase, defineReader } = tags();
    const realFetch = window.fetch.bind(window);
    let fetched: (address: string) => Response;
    before(() => {
      defineCase();
      defineReader();
      window.fetch = (address) => Promise.resolve(fetched(address as string));
    });
    after(() => (window.fetch = realFetch));

    it('follows a log that is set anew', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      await ready(reader);
      expect(reader.seen?.case?.assessment.status).to.equal('none');
      holder.log = [opened];
      await waitUntil(() => reader.seen?.case?.assessment.status === 'open');
    });

    it('looks from the instant given', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      holder.log = [opened];
      holder.now = '2026-12-01T09:00:00Z';
      await waitUntil(() => reader.seen?.case?.assessment.deadlines[0]?.status === 'overdue');
    });

    it('says what is allowed where an attribute is wrong, as an event and in its context', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      setTimeout(() => holder.setAttribute('policy', 'atlantis'));
      const { error } = (await oneEvent(holder, 'escalation-error')) as unknown as EscalationErrorEvent;
      expect(error.message).to.contain('policy="atlantis"').and.contain('barnsley, bromley, coventry, greenwich, kent');
      await waitUntil(() => reader.seen?.phase === 'failed');
      expect(reader.shadowRoot?.textContent).to.contain('atlantis');
    });

    it('is empty without a policy', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      holder.removeAttribute('policy');
      await waitUntil(() => reader.seen?.phase === 'empty');
      expect(reader.seen?.case).to.equal(null);
    });

    it('saves a record file that comes back whole', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      await ready(reader);
      holder.log = [opened];
      const file = await holder.saveRecord();
      holder.log = [];
      expect(await holder.openRecord(new Blob([file]))).to.equal(0);
      expect(holder.log).to.deep.equal([opened]);
    });

    it('keeps the case when a file is no record, and says what was found', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      await ready(reader);
      holder.log = [opened];
      const refused = await holder.openRecord('{"format": "something"}').catch((error: unknown) => error as Error);
      expect(refused).to.be.an('error').with.property('name', 'RecordError');
      expect(holder.log).to.have.length(1);
    });

    it('keeps what is sound of an edited record and tells the host where it broke', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      await ready(reader);
      holder.log = [opened, { ...opened, id: 'e2', type: 'updated', summary: 'Called' } as unknown as CaseEvent];
      const edited = (await holder.saveRecord()).replace('Called', 'Nothing');
      setTimeout(() => void holder.openRecord(edited));
      const { error } = (await oneEvent(holder, 'escalation-error')) as unknown as EscalationErrorEvent;
      expect(error.message).to.contain('entries[1]').and.contain('edited');
      expect(holder.log).to.have.length(1);
      expect(reader.seen?.phase).to.equal('ready');
    });

    it('reads another record once one could not be read', async () => {
      const { holder, reader } = await place(caseTag, readerTag);
      holder.log = [opened];
      const file = await holder.saveRecord();
      holder.log = [];
      fetched = (address) => (address.endsWith('/there') ? new Response(file) : new Response('', { status: 404 }));
      holder.logSrc = '/gone';
      await waitUntil(() => reader.seen?.phase === 'failed');
      holder.logSrc = '/there';
      await waitUntil(() => reader.seen?.case?.assessment.stage === '1');
    });

    describe('when an element inside submits', () => {
      const command = { action: 'update', summary: 'Called them', at: '2026-11-24T09:00:00Z', by: { side: 'raising' } };

      async function submitted(answer: (receipt: Receipt) => Promise<Receipt> | null, prevent = false) {
        const { holder, reader } = await place(caseTag, readerTag);
        holder.log = [opened];
        await waitUntil(() => reader.seen?.case?.assessment.status === 'open');
        const prepared = prepare(reader.seen!.case!, [command as never], { say: ({ key }) => key, id: 'case-1' });
        if (!('submission' in prepared)) throw new Error('refused');
        const { head, count } = prepared.submission.record;
        holder.addEventListener('escalation-submit', (event) => {
          const response = answer({ reference: 'R1', at: '2026-11-24T09:00:01Z', head, count });
          if (response) event.respondWith(response);
          if (prevent) event.preventDefault();
        });
        const outcome = await submit(reader, prepared.submission, null);
        await Promise.resolve();
        return { outcome, holder };
      }

      it('appends on a receipt', async () => {
        const { outcome, holder } = await submitted((receipt) => Promise.resolve(receipt));
        expect(outcome.sent).to.equal(true);
        expect(holder.log.map((event) => event.type)).to.deep.equal(['opened', 'updated']);
      });

      it('takes only what its own parts submit: a case around it stays as it was', async () => {
        const { holder, reader } = await place(caseTag, readerTag);
        const outer = document.createElement(caseTag) as EscalationCase;
        outer.setAttribute('policy', 'barnsley');
        holder.replaceWith(outer);
        outer.append(holder);
        for (const each of [outer, holder]) each.log = [opened];
        await waitUntil(() => reader.seen?.case?.assessment.status === 'open');
        const prepared = prepare(reader.seen!.case!, [command as never], { say: ({ key }) => key, id: 'case-1' });
        if (!('submission' in prepared)) throw new Error('refused');
        const { head, count } = prepared.submission.record;
        outer.addEventListener('escalation-submit', (event) =>
          event.respondWith(Promise.resolve({ reference: 'R1', at: '2026-11-24T09:00:01Z', head, count })),
        );
        await submit(reader, prepared.submission, null);
        await waitUntil(() => holder.log.length === 2);
        await new Promise((later) => setTimeout(later, 50));
        expect(outer.log).to.deep.equal([opened]);
      });

      it('leaves the appending to a host that prevents it', async () => {
        const { holder } = await submitted((receipt) => Promise.resolve(receipt), true);
        expect(holder.log).to.have.length(1);
      });

      it('appends nothing where nobody answers, and says not sent', async () => {
        const { outcome, holder } = await submitted(() => null);
        expect(outcome).to.deep.equal({ sent: false, reason: null });
        expect(holder.log).to.have.length(1);
      });

      it('appends nothing where the answer is a failure', async () => {
        const { outcome, holder } = await submitted(() => Promise.reject(new Error('The server is down')));
        expect(outcome).to.deep.equal({ sent: false, reason: 'The server is down' });
        expect(holder.log).to.have.length(1);
      });

      it('takes nothing for a receipt that is none', async () => {
        const { outcome } = await submitted(() => Promise.resolve({ ok: true } as unknown as Receipt));
        expect(outcome.sent).to.equal(false);
      });
    });
  });
});
