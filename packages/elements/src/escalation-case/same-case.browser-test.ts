import { aTimeout, expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { CalendarData } from '@escalation-kit/core/calendar';
import { Case, type CaseEvent } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import type { nothing, TemplateResult } from 'lit';
import { loadPolicy } from '@escalation-kit/policies';
import { englandAndWales } from '../../../core/src/calendar/bank-holidays/england-and-wales.ts';
import { caseUnder } from '../kit/case-under.ts';
import { KitElement } from '../kit/kit-element.ts';
import { prepare } from '@escalation-kit/core/submission';
import { submit } from '../submission/submit.ts';
import { EscalationCase } from './escalation-case.ts';

class SameCase extends EscalationCase {}

class SameReader extends KitElement {
  /** Each phase that was drawn, in order. */
  readonly phases: string[] = [];

  get seen(): Case | null {
    return this.around.value?.case ?? null;
  }
  get here(): Case | null {
    return caseUnder(this.effectivePolicy, this.around);
  }
  override render(): TemplateResult | typeof nothing {
    this.phases.push(this.phase);
    return super.render();
  }
  protected override renderReady(): TemplateResult {
    return html`<p>${this.seen?.assessment.stage}</p>`;
  }
}

customElements.define('same-case', SameCase);
customElements.define('same-reader', SameReader);

const opened = {
  id: 'e1',
  type: 'opened',
  at: '2026-11-20T10:00:00Z',
  by: { side: 'raising' },
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

/** What a host gets that reads the same answer of its server once more. */
const again = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

async function place(fields: Partial<EscalationCase>): Promise<{ holder: SameCase; reader: SameReader }> {
  const holder = document.createElement('same-case') as SameCase;
  Object.assign(holder, { now: '2026-11-24T09:00:00Z', log: [opened], ...fields });
  const reader = document.createElement('same-reader') as SameReader;
  holder.append(reader);
  (await fixture<HTMLElement>(html`<div></div>`)).append(holder);
  await waitUntil(() => reader.seen, 'the case was never ready', { timeout: 8_000 });
  await reader.updateComplete;
  return { holder, reader };
}

/** Long enough for whatever a change brings to be loaded and drawn. */
async function settled({ holder, reader }: { holder: SameCase; reader: SameReader }): Promise<void> {
  await holder.updateComplete;
  await aTimeout(100);
  await reader.updateComplete;
}

describe('the case that an escalation-case holds', () => {
  let policy: Policy;
  const realFetch = window.fetch.bind(window);
  before(async () => {
    policy = await loadPolicy('barnsley');
    window.fetch = (address) =>
      (address as string) === '/policy.json'
        ? Promise.resolve(new Response(JSON.stringify({ ...policy, id: 'borough' })))
        : realFetch(address);
  });
  after(() => (window.fetch = realFetch));
  afterEach(() => fixtureCleanup());

  it('stays the same, and on screen, where an equal policy, calendar or log is set again', async () => {
    const own = { ...policy, id: 'own' };
    const calendar: CalendarData = { ...englandAndWales, id: 'own' };
    const { holder, reader } = await place({ policy: own, calendar });
    const { seen } = reader;
    reader.phases.length = 0;
    holder.policy = again(own);
    await settled({ holder, reader });
    holder.calendar = again(calendar);
    await settled({ holder, reader });
    holder.log = again([opened]);
    await settled({ holder, reader });
    expect(reader.seen).to.equal(seen);
    // A minute may have begun meanwhile: then it is drawn anew, and as it was.
    expect(reader.phases.filter((phase) => phase !== 'ready')).to.deep.equal([]);
  });

  it('is another one where the policy, the calendar or the log says something else', async () => {
    const own = { ...policy, id: 'own' };
    const { holder, reader } = await place({ policy: own });
    holder.policy = { ...again(own), title: 'Another' };
    await waitUntil(() => reader.seen?.policy.title === 'Another');
    holder.calendar = { ...englandAndWales, title: 'Another' };
    await waitUntil(() => reader.seen?.calendar.title === 'Another');
    holder.log = [again(opened), { ...opened, id: 'e2', type: 'updated', summary: 'x' } as unknown as CaseEvent];
    await waitUntil(() => reader.seen?.log.length === 2);
  });

  it('takes an object that a host changed in place for what it says now', async () => {
    const own = { ...policy, id: 'own', title: 'Before' };
    const { holder, reader } = await place({ policy: own });
    own.title = 'After';
    holder.policy = { ...own };
    await waitUntil(() => reader.seen?.policy.title === 'After');
    own.title = 'At last';
    holder.policy = own;
    await waitUntil(() => reader.seen?.policy.title === 'At last');
  });

  it('reads the log once, and not at every tick', async () => {
    const { holder, reader } = await place({ policy: 'barnsley' });
    const { state } = reader.seen!;
    holder.now = '2026-12-01T09:00:00Z';
    await waitUntil(() => reader.seen?.now === '2026-12-01T09:00:00Z');
    expect(reader.seen?.state).to.equal(state);
    expect(reader.seen?.assessment.deadlines[0]?.status).to.equal('overdue');
  });

  for (const [by, fields] of [
    ['the same address', { policySrc: '/policy.json' }],
    ['an equal object', { policy: null }],
  ] as const) {
    it(`is the case of an element inside that names its policy by ${by}`, async () => {
      const { reader } = await place({ policySrc: '/policy.json' });
      const named = fields.policy === null ? { policy: again({ ...policy, id: 'borough' }) } : fields;
      Object.assign(reader, named);
      await waitUntil(() => reader.here, 'it goes by another policy', { timeout: 8_000 });
      expect(reader.here).to.equal(reader.seen);
    });
  }

  it('is the case of an element inside that names a bundled policy, or gives what that says', async () => {
    const { reader } = await place({ policy: 'barnsley' });
    reader.policy = 'barnsley';
    await waitUntil(() => reader.here === reader.seen);
    reader.policy = again(policy);
    await settled({ holder: reader.parentElement as SameCase, reader });
    expect(reader.here).to.equal(reader.seen);
    reader.policy = 'bromley';
    await waitUntil(() => reader.here === null);
  });

  describe('when something inside it submits', () => {
    const command = { action: 'update', summary: 'Called them', at: '2026-11-24T09:00:00Z', by: { side: 'raising' } };

    function prepared(given: Case) {
      const made = prepare(given, [command as never], { say: ({ key }) => key, id: 'case-1' });
      if (!('submission' in made)) throw new Error('refused');
      return made.submission;
    }

    const answered = (holder: SameCase, meanwhile: () => void) =>
      holder.addEventListener('escalation-submit', (event) => {
        const { head, count } = event.detail.record;
        meanwhile();
        event.respondWith(Promise.resolve({ reference: 'R1', at: '2026-11-24T09:00:01Z', head, count }));
      });

    it('goes on from it, although the host set an equal log meanwhile', async () => {
      const { holder, reader } = await place({ policy: 'barnsley' });
      answered(holder, () => (holder.log = again([opened])));
      await submit(reader, prepared(reader.seen!), null);
      await settled({ holder, reader });
      expect(holder.log.map(({ type }) => type)).to.deep.equal(['opened', 'updated']);
    });

    it('takes nothing that does not go on from it', async () => {
      const { holder, reader } = await place({ policy: 'barnsley' });
      const { policy: of, calendar, now } = reader.seen!;
      const elsewhere = new Case({ policy: of, calendar, now, log: [{ ...opened, stage: '2' } as CaseEvent] });
      answered(holder, () => {});
      await submit(reader, prepared(elsewhere), null);
      await settled({ holder, reader });
      expect(holder.log).to.have.length(1);
    });
  });
});
