import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../define/deadline-badge.ts';
import { AttributeError } from '../kit/attribute-error.ts';
import { SharedClock } from '../kit/clock.ts';
import { DeadlineBadge } from './deadline-badge.ts';

const NOW = '2026-11-24T09:00:00Z';

/** With patience: some machines run many browsers at once. */
const until = (check: () => unknown) => waitUntil(check, 'it never came', { timeout: 8_000 });

export const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const root = (badge: DeadlineBadge) => badge.shadowRoot as ShadowRoot;
const line = (badge: DeadlineBadge): string => words(root(badge).querySelector('#line'));

async function shown(template: TemplateResult): Promise<DeadlineBadge> {
  const badge = await fixture<DeadlineBadge>(template);
  await until(() => root(badge).querySelector('[part=badge]'));
  return badge;
}

/** The first error that an element tells of. */
async function failure(template: TemplateResult): Promise<{ error: AttributeError; badge: DeadlineBadge }> {
  let error: Error | null = null;
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  holder.addEventListener('escalation-error', (event) => (error ??= event.error));
  const badge = await fixture<DeadlineBadge>(template, { parentNode: holder });
  await until(() => error);
  await badge.updateComplete;
  expect(error).to.be.instanceOf(AttributeError);
  return { error: error as unknown as AttributeError, badge };
}

describe('a lone deadline-badge', () => {
  afterEach(() => fixtureCleanup());

  it('shows a date with the days left and the status in words', async () => {
    const badge = await shown(html`<deadline-badge due="2026-11-27" policy="barnsley" now=${NOW}></deadline-badge>`);
    expect(line(badge)).to.equal('Due Friday 27 November 2026 · 3 working days left · On track');
    expect(root(badge).querySelector('time')?.dateTime).to.equal('2026-11-27');
    expect(words(root(badge).querySelector('time'))).to.equal('Friday 27 November 2026');
  });

  it('counts from a start', async () => {
    const badge = await shown(
      html`<deadline-badge
        from="2026-12-18"
        within="5 working days"
        calendar="england-and-wales"
        time-zone="Europe/London"
        now="2026-12-18T09:00:00Z"
      ></deadline-badge>`,
    );
    expect(line(badge)).to.equal('Due Tuesday 29 December 2026 · 5 working days left · On track');
    const why = [...root(badge).querySelectorAll('dl div')].map((entry) => [...entry.children].map(words).join(' | '));
    expect(why).to.deep.equal([
      'Starts | Friday 18 December 2026. The first working day after it is day 1.',
      'Time given | 5 working days',
      'Days that do not count | Saturday 19 and Sunday 20 December 2026: weekend | Friday 25 December 2026: Christmas Day | Saturday 26 and Sunday 27 December 2026: weekend | Monday 28 December 2026: Boxing Day',
      'Due by | The end of Tuesday 29 December 2026',
      'About this time | Counted with the calendar “England and Wales”, published on 25 February 2026.',
    ]);
  });

  it('gives the instant of what is due by the hour', async () => {
    const badge = await shown(
      html`<deadline-badge from="2026-11-23T16:30:00Z" within="48 hours" policy="kent" now=${NOW}></deadline-badge>`,
    );
    expect(line(badge)).to.equal('Due by 4:30pm on Wednesday 25 November 2026 · 31 hours left · Due soon');
    expect(root(badge).querySelector('time')?.dateTime).to.equal('2026-11-25T16:30:00Z');
  });

  it('follows the calendar: St Andrew’s Day is worked in England alone', async () => {
    const badge = await shown(
      html`<deadline-badge
        from="2026-11-27"
        within="1 working day"
        policy="barnsley"
        calendar="scotland"
        now=${NOW}
      ></deadline-badge>`,
    );
    expect(line(badge)).to.contain('Tuesday 1 December 2026');
    badge.calendar = 'england-and-wales';
    await until(() => line(badge).includes('Monday 30 November 2026'));
  });

  it('shows words as words, and never a date', async () => {
    const badge = await shown(html`<deadline-badge words="without delay"></deadline-badge>`);
    expect(line(badge)).to.equal('Without delay · No fixed date');
    expect(root(badge).querySelector('time')).to.equal(null);
  });

  it('tells how long ago words began', async () => {
    const badge = await shown(
      html`<deadline-badge
        words="without delay"
        from="2026-11-22T23:30:00Z"
        time-zone="Europe/London"
        now=${NOW}
      ></deadline-badge>`,
    );
    expect(line(badge)).to.equal('Without delay · started 2 days ago · No fixed date');
  });

  it('takes changed attributes', async () => {
    const badge = await shown(html`<deadline-badge due="2026-11-27" policy="barnsley" now=${NOW}></deadline-badge>`);
    badge.due = '2026-11-24';
    await badge.updateComplete;
    expect(line(badge)).to.equal('Due Tuesday 24 November 2026 · today is the last day · Due today');
  });

  const STATUSES = [
    ['2026-11-20T09:00:00Z', 'is-on-track', 'On track'],
    ['2026-11-26T09:00:00Z', 'is-due-soon', 'Due soon'],
    ['2026-11-27T09:00:00Z', 'is-due-today', 'Due today'],
    ['2026-12-01T09:00:00Z', 'is-overdue', 'Overdue'],
  ] as const;

  it('tells each status by words and by a shape, not by colour alone', async () => {
    const shapes = new Set<string | null | undefined>();
    for (const [now, className, label] of STATUSES) {
      const badge = await shown(html`<deadline-badge due="2026-11-27" policy="barnsley" now=${now}></deadline-badge>`);
      expect(root(badge).querySelector('[part=badge]')?.classList.contains(className)).to.equal(true);
      expect(words(root(badge).querySelector('[part=status]'))).to.equal(label);
      shapes.add(root(badge).querySelector('path')?.getAttribute('d'));
      await expect(badge).to.be.accessible();
    }
    expect(shapes.size).to.equal(STATUSES.length);
  });

  it('speaks the nearest language', async () => {
    const holder = await fixture<HTMLElement>(html`
      <div lang="cy">
        <deadline-badge due="2026-11-27" policy="barnsley" now=${NOW}></deadline-badge>
      </div>
    `);
    const badge = holder.querySelector('deadline-badge') as DeadlineBadge;
    await until(() => line(badge).startsWith('I’w wneud erbyn'));
    expect(line(badge)).to.equal(
      'I’w wneud erbyn dydd Gwener 27 Tachwedd 2026 · 3 diwrnod gwaith ar ôl · Ar y trywydd iawn',
    );
    expect(root(badge).querySelector('time')?.dateTime).to.equal('2026-11-27');
  });
});

describe('the explanation of a deadline-badge', () => {
  afterEach(() => fixtureCleanup());

  const template = html`<deadline-badge due="2026-11-27" policy="barnsley" now=${NOW}></deadline-badge>`;
  const toggle = (badge: DeadlineBadge) => root(badge).querySelector<HTMLButtonElement>('[part=toggle]');
  const isSeen = (badge: DeadlineBadge) => getComputedStyle(root(badge).querySelector('#why')!).display !== 'none';

  it('opens and closes by its button, and by the attribute', async () => {
    const badge = await shown(template);
    expect(words(toggle(badge))).to.equal('Why this date?');
    expect([isSeen(badge), toggle(badge)?.getAttribute('aria-expanded')]).to.deep.equal([false, 'false']);
    toggle(badge)?.click();
    await badge.updateComplete;
    expect([isSeen(badge), toggle(badge)?.getAttribute('aria-expanded')]).to.deep.equal([true, 'true']);
    expect(badge.hasAttribute('open')).to.equal(true);
    await expect(badge).to.be.accessible();
    badge.removeAttribute('open');
    await badge.updateComplete;
    expect(isSeen(badge)).to.equal(false);
  });

  it('is open on paper', async function () {
    // The other engines cannot be told to print.
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    const badge = await shown(template);
    await emulateMedia({ media: 'print' });
    expect(isSeen(badge)).to.equal(true);
    await emulateMedia({ media: 'screen' });
    expect(isSeen(badge)).to.equal(false);
  });

  it('is left out of a compact badge', async () => {
    const badge = await shown(
      html`<deadline-badge compact open due="2026-11-27" policy="barnsley" now=${NOW}></deadline-badge>`,
    );
    expect(toggle(badge)).to.equal(null);
    expect(root(badge).querySelector('#why')).to.equal(null);
    expect(getComputedStyle(badge).display).to.equal('inline-block');
  });
});

describe('what a deadline-badge shows at first', () => {
  afterEach(() => fixtureCleanup());

  it('is what was served, until there is something better', async () => {
    const badge = await fixture<DeadlineBadge>(
      html`<deadline-badge due="2026-11-27" policy="bromley" now=${NOW}>by 27 November</deadline-badge>`,
    );
    expect(
      root(badge)
        .querySelector('slot')
        ?.assignedNodes()
        .map((node) => node.textContent),
    ).to.deep.equal(['by 27 November']);
    await until(() => line(badge));
    expect(root(badge).querySelector('slot')).to.equal(null);
  });

  it('is what was served beside what went wrong', async () => {
    const { badge } = await failure(html`<deadline-badge due="soon" policy="kent">by 27 November</deadline-badge>`);
    expect(root(badge).querySelector('[role=alert]')).not.to.equal(null);
    expect(root(badge).querySelector('slot')?.assignedNodes()).to.have.length(1);
  });
});

describe('a deadline-badge with a wrong attribute', () => {
  afterEach(() => fixtureCleanup());

  const WRONG: readonly [TemplateResult, attribute: string, found: string, allowed: string][] = [
    [html`<deadline-badge></deadline-badge>`, 'due', '', 'inside a case'],
    [html`<deadline-badge due="2026-11-27"></deadline-badge>`, 'calendar', '', 'england-and-wales'],
    [html`<deadline-badge due="2026-11-27" calendar="scotland"></deadline-badge>`, 'time-zone', '', 'an IANA name'],
    [
      html`<deadline-badge due="2026-11-27" calendar="scotland" time-zone="Europe/Lodnon"></deadline-badge>`,
      'time-zone',
      'Europe/Lodnon',
      'Europe/London',
    ],
    [
      html`<deadline-badge due="2026-11-27" calendar="wales"></deadline-badge>`,
      'calendar',
      'wales',
      'england-and-wales',
    ],
    [html`<deadline-badge due="2026-11-31" policy="kent"></deadline-badge>`, 'due', '2026-11-31', 'YYYY-MM-DD'],
    [html`<deadline-badge due="27/11/2026" policy="kent"></deadline-badge>`, 'due', '27/11/2026', 'YYYY-MM-DD'],
    [
      html`<deadline-badge due="2026-11-27" within="1 week" policy="kent"></deadline-badge>`,
      'due',
      '2026-11-27',
      'or from and within',
    ],
    [
      html`<deadline-badge from="today" within="1 week" policy="kent"></deadline-badge>`,
      'from',
      'today',
      'a day such as',
    ],
    [
      html`<deadline-badge from="2026-11-20T25:00Z" within="1 week" policy="kent"></deadline-badge>`,
      'from',
      '2026-11-20T25:00Z',
      'or an instant such as',
    ],
    [html`<deadline-badge from="2026-11-20" policy="kent"></deadline-badge>`, 'within', '', '5 working days'],
    [
      html`<deadline-badge from="2026-11-20" within="five days" policy="kent"></deadline-badge>`,
      'within',
      'five days',
      '5 working days',
    ],
    [html`<deadline-badge within="1 week" policy="kent"></deadline-badge>`, 'from', '', 'a day such as'],
    [
      html`<deadline-badge words="soon" from="2026-11-20" within="1 week" policy="kent"></deadline-badge>`,
      'words',
      'soon',
      'either words or within',
    ],
    [
      html`<deadline-badge due="2026-11-27" policy="kent" now="yesterday"></deadline-badge>`,
      'now',
      'yesterday',
      'ISO 8601',
    ],
    [html`<deadline-badge due="2026-11-27" policy="atlantis"></deadline-badge>`, 'policy', 'atlantis', 'barnsley'],
  ];

  for (const [template, attribute, found, allowed] of WRONG) {
    it(`says that ${attribute}="${found}" is wrong, and what is allowed`, async () => {
      const { error, badge } = await failure(template);
      expect([error.element, error.attribute, error.found]).to.deep.equal(['deadline-badge', attribute, found]);
      expect(error.allowed).to.contain(allowed);
      expect(words(root(badge).querySelector('[role=alert]'))).to.contain(error.message);
    });
  }

  it('says each fault once', async () => {
    const errors: Error[] = [];
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.addEventListener('escalation-error', ({ error }) => errors.push(error));
    const badge = await fixture<DeadlineBadge>(
      html`<deadline-badge due="2026-11-27" policy="kent" now="yesterday"></deadline-badge>`,
      { parentNode: holder },
    );
    await until(() => errors.length > 0);
    // One that is right, so that the first had the time to go wrong in other ways.
    await shown(html`<deadline-badge due="2026-11-27" policy="kent" now=${NOW}></deadline-badge>`);
    badge.requestUpdate();
    await badge.updateComplete;
    expect(errors).to.have.length(1);
  });

  it('is right again when the attribute is', async () => {
    const { badge } = await failure(html`<deadline-badge due="soon" policy="kent" now=${NOW}></deadline-badge>`);
    badge.due = '2026-11-27';
    await badge.updateComplete;
    expect(line(badge)).to.contain('Due Friday 27 November 2026');
    badge.now = 'later';
    await badge.updateComplete;
    expect(line(badge)).to.equal('');
    badge.now = NOW;
    await badge.updateComplete;
    expect(line(badge)).to.contain('3 working days left');
  });
});

describe('a deadline-badge as time passes', () => {
  afterEach(() => fixtureCleanup());

  it('moves on with the shared clock, and announces nothing', async () => {
    let now = Date.parse('2026-11-27T23:59:30Z');
    let tick = () => {};
    const clock = new SharedClock({ now: () => now, after: (_, callback) => ((tick = callback), () => {}) });
    class TickingBadge extends DeadlineBadge {
      protected static override clock = clock;
    }
    customElements.define('ticking-badge', TickingBadge);
    const badge = await shown(html`<ticking-badge due="2026-11-27" policy="barnsley"></ticking-badge>`);
    expect(line(badge)).to.contain('Due today');

    now += 60_000;
    tick();
    await badge.updateComplete;

    expect(line(badge)).to.equal('Was due Friday 27 November 2026 · 1 day overdue · Overdue');
    expect(root(badge).querySelector('[aria-live], [role=status], [role=alert]')).to.equal(null);
  });
});
