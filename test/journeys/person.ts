import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Question } from './in-page.ts';

/** What a person answers: an option or words, several options, or the day, month and year of a date. */
export type Answer = string | readonly string[] | readonly [day: number, month: number, year: number];
/** By the beginning of the question. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** How long a page may take at most, on a machine that does much else; a condition that comes sooner ends the wait. */
const PATIENCE = 20_000;

/** More controls than any page has: whoever has not found one by then never will. */
const MOST_STEPS = 120;

/** Somebody who uses a page by keyboard alone, and sees what is shown. */
export class Person {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The text of the first element of that tag, or of the page. */
  reads(tag?: string): Promise<string> {
    return this.page.evaluate((name) => window.eyes.text(name), tag);
  }

  /** Waits until the element of that tag shows the text. */
  async sees(tag: string, text: string | RegExp): Promise<void> {
    const [source, flags] = text instanceof RegExp ? [text.source, text.flags] : [escaped(text), ''];
    try {
      await this.page.waitForFunction(
        (name, pattern, its) => new RegExp(pattern, its).test(window.eyes.text(name)),
        { polling: 'raf', timeout: PATIENCE },
        tag,
        source,
        flags,
      );
    } catch {
      // The words that are there instead say more than that time ran out.
      expect(await this.reads(tag)).toMatch(text);
    }
  }

  /** What has the focus. */
  focused(): Promise<string> {
    return this.page.evaluate(() => window.eyes.focused());
  }

  /** Goes to a control by its name. */
  async goesTo(name: string): Promise<void> {
    await this.#tabTo(name);
  }

  /** Presses a button, or follows a link, of this name. */
  async press(name: string): Promise<void> {
    await this.#tabTo(name);
    await this.page.keyboard.press('Enter');
  }

  /** Opens the page's form and answers all its pages, up to the one from which it is sent. Every answer has to be asked for. */
  async answers(answers: Answers): Promise<void> {
    const left = new Set(Object.keys(answers).filter((question) => answers[question] !== undefined));
    // The form fetches the policy and its own questions first.
    await this.page.waitForFunction(() => window.eyes.onward() !== '', { polling: 'raf', timeout: PATIENCE });
    while (left.size > 0) {
      const questions = await this.#questions();
      const known = questions.flatMap((question) => {
        const key = [...left].find((each) => question.label.startsWith(each));
        return key === undefined ? [] : [{ question, key }];
      });
      for (const { question, key } of known) {
        await this.#give(question, answers[key]!);
        left.delete(key);
      }
      if (left.size === 0) return;
      expect(await this.#onward(), `nobody asked: ${[...left].join(' | ')}`).not.toBe('Confirm and send');
      await this.goesOn();
    }
  }

  /** Goes on to the next page of the form, whose heading then has the focus. */
  async goesOn(): Promise<void> {
    const { text } = await this.#heading();
    await this.press(await this.#onward());
    await this.#isTakenFrom(text);
  }

  /** Goes on to the end of the form and sends it. @param outcome what the page is then called */
  async sends(outcome: 'Sent' | 'Not sent'): Promise<void> {
    for (let page = 0; (await this.#heading()).text !== outcome && page < 3; page++) await this.goesOn();
    expect((await this.#heading()).text).toBe(outcome);
  }

  /** Goes back to the page before. */
  async goesBack(): Promise<void> {
    const { text } = await this.#heading();
    // It stands above the heading, where the focus is.
    while ((await this.focused()) !== 'Back') await this.#step('Shift');
    await this.page.keyboard.press('Enter');
    await this.#isTakenFrom(text);
  }

  /** Waits until another page of the form has the focus at its heading. */
  async #isTakenFrom(title: string): Promise<void> {
    try {
      await this.page.waitForFunction(
        (before) => window.eyes.heading().isFocused && window.eyes.heading().text !== before,
        { polling: 'raf', timeout: PATIENCE },
        title,
      );
    } catch {
      expect(await this.reads('escalation-form'), 'the next page, with the focus at its heading').toBe('');
    }
  }

  /** Goes from control to control until it is this one. */
  async #tabTo(label: string, question?: string): Promise<'there' | 'same-group'> {
    for (let step = 0; step < MOST_STEPS; step++) {
      const at = await this.page.evaluate((...names) => window.eyes.isAt(...names), label, question);
      if (at !== 'elsewhere') {
        // Past its last control Firefox goes on to its own, from where keys no longer press what is in the page.
        if (!(await this.page.evaluate(() => document.hasFocus()))) await this.page.bringToFront();
        return at;
      }
      await this.#step();
    }
    throw new Error(`Nothing called “${label}”${question ? ` under “${question}”` : ''} can be reached by keyboard`);
  }

  /** Goes on to the next control; back to the one before with Shift. */
  async #step(held?: 'Shift'): Promise<void> {
    const { keyboard } = this.page;
    if (held) await keyboard.down(held);
    await keyboard.press('Tab');
    if (held) await keyboard.up(held);
  }

  async #give({ kind, label }: Question, answer: Answer): Promise<void> {
    const parts = kind === 'checkbox' ? [answer].flat() : [answer];
    if (kind === 'radio') await this.#choose(String(answer), label);
    else if (kind === 'date') await this.#enterDate(answer, label);
    else if (kind === 'text') await this.#type(String(answer), label);
    else for (const part of parts) await this.#tick(String(part), label);
  }

  async #choose(option: string, question: string): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step++) {
      const at = await this.#tabTo(option, question);
      await this.page.keyboard.press(at === 'there' ? ' ' : 'ArrowDown');
      if (at === 'there') return;
    }
    throw new Error(`“${question}” has no option “${option}”`);
  }

  async #tick(option: string, question: string): Promise<void> {
    await this.#tabTo(option, option === question ? undefined : question);
    await this.page.keyboard.press(' ');
  }

  async #enterDate(answer: Answer, question: string): Promise<void> {
    for (const [index, part] of ['Day', 'Month', 'Year'].entries()) {
      await this.#tabTo(part, question);
      await this.page.keyboard.type(String(answer[index]));
    }
  }

  async #type(words: string, label: string): Promise<void> {
    await this.#tabTo(label);
    await this.page.keyboard.type(words);
  }

  /** The name of the button that ends the page. */
  #onward(): Promise<string> {
    return this.page.evaluate(() => window.eyes.onward());
  }

  #heading(): Promise<{ text: string; isFocused: boolean }> {
    return this.page.evaluate(() => window.eyes.heading());
  }

  #questions(): Promise<Question[]> {
    return this.page.evaluate(() => window.eyes.questions());
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
