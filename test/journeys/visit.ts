import { expect, inject } from 'vitest';
import type { Browser, Page } from 'puppeteer-core';
import { openEyes } from './in-page.ts';
import { Person } from './person.ts';

/** One person in a browser of their own, with all that the page did meanwhile. */
export class Visit {
  readonly page: Page;
  readonly person: Person;
  readonly #said: string[] = [];
  readonly #addresses: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    this.person = new Person(page);
  }

  /**
   * Opens a page of the demonstration that needs no server, on the day given.
   *
   * @param path after the demonstration's own address
   * @param day for pages that have its controls
   * @param downloads the folder in which files are saved
   */
  static async to(browser: Browser, path: string, day?: string, downloads?: string): Promise<Visit> {
    const context = await browser.createBrowserContext(
      downloads ? { downloadBehavior: { policy: 'allow', downloadPath: downloads } } : {},
    );
    const visit = await Visit.of(await context.newPage());
    await visit.page.goto(inject('demo') + path);
    if (day) await visit.showDay(day);
    return visit;
  }

  /** Watches a page that has gone nowhere yet. */
  static async of(page: Page): Promise<Visit> {
    const visit = new Visit(page);
    await visit.#listen();
    return visit;
  }

  /** Looks at the page on another day, by its own control. */
  async showDay(day: string): Promise<void> {
    await this.page.evaluate((value) => {
      document.querySelector<HTMLDetailsElement>('.demo-controls')!.open = true;
      document.querySelector<HTMLInputElement>('#day')!.value = value;
      document.querySelector<HTMLFormElement>('[data-day]')!.requestSubmit();
      document.querySelector<HTMLDetailsElement>('.demo-controls')!.open = false;
    }, day);
  }

  /** Puts the page's example case on screen, by its own control. */
  async showExample(): Promise<void> {
    await this.page.evaluate(() => document.querySelector<HTMLButtonElement>('[data-example]')!.click());
    await this.person.sees('h1', /Case DEMO/);
  }

  /** Ends the visit, and holds the page to what it promises: no violation, no request elsewhere, nothing of the case left behind. */
  async end(...typed: readonly string[]): Promise<void> {
    const left = await this.page.evaluate(async () => ({
      keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      databases: (await indexedDB.databases()).length,
      cookies: document.cookie,
      title: document.title,
      address: location.href,
      state: JSON.stringify(history.state),
      name: window.name,
    }));
    await this.page.browserContext().close();
    expect(this.#said).toEqual([]);
    const { origin } = new URL(inject('demo'));
    expect(this.#addresses.filter((address) => !address.startsWith(`${origin}/`) && !isLocal(address))).toEqual([]);
    expect(left.keys).toEqual([]);
    expect([left.databases, left.cookies, left.name]).toEqual([0, '', '']);
    const traces = decodeURIComponent([...this.#addresses, left.address, left.title, left.state].join('\n'));
    for (const words of typed) expect(traces).not.toContain(words);
  }

  async #listen(): Promise<void> {
    const { page } = this;
    page.on('console', (message) => this.#said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.#said.push(String(error)));
    page.on('request', (request) => this.#addresses.push(request.url()));
    page.on('framenavigated', (frame) => this.#addresses.push(frame.url()));
    await page.evaluateOnNewDocument(openEyes);
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        // eslint-disable-next-line no-console -- runs in the page, whose console is what the visit listens to
        console.error(`violates ${violatedDirective}: ${blockedURI}`),
      );
    });
  }
}

/** A file that the page made for saving, a picture that the browser itself draws: nothing is asked for anywhere. */
function isLocal(address: string): boolean {
  return /^(about|blob|data):/.test(address);
}
