import { civilDateAt } from '@escalation-kit/core/calendar';
import type { Case, CaseEvent, Command } from '@escalation-kit/core/case';
import type { Side } from '@escalation-kit/core/policy';
import {
  answered,
  IDLE,
  prepare,
  sending,
  type Outcome,
  type Sending,
  type Submission,
} from '@escalation-kit/core/submission';
import type { Text } from '@escalation-kit/core/text';
import { sourcesOf, type SourceView } from '@escalation-kit/core/views';
import type { Say } from '../kit/policy-words.ts';
import { newCaseId, Sender, type KeptFile } from '../submission/sender.ts';

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
  readonly file: Pick<KeptFile, 'href' | 'name'> | null;
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
  readonly #sender: Sender;
  /** What was typed, by target: closing one to look at another loses nothing. */
  #notes = new Map<string, string>();
  /** The same of other cases that were here: it comes back with its case, and never goes into another's record. */
  readonly #aside = new Map<string | null, Map<string, string>>();
  #case: string | null = null;
  #target: Target | null = null;
  #sending: Sending = IDLE;
  #problem: Problem | null = null;
  /** From what the submission was made: tried again as it is, so that whoever took it after all can tell. */
  #of: { readonly note: string; readonly log: readonly CaseEvent[] } | null = null;
  #sent = new Map<string, string>();
  #said = '';
  #log: readonly CaseEvent[] | null = null;
  /** Where the focus goes once the list is drawn anew: the first of these that is there. */
  #focus: readonly string[] = [];

  constructor(shell: Shell) {
    this.#shell = shell;
    this.#sender = new Sender(shell.element, shell.endpoint);
  }

  get phase(): MarkPhase {
    if (this.#sending.phase === 'sending') return 'sending';
    return this.#problem ? 'failed' : 'editing';
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

  /** A log that has changed shows by itself what was sent. Another case takes nothing along of what was typed. */
  follow({ id, log }: Case): void {
    if (log === this.#log) return;
    this.#log = log;
    this.#sent = new Map();
    if (id === this.#case) return;
    const isTyped = this.#target !== null && this.noteOf(this.#target.key).trim() !== '';
    this.#aside.set(this.#case, this.#notes);
    this.#notes = this.#aside.get(id) ?? new Map<string, string>();
    this.#case = id;
    this.#close();
    this.#said = isTyped ? this.#shell.say('duties.aside') : '';
  }

  open(target: Target): void {
    if (this.phase === 'sending') return;
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
    this.#aside.clear();
    this.#close();
    this.#said = '';
    this.#shell.update();
  }

  /**
   * Puts the focus where it belongs: before the list is drawn anew where that is there already, so that what was pressed
   * stays until the focus has moved, or the move is not heard; else once it is drawn.
   */
  settleFocus(): void {
    const root = this.#shell.element.shadowRoot;
    const found = this.#focus.map((selector) => root?.querySelector<HTMLElement>(selector)).find(Boolean);
    if (!found) return;
    this.#focus = [];
    found.focus();
  }

  /** @param others the keys of what else can be ticked off, the next one first */
  async send(others: readonly string[]): Promise<void> {
    const target = this.#target;
    const given = this.#shell.given();
    if (!target || !given || this.phase === 'sending') return;
    const submission = this.#triedBefore(target, given) ?? this.#prepared(target, given);
    if (!submission) return;
    this.#dropProblem();
    this.#of = { note: this.noteOf(target.key), log: given.log };
    this.#sending = sending(submission);
    this.#shell.update();
    const outcome = await this.#sender.send(submission);
    const now = answered(this.#sending, submission, outcome);
    // Somebody has gone on to something else.
    if (now === this.#sending) return;
    this.#sending = now;
    if (outcome.sent) this.#received(target, outcome.receipt.reference, given.log, others);
    else this.#notSent(outcome, submission, given);
    this.#shell.update();
  }

  #triedBefore({ key }: Target, { log }: Case): Submission | null {
    const isSame = this.#of?.log === log && this.#of.note === this.noteOf(key);
    return isSame && this.#sending.phase === 'answered' ? this.#sending.submission : null;
  }

  #prepared(target: Target, given: Case): Submission | null {
    const { say, now } = this.#shell;
    const prepared = prepare(given, [commandOf(target, this.noteOf(target.key), now())], { say, id: newCaseId() });
    if ('submission' in prepared) return prepared.submission;
    const { text, clauses } = prepared.refused;
    this.#dropProblem();
    const sources = sourcesOf(given.policy, clauses);
    this.#problem = { text: say('duties.refused', { reason: say(text) }), sources, file: null };
    this.#shell.update();
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

  #notSent({ reason, text: given, isUnknown }: NotSent, submission: Submission, { policy, now }: Case): void {
    const { say } = this.#shell;
    const why = given ? say(given) : (reason ?? say('duties.not-sent.nobody'));
    const text = say(isUnknown ? 'sending.unknown.why' : 'duties.not-sent', { reason: why });
    const file = this.#sender.keep(submission, civilDateAt(now, policy.timeZone));
    this.#problem = { text: `${text} ${say('duties.not-sent.kept')}`, sources: [], file };
  }

  #close(): void {
    this.#dropProblem();
    this.#target = null;
    this.#sending = IDLE;
  }

  #dropProblem(): void {
    this.#sender.drop();
    this.#problem = null;
  }
}

type NotSent = Outcome & { readonly sent: false };

function commandOf({ clause, duty, side }: Target, typed: string, at: string): Command {
  const note = typed.trim();
  return { action: 'done', at, by: { side }, clause, ...(duty !== null && { duty }), ...(note && { note }) };
}

function buttonOf(key: string): string {
  return `.mark[data-key="${CSS.escape(key)}"]`;
}
