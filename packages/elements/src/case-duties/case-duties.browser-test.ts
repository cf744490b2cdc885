import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CaseEvent } from '@escalation-kit/core/case';
import type { TemplateResult } from 'lit';
import '../define/case-duties.ts';
import '../define/escalation-case.ts';
import type { EscalationSubmitEvent, Receipt } from '../submission/submit-event.ts';
import type { CaseDuties } from './case-duties.ts';

const opened = (policy: string, stage: string, fields: object = {}) =>
  ({
    id: 'e1',
    type: 'opened',
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising' },
    policy: { id: policy, version: '1' },
    calendar: { id: 'england-and-wales' },
    route: 'standard',
    stage,
    parties: {
      raising: { agency: 'Hill School', sector: 'education' },
      receiving: { agency: 'Borough Hospital', sector: 'health' },
    },
    child: { statuses: [] },
    causes: [],
    facts: {},
    ...fields,
  }) as unknown as CaseEvent;

type Holder = HTMLElementTagNameMap['escalation-case'];
type Answer = (event: EscalationSubmitEvent) => Promise<Receipt>;

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const all = (list: CaseDuties, selector: string) => [...list.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (list: CaseDuties, selector: string) => list.shadowRoot!.querySelector<HTMLElement>(selector);
const text = (list: CaseDuties, selector: string) => words(one(list, selector));
// A failing comparison of nodes would print them whole.
const hasFocus = (list: CaseDuties, node: Element | null) => list.shadowRoot!.activeElement === node;

async function drawn(template: TemplateResult): Promise<CaseDuties> {
  const root = await fixture<HTMLElement>(template);
  const list = root.matches('case-duties') ? root : root.querySelector('case-duties')!;
  await waitUntil(() => one(list, '.duties'), 'the list was never drawn');
  return list;
}

async function inCase(
  policy: string,
  log: readonly CaseEvent[],
  list: TemplateResult = html`<case-duties></case-duties>`,
  now = '2026-11-24T09:00:00Z',
): Promise<CaseDuties> {
  return drawn(html`<escalation-case policy=${policy} now=${now} .log=${log}>${list}</escalation-case>`);
}

const receipt = ({ detail }: EscalationSubmitEvent): Promise<Receipt> =>
  Promise.resolve({ reference: 'REF-1', at: '2026-11-24T09:00:00Z', ...detail.record });

const marks = (list: CaseDuties, key: string) => one(list, `.mark[data-key="${key}"]`);
const mark = (list: CaseDuties, key: string) => marks(list, key)!;

async function tick(list: CaseDuties, key: string, note: string, answer?: Answer): Promise<EscalationSubmitEvent[]> {
  const submitted: EscalationSubmitEvent[] = [];
  list.parentElement!.addEventListener('escalation-submit', (event) => {
    submitted.push(event);
    if (answer) event.respondWith(answer(event));
  });
  mark(list, key).click();
  await list.updateComplete;
  const field = one(list, 'textarea') as HTMLTextAreaElement;
  field.value = note;
  field.dispatchEvent(new Event('input'));
  one(list, 'form button')!.click();
  return submitted;
}

describe('case-duties', () => {
  it('lists what is owed: overdue first, with owner, recipient, time, status and clause in words', async () => {
    const list = await inCase('barnsley', [opened('barnsley', '1')]);
    expect(all(list, 'h3').map(words)).to.deep.equal(['Overdue (5)', 'To do (4)']);
    expect(text(list, '.duty--overdue')).to.match(
      /^Tell the partnership’s central inbox .* Overdue Who Hill School To The partnership’s central inbox By when at once, since Friday 20 November 2026 Stage Stage 1 Contact .* Mark as done/,
    );
    expect(text(list, '.duty--overdue .source')).to.contain('Stage One. The partnership’s central inbox is notified');
    expect(one(list, '.duty--overdue a')?.getAttribute('href')).to.match(/^mailto:barnsley/);
    expect(all(list, '.duty--due').map(words)[1]).to.contain('Recurring: every 5 working days');
    await expect(list).to.be.accessible();
  });

  it('folds away what is done and what has lapsed, and leaves it out where only open duties are wanted', async () => {
    const done = { id: 'e2', type: 'done', at: '2026-11-20T11:00:00Z', by: { side: 'raising' } };
    const log = [
      opened('coventry', '2'),
      { ...done, clause: 'coventry.record', duty: 'record@2:raising', note: 'On file.' },
      { ...done, id: 'e3', type: 'escalated', to: '3', because: 'early', reason: 'x' },
    ] as unknown as CaseEvent[];
    const list = await inCase('coventry', log);
    expect(all(list, 'summary').map(words)).to.include.members(['Done (1)', 'Not asked for any more (6)']);
    expect(text(list, '.duty--done')).to.contain('On file.').and.contain('Done on Friday 20 November 2026');
    expect(text(list, '.duty--lapsed')).to.contain('The case has left the stage.');
    await expect(list).to.be.accessible();
    list.show = 'open';
    await list.updateComplete;
    expect(all(list, '.folded')).to.have.length(0);
  });

  it('shows one side’s duties alone', async () => {
    const list = await inCase('bromley', [opened('bromley', '1')], html`<case-duties owner="receiving"></case-duties>`);
    expect(text(list, '.duties > p')).to.equal('Owed by: Borough Hospital');
    expect(all(list, '.duty').map((duty) => words(duty.querySelector('dd')))).to.deep.equal(['Borough Hospital']);
  });

  it('says that nothing is owed now', async () => {
    const list = await inCase(
      'barnsley',
      [opened('barnsley', '0')],
      html`<case-duties heading-level="3"></case-duties>`,
    );
    expect(text(list, '.nothing')).to.equal('Nothing is owed now.');
    expect(text(list, 'h3')).to.equal('What is owed now');
    await expect(list).to.be.accessible();
  });

  it('says that no case has been opened', async () => {
    const root = await fixture(html`<escalation-case policy="barnsley"><case-duties></case-duties></escalation-case>`);
    const list = root.querySelector('case-duties')!;
    await waitUntil(() => text(list, '.ek-note').startsWith('No case has been opened'));
  });

  it('says where it belongs when there is neither a case nor a policy', async () => {
    const list = await fixture<CaseDuties>(html`<case-duties></case-duties>`);
    await waitUntil(() => text(list, '.ek-note').includes('Put it inside an <escalation-case>'));
  });

  it('lists what a policy asks for at a stage, with nothing to tick off', async () => {
    const list = await drawn(html`<case-duties policy="bromley" stage="2"></case-duties>`);
    expect(text(list, 'h2')).to.equal('What the policy asks for');
    expect(all(list, 'h3, h4').map(words)).to.deep.equal(['Stage Two: Manager to manager', 'When the stage starts']);
    expect(all(list, '.tag').map(words)).to.include('Only if the child is looked after');
    expect(all(list, 'button')).to.have.length(0);
    await expect(list).to.be.accessible();
  });

  for (const [attribute, value, allowed] of [
    ['owner', 'everyone', 'raising, receiving, partnership'],
    ['show', 'some', 'open, all'],
    ['stage', '9', '0, 1, 2, 3'],
    ['heading-level', '7', '1, 2, 3, 4, 5, 6'],
  ] as const) {
    it(`says what is allowed where ${attribute} is wrong, and recovers when it is put right`, async () => {
      const list = document.createElement('case-duties');
      list.setAttribute('policy', 'barnsley');
      list.setAttribute(attribute, value);
      const messages: string[] = [];
      list.addEventListener('escalation-error', ({ error }) => messages.push(error.message));
      (await fixture<HTMLElement>(html`<div></div>`)).append(list);
      await waitUntil(() => messages.length > 0);
      // A tick of the clock tells nothing new.
      list.requestUpdate();
      await list.updateComplete;
      expect(messages).to.have.length(1);
      expect(messages[0]).to.contain(`<case-duties>: ${attribute}="${value}"`).and.contain(`Allowed: ${allowed}.`);
      list.removeAttribute(attribute);
      await list.updateComplete;
      expect(one(list, '.duties')).not.to.equal(null);
    });
  }

  it('speaks Welsh where the page does', async () => {
    const list = await drawn(html`<case-duties policy="bromley" stage="1" lang="cy"></case-duties>`);
    await waitUntil(() => text(list, 'h2') === 'Beth mae’r polisi’n gofyn amdano');
    expect(one(list, '.duties')?.lang).to.equal('cy');
    expect(one(list, '.what [lang="en"]')).not.to.equal(null);
    list.locale = 'en';
    await waitUntil(() => text(list, 'h2') === 'What the policy asks for');
    expect(one(list, '.what [lang]')).to.equal(null);
  });

  describe('ticking off', () => {
    it('opens a form with the focus in it, and gives the focus back when it is closed', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      mark(list, 'acknowledge@1').click();
      await list.updateComplete;
      expect(hasFocus(list, one(list, 'textarea'))).to.equal(true);
      expect(one(list, 'form')?.getAttribute('aria-label')).to.equal(
        'Mark as done: Acknowledge the escalation by e-mail.',
      );
      await expect(list).to.be.accessible();
      all(list, 'form button')[1]!.click();
      await list.updateComplete;
      expect(hasFocus(list, mark(list, 'acknowledge@1'))).to.equal(true);
    });

    it('sends no note that was typed about one case with another’s record, and loses none', async () => {
      const one_ = [opened('barnsley', '1', { case: 'aaaa' })];
      const two = [opened('barnsley', '1', { case: 'bbbb' })];
      const list = await inCase('barnsley', one_);
      const holder = list.parentElement as Holder;
      const key = 'tracker@1';
      const open = async () => {
        mark(list, key).click();
        await list.updateComplete;
        return one(list, 'textarea') as HTMLTextAreaElement;
      };
      const field = await open();
      field.value = 'About the first child';
      field.dispatchEvent(new Event('input'));
      holder.log = two;
      await waitUntil(() => !one(list, 'textarea'), 'the note stayed open');
      expect(text(list, '.said')).to.match(/^Another case is shown now\./);
      expect((await open()).value).to.equal('');
      holder.log = one_;
      await waitUntil(() => !one(list, 'textarea'), 'the note stayed open');
      expect((await open()).value).to.equal('About the first child');
    });

    it('submits an entry under the duty’s clause, and the list follows the receipt', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      const submitted = await tick(list, 'acknowledge@1', ' By e-mail. ', receipt);
      await waitUntil(() => text(list, '.said') !== '');
      expect(submitted.map(({ detail }) => detail.events)).to.deep.equal([
        [
          {
            id: 'e2',
            type: 'done',
            at: '2026-11-24T09:00:00Z',
            by: { side: 'partnership' },
            clause: 'barnsley.1.acknowledge',
            duty: 'acknowledge@1',
            note: 'By e-mail.',
          },
        ],
      ]);
      await waitUntil(() => text(list, 'summary') !== '' && all(list, 'summary').map(words).includes('Done (1)'));
      expect((list.parentElement as Holder).log).to.have.length(2);
      expect(one(list, '.said')?.getAttribute('aria-live')).to.equal('polite');
      expect(text(list, '.said')).to.equal('Recorded as done: Acknowledge the escalation by e-mail. Reference: REF-1');
      // On to the next that can be ticked off.
      expect(hasFocus(list, mark(list, 'summary-1@1'))).to.equal(true);
      await expect(list).to.be.accessible();
    });

    it('keeps a recurring duty, with its next date', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      await tick(list, 'progress-updates@1', '', receipt);
      await waitUntil(() =>
        words(marks(list, 'progress-updates@1')?.closest('li')).includes('by Tuesday 1 December 2026'),
      );
      expect(text(list, '.said')).to.contain('REF-1');
    });

    it('says that it is not sent where nobody takes it, keeps what was typed and offers the record', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      const files: Blob[] = [];
      const createObjectURL = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (file: Blob) => createObjectURL(files[files.push(file) - 1]!);
      await tick(list, 'acknowledge@1', 'By e-mail.');
      await waitUntil(() => text(list, '.problem') !== '');
      URL.createObjectURL = createObjectURL;
      expect(text(list, '[role="alert"]')).to.contain('Not sent, and not recorded.');
      expect((one(list, 'textarea') as HTMLTextAreaElement).value).to.equal('By e-mail.');
      const save = one(list, '.save') as HTMLAnchorElement;
      expect(save.download).to.equal('escalation-record-2026-11-24.json');
      expect(save.href).to.match(/^blob:/);
      expect(JSON.parse(await files[0]!.text())).to.include({ count: 2 });
      expect((list.parentElement as Holder).log).to.have.length(1);
      await expect(list).to.be.accessible();
    });

    it('tries the same again after a failure, so that a repeat can be told', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      let turn = 0;
      const submitted = await tick(list, 'acknowledge@1', 'By e-mail.', (event) =>
        turn++ === 0 ? Promise.reject(new Error('The server answered 503.')) : receipt(event),
      );
      await waitUntil(() => text(list, '.problem').includes('503'));
      expect(text(list, 'form button')).to.equal('Try again');
      (list.parentElement as Holder).now = '2026-11-24T09:05:00Z';
      await list.updateComplete;
      one(list, 'form button')!.click();
      await waitUntil(() => text(list, '.said').includes('REF-1'));
      expect(submitted[1]?.detail).to.equal(submitted[0]?.detail);
    });

    it('does not send twice while it is sending', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      let answer: (receipt: Receipt) => void = () => {};
      const submitted = await tick(list, 'acknowledge@1', '', () => new Promise((resolve) => (answer = resolve)));
      await waitUntil(() => text(list, 'form button') === 'Sending…');
      one(list, 'form button')!.click();
      await list.updateComplete;
      expect(submitted).to.have.length(1);
      expect(mark(list, 'notify-inbox@1')?.getAttribute('aria-disabled')).to.equal('true');
      answer(await receipt(submitted[0]!));
      await waitUntil(() => text(list, '.said') !== '');
    });

    it('says what it was recorded as while the host keeps the log itself', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      list.parentElement!.addEventListener('escalation-submit', (event) => event.preventDefault());
      await tick(list, 'acknowledge@1', '', receipt);
      await waitUntil(() => text(list, '.said') !== '');
      expect(words(all(list, '.duty .sent')[0])).to.contain('Reference: REF-1');
      expect(one(list, '.mark[data-key="acknowledge@1"]')).to.equal(null);
    });

    it('lets the list speak where the host has put the entry into the log before it answers', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      const holder = list.parentElement as Holder;
      await tick(list, 'progress-updates@1', '', async (event) => {
        event.preventDefault();
        holder.log = [...holder.log, ...event.detail.events];
        await waitUntil(() => text(list, '.duties').includes('by Tuesday 1 December 2026'));
        return receipt(event);
      });
      await waitUntil(() => text(list, '.said').includes('REF-1'));
      expect(all(list, '.duty .sent')).to.have.length(0);
      expect(marks(list, 'progress-updates@1')).not.to.equal(null);
    });

    it('says why it is refused, and keeps what was typed', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      const tooLong = 'x'.repeat(100_001);
      const submitted = await tick(list, 'acknowledge@1', tooLong, receipt);
      await waitUntil(() => text(list, '.problem') !== '');
      expect(text(list, '.problem')).to.contain('This was not recorded. This must be text, up to 100000 characters.');
      expect((one(list, 'textarea') as HTMLTextAreaElement).value).to.equal(tooLong);
      expect(one(list, '.save')).to.equal(null);
      expect(submitted).to.have.length(0);
    });

    it('ticks off what a step waits for', async () => {
      const list = await inCase('bromley', [opened('bromley', '3')]);
      expect(text(list, '.duty--awaited')).to.contain('Before Stage Four');
      const key = all(list, '.duty--awaited .mark')[0]!.dataset['key']!;
      const submitted = await tick(list, key, '', receipt);
      await waitUntil(() => all(list, '.duty--awaited').length === 0);
      expect(submitted[0]?.detail.events[0]).to.include({ type: 'done', clause: 'bromley.3.board-members' });
      expect(submitted[0]?.detail.events[0]).not.to.have.property('duty');
    });

    it('offers no button where another entry meets what a step waits for', async () => {
      const list = await inCase('kent', [opened('kent', 'conference-1', { route: 'conference' })]);
      expect(text(list, '.duty--awaited')).to.contain('met by another entry');
      expect(all(list, '.duty--awaited .mark')).to.have.length(0);
    });

    it('keeps a note while another duty is looked at, and forgets it when the page is left', async () => {
      const list = await inCase('barnsley', [opened('barnsley', '1')]);
      mark(list, 'acknowledge@1').click();
      await list.updateComplete;
      const field = one(list, 'textarea') as HTMLTextAreaElement;
      field.value = 'Half a note';
      field.dispatchEvent(new Event('input'));
      mark(list, 'tracker@1').click();
      await list.updateComplete;
      expect((one(list, 'textarea') as HTMLTextAreaElement).value).to.equal('');
      mark(list, 'acknowledge@1').click();
      await list.updateComplete;
      expect((one(list, 'textarea') as HTMLTextAreaElement).value).to.equal('Half a note');
      window.dispatchEvent(new Event('pagehide'));
      await list.updateComplete;
      expect(one(list, 'form')).to.equal(null);
      mark(list, 'acknowledge@1').click();
      await list.updateComplete;
      expect((one(list, 'textarea') as HTMLTextAreaElement).value).to.equal('');
    });
  });
});
