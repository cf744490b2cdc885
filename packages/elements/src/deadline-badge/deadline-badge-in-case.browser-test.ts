import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { CaseEvent } from '@escalation-kit/core/case';
import '../define/deadline-badge.ts';
import '../define/escalation-case.ts';
import { EscalationCase } from '../escalation-case/escalation-case.ts';
import type { AttributeError } from '../kit/attribute-error.ts';
import type { DeadlineBadge } from './deadline-badge.ts';

/** With patience: some machines run many browsers at once. */
const until = (check: () => unknown) => waitUntil(check, 'it never came', { timeout: 8_000 });

const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const line = (badge: DeadlineBadge): string => words(badge.shadowRoot?.querySelector('#line'));
const entry = (badge: DeadlineBadge, term: string): string | undefined => {
  const entries = [...(badge.shadowRoot?.querySelectorAll('dl div') ?? [])];
  const found = entries.find(({ firstElementChild }) => words(firstElementChild) === term);
  return found && [...found.querySelectorAll('dd')].map(words).join(' | ');
};

function event(type: string, at: string, fields: Record<string, unknown> = {}): CaseEvent {
  return { id: `${type}-${at}`, type, at, by: { side: 'raising' }, ...fields } as unknown as CaseEvent;
}

const opened = (stage: string, policy = 'barnsley', fields: Record<string, unknown> = {}): CaseEvent =>
  event('opened', '2026-11-20T10:00:00Z', {
    policy: { id: policy, version: '1' },
    calendar: { id: 'england-and-wales' },
    route: 'standard',
    stage,
    parties: {
      raising: { agency: 'Hill School', sector: 'education' },
      receiving: { agency: 'Children’s Services', sector: 'social-care' },
    },
    child: { statuses: [] },
    causes: [],
    facts: {},
    ...fields,
  });

interface Placed {
  readonly holder: EscalationCase;
  readonly badge: DeadlineBadge;
}

async function place(
  log: readonly CaseEvent[],
  attributes: Partial<DeadlineBadge> = {},
  policy = 'barnsley',
): Promise<Placed> {
  const holder = await fixture<EscalationCase>(
    html`<escalation-case policy=${policy} now="2026-11-24T09:00:00Z"
      ><deadline-badge></deadline-badge
    ></escalation-case>`,
  );
  const badge = holder.querySelector('deadline-badge') as DeadlineBadge;
  Object.assign(badge, attributes);
  holder.log = log;
  return { holder, badge };
}

async function shown(...placing: Parameters<typeof place>): Promise<Placed> {
  const placed = await place(...placing);
  await until(() => line(placed.badge));
  return placed;
}

describe('a deadline-badge inside a case', () => {
  afterEach(() => fixtureCleanup());

  it('shows the deadline of the stage, marked as guidance, and where it comes from', async () => {
    const { badge } = await shown([opened('1')]);
    expect(line(badge)).to.equal('Due Friday 27 November 2026 · 3 working days left · On track · Guidance');
    expect(entry(badge, 'Starts')).to.contain('Friday 20 November 2026');
    expect(entry(badge, 'Days that do not count')).to.equal('Saturday 21 and Sunday 22 November 2026: weekend');
    expect(entry(badge, 'Where the policy says so'))
      .to.contain('Stage One; Diagram: A resolution is sought within 5 working days.')
      .and.contain('A staged approach: The 5 working days are guidance.');
    expect(badge.shadowRoot?.querySelector('[data-clause="barnsley.1.timescale"]')).not.to.equal(null);
    expect(entry(badge, 'What the source leaves open')).to.contain('maximum timescales');
    expect(entry(badge, 'About this time')).to.contain('guidance, not as a fixed limit');
    badge.open = true;
    await badge.updateComplete;
    await expect(badge).to.be.accessible();
  });

  it('says that the diagram alone gives stage 3 its time', async () => {
    const { badge } = await shown([opened('3')]);
    expect(line(badge)).to.contain('Due Friday 27 November 2026');
    expect(entry(badge, 'Where the policy says so')).to.contain('Diagram only');
    expect(entry(badge, 'What the source leaves open')).to.contain('The text gives no time for stage 3.');
  });

  it('shows words as words with the time since they began, and never a date', async () => {
    const { badge } = await shown([opened('0')]);
    expect(line(badge)).to.equal('As soon as possible · started 4 days ago · No fixed date · Guidance');
    expect(badge.shadowRoot?.querySelector('time')).to.equal(null);
    expect(words(badge.shadowRoot?.querySelector('[part=toggle]'))).to.equal('Why is there no date?');
    expect(entry(badge, 'About this time')).to.contain('no number of days');
    await expect(badge).to.be.accessible();
  });

  it('tells the language of the policy’s words where it speaks another', async () => {
    const { badge } = await shown([opened('0')], { locale: 'cy' });
    await until(() => line(badge).includes('Dim dyddiad pendant'));
    const foreign = [...(badge.shadowRoot?.querySelectorAll('[lang=en]') ?? [])].map(words);
    expect(foreign[0]).to.equal('As soon as possible');
    expect(foreign).to.contain('The text gives no time for the informal step.');
  });

  it('says that a stage has no time', async () => {
    const { badge } = await shown([opened('2', 'bromley')], {}, 'bromley');
    expect(line(badge)).to.equal('No time is given · started 4 days ago · No fixed date');
  });

  it('shows an extension with what it replaced', async () => {
    const extended = { until: '2026-12-04', reason: 'the other manager is ill', safe: true };
    const { badge } = await shown([opened('1'), event('extended', '2026-11-23T10:00:00Z', extended)]);
    expect(line(badge)).to.contain('Due Friday 4 December 2026');
    expect(entry(badge, 'Time given')).to.equal('Extended to 4 December 2026: the other manager is ill');
    expect(entry(badge, 'Also looked at')).to.contain('5 working days, which gave Friday 27 November 2026');
  });

  it('shows the date that protects the child where it is sooner', async () => {
    const { badge } = await shown([opened('1', 'bromley', { protectBy: '2026-11-25' })], {}, 'bromley');
    expect(line(badge)).to.contain('Due Wednesday 25 November 2026 · 1 working day left · Due soon');
    expect(entry(badge, 'Time given')).to.equal('The date that protects the child, 25 November 2026');
    expect(entry(badge, 'Also looked at')).to.contain('Friday 27 November 2026: later');
  });

  it('follows the case: on to the next stage, and to its end', async () => {
    const up = { to: '2', because: 'unresolved', reason: 'no agreement' };
    const log = [opened('1'), event('escalated', '2026-11-24T08:00:00Z', up)];
    const { holder, badge } = await shown(log);
    expect(line(badge)).to.contain('Due Tuesday 1 December 2026');
    holder.log = [...log, event('resolved', '2026-11-24T08:30:00Z', { outcome: 'agreed', outstanding: 'none' })];
    await until(() => line(badge).includes('Met in time'));
    expect(line(badge)).to.equal('Was due Tuesday 1 December 2026 · Met in time · Guidance');
  });

  it('shows what ended without what it waits for as over: neither met nor on track, in either language', async () => {
    const withdrawn = { reason: 'the family has moved' };
    const { badge } = await shown([opened('1'), event('withdrawn', '2026-11-23T10:00:00Z', withdrawn)]);
    expect(line(badge)).to.equal('Was due Friday 27 November 2026 · Ended without it · Guidance');
    const green = getComputedStyle(badge).getPropertyValue('--ek-success') || 'rgb(0, 112, 60)';
    const icon = badge.shadowRoot?.querySelector('.icon') as SVGElement;
    expect(getComputedStyle(icon).color).not.to.equal(green);
    badge.locale = 'cy';
    await until(() => line(badge).includes('Daeth i ben hebddo'));
  });

  it('shows a deadline by its id or by a clause', async () => {
    const up = { to: '2', because: 'unresolved', reason: 'no agreement' };
    const log = [opened('1'), event('escalated', '2026-11-24T08:00:00Z', up)];
    const { badge } = await shown(log, { deadline: 'stage-1' });
    expect(line(badge)).to.equal('Was due Friday 27 November 2026 · Met in time · Guidance');
    badge.deadline = 'barnsley.2.timescale';
    await until(() => line(badge).includes('Tuesday 1 December 2026'));
    badge.deadline = 'stage-3';
    await until(() => line(badge) === 'Has not started yet · Not started');
  });

  it('says which deadlines there are where it is asked for another', async () => {
    const { badge } = await place([opened('1')]);
    let error: Error | null = null;
    badge.addEventListener('escalation-error', (told) => (error = told.error));
    badge.deadline = 'stage-9';
    await until(() => error);
    expect((error as unknown as AttributeError).allowed)
      .to.contain('stage-1')
      .and.contain('barnsley.1.timescale');
  });

  it('says that there is no deadline while no case is open', async () => {
    const { badge } = await place([]);
    await until(() => words(badge.shadowRoot?.querySelector('slot')) === 'No deadline yet');
  });

  it('shows a date of its own by the case’s calendar and zone', async () => {
    const { badge } = await shown([opened('1')], { due: '2026-12-01' });
    expect(line(badge)).to.equal('Due Tuesday 1 December 2026 · 5 working days left · On track');
  });

  it('waits for a case that is defined after it', async () => {
    const errors: Error[] = [];
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.addEventListener('escalation-error', ({ error }) => errors.push(error));
    const late = document.createElement('late-escalation-case') as EscalationCase;
    late.setAttribute('policy', 'barnsley');
    late.setAttribute('now', '2026-11-24T09:00:00Z');
    const badge = document.createElement('deadline-badge');
    late.append(badge);
    holder.append(late);
    // Long enough for its content to come: it would have complained by then.
    const other = await fixture<DeadlineBadge>(html`<deadline-badge words="at once"></deadline-badge>`);
    await until(() => line(other));
    expect(errors).to.deep.equal([]);

    customElements.define('late-escalation-case', class extends EscalationCase {});
    late.log = [opened('1')];
    await until(() => line(badge).includes('27 November 2026'));
    expect(errors).to.deep.equal([]);
  });

  it('forgets the case that it is taken out of', async () => {
    const { holder, badge } = await shown([opened('1')]);
    holder.after(badge);
    const alert = () => words(badge.shadowRoot?.querySelector('[role=alert]'));
    await until(() => alert().includes('inside a case'));
    badge.words = 'at once';
    await badge.updateComplete;
    expect(line(badge)).to.equal('At once · No fixed date');
    badge.remove();
  });

  it('complains of nothing once it is off the page', async () => {
    const { badge } = await shown([opened('1')]);
    const errors: Error[] = [];
    badge.addEventListener('escalation-error', ({ error }) => errors.push(error));
    badge.remove();
    badge.requestUpdate();
    await badge.updateComplete;
    expect(errors).to.deep.equal([]);
  });
});
