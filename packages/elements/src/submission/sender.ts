import { writeRecordFile } from '@escalation-kit/core/record';
import type { Outcome, Submission } from '@escalation-kit/core/submission';
import { submit } from './submit.ts';

/** A record as a file that can be saved. */
export interface KeptFile {
  /** The record file, as text. */
  readonly text: string;
  /** Where the browser keeps it until it is dropped. */
  readonly href: string;
  /** Says nothing of the child. */
  readonly name: string;
}

/** What sends for an element, and has the record of it as a file for as long as that is on screen. */
export class Sender {
  readonly #element: Element;
  readonly #endpoint: () => string | null;
  #file: KeptFile | null = null;

  constructor(element: Element, endpoint: () => string | null) {
    this.#element = element;
    this.#endpoint = endpoint;
  }

  /** Offers a submission to the host, and posts it where nobody answers and there is an endpoint. */
  send(submission: Submission): Promise<Outcome> {
    return submit(this.#element, submission, this.#endpoint());
  }

  /** @param day the civil date that names the file */
  keep({ record }: Submission, day: string): KeptFile {
    this.drop();
    const text = writeRecordFile(record);
    const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    this.#file = { text, href, name: `escalation-record-${day}.json` };
    return this.#file;
  }

  drop(): void {
    if (this.#file) URL.revokeObjectURL(this.#file.href);
    this.#file = null;
  }
}

/** An id for a case that is opened: 128 random bits, and nothing of the child. Works on plain-http pages too. */
export function newCaseId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let id = '';
  for (const byte of bytes) id += byte.toString(16).padStart(2, '0');
  return id;
}
