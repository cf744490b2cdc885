import type { LitElement } from 'lit';
import { caseContext, CONTEXT_VERSION, type CaseContext } from './case-context.ts';

/**
 * The case around an element, whichever of the two was defined first: an element that was upgraded before its case
 * asks again when a case announces itself. One that was taken out of its case forgets it, which Lit's own consumer
 * does not; the protocol is the same.
 */
export class ConsumedCase {
  readonly #host: LitElement;
  #given: { readonly version: number } | null = null;
  #value: CaseContext | null = null;
  #unsubscribe: (() => void) | undefined;
  #request: Event | null = null;
  #provider: EventTarget | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Null outside a case. */
  get value(): CaseContext | null {
    return this.#value;
  }

  /** The element that gives the case; null outside of one. */
  get provider(): EventTarget | null {
    return this.#provider;
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#askAgain);
    this.#ask();
    // Nobody answers one that was moved out of its case.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#askAgain);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#given = this.#value = this.#provider = null;
  }

  #ask(): void {
    const request = new Event('context-request', { bubbles: true, composed: true });
    const fields = { context: caseContext, contextTarget: this.#host, callback: this.#take, subscribe: true };
    this.#request = request;
    this.#host.dispatchEvent(Object.assign(request, fields));
    this.#request = null;
  }

  readonly #take = (given: CaseContext, unsubscribe?: () => void): void => {
    // A case that was upgraded between this element and its case takes over.
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    // Whoever answers a request has it in hand just then.
    this.#provider = this.#request?.currentTarget ?? this.#provider;
    this.#given = given;
    if (given.version === CONTEXT_VERSION) this.#value = given;
    else void this.#readOther(given);
    this.#host.requestUpdate();
  };

  /** A case of another version is read by what is fetched only then. */
  async #readOther(given: CaseContext): Promise<void> {
    const waiting: CaseContext = { ...given, phase: 'loading', case: null };
    this.#value ??= waiting;
    const value = await import('./other-case.ts')
      .then(({ readOther }) => readOther(given, this.#host, this.#provider))
      .catch((error: Error): CaseContext => ({ ...waiting, phase: 'failed', failure: error.message }));
    if (this.#given === given) this.#value = value;
    this.#host.requestUpdate();
  }

  readonly #askAgain = (event: Event): void => {
    const { context } = event as Event & { context?: unknown };
    const [provider] = event.composedPath();
    if (context !== caseContext || this.#value || !(provider instanceof Node)) return;
    if (provider !== this.#host) this.#ask();
  };
}
