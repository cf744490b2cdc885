import type { Case, CaseEvent, Command } from '@escalation-kit/core/case';
import type { Side } from '@escalation-kit/core/policy';
import { writeRecordFile } from '@escalation-kit/core/record';
import type { Text } from '@escalation-kit/core/text';
import { sourcesOf, type SourceView } from '@escalation-kit/core/views';
import { civilDateAt } from '@escalation-kit/core/calendar';
import type { Say } from '../kit/policy-words.ts';
import { prepare } from '../submission/prepare.ts';
import { submit } from '../submission/submit.ts';
import type { Submission } from '../submission/submit-event.ts';

/** What is to be ticked off. */
export interface Target {
  /** Tells it from the others of the list. */
  readonly key: string;
  readonly what: Text;
  readonly clause: string;
  /** The id of the owed duty; none for what a step waits for. */
  readonly duty: string | null;
  readonly side: Side;
}

export type MarkPhase = 'editing' | 'sending' | 'failed';

/** Why it was not recorded. */
export interface Problem {
  readonly text: string;
  readonly sources: readonly SourceView[];
  /** The record with the entry in it, to be kept where it could not be sent. */
  readonly file: { readonly href: string; readonly name: string } | null;
}

export interface Shell {
  readonly element: HTMLElement;
  readonly say: Say;
  readonly update: () => void;
  /** The case, and where to post what is sent when no handler of the host answers. */
  readonly given: () => Case | null;
  readonly endpoint: () => string | null;
  readonly now: () => string;
}

/** Where duties are ticked off: one at a time, and nothing typed is lost on the way. */
export class DutiesDesk {
  readonly #shell: Shell;
  /** What was typed, by target: closing one to look at another loses nothing. */
  readonly #notes = new Map<string, string>();
  #target: Target | null = null;
  #phase: MarkPhase = 'editing';
  #problem: Problem | null = null;
  /** What was tried and not sent: tried again as it is, so that whoever took it after all can tell. */
  #pending: { readonly submission: Submission; readonly note: string; readonly log: readonly CaseEvent[] } | null =
    null;
  #sent = new Map<string, string>();
  #said = '';
  #log: readonly CaseEvent[] | null = null;
  /** Where the focus goes once the list is drawn anew: the first of these that is there. */
  #focus: readonly string[] = [];

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  get phase(): MarkPhase {
    return this.#phase;
  }

  get problem(): Problem | null {
    return this.#problem;
  }

  /** What has just changed, for everyone to hear. */
  get said(): string {
    return this.#said;
  }

  isOpen(key: string): boolean {
    return this.#target?.key === key;
  }

  noteOf(key: string): string {
    return this.#notes.get(key) ?? '';
  }

  /** The reference under which it was taken, until the list follows. */
  sentAs(key: string): string | null {
    return this.#sent.get(key) ?? null;
  }

  /** A log that has changed shows by itself what was sent. */
  follow(log: readonly CaseEvent[]): void {
    if (log === this.#log) return;
    this.#log = log;
    this.#sent = new Map();
  }

  open(target: Target): void {
    if (this.#phase === 'sending') return;
    this.#close();
    this.#target = target;
    this.#said = '';
    this.#focus = ['.note'];
    this.#shell.update();
  }

  cancel(): void {
    const key = this.#target?.key ?? '';
    this.#notes.delete(key);
    this.#close();
    this.#focus = [buttonOf(key)];
    this.#shell.update();
  }

  type(key: string, note: string): void {
    this.#notes.set(key, note);
  }

  /** A shared computer's next user finds nothing typed here. */
  forget(): void {
    this.#notes.clear();
    this.#close();
    this.#said = '';
    this.#shell.update();
  }

  /** Puts the focus where it belongs after the list was drawn anew. */
  settleFocus(): void {
    const root = this.#shell.element.shadowRoot;
    const found = this.#focus.map((selector) => root?.querySelector<HTMLElement>(selector)).find(Boolean);
    this.#focus = [];
    found?.focus();
  }

  /** @param others the keys of what else can be ticked off, the next one first */
  async send(others: readonly string[]): Promise<void> {
    const target = this.#target;
    const given = this.#shell.given();
    if (!target || !given || this.#phase === 'sending') return;
    const submission = this.#pendingFor(target, given) ?? this.#prepared(target, given);
    if (!submission) return;
    this.#pending = { submission, note: this.noteOf(target.key), log: given.log };
    this.#phase = 'sending';
    this.#dropFile();
    this.#shell.update();
    const outcome = await submit(this.#shell.element, submission, this.#shell.endpoint());
    if (this.#target !== target) return;
    if (outcome.sent) this.#received(target, outcome.receipt.reference, given.log, others);
    else this.#notSent(outcome.reason, submission, given);
    this.#shell.update();
  }

  #pendingFor({ key }: Target, { log }: Case): Submission | null {
    const pending = this.#pending;
    return pending && pending.log === log && pending.note === this.noteOf(key) ? pending.submission : null;
  }

  #prepared(target: Target, { policy, calendar, log }: Case): Submission | null {
    const { say, now } = this.#shell;
    const prepared = prepare({ policy, calendar, log, say }, commandOf(target, this.noteOf(target.key), now()));
    if ('submission' in prepared) return prepared.submission;
    const { text, clauses } = prepared.refused;
    this.#fail({ text: say('duties.refused', { reason: say(text) }), sources: sourcesOf(policy, clauses), file: null });
    return null;
  }

  #received(target: Target, reference: string, log: readonly CaseEvent[], others: readonly string[]): void {
    this.#notes.delete(target.key);
    this.#close();
    this.#said = this.#shell.say('duties.sent', { what: this.#shell.say(target.what), reference });
    // Where the case has followed already, the list says it.
    if (this.#shell.given()?.log === log) this.#sent.set(target.key, reference);
    this.#focus = [...others.map(buttonOf), '.title'];
  }

  #notSent(reason: string | null, submission: Submission, { policy, now }: Case): void {
    const { say } = this.#shell;
    const record = writeRecordFile(submission.record);
    const text = say('duties.not-sent', { reason: reason ?? say('duties.not-sent.nobody') });
    const href = URL.createObjectURL(new Blob([record], { type: 'application/json' }));
    const day = civilDateAt(now, policy.timeZone);
    this.#fail({
      text: `${text} ${say('duties.not-sent.kept')}`,
      sources: [],
      file: { href, name: `escalation-record-${day}.json` },
    });
  }

  #fail(problem: Problem): void {
    this.#dropFile();
    this.#phase = 'failed';
    this.#problem = problem;
    this.#shell.update();
  }

  #close(): void {
    this.#dropFile();
    this.#target = null;
    this.#pending = null;
    this.#phase = 'editing';
  }

  #dropFile(): void {
    if (this.#problem?.file) URL.revokeObjectURL(this.#problem.file.href);
    this.#problem = null;
  }
}

function commandOf({ clause, duty, side }: Target, typed: string, at: string): Command {
  const note = typed.trim();
  return { action: 'done', at, by: { side }, clause, ...(duty !== null && { duty }), ...(note && { note }) };
}

function buttonOf(key: string): string {
  return `.mark[data-key="${CSS.escape(key)}"]`;
}
