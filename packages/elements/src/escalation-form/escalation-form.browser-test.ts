import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { Case, type CaseEvent } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { exportRecord, seal } from '@escalation-kit/core/record';
import { Form, FORM_ACTIONS, type Answers } from '@escalation-kit/core/form';
import { loadCalendar, type CalendarData } from '@escalation-kit/core/calendar';
import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import harrowby from '../../../../test/fixtures/policies/harrowby.json' with { type: 'json' };
import marram from '../../../../test/fixtures/policies/marram.json' with { type: 'json' };
import '../define/escalation-case.ts';
import '../define/escalation-form.ts';
import type { EscalationCase } from '../escalation-case/escalation-case.ts';
import type { EscalationSubmitEvent, Receipt, Submission } from '../submission/submit-event.ts';
import type { EscalationForm } from './escalation-form.ts';

const NOW = '2026-11-24T09:00:00Z';

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

/** Everything that Barnsley's stage 1 asks. */
const STAGE_1: Answers = {
  'facts/immediate-harm': 'no',
  stage: '1',
  'parties/raising/agency': 'Hill School',
  'parties/raising/sector': 'education',
  'parties/receiving/agency': 'Children’s Services',
  'parties/receiving/sector': 'social-care',
  'child/reference': 'C-17',
  causes: ['thresholds'],
  description: 'They closed it too soon.',
  'facts/raising-lead-consulted': 'yes',
  'facts/receiving-lead-consulted': 'yes',
  'lineManager/name': 'S. Lee',
  'lineManager/contact': '01226 000000',
  'by/role': 'Deputy head',
};

/** The receipt for the very record that was sent. */
const receiptOf = ({ detail: { record } }: EscalationSubmitEvent): Promise<Receipt> =>
  Promise.resolve({ ...receipt, head: record.head, count: record.count });
const receipt: Receipt = { reference: 'ESC-2026-0042', at: '2026-11-24T09:00:05Z', head: 'f'.repeat(64), count: 1 };

async function shown(template: TemplateResult): Promise<EscalationForm> {
  const root = await fixture<HTMLElement>(template);
  const form = root.matches('escalation-form') ? root : root.querySelector('escalation-form')!;
  await waitUntil(() => form.shadowRoot?.querySelector('#title, .outcome'), 'the form was never shown');
  return form;
}

const opening = (page: string | null = null, answers: Answers = {}) =>
  shown(html`<escalation-form policy="barnsley" now=${NOW} .page=${page} .answers=${answers}></escalation-form>`);

const inCase = (action: string | null, page: string | null = null, answers: Answers = {}) =>
  shown(
    html`<escalation-case policy="barnsley" now=${NOW} .log=${[opened]}
      ><escalation-form .action=${action} .page=${page} .answers=${answers}></escalation-form
    ></escalation-case>`,
  );

const inside = (form: EscalationForm) => form.shadowRoot!;
const byId = <T extends HTMLElement = HTMLInputElement>(form: EscalationForm, id: string) =>
  inside(form).getElementById(id) as unknown as T;
const title = (form: EscalationForm) => byId(form, 'title').textContent.trim();
const text = (form: EscalationForm, selector = '.form') =>
  (inside(form).querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const button = (form: EscalationForm, words: string) =>
  [...inside(form).querySelectorAll<HTMLElement>('button, a.ek-button')].find((one) =>
    one.textContent.includes(words),
  )!;

async function press(form: EscalationForm, words: string): Promise<void> {
  button(form, words).click();
  await form.updateComplete;
}

/** As a person does: choices are clicked, words are typed. */
function fill(form: EscalationForm, given: Readonly<Record<string, string | true>>): void {
  for (const [id, value] of Object.entries(given)) {
    const control = byId(form, id);
    if (!control) throw new Error(`there is no ${id} on the page '${title(form)}'`);
    if (value === true) control.click();
    else {
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

async function answer(form: EscalationForm, given: Readonly<Record<string, string | true>>): Promise<void> {
  fill(form, given);
  await press(form, 'Continue');
}

const focused = (form: EscalationForm) => inside(form).activeElement;

describe('escalation-form', () => {
  it('asks for a day from which a clock runs, and gives it to the host as a civil date', async () => {
    const policy = marram as unknown as Policy;
    const answers = {
      'facts/immediate-harm': 'no',
      stage: '1',
      'parties/raising/agency': 'Hill School',
      'parties/raising/sector': 'education',
      'parties/receiving/agency': 'Children’s Services',
      'parties/receiving/sector': 'social-care',
      description: 'They closed it too soon.',
      'by/role': 'Deputy head',
      decisionMade: ['31', '2', '2026'],
    };
    const form = await shown(
      html`<escalation-form
        .policy=${policy}
        now=${NOW}
        .page=${'ask-decisionMade'}
        .answers=${answers}
      ></escalation-form>`,
    );
    expect(title(form)).to.equal('When was the decision made?');
    await press(form, 'Continue');
    expect(text(form, '#errors')).to.contain('The date must be a real date');
    await answer(form, { 'decisionMade-0': '9', 'decisionMade-1': '11' });
    while (title(form) !== 'Check your answers') await press(form, 'Continue');
    const submitted = new Promise<EscalationSubmitEvent>((resolve) =>
      form.addEventListener('escalation-submit', resolve),
    );
    await press(form, 'Confirm and send');
    const [event] = (await submitted).detail.events;
    expect(event).to.include({ type: 'opened', decisionMade: '2026-11-09' });
  });

  describe('opening a case', () => {
    it('goes from danger to a receipt, and gives the host all there is', async () => {
      const form = await opening();
      const steps: string[] = [];
      form.addEventListener('escalation-step', ({ page }) => steps.push(page));
      const seen = new Promise<Record<string, unknown>>((resolve) => {
        form.addEventListener('escalation-submit', (event) => {
          event.respondWith(receiptOf(event));
          resolve(event.detail as unknown as Record<string, unknown>);
        });
      });
      await answer(form, { 'facts/immediate-harm-1': true });
      await answer(form, { 'stage-1': true });
      await answer(form, { 'parties/raising/agency': 'Hill School', 'parties/raising/sector-0': true });
      await answer(form, { 'parties/receiving/agency': 'Children’s Services', 'parties/receiving/sector-3': true });
      await answer(form, { 'child/reference': 'C-17' });
      await answer(form, { 'causes-0': true, 'causes-7': true, description: 'They closed it too soon.' });
      await answer(form, { 'facts/raising-lead-consulted-0': true, 'facts/receiving-lead-consulted-0': true });
      await answer(form, { 'lineManager/name': 'S. Lee', 'lineManager/contact': '01226 000000' });
      await answer(form, { 'protectBy-0': '26', 'protectBy-1': '11', 'protectBy-2': '2026' });
      await answer(form, { 'by/role': 'Deputy head' });
      expect(title(form)).to.equal('Check your answers');
      await press(form, 'Confirm and send');
      const { events, notifications, record } = await seen;
      await waitUntil(() => title(form) === 'Sent');

      expect(events).to.have.length(1);
      expect((events as Record<string, unknown>[])[0]).to.deep.include({
        type: 'opened',
        stage: '1',
        causes: ['thresholds', 'drift-or-delay'],
        description: 'They closed it too soon.',
        protectBy: '2026-11-26',
        lineManager: { name: 'S. Lee', contact: '01226 000000' },
        by: { side: 'raising', role: 'Deputy head' },
      });
      expect(notifications).to.have.length(4);
      expect(record).to.deep.include({ count: 1 });
      expect(steps).to.deep.equal([
        'stage',
        'raising',
        'receiving',
        'child',
        'causes',
        'facts',
        'ask-lineManager',
        'protect',
        'who',
        'check',
        'sent',
      ]);
      expect(text(form)).to.include('ESC-2026-0042');
      // Whoever gave the receipt has it.
      expect(text(form))
        .to.include('Closing this page loses nothing of it')
        .and.not.match(/\blost\b/);
      expect(text(form)).to.include('by Thursday 26 November 2026');
      expect(text(form)).to.include('This has not filed the partnership’s own form');
      expect(text(form)).to.include('barnsleysafeguardingchildrenspartnership@barnsley.gov.uk');
      expect(focused(form)?.id).to.equal('title');
    });

    it('puts danger before everything, and has it read', async () => {
      const form = await opening();
      expect(text(form)).to.include('call 999 now');
      await answer(form, { 'facts/immediate-harm-0': true });
      expect(title(form)).to.equal('Read this before anything else');
      expect(focused(form)?.id).to.equal('title');
      await press(form, 'I have read this, continue');
      expect(title(form)).to.equal('Which stage are you starting at?');
      expect(text(form)).to.include('Urgent: go straight to stage 3');
      expect(inside(form).querySelector<HTMLInputElement>('input:checked')!.value).to.equal('3');
    });

    it('keeps what is paramount under every page, and the way out of danger before each question', async () => {
      const form = await opening('who');
      expect(text(form, '.standing')).to.include('The child’s safety and wellbeing come first');
      expect(text(form, '.form')).to.match(/^Immediate danger: .*call 999 now/);
      expect(inside(form).querySelector('.callout a')!.getAttribute('href')).to.equal('tel:999');
      expect(text(form).match(/999/g)).to.have.length(1);
      expect(text(form, '.standing')).to.include('The partnership has not confirmed it');
    });

    it('tells that the policy is past its review', async () => {
      const form = await shown(html`<escalation-form policy="bromley" now=${NOW}></escalation-form>`);
      expect(text(form, '.standing')).to.include('past its review date');
    });

    it('begins with what the host gave before there was a policy', async () => {
      const form = await fixture<EscalationForm>(html`<escalation-form now=${NOW}></escalation-form>`);
      await import('./journey.ts');
      await form.updateComplete;
      form.answers = { 'parties/raising/agency': 'Hill School' };
      form.page = 'raising';
      await form.updateComplete;
      form.policy = 'barnsley';
      await waitUntil(() => form.shadowRoot?.querySelector('#title'));
      expect(byId(form, 'parties/raising/agency').value).to.equal('Hill School');
    });

    it('names who stands in as soon as there is no lead', async () => {
      const form = await opening('raising', { stage: '1' });
      fill(form, { 'parties/raising/sector-4': true, 'parties/raising/noLead': true });
      await form.updateComplete;
      expect(text(form, '.after')).to.include('a committee member acts as the lead');
    });

    it('does not ask what the page has answered', async () => {
      const form = await shown(html`<escalation-form policy="barnsley" now=${NOW} stage="1"></escalation-form>`);
      await answer(form, { 'facts/immediate-harm-1': true });
      expect(title(form)).to.equal('Your agency');
      await press(form, 'Back');
      expect(title(form)).to.equal('Are there significant concerns for the child’s safety and welfare?');
    });

    it('takes ‘none of these’ alone', async () => {
      const form = await shown(html`<escalation-form policy="bromley" now=${NOW} .page=${'child'}></escalation-form>`);
      const checked = () =>
        [...inside(form).querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
      fill(form, { 'child/statuses-0': true, 'child/statuses-4': true });
      expect(checked()).to.deep.equal(['none']);
      fill(form, { 'child/statuses-2': true });
      expect(checked()).to.deep.equal(['looked-after']);
    });

    it('warns of what the policy wants first, and takes it all the same', async () => {
      const form = await opening('check', { ...STAGE_1, 'facts/receiving-lead-consulted': 'no' });
      expect(text(form, '.note--blocked')).to.include('Both practitioners talk to their own safeguarding lead');
      await press(form, 'Confirm and send');
      await waitUntil(() => title(form) === 'Not sent');
    });

    it('shows a refusal with the clause that it rests on', async () => {
      const strict = structuredClone(await loadPolicy('barnsley'));
      strict.guards[0]!.verb = 'must';
      const answers = { ...STAGE_1, 'facts/receiving-lead-consulted': 'no' };
      const form = await shown(
        html`<escalation-form .policy=${strict} now=${NOW} .page=${'check'} .answers=${answers}></escalation-form>`,
      );
      await press(form, 'Confirm and send');
      expect(title(form)).to.equal('Check your answers');
      expect(focused(form)?.id).to.equal('errors');
      expect(text(form, '#errors')).to.include('First: Both practitioners talk');
      expect(text(form, '#errors')).to.include('Stage One.');
    });
  });

  describe('what is to be put right', () => {
    it('is listed when the page is left, takes the focus, and leads to the field without a change of address', async () => {
      const form = await opening('raising');
      expect(inside(form).querySelector('#errors')).to.be.null;
      await press(form, 'Continue');
      await waitUntil(() => focused(form)?.id === 'errors');
      const links = [...inside(form).querySelectorAll<HTMLElement>('#errors a')];
      expect(links.map(({ textContent }) => textContent)).to.deep.equal([
        'Enter the name of your agency',
        'Select the sector of your agency',
      ]);
      const address = location.href;
      links[1]!.click();
      expect(focused(form)?.id).to.equal('parties/raising/sector-0');
      links[0]!.click();
      expect(focused(form)?.id).to.equal('parties/raising/agency');
      expect(location.href).to.equal(address);
    });

    it('stands beside the field and describes it', async () => {
      const form = await opening('who');
      await press(form, 'Continue');
      const role = byId(form, 'by/role');
      expect(role.getAttribute('aria-invalid')).to.equal('true');
      const described = role
        .getAttribute('aria-describedby')!
        .split(' ')
        .map((id) => byId(form, id).textContent.trim());
      expect(described[0]).to.equal('For example, designated safeguarding lead.');
      expect(described[1]).to.match(/^Error:\s+Enter your role$/);
    });

    it('leads to the part of a date that is wrong', async () => {
      const form = await opening('protect');
      await answer(form, { 'protectBy-0': '31', 'protectBy-1': '2' });
      inside(form).querySelector<HTMLElement>('#errors a')!.click();
      expect(focused(form)?.id).to.equal('protectBy-2');
    });

    it('is gone once it is put right', async () => {
      const form = await opening('who');
      await press(form, 'Continue');
      await answer(form, { 'by/role': 'Deputy head' });
      expect(inside(form).querySelector('#errors')).to.be.null;
    });

    it('is found before sending, wherever it is', async () => {
      const form = await opening('check', { ...STAGE_1, 'by/role': '' });
      await press(form, 'Confirm and send');
      expect(title(form)).to.equal('About you');
      expect(text(form, '#errors')).to.include('Enter your role');
      await answer(form, { 'by/role': 'Deputy head' });
      expect(title(form)).to.not.equal('About you');
    });
  });

  describe('the way back', () => {
    it('loses no answer, not even one that was not sent', async () => {
      const form = await opening('receiving');
      // Not every way of filling a field tells of it.
      byId(form, 'parties/receiving/agency').value = 'Children’s Services';
      await press(form, 'Back');
      await answer(form, { 'parties/raising/agency': 'Hill School', 'parties/raising/sector-0': true });
      expect(byId(form, 'parties/receiving/agency').value).to.equal('Children’s Services');
    });

    it('leads from the answers to one of them and straight back', async () => {
      const form = await opening(null, STAGE_1);
      while (title(form) !== 'Check your answers') await press(form, 'Continue');
      await press(form, 'Change: Your agency');
      expect(title(form)).to.equal('Your agency');
      await answer(form, { 'parties/raising/agency': 'Elm School' });
      expect(title(form)).to.equal('Check your answers');
      expect(text(form, '.answers')).to.include('Elm School');
    });

    it('asks what a change brings up', async () => {
      const form = await opening(null, { ...STAGE_1, stage: '0', 'lineManager/name': '' });
      while (title(form) !== 'Check your answers') await press(form, 'Continue');
      await press(form, 'Change: Which stage');
      await answer(form, { 'stage-1': true });
      expect(title(form)).to.equal('What the policy needs to know');
      await press(form, 'Continue');
      expect(title(form)).to.equal('Who is the direct line manager of the person this escalation is about?');
      await answer(form, { 'lineManager/name': 'S. Lee' });
      expect(title(form)).to.equal('Check your answers');
    });

    it('goes on by the Enter key', async () => {
      const form = await opening('child');
      byId(form, 'child/reference').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => title(form) === 'What do you disagree about?');
    });
  });

  describe('when nobody takes it', () => {
    it('says so, keeps the answers and has the record to save', async () => {
      const form = await opening('check', STAGE_1);
      await press(form, 'Confirm and send');
      await waitUntil(() => title(form) === 'Not sent');
      expect(text(form)).to.include('Nothing was sent or saved');
      expect(button(form, 'Try again')).to.be.undefined;
      const save = button(form, 'Save the record') as HTMLAnchorElement;
      expect(save.download).to.equal('escalation-record-2026-11-24.json');
      expect(save.href).to.match(/^blob:/);
      await press(form, 'Back to your answers');
      expect(title(form)).to.equal('Check your answers');
      expect(text(form, '.answers')).to.include('Hill School');
    });

    it('says why, and tries the same again', async () => {
      const form = await opening('check', STAGE_1);
      const heads: string[] = [];
      form.addEventListener('escalation-submit', (event) => {
        heads.push(event.detail.record.head);
        event.respondWith(heads.length === 1 ? Promise.reject(new Error('The server is down.')) : receiptOf(event));
      });
      await press(form, 'Confirm and send');
      await waitUntil(() => title(form) === 'Not sent');
      expect(text(form, '.outcome')).to.include('Nothing was sent or saved: The server is down.');
      await press(form, 'Try again');
      await waitUntil(() => title(form) === 'Sent');
      expect(heads[0]).to.equal(heads[1]);
    });

    it('posts to the endpoint, and says what the server answered', async () => {
      const form = await opening('check', STAGE_1);
      form.endpoint = '/no-such-place';
      await press(form, 'Confirm and send');
      await waitUntil(() => title(form) === 'Not sent');
      expect(text(form, '.outcome')).to.include('The server answered 404.');
    });

    it('sends once, however often the button is pressed', async () => {
      const form = await opening('check', STAGE_1);
      let count = 0;
      let take: (receipt: Receipt | Promise<Receipt>) => void = () => {};
      let submitted: EscalationSubmitEvent | null = null;
      form.addEventListener('escalation-submit', (event) => {
        count++;
        submitted = event;
        event.respondWith(new Promise((resolve) => (take = resolve)));
      });
      const send = button(form, 'Confirm and send') as HTMLButtonElement;
      send.click();
      send.click();
      inside(form).querySelector('form')!.requestSubmit();
      await form.updateComplete;
      expect(send.getAttribute('aria-disabled')).to.equal('true');
      expect(text(form, '.actions [aria-live]')).to.equal('Sending…');
      take(receiptOf(submitted!));
      await waitUntil(() => title(form) === 'Sent');
      expect(count).to.equal(1);
    });

    it('does not say that it was sent on a receipt for another record, nor that it was not', async () => {
      const form = await opening('check', STAGE_1);
      form.addEventListener('escalation-submit', (event) => event.respondWith(Promise.resolve(receipt)));
      await press(form, 'Confirm and send');
      await waitUntil(() => title(form) === 'Not known whether it was kept');
      expect(text(form, '.outcome')).to.include('The answer is for another record than the one that was sent.');
      expect(text(form, '.outcome')).not.to.include('Nothing was sent');
    });

    it('says who wrote meanwhile, keeps what was typed, and puts it on top', async () => {
      const other = {
        ...opened,
        id: 'e2',
        type: 'updated',
        summary: 'Theirs',
        by: { side: 'receiving', name: 'S. Lee' },
      };
      const newer = exportRecord(seal([opened, other as unknown as CaseEvent]));
      const root = await fixture<HTMLElement>(
        html`<escalation-case policy="barnsley" now="2026-11-24T09:00:00Z" .log=${[opened]}
          ><escalation-form action="update"></escalation-form
        ></escalation-case>`,
      );
      const form = root.querySelector('escalation-form')!;
      await waitUntil(() => form.shadowRoot?.querySelector('#title'), 'the form was never shown');
      const submissions: Submission[] = [];
      root.addEventListener('escalation-submit', (event) => {
        submissions.push(event.detail);
        event.respondWith(submissions.length === 1 ? Promise.resolve({ record: newer }) : receiptOf(event));
      });
      fill(form, { summary: 'Mine', 'by/side-0': true, 'by/role': 'Deputy head' });
      await press(form, 'Confirm and send');
      await waitUntil(() => title(form) === 'Not sent');
      expect(text(form, '.since')).to.equal('Friday 20 November 2026: Update to the partnership (S. Lee)');
      await press(form, 'Put mine on top');
      await waitUntil(() => title(form) === 'Sent');
      expect(submissions[1]!.base).to.deep.equal({ head: newer.head, count: 2 });
      expect(submissions[1]!.events).to.have.length(1);
      expect(submissions[1]!.events[0]).to.include({ id: 'e3', summary: 'Mine' });
      expect((root as HTMLElementTagNameMap['escalation-case']).log).to.have.length(3);
    });
  });

  describe('when another case is opened around it', () => {
    const another = { ...opened, case: 'another' } as unknown as CaseEvent;

    it('sets aside what was typed, says so, and sends nothing of it with the second record', async () => {
      const form = await inCase('update');
      const holder = form.closest('escalation-case')!;
      fill(form, { summary: 'She was seen on Monday.' });
      holder.log = [another];
      await waitUntil(() => text(form, '.aside').includes('Another case has been opened here'));
      expect(text(form, '.aside dl')).to.include('She was seen on Monday.');
      expect(byId(form, 'summary').value).to.equal('');
      let count = 0;
      holder.addEventListener('escalation-submit', () => count++);
      await press(form, 'Confirm and send');
      expect(text(form, '#errors')).to.not.equal('');
      expect(count).to.equal(0);
      await press(form, 'Remove it from this page');
      expect(inside(form).querySelector('.aside')).to.be.null;
    });

    it('does the same for a record that comes from its address, and one that is opened', async () => {
      const form = await inCase('update');
      const holder = form.closest('escalation-case')!;
      const first = await holder.saveRecord();
      holder.log = [another];
      const second = await holder.saveRecord();
      await waitUntil(() => byId(form, 'summary'));
      fill(form, { summary: 'Of the second.' });
      await holder.openRecord(first);
      await waitUntil(() => text(form, '.aside dl').includes('Of the second.'));
      await press(form, 'Remove it from this page');
      fill(form, { summary: 'Of the first.' });
      const realFetch = window.fetch.bind(window);
      window.fetch = () => Promise.resolve(new Response(second));
      holder.logSrc = '/second';
      await waitUntil(() => text(form, '.aside dl').includes('Of the first.'), text(form, '.aside')).finally(
        () => (window.fetch = realFetch),
      );
      expect(byId(form, 'summary').value).to.equal('');
    });

    it('keeps what is typed where the same case goes on', async () => {
      const form = await inCase('update');
      const holder = form.closest('escalation-case')!;
      fill(form, { summary: 'She was seen on Monday.' });
      const updated = { id: 'e2', type: 'updated', at: NOW, by: { side: 'raising' }, summary: 'Called' };
      holder.log = [opened, updated as unknown as CaseEvent];
      await holder.updateComplete;
      await form.updateComplete;
      expect(byId(form, 'summary').value).to.equal('She was seen on Monday.');
      expect(inside(form).querySelector('.aside')).to.be.null;
    });
  });

  it('speaks of an adult under a policy for adults', async () => {
    const form = await shown(html`<escalation-form .policy=${harrowby} now=${NOW}></escalation-form>`);
    expect(text(form)).to.include('Do not name the adult.');
    form.policy = 'barnsley';
    await waitUntil(() => text(form).includes('Do not name the child.'));
  });

  describe('what is to be told', () => {
    it('can be opened as a draft or copied, and says nothing of the child', async () => {
      const form = await opening('check', { ...STAGE_1, description: 'Secret words' });
      await press(form, 'Confirm and send');
      await waitUntil(() => title(form) === 'Not sent');
      const drafts = [...inside(form).querySelectorAll<HTMLAnchorElement>('a.draft')];
      expect(drafts).to.have.length(4);
      expect(drafts[0]!.href).to.match(/^mailto:barnsleysafeguardingchildrenspartnership@barnsley\.gov\.uk\?subject=/);
      for (const { href } of drafts) {
        for (const word of ['C-17', 'Secret', 'Hill', 'Lee']) expect(decodeURIComponent(href)).to.not.include(word);
      }
      await press(form, 'Copy the text');
      await waitUntil(() => /Copied|selected/.test(text(form, '.notification [aria-live]')));
    });
  });

  describe('in a form of the host’s', () => {
    const place = async () => {
      const host = await fixture<HTMLFormElement>(
        html`<form>
          <escalation-form
            name="escalation"
            policy="barnsley"
            now=${NOW}
            .page=${'check'}
            .answers=${STAGE_1}
          ></escalation-form>
        </form>`,
      );
      const form = host.querySelector('escalation-form')!;
      await waitUntil(() => form.shadowRoot?.querySelector('#title'));
      return { host, form };
    };

    it('becomes its value, once it is confirmed', async () => {
      const { host, form } = await place();
      expect(new FormData(host).has('escalation')).to.be.false;
      await press(form, 'Confirm');
      await waitUntil(() => title(form) === 'Not sent yet');
      const record = JSON.parse(new FormData(host).get('escalation') as string) as Record<string, unknown>;
      expect(record).to.deep.include({ format: 'escalation-kit-record/1', count: 1 });
      await press(form, 'Back to your answers');
      expect(new FormData(host).has('escalation')).to.be.false;
    });

    it('is reset and disabled with it', async () => {
      const { host, form } = await place();
      await press(form, 'Change: Your agency');
      await answer(form, { 'parties/raising/agency': 'Elm School' });
      host.reset();
      await form.updateComplete;
      expect(title(form)).to.include('Are there significant');
      form.page = 'check';
      await form.updateComplete;
      expect(text(form, '.answers')).to.include('Hill School');
      form.formDisabledCallback(true);
      expect(form.inert).to.be.true;
      form.formDisabledCallback(false);
      expect(form.inert).to.be.false;
    });
  });

  describe('what is typed', () => {
    it('is gone when the page is left, and stands in no storage', async () => {
      const form = await opening('raising');
      fill(form, { 'parties/raising/agency': 'Hill School' });
      window.dispatchEvent(new Event('pagehide'));
      await form.updateComplete;
      form.page = 'raising';
      await form.updateComplete;
      expect(byId(form, 'parties/raising/agency').value).to.equal('');
      expect(JSON.stringify({ ...localStorage, ...sessionStorage })).to.not.include('Hill School');
    });

    it('is never remembered by the browser', async () => {
      const form = await opening('raising');
      for (const control of inside(form).querySelectorAll('input, textarea, form')) {
        expect(control.getAttribute('autocomplete')).to.equal('off');
      }
    });

    it('stays text', async () => {
      const form = await opening('check', { ...STAGE_1, description: '<img src=x onerror=alert(1)>' });
      expect(inside(form).querySelector('img')).to.be.null;
      expect(text(form, '.answers')).to.include('<img src=x onerror=alert(1)>');
    });
  });

  describe('in a case', () => {
    it('lets a person choose among what the case takes', async () => {
      const form = await inCase(null);
      expect(title(form)).to.equal('What do you want to record?');
      const choices = [...inside(form).querySelectorAll('.option label')].map((label) => label.textContent);
      expect(choices).to.include.members([
        'Record a discussion',
        'Take it to another stage',
        'Record that it is resolved',
      ]);
      await answer(form, { 'action-0': true });
      expect(title(form)).to.equal('Record a discussion');
      await press(form, 'Back');
      expect(title(form)).to.equal('What do you want to record?');
    });

    it('takes it up, and the case goes on by it', async () => {
      const form = await inCase('escalate');
      const holder = form.closest<EscalationCase>('escalation-case')!;
      holder.addEventListener('escalation-submit', (event) => event.respondWith(receiptOf(event)));
      expect(title(form)).to.equal('Where is it going?');
      await answer(form, { 'to-1': true });
      await answer(form, { 'because-0': true, reason: 'It cannot wait' });
      await answer(form, { 'by/side-0': true, 'by/role': 'Head' });
      await press(form, 'Confirm and send');
      await waitUntil(() => title(form) === 'Sent');
      expect(holder.log.map(({ type }) => type)).to.deep.equal(['opened', 'escalated']);
      expect(text(form)).to.include('Sent');
      await press(form, 'Record something else');
      expect(title(form)).to.equal('Take it to another stage');
      expect(text(form, '.note--blocked')).to.include('nothing to record here now');
    });

    it('records what has become true before the step that it bears on', async () => {
      const answers = {
        ...STAGE_1,
        to: '1',
        because: 'unresolved',
        reason: 'No answer',
        'by/side': 'raising',
      };
      const form = await shown(
        html`<escalation-case policy="barnsley" now=${NOW} .log=${[{ ...opened, stage: '0' }]}
          ><escalation-form action="escalate" .page=${'check'} .answers=${answers}></escalation-form
        ></escalation-case>`,
      );
      const sent = new Promise<EscalationSubmitEvent>((resolve) => form.addEventListener('escalation-submit', resolve));
      await press(form, 'Confirm and send');
      const { events, notifications, record } = (await sent).detail;
      expect(events.map(({ id, type }) => `${id} ${type}`)).to.deep.equal(['e2 changed', 'e3 escalated']);
      expect(record.count).to.equal(3);
      expect(notifications.map(({ duty }) => duty)).to.include('notify-inbox@1');
    });

    it('records on one page what takes no more', async () => {
      const form = await inCase('discuss');
      await press(form, 'Confirm and send');
      expect(inside(form).querySelectorAll('#errors li')).to.have.length(4);
      fill(form, { channel: 'Telephone', summary: 'No change', 'by/side-1': true, 'by/role': 'Team manager' });
      const sent = new Promise<readonly CaseEvent[]>((resolve) => {
        form.addEventListener('escalation-submit', ({ detail }) => resolve(detail.events));
      });
      await press(form, 'Confirm and send');
      expect((await sent)[0]).to.deep.include({
        type: 'discussed',
        summary: 'No change',
        by: { side: 'receiving', role: 'Team manager' },
      });
    });

    it('says why it does not take an action', async () => {
      const form = await inCase('open');
      expect(text(form, '.note--blocked')).to.include('The case is open already.');
      expect(inside(form).querySelector('button[type=submit]')).to.be.null;
    });

    it('adds a member to a panel', async () => {
      const log = [{ ...opened, stage: '4' }];
      const form = await shown(
        html`<escalation-case policy="bromley" now=${NOW} .log=${log}
          ><escalation-form
            action="decide"
            .page=${'panel'}
            .answers=${{ option: 'resolution-panel' }}
          ></escalation-form
        ></escalation-case>`,
      );
      expect(inside(form).querySelectorAll('.group')).to.have.length(3);
      fill(form, { 'panel/2/agency': 'Police' });
      await press(form, 'Add another member');
      expect(inside(form).querySelectorAll('.group')).to.have.length(4);
      expect(byId(form, 'panel/2/agency').value).to.equal('Police');
      await waitUntil(() => focused(form)?.id === 'panel/3/agency');
    });
  });

  describe('what is wrong with an attribute', () => {
    const failure = async (attributes: Readonly<Record<string, string>>) => {
      const form = document.createElement('escalation-form');
      for (const [name, value] of Object.entries({ policy: 'barnsley', ...attributes })) form.setAttribute(name, value);
      let message = '';
      form.addEventListener('escalation-error', ({ error }) => (message = error.message));
      (await fixture<HTMLElement>(html`<div></div>`)).append(form);
      await waitUntil(() => message !== '');
      await form.updateComplete;
      expect(text(form, '.ek-failed')).to.include(message);
      return message;
    };

    it('is put right with the attribute', async () => {
      const form = await opening();
      form.action = 'eskalate';
      await form.updateComplete;
      expect(inside(form).querySelector('.ek-failed')).to.exist;
      form.action = 'open';
      await form.updateComplete;
      expect(title(form)).to.include('Are there significant');
    });

    it('is said with what is allowed', async () => {
      expect(await failure({ action: 'eskalate' })).to.include('action="eskalate"');
      expect(await failure({ action: 'eskalate' })).to.include(FORM_ACTIONS.join(', '));
      expect(await failure({ stage: '9' })).to.include('Allowed: 0, 1, 2, 3');
      expect(await failure({ route: 'x' })).to.include('Allowed: standard');
      expect(await failure({ 'heading-level': '9' })).to.include('heading-level="9"');
    });
  });

  describe('under newer terms', () => {
    const funeral = '2022-09-19';
    const log = [{ ...opened, at: '2022-09-14T09:00:00Z' }];

    const adopting = async (calendar: CalendarData | string) =>
      shown(
        html`<escalation-case policy="barnsley" .calendar=${calendar} now="2022-09-15T09:00:00Z" .log=${log}
          ><escalation-form action="adopt" calendar="england-and-wales"></escalation-form
        ></escalation-case>`,
      );

    const before = async (): Promise<CalendarData> => {
      const { data } = await loadCalendar('england-and-wales');
      return { ...data, published: '2022-01-24', days: data.days.filter(({ date }) => date !== funeral) };
    };

    it('shows what would move, and takes them up by an event', async () => {
      const form = await adopting(await before());
      await waitUntil(() => title(form) === 'Take up a newer policy or calendar');
      expect(text(form)).to.include('from Wednesday 21 September 2022 to Thursday 22 September 2022');
      expect(text(form)).to.include('Bank Holiday for the State Funeral of Queen Elizabeth II');
      const submitted = new Promise<EscalationSubmitEvent>((resolve) =>
        form.addEventListener('escalation-submit', resolve),
      );
      fill(form, { 'by/side-0': true, 'by/role': 'Deputy head' });
      await press(form, 'Confirm and send');
      const { id, published } = await loadCalendar('england-and-wales');
      const [event] = (await submitted).detail.events;
      expect(event).to.deep.include({ type: 'adopted', calendar: { id, published } });
      expect(event).not.to.have.property('policy');
      await expect(form).to.be.accessible();
    });

    it('says on every page that dates are counted by other terms than the case goes by', async () => {
      const older = { ...opened, policy: { id: 'barnsley', version: 'V4' } };
      const form = await shown(
        html`<escalation-case policy="barnsley" now=${NOW} .log=${[older]}
          ><escalation-form></escalation-form
        ></escalation-case>`,
      );
      expect(text(form, '.standing')).to.include('The dates here are counted by version V5');
    });

    it('says so where there is nothing newer', async () => {
      const form = await adopting('england-and-wales');
      expect(text(form)).to.include('There is nothing newer');
      expect(button(form, 'Confirm')).to.equal(undefined);
    });

    it('takes a newer version of the policy, and no other policy', async () => {
      const kept = { ...structuredClone(await loadPolicy('barnsley')), version: 'V4' };
      kept.stages.find((stage) => stage.id === '1')!.clocks[0]!.within = { amount: 3, unit: 'working-days' };
      const inOld = (policy: string) =>
        shown(
          html`<escalation-case .policy=${kept} now=${NOW} .log=${[opened]}
            ><escalation-form action="adopt" policy=${policy}></escalation-form
          ></escalation-case>`,
        );
      const form = await inOld('barnsley');
      expect(text(form)).to.include('The policy has another version now: V5. The case goes by V4.');
      expect(text(form)).to.include('from Wednesday 25 November 2026 to Friday 27 November 2026');
      form.setAttribute('policy', 'bromley');
      await waitUntil(() => inside(form).querySelector('.ek-failed'));
      expect(text(form, '.ek-failed')).to.include('policy="bromley" is not understood. Allowed: barnsley');
    });
  });

  it('corrects an entry, which the case then goes by', async () => {
    const form = await inCase('correct', 'of', { 'by/side': 'raising', 'by/role': 'Head' });
    form.closest('escalation-case')!.log = [
      opened,
      { ...opened, id: 'e2', type: 'discussed', channel: 'Telephone', summary: 'No' } as unknown as CaseEvent,
    ];
    form.addEventListener('escalation-submit', (event) => event.respondWith(receiptOf(event)));
    await waitUntil(() => byId(form, 'of-1'));
    await answer(form, { 'of-0': true });
    await answer(form, { 'field-1': true });
    expect(title(form)).to.equal('What is right?');
    expect(byId(form, 'right/entry1-summary').value).to.equal('No');
    await answer(form, { 'right/entry1-summary': 'Not yet' });
    await press(form, 'Continue');
    await press(form, 'Confirm and send');
    await waitUntil(() => title(form) === 'Sent');
    expect(form.closest('escalation-case')!.log.at(-1)).to.deep.include({ type: 'corrected', of: 'e2' });
  });

  describe('when the host says again what it said', () => {
    /** A host that renders anew makes everything anew, and all of it says the same. */
    const again = <T>(value: T): T => structuredClone(value);

    it('keeps the journey where the answers are equal', async () => {
      const answers = { 'parties/raising/sector': 'education', causes: ['thresholds'] };
      const form = await opening('raising', answers);
      await answer(form, { 'parties/raising/agency': 'Hill School' });
      fill(form, { 'parties/receiving/agency': 'Chil' });
      form.answers = again(answers);
      await form.updateComplete;
      expect(title(form)).to.equal('The other agency');
      expect(byId(form, 'parties/receiving/agency').value).to.equal('Chil');
      form.answers = { ...answers, causes: ['planning'] };
      await form.updateComplete;
      expect(title(form)).to.equal('Your agency');
    });

    it('leaves the field in place where policy and calendar are equal, in the middle of a word', async () => {
      const policy = again(await loadPolicy('barnsley'));
      const { data } = await loadCalendar('england-and-wales');
      const form = await shown(
        html`<escalation-form
          .policy=${policy}
          .calendar=${again(data)}
          now=${NOW}
          .page=${'raising'}
        ></escalation-form>`,
      );
      const field = byId(form, 'parties/raising/agency');
      field.focus();
      await sendKeys({ type: 'Hi' });
      form.policy = again(policy);
      form.calendar = again(data);
      await form.updateComplete;
      // No letter twice in a row: WebKit's driver types it once.
      await sendKeys({ type: 'gh' });
      expect(byId(form, 'parties/raising/agency')).to.equal(field);
      expect(field.value).to.equal('High');
    });

    it('is about the case around it where both load the same policy', async () => {
      const file = JSON.stringify(await loadPolicy('barnsley'));
      const realFetch = window.fetch.bind(window);
      window.fetch = () => Promise.resolve(new Response(file));
      try {
        const form = await shown(
          html`<escalation-case policy-src="/policy.json" now=${NOW} .log=${[opened]}
            ><escalation-form policy-src="/policy.json"></escalation-form
          ></escalation-case>`,
        );
        await waitUntil(() => title(form) === 'What do you want to record?', 'the form is not about the case');
      } finally {
        window.fetch = realFetch;
      }
    });
  });

  it('asks again what a change leaves without a place, with what was said, and chooses nothing itself', async () => {
    const answers = { ...STAGE_1, route: 'standard', stage: '2', causes: [] };
    const form = await shown(
      html`<escalation-form policy="greenwich" now=${NOW} .answers=${answers}></escalation-form>`,
    );
    while (title(form) !== 'Check your answers') await press(form, 'Continue');
    await press(form, 'Change: What is the disagreement about');
    await answer(form, { 'route-1': true });
    expect(title(form)).to.equal('Which stage are you starting at?');
    expect(inside(form).querySelector('input:checked')).to.be.null;
    expect(text(form, '#errors')).to.include('‘Stage Two: The worker in the other agency’ was chosen before.');
    await press(form, 'Continue');
    expect(text(form, '#errors')).to.include('Select the stage you are starting at');
    await answer(form, { 'stage-0': true });
    expect(title(form)).to.equal('Check your answers');
  });

  it('prints no choice of what could be recorded', async function () {
    // The other engines cannot be told to print.
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    const form = await inCase(null);
    await emulateMedia({ media: 'print' });
    expect(inside(form).querySelector('input')!.checkVisibility()).to.equal(false);
    expect(inside(form).querySelector('.standing')!.checkVisibility()).to.equal(true);
    await emulateMedia({ media: 'screen' });
    expect(inside(form).querySelector('input')!.checkVisibility()).to.equal(true);
  });

  it('speaks Welsh where the page does', async () => {
    const page = await fixture<HTMLElement>(
      html`<div lang="cy"><escalation-form policy="barnsley" now=${NOW} .page=${'who'}></escalation-form></div>`,
    );
    const form = page.querySelector('escalation-form')!;
    await waitUntil(() => form.shadowRoot?.querySelector('#title')?.textContent === 'Amdanoch chi');
    await press(form, 'Parhau');
    expect(text(form, '#errors')).to.equal('Mae problem Rhowch eich rôl');
    form.page = 'stage';
    await form.updateComplete;
    const foreign = inside(form).querySelector('.option label [lang]')!;
    expect(foreign.getAttribute('lang')).to.equal('en');
    expect(foreign.textContent).to.include('The two practitioners talk');
  });

  describe('urgency and what is heard', () => {
    const contrast = (one: string, other: string) => {
      const light = (colour: string) => {
        const parts = colour
          .match(/[\d.]+/g)!
          .slice(0, 3)
          .map((part) => Number(part) / 255);
        const [r = 0, g = 0, b = 0] = parts.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const [more = 0, less = 0] = [light(one), light(other)].sort((a, b) => b - a);
      return (more + 0.05) / (less + 0.05);
    };

    it('says the number before each question of every policy, as a link, with the policy’s own', async () => {
      for (const policy of POLICY_IDS) {
        const form = await shown(
          html`<escalation-form policy=${policy} now=${NOW} .page=${'raising'}></escalation-form>`,
        );
        const calls = [...inside(form).querySelectorAll('a[href^="tel:"]')];
        expect(calls.map(({ textContent }) => textContent)[0], policy).to.equal('999');
        const follows = calls[0]!.compareDocumentPosition(byId(form, 'title')) & Node.DOCUMENT_POSITION_FOLLOWING;
        expect(follows, policy).to.not.equal(0);
        if (policy === 'greenwich') expect(calls.map(({ textContent }) => textContent)).to.include('020 8921 3172');
      }
    });

    it('is readable on any ground, with tokens and without', async () => {
      const dark = '--ek-text: #eee; --ek-surface: #222; --ek-danger: #ff8a75; --ek-accent: #9cf';
      for (const style of ['background: #fff', 'background: #111; color: #fff', `background: #111; ${dark}`]) {
        const host = await fixture<HTMLElement>(
          html`<div><escalation-form policy="bromley" now=${NOW}></escalation-form></div>`,
        );
        host.style.cssText = style;
        const form = host.querySelector('escalation-form')!;
        await waitUntil(() => form.shadowRoot?.querySelector('#title'));
        const box = inside(form).querySelector('.callout--immediate-danger')!;
        const ground = getComputedStyle(box).backgroundColor;
        for (const part of [box, ...box.querySelectorAll('p, a, strong')]) {
          expect(contrast(getComputedStyle(part).color, ground), `${style}: ${part.localName}`).to.be.above(4.5);
        }
      }
    });

    it('describes the heading that takes the focus by the words of danger', async () => {
      const form = await opening();
      for (const given of [{ 'facts/immediate-harm-1': true }, { 'stage-1': true }] as const) {
        await answer(form, given);
        expect(focused(form)?.id).to.equal('title');
        const words = byId<HTMLElement>(form, byId(form, 'title').getAttribute('aria-describedby')!);
        expect(words.textContent).to.include('999');
      }
    });

    it('keeps the pressed button until the focus has moved', async () => {
      const form = await opening('check', STAGE_1);
      form.addEventListener('escalation-submit', (event) => event.respondWith(receiptOf(event)));
      const send = button(form, 'Confirm and send');
      send.focus();
      send.click();
      await form.updateComplete;
      expect(focused(form)).to.equal(send);
      await waitUntil(() => title(form) === 'Sent');
      await waitUntil(() => focused(form)?.id === 'title');
      expect(send.isConnected).to.equal(true);
      await waitUntil(() => !send.isConnected);
      expect(focused(form)?.id).to.equal('title');
    });

    it('puts hints and errors of a group on its controls too', async () => {
      const form = await opening('protect');
      await answer(form, { 'protectBy-0': '31', 'protectBy-1': '2', 'protectBy-2': '2027' });
      for (const part of [0, 1, 2]) {
        const ids = byId(form, `protectBy-${part}`).getAttribute('aria-describedby')!.split(' ');
        const said = ids.map((id) => byId(form, id).textContent).join(' ');
        expect(said).to.include('Leave it empty').and.include('must be a real date');
      }
      form.page = 'stage';
      form.showErrors = true;
      await form.updateComplete;
      expect(byId(form, 'stage-0').getAttribute('aria-describedby')).to.include('stage-hint');
    });

    it('has live regions empty from the first, with no role that reads them', async () => {
      const form = await opening('check', STAGE_1);
      expect(inside(form).querySelector('[role=status]')).to.be.null;
      expect(text(form, '.actions [aria-live=polite]')).to.equal('');
    });

    it('asks for little once it is urgent, and says where to go when it is sent', async () => {
      const form = await opening();
      form.addEventListener('escalation-submit', (event) => event.respondWith(receiptOf(event)));
      await answer(form, { 'facts/immediate-harm-0': true });
      expect(text(form)).to.include('Go straight to Stage 3 now.');
      await press(form, 'I have read this, continue');
      await answer(form, { 'stage-1': true });
      await answer(form, { 'parties/raising/agency': 'Hill School', 'parties/raising/sector-0': true });
      await answer(form, { 'parties/receiving/agency': 'Children’s Services', 'parties/receiving/sector-3': true });
      await answer(form, { 'by/role': 'Deputy head' });
      expect(title(form)).to.equal('Check your answers');
      await press(form, 'Confirm and send');
      await waitUntil(() => title(form) === 'Sent');
      expect(text(form)).to.include('Next: go straight to Stage 3 now.');
      expect(text(form)).to.match(/^Immediate danger: .*999/);
    });

    it('says the number, the way to the policy and another try where a part did not come, once', async () => {
      const host = await fixture<HTMLElement>(
        html`<div>
          <escalation-form policy-src="/no-such-policy.json"
            ><a href="https://partnership.example/policy">Policy</a></escalation-form
          >
          <escalation-form policy-src="/no-such-policy.json"></escalation-form>
        </div>`,
      );
      const forms = [...host.querySelectorAll('escalation-form')];
      const [first, second] = forms as [EscalationForm, EscalationForm];
      expect(inside(first).querySelector('a[href="tel:999"]'), 'while it loads').to.not.be.null;
      await waitUntil(() => forms.every((form) => inside(form).querySelector('.ek-failed')));
      expect(inside(first).querySelector('a[href="tel:999"]')).to.not.be.null;
      expect(inside(second).querySelector('a[href="tel:999"]')).to.be.null;
      expect(first.querySelector('a')!.getClientRects().length).to.be.above(0);
      expect(inside(second).querySelector('button')).to.be.null;
      const again = inside(first).querySelector('button')!;
      expect(again.textContent.trim()).to.equal('Try again');
      for (const form of forms) form.policySrc = null;
      for (const form of forms) form.policy = 'barnsley';
      await waitUntil(() => forms.every((form) => inside(form).querySelector('#title')));
    });
  });

  it('starts its headings where the page wants them', async () => {
    const form = await shown(html`<escalation-form policy="barnsley" now=${NOW} heading-level="4"></escalation-form>`);
    expect(byId(form, 'title').parentElement!.localName).to.equal('h4');
  });

  it('is accessible on every page, empty, in error and sent', async function () {
    this.timeout(120_000);
    const policy = await loadPolicy('barnsley');
    const calendar = await loadCalendar('england-and-wales');
    const answers = { ...STAGE_1, 'facts/immediate-harm': 'yes' };
    const { pages } = new Form({ case: new Case({ policy, calendar, log: [], now: NOW }), action: null }, answers);
    for (const { id } of pages) {
      const form = await opening(id, answers);
      await expect(form, id).to.be.accessible();
      form.answers = { stage: '1', ...(id === 'danger' ? {} : { 'facts/immediate-harm': 'yes' }) };
      form.showErrors = true;
      await form.updateComplete;
      await expect(form, `${id} in error`).to.be.accessible();
    }
    const form = await opening('check', STAGE_1);
    form.addEventListener('escalation-submit', (event) => event.respondWith(receiptOf(event)));
    await press(form, 'Confirm and send');
    await waitUntil(() => title(form) === 'Sent');
    await expect(form).to.be.accessible();
  });

  it('shows the first page of every action and of every policy', async () => {
    for (const action of FORM_ACTIONS) expect(title(await inCase(action)), action).to.not.equal('');
    for (const policy of POLICY_IDS) {
      const form = await shown(html`<escalation-form policy=${policy} now=${NOW}></escalation-form>`);
      expect(title(form), policy).to.not.equal('');
    }
  });
});
