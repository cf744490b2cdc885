import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { CaseEvent } from '@escalation-kit/core/case';
import type { TemplateResult } from 'lit';
import '../define/escalation-case.ts';
import '../define/stage-ladder.ts';
import type { StageLadder } from './stage-ladder.ts';

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
    receiving: { agency: 'Borough Hospital', sector: 'health' },
  },
  child: { statuses: [] },
  causes: [],
  facts: {},
} as unknown as CaseEvent;

const urgent = {
  id: 'e2',
  type: 'escalated',
  at: '2026-11-23T10:00:00Z',
  by: { side: 'raising' },
  to: '3',
  because: 'urgent',
  reason: 'x',
} as unknown as CaseEvent;

async function shown(template: TemplateResult): Promise<StageLadder> {
  const root = await fixture<HTMLElement>(template);
  const ladder = root.matches('stage-ladder') ? root : root.querySelector<StageLadder>('stage-ladder')!;
  await waitUntil(() => ladder.shadowRoot?.querySelector('.ladder'), 'the ladder was never drawn');
  return ladder;
}

async function failing(
  attributes: Readonly<Record<string, string>>,
): Promise<{ ladder: StageLadder; message: string }> {
  const ladder = document.createElement('stage-ladder');
  for (const [name, value] of Object.entries(attributes)) ladder.setAttribute(name, value);
  let message = '';
  ladder.addEventListener('escalation-error', ({ error }) => (message = error.message));
  (await fixture<HTMLElement>(html`<div></div>`)).append(ladder);
  await waitUntil(() => message !== '');
  await ladder.updateComplete;
  return { ladder, message };
}

const inCase = (log: readonly CaseEvent[], now = '2026-11-24T09:00:00Z') =>
  shown(
    html`<escalation-case policy="barnsley" now=${now} .log=${log}><stage-ladder></stage-ladder></escalation-case>`,
  );

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const all = (ladder: StageLadder, selector: string) => [...ladder.shadowRoot!.querySelectorAll(selector)];
const text = (ladder: StageLadder, selector: string) => words(ladder.shadowRoot!.querySelector(selector));
const rungs = (ladder: StageLadder) =>
  all(ladder, '.rungs > li').map((rung) => words(rung.querySelector('.tags strong')));

describe('stage-ladder', () => {
  it('draws the stages in an ordered list, with the current one marked for all readers', async () => {
    const ladder = await shown(html`<stage-ladder policy="barnsley" stage="1"></stage-ladder>`);
    expect(rungs(ladder)).to.deep.equal(['Done', 'You are here', 'Ahead', 'Ahead']);
    expect(all(ladder, 'ol.rungs > li[aria-current="step"]').map((li) => words(li.querySelector('h3')))).to.deep.equal([
      'Stage 1 Safeguarding leads or managers seek a resolution',
    ]);
    await expect(ladder).to.be.accessible();
  });

  it('draws the whole route with nothing current when no stage is given', async () => {
    const ladder = await shown(html`<stage-ladder policy="barnsley"></stage-ladder>`);
    expect(rungs(ladder)).to.deep.equal(['', '', '', '']);
    expect(all(ladder, '[aria-current], .next')).to.have.length(0);
    await expect(ladder).to.be.accessible();
  });

  it('takes bypassed stages, a tier and a status from its attributes', async () => {
    const ladder = await shown(
      html`<stage-ladder
        policy="barnsley"
        route="standard"
        stage="2"
        bypassed="0 1"
        tier="Area director"
      ></stage-ladder>`,
    );
    expect(rungs(ladder)).to.deep.equal(['Bypassed', 'Bypassed', 'You are here', 'Ahead']);
    expect(text(ladder, '.tier--current')).to.equal('Area director (reached now)');
    ladder.status = 'resolved';
    await ladder.updateComplete;
    expect(rungs(ladder)[2]).to.equal('Resolved here');
    expect(text(ladder, '.next')).to.equal('Resolved at: Stage 2.');
    expect(all(ladder, '[aria-current]')).to.have.length(0);
  });

  it('puts immediate danger before everything, then the next step, then the rest, with nothing to close them', async () => {
    const ladder = await shown(html`<stage-ladder policy="barnsley" stage="1"></stage-ladder>`);
    const [first, second, third] = [...ladder.shadowRoot!.querySelector('.ladder')!.children];
    expect(words(first)).to.match(/^Immediate danger: .*999/);
    expect(second?.className).to.contain('next');
    expect(words(third)).to.match(/^The child comes first: .*Urgent: .*straight to stage 3/);
    expect(all(ladder, 'button')).to.have.length(0);
  });

  it('says that going on early is allowed, and what a must-guard needs first', async () => {
    const open = await shown(html`<stage-ladder policy="barnsley" stage="1"></stage-ladder>`);
    expect(text(open, '.next')).to.contain('You do not have to wait. You can go on now to: Stage 2.');
    const guarded = await shown(html`<stage-ladder policy="bromley" stage="3"></stage-ladder>`);
    expect(text(guarded, '.next')).to.match(/First, before Stage Four: Engage the BSCP Board members/);
  });

  it('draws the urgent way beside the rungs, with its label in words', async () => {
    const ladder = await shown(html`<stage-ladder policy="barnsley" stage="1"></stage-ladder>`);
    expect(text(ladder, '.way--urgent')).to.match(/^Urgent: go straight to stage 3 From any stage to: Stage 3/);
    const lanes = all(ladder, '.lane--urgent').map((lane) => lane.className.match(/lane--(start|through|end)/)?.[1]);
    expect(lanes).to.deep.equal(['start', 'through', 'through', 'end']);
    expect(all(ladder, '.lane').every((lane) => lane.getAttribute('aria-hidden') === 'true')).to.equal(true);
  });

  it('gives whom to ask as links to telephone and e-mail', async () => {
    const ladder = await shown(html`<stage-ladder policy="bromley" stage="3"></stage-ladder>`);
    const links = all(ladder, '.rung--current .contact a').map((a) => a.getAttribute('href'));
    expect(links).to.deep.equal(['tel:02084617816', 'mailto:bscp@bromley.gov.uk']);
  });

  it('draws all routes of a policy, each under its label, and one alone where it is named', async () => {
    const ladder = await shown(html`<stage-ladder policy="kent"></stage-ladder>`);
    expect(all(ladder, 'h3.route-title').map(words)).to.deep.equal([
      'Referral stage',
      'Outcome of a section 47 enquiry',
      'Child protection conference',
      'Implementation of the Child Protection Plan',
    ]);
    await expect(ladder).to.be.accessible();
    ladder.route = 'plan';
    await ladder.updateComplete;
    expect(all(ladder, 'h3.route-title')).to.have.length(1);
    ladder.route = null;
    ladder.stage = 's47-2';
    await ladder.updateComplete;
    expect(all(ladder, 'h3.route-title').map(words)).to.deep.equal(['Outcome of a section 47 enquiry']);
  });

  it('shows the stages that a route passes by', async () => {
    const ladder = await shown(html`<stage-ladder policy="greenwich" route="icpc"></stage-ladder>`);
    expect(rungs(ladder).slice(3, 6)).to.deep.equal(Array(3).fill('Not part of this route'));
    expect(words(all(ladder, '.rungs > li')[6])).to.contain('Here this route goes on in another');
  });

  for (const [attribute, value, found, allowed, right] of [
    ['route', 'express', 'express', 'standard', 'standard'],
    ['stage', '9', '9', '0, 1, 2, 3', '1'],
    ['bypassed', '1 7', '7', '0, 1, 2, 3', '1'],
    ['status', 'done', 'done', 'open, resolved, closed, withdrawn', 'closed'],
    ['heading-level', 'big', 'big', '1, 2, 3, 4, 5, 6', '3'],
  ] as const) {
    it(`says what is allowed where ${attribute} is wrong, and recovers when it is put right`, async () => {
      const { ladder, message } = await failing({ policy: 'barnsley', [attribute]: value });
      expect(message).to.contain(`<stage-ladder>: ${attribute}="${found}"`).and.contain(`Allowed: ${allowed}.`);
      expect(text(ladder, '[role="alert"]')).to.contain(allowed);
      ladder.setAttribute(attribute, right);
      await ladder.updateComplete;
      expect(all(ladder, '.ladder')).to.have.length(1);
    });
  }

  it('tells of a wrong value once, however often the clock ticks, and of the next one again', async () => {
    const { ladder } = await failing({ policy: 'barnsley', stage: '9' });
    const told: string[] = [];
    ladder.addEventListener('escalation-error', ({ error }) => told.push(error.message));
    for (let tick = 0; tick < 3; tick++) {
      ladder.requestUpdate();
      await ladder.updateComplete;
    }
    expect(told).to.deep.equal([]);
    ladder.stage = '8';
    await ladder.updateComplete;
    expect(told).to.have.length(1);
  });

  it('asks for a policy where it has none', async () => {
    const ladder = await fixture<StageLadder>(html`<stage-ladder></stage-ladder>`);
    await waitUntil(() => text(ladder, '.ek-note').startsWith('Name a policy'));
  });

  it('starts its headings where it is told to', async () => {
    const ladder = await shown(html`<stage-ladder policy="barnsley" heading-level="4"></stage-ladder>`);
    expect(words(ladder.shadowRoot!.querySelector('h4'))).to.equal('Stages');
    expect(all(ladder, '.rungs h5')).to.have.length(4);
    ladder.removeAttribute('heading-level');
    await ladder.updateComplete;
    expect(text(ladder, 'h2')).to.equal('Stages');
  });

  it('speaks Welsh where the page does', async () => {
    const root = await fixture<HTMLElement>(
      html`<div lang="cy"><stage-ladder policy="barnsley" stage="1"></stage-ladder></div>`,
    );
    const ladder = root.querySelector<StageLadder>('stage-ladder')!;
    await waitUntil(() => rungs(ladder)[1] === 'Rydych chi yma');
    // A screen reader is told which words are the policy's, in its own language.
    expect(all(ladder, '.ladder')[0]?.getAttribute('lang')).to.equal('cy');
    expect(text(ladder, '.rung--current .name [lang="en"]')).to.equal(
      'Safeguarding leads or managers seek a resolution',
    );
    expect(text(ladder, '.next')).to.match(/^Nesaf: y ddwy ochr \(safeguarding lead or manager\) i geisio datrysiad/);
  });

  it('tells a screen reader which words of a sentence are the policy’s', async () => {
    const root = await fixture<HTMLElement>(
      html`<escalation-case lang="cy" policy="barnsley" now="2026-11-24T09:00:00Z" .log=${[opened]}
        ><stage-ladder></stage-ladder
      ></escalation-case>`,
    );
    const ladder = root.querySelector<StageLadder>('stage-ladder')!;
    await waitUntil(() => text(ladder, '.next').startsWith('Nesaf:'));
    const marked = all(ladder, '.next-sentence [lang="en"]').map(words);
    expect(marked).to.deep.equal(['safeguarding lead or manager', 'safeguarding lead or manager']);
    expect(text(ladder, '.next-sentence')).to.contain('Hill School (safeguarding lead or manager)');
    expect(words(all(ladder, '.next > p')[1]?.querySelector('[lang="en"]'))).to.equal('Stage 2');
  });

  it('keeps the punctuation of its sentences at their end where the page is written from right to left', async () => {
    const root = await fixture<HTMLElement>(
      html`<div dir="rtl"><stage-ladder policy="barnsley" stage="1"></stage-ladder></div>`,
    );
    const ladder = root.querySelector<StageLadder>('stage-ladder')!;
    await waitUntil(() => all(ladder, '.next').length > 0);
    const onward = all(ladder, '.next > p')[1]!;
    const letter = document.createRange();
    const texts = document.createTreeWalker(onward, NodeFilter.SHOW_TEXT);
    let last = texts.nextNode() as globalThis.Text;
    for (let next = texts.nextNode(); next; next = texts.nextNode()) {
      if (next.textContent?.trim()) last = next as globalThis.Text;
    }
    const placeOf = (at: number) => {
      letter.setStart(last, at);
      letter.setEnd(last, at + 1);
      return letter.getBoundingClientRect().left;
    };
    const end = last.data.trimEnd().length - 1;
    expect(last.data[end]).to.equal('.');
    expect(placeOf(end)).to.be.greaterThan(placeOf(end - 1));
  });

  describe('inside a case', () => {
    it('shows where the case stands, who meets and by when', async () => {
      const ladder = await inCase([opened]);
      expect(rungs(ladder)).to.deep.equal(['Not used: the case was opened later', 'You are here', 'Ahead', 'Ahead']);
      expect(text(ladder, '.next-sentence')).to.equal(
        'Next: the safeguarding leads or managers at Hill School and Borough Hospital seek a resolution by Friday 27 November 2026.',
      );
      expect(text(ladder, '.rung--current .tag--on-track')).to.equal('on track');
      expect(words(all(ladder, '.rungs > li')[3])).to.contain('Borough Hospital: Designated Nurse');
      await expect(ladder).to.be.accessible();
    });

    it('follows the case: stages jumped over show as bypassed', async () => {
      const ladder = await inCase([opened]);
      const holder = ladder.parentElement as HTMLElementTagNameMap['escalation-case'];
      holder.log = [opened, urgent];
      await waitUntil(() => rungs(ladder)[3] === 'You are here');
      expect(rungs(ladder)[2]).to.equal('Bypassed');
    });

    it('says what is overdue in words', async () => {
      const ladder = await inCase([opened], '2026-12-01T09:00:00Z');
      expect(text(ladder, '.rung--current .tag--overdue')).to.equal('overdue');
      expect(text(ladder, '.next')).to.contain('it was due by Friday 27 November 2026').and.contain('Stage 2');
    });

    it('says what in the record departs from the policy', async () => {
      const decided = { ...urgent, id: 'e9', type: 'decided', option: 'none' } as unknown as CaseEvent;
      const ladder = await inCase([opened, decided]);
      expect(all(ladder, '.warning').map(words).join('|')).to.include(
        'A recorded step departs from the policy. It would have been refused: There is nothing to decide at this stage.',
      );
      await expect(ladder).to.be.accessible();
    });

    it('shows the whole route before a case is opened', async () => {
      const ladder = await inCase([]);
      expect(rungs(ladder)).to.deep.equal(['', '', '', '']);
    });

    it('goes by its own attributes where it has some', async () => {
      const ladder = await shown(
        html`<escalation-case policy="barnsley" .log=${[opened]}
          ><stage-ladder stage="2"></stage-ladder
        ></escalation-case>`,
      );
      expect(rungs(ladder)[2]).to.equal('You are here');
    });

    it('keeps the other routes of the policy folded away', async () => {
      const log = [{ ...opened, route: 's47', stage: 's47-1' }] as unknown as CaseEvent[];
      const ladder = await shown(
        html`<escalation-case policy="kent" .log=${log}><stage-ladder></stage-ladder></escalation-case>`,
      );
      expect(all(ladder, '.ladder > .route')).to.have.length(1);
      const others = ladder.shadowRoot!.querySelector<HTMLDetailsElement>('.others')!;
      expect(others.open).to.equal(false);
      expect(await isPrinted(others)).to.equal(false);
      expect(others.querySelectorAll('.route')).to.have.length(3);
      await expect(ladder).to.be.accessible();
      others.open = true;
      expect(await isPrinted(others)).to.equal(true);
    });
  });
});

/** Only Chromium can be told to print: in the others it is what is printed there too, for all that can be seen. */
async function isPrinted(details: HTMLDetailsElement): Promise<boolean> {
  if (!navigator.userAgent.includes('Chrome')) return details.open;
  await emulateMedia({ media: 'print' });
  const isSeen = details.checkVisibility();
  await emulateMedia({ media: 'screen' });
  return isSeen;
}
