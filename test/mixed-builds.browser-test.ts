import { expect, fixtureCleanup, html, fixture, waitUntil } from '@open-wc/testing';
import type { CaseEvent } from '@escalation-kit/core/case';
import { EDITIONS, loadEdition } from '@escalation-kit/policies/editions';
import { define } from '../packages/elements/src/define/with-prefix.ts';

// The kept build takes the plain tags; this build's elements stand beside it under prefixes.

const KEPT = process.env['KEPT_BUNDLE'] ?? '';
const MIXED = 'mixes two versions of Escalation Kit';

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

interface CaseElement extends HTMLElement {
  log: readonly CaseEvent[];
}

const words = (element: Element) => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const until = (element: Element, text: string) =>
  waitUntil(() => words(element).includes(text), `${element.localName} never said '${text}'`, { timeout: 8_000 });

function element<T extends HTMLElement>(tag: string, attributes: Record<string, string> = {}): T {
  const made = document.createElement(tag) as T;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** A case of one build around elements of the other. */
async function place(holder: string, inside: readonly HTMLElement[], attributes: Record<string, string> = {}) {
  const root = element<CaseElement>(holder, { policy: 'barnsley', now: '2026-11-24T09:00:00Z', ...attributes });
  root.append(...inside);
  (await fixture<HTMLElement>(html`<div></div>`)).append(root);
  return root;
}

/** What the console is told of as an error while something runs. */
async function errors(run: () => Promise<void>): Promise<string[]> {
  /* eslint-disable no-console -- what it is told is what is tested */
  const real = console.error;
  const heard: string[] = [];
  console.error = (text: string) => heard.push(text);
  try {
    await run();
  } finally {
    console.error = real;
  }
  /* eslint-enable no-console */
  return heard;
}

const showsTheCase = async (ladder: Element, badge: Element, duties: Element) => {
  await until(ladder, 'You are here');
  await until(badge, 'Friday 27 November 2026');
  await until(duties, 'What is owed');
};

const saysThatItIsMixed = async (holder: CaseElement, inside: readonly Element[]) => {
  for (const each of inside) await until(each, MIXED);
  await until(holder, MIXED);
};

describe(`elements of two builds on one page${KEPT ? '' : ' (npm run kept makes the older one)'}`, () => {
  const older = ['stage-ladder', 'deadline-badge', 'case-duties', 'escalation-form'] as const;
  let holders: { kept: CaseElement; ours: CaseElement };
  let told: string[] = [];

  before(async function () {
    if (!KEPT) this.skip();
    this.timeout(30_000);
    // This build's elements are there first, inside a case that nobody has defined yet.
    define({ prefix: 'first' });
    const kept = await place(
      'escalation-case',
      ['stage-ladder', 'deadline-badge', 'case-duties'].map((tag) => element(`first-${tag}`)),
    );
    kept.log = [opened];
    const ours = await place(
      'first-escalation-case',
      older.map((tag) => element(tag)),
    );
    ours.log = [opened];
    holders = { kept, ours };
    document.body.append(kept, ours);
    told = await errors(async () => {
      await import(new URL(`/${KEPT}`, location.href).href);
      await customElements.whenDefined('escalation-form');
    });
  });

  after(() => {
    holders?.kept.remove();
    holders?.ours.remove();
  });
  afterEach(() => fixtureCleanup());

  describe('where the older comes last', () => {
    it('its case is read by ours', async () => {
      const [ladder, badge, duties] = holders.kept.children;
      await showsTheCase(ladder!, badge!, duties!);
    });

    it('its elements say that they cannot read ours, and so does the case', async () => {
      await saysThatItIsMixed(holders.ours, [...holders.ours.children]);
      expect(told.filter((text) => text.includes('mixes two versions'))).to.have.length(older.length);
      const [ofLadder] = told.filter((text) => text.includes('<stage-ladder> (version 0.1.0, cases 1)'));
      expect(ofLadder).to.contain('<first-escalation-case> (version 0.1.0, cases 2)');
    });
  });

  describe('where ours comes last', () => {
    it('the older case is read by ours, and followed', async () => {
      const inside = ['stage-ladder', 'deadline-badge', 'case-duties'].map((tag) => element(`last-${tag}`));
      const holder = await place('escalation-case', inside);
      holder.log = [opened];
      define({ prefix: 'last' });
      await showsTheCase(...(inside as [HTMLElement, HTMLElement, HTMLElement]));
      const up = { id: 'e2', type: 'escalated', at: '2026-11-23T10:00:00Z', by: { side: 'raising' }, to: '2' };
      holder.log = [opened, { ...up, because: 'unresolved', reason: 'x' } as unknown as CaseEvent];
      await until(inside[1]!, 'Monday 30 November 2026');
    });

    it('the older elements say in the nearest language that they cannot read ours', async () => {
      const inside = older.map((tag) => element(tag));
      const holder = await place('later-escalation-case', inside, { lang: 'cy' });
      await errors(async () => {
        define({ prefix: 'later' });
        for (const each of [...inside, holder]) await until(each, 'cymysgu dwy fersiwn');
      });
    });
  });

  it('an element of ours knows the older case by a policy that says the same', async () => {
    const ladder = element('first-stage-ladder');
    // The edition that the kept build has.
    const { hash } = EDITIONS.find(({ id }) => id === 'barnsley')!;
    Object.assign(ladder, { policy: await loadEdition(hash) });
    const holder = await place('escalation-case', [ladder]);
    holder.log = [opened];
    await until(ladder, 'Hill School');
  });

  it('an older form with a policy of its own is warned of, and brings nothing into our case', async () => {
    const form = element('escalation-form', { policy: 'barnsley' });
    let holder: CaseElement | null = null;
    await errors(async () => {
      holder = await place('first-escalation-case', [form]);
      holder.log = [opened];
      await until(holder, MIXED);
    });
  });

  it('of two cases one in the other, the nearer is shown', async () => {
    const inner = element('first-stage-ladder');
    const kept = element<CaseElement>('escalation-case', { policy: 'bromley', now: '2026-11-24T09:00:00Z' });
    kept.append(inner);
    const ours = await place('first-escalation-case', [kept]);
    ours.log = [opened];
    const parties = {
      ...(opened as { parties?: object }).parties,
      raising: { agency: 'Mill School', sector: 'education' },
    };
    kept.log = [{ ...opened, parties } as unknown as CaseEvent];
    await until(inner, 'Mill School');
    expect(words(ours)).not.to.contain(MIXED);
  });
});
