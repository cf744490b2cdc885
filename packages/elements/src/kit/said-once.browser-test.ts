import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CaseEvent } from '@escalation-kit/core/case';
import type { TemplateResult } from 'lit';
import '../define/case-duties.ts';
import '../define/escalation-case.ts';
import '../define/escalation-form.ts';
import '../define/stage-ladder.ts';

const opened = {
  id: 'e1',
  type: 'opened',
  at: '2026-11-20T10:00:00Z',
  by: { side: 'raising' },
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

const DANGER = 'call 999 now';
const PARAMOUNT = 'The child comes first:';
const NEXT = 'Next: the safeguarding leads or managers';

/** What is seen on the page, element by element. */
const seen = (root: Element): string[] =>
  [...root.querySelectorAll('stage-ladder, escalation-form')]
    .filter((element) => element.checkVisibility())
    .map((element) => (element.shadowRoot!.textContent ?? '').replace(/\s+/g, ' '));

/** How often a text is seen in each of the elements. */
const times = (root: Element, text: string) => seen(root).map((words) => words.split(text).length - 1);

async function composed(content: TemplateResult, log: readonly CaseEvent[] = [opened]): Promise<HTMLElement> {
  const root = await fixture<HTMLElement>(
    html`<escalation-case policy="barnsley" now="2026-11-24T09:00:00Z" .log=${log}>${content}</escalation-case>`,
  );
  await waitUntil(
    () => seen(root).length > 0 && seen(root).every((words) => /Stages|Next:|What|Are there/.test(words)),
  );
  return root;
}

const until = (root: Element, text: string, counts: readonly number[]) =>
  waitUntil(() => times(root, text).join() === counts.join(), `${text}: ${times(root, text).join()}`);

describe('what several elements of a case would say', () => {
  it('is said by the first on the page', async () => {
    const page = await composed(html`<escalation-form></escalation-form><stage-ladder></stage-ladder>`);
    await until(page, DANGER, [1, 0]);
    expect(times(page, PARAMOUNT)).to.deep.equal([1, 0]);
    expect(times(page, NEXT)).to.deep.equal([0, 1]);
  });

  it('is said in the order of the page, whichever was there first', async () => {
    const page = await composed(html`<stage-ladder></stage-ladder><escalation-form></escalation-form>`);
    await until(page, DANGER, [1, 0]);
    page.querySelector('stage-ladder')!.before(page.querySelector('escalation-form')!);
    await until(page, DANGER, [1, 0]);
    expect(page.firstElementChild?.localName).to.equal('escalation-form');
  });

  it('is not left to one that is hidden, or in something hidden, or gone', async () => {
    const page = await composed(
      html`<div><stage-ladder></stage-ladder></div>
        <escalation-form></escalation-form>`,
    );
    const ladder = page.querySelector('div')!;
    await until(page, DANGER, [1, 0]);
    ladder.hidden = true;
    await until(page, DANGER, [1]);
    ladder.hidden = false;
    await until(page, DANGER, [1, 0]);
    ladder.remove();
    await until(page, DANGER, [1]);
    expect(times(page, PARAMOUNT)).to.deep.equal([1]);
  });

  it('is left to one that was hidden and is drawn again as it is shown', async () => {
    const page = await composed(
      html`<div hidden><stage-ladder></stage-ladder></div>
        <escalation-form></escalation-form>`,
    );
    const ladder = page.querySelector('stage-ladder')!;
    await waitUntil(() => ladder.shadowRoot!.querySelector('.rungs'));
    await until(page, DANGER, [1]);
    // Before anybody has looked at sizes.
    ladder.parentElement!.hidden = false;
    ladder.requestUpdate();
    await until(page, DANGER, [1, 0]);
  });

  it('is said on the form’s page where it asks of danger', async () => {
    const page = await composed(html`<stage-ladder></stage-ladder><escalation-form></escalation-form>`, []);
    await until(page, DANGER, [0, 1]);
    expect(times(page, PARAMOUNT)).to.deep.equal([1, 0]);
  });

  it('is said on an action’s page by one of them', async () => {
    const page = await composed(
      html`<stage-ladder></stage-ladder><escalation-form action="discuss"></escalation-form>`,
    );
    await until(page, DANGER, [1, 0]);
  });

  it('is said by each of two elements that are about different things', async () => {
    const page = await composed(
      html`<escalation-form></escalation-form><stage-ladder policy="barnsley" stage="2"></stage-ladder>`,
    );
    await waitUntil(() => times(page, 'Stages')[1] === 1);
    expect(times(page, DANGER)).to.deep.equal([1, 1]);
    const other = await composed(html`<escalation-form></escalation-form>`);
    expect(times(other, DANGER)).to.deep.equal([1]);
  });

  it('can stand at the head of a page, the next step with it, and the stages elsewhere', async () => {
    const page = await composed(
      html`<stage-ladder show="next"></stage-ladder><escalation-form></escalation-form><stage-ladder></stage-ladder>`,
    );
    await until(page, DANGER, [1, 0, 0]);
    expect(times(page, NEXT)).to.deep.equal([1, 0, 0]);
    expect(times(page, 'You are here')).to.deep.equal([0, 0, 1]);
  });

  it('is what a step gives rise to, once a list of duties shows it', async () => {
    const list = html`<case-duties></case-duties>`;
    const page = await composed(html`<escalation-form action="resolve"></escalation-form>${list}`);
    const form = page.querySelector('escalation-form')!;
    form.answers = { outcome: 'Agreed', 'by/side': 'raising', 'by/role': 'Head' };
    form.page = 'check';
    const at = '2026-11-24T09:00:05Z';
    form.addEventListener('escalation-submit', (event) => {
      const { head, count } = event.detail.record;
      event.respondWith(Promise.resolve({ reference: 'X-1', at, head, count }));
    });
    await form.updateComplete;
    form.shadowRoot!.querySelector<HTMLElement>('button[type=submit]')!.click();
    await until(page, 'X-1', [1]);
    await until(page, 'What is owed now', [0]);
    page.querySelector('case-duties')!.remove();
    await until(page, 'What is owed now', [1]);
  });
});
