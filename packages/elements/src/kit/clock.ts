type Listener = () => void;

const MINUTE = 60_000;

/** What the shared clock stands on: replaced in tests, so that none waits. */
export interface TimeSource {
  now(): number;
  /** Calls back once after that many milliseconds; returns what undoes it. */
  after(ms: number, callback: () => void): () => void;
}

const SYSTEM: TimeSource = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** One timer for all the elements of a page: they are told when a minute begins. It runs only while somebody listens. */
export class SharedClock {
  readonly #source: TimeSource;
  readonly #listeners = new Set<Listener>();
  #stop: (() => void) | null = null;

  constructor(source: TimeSource = SYSTEM) {
    this.#source = source;
  }

  /** The present instant, ISO 8601. */
  now(): string {
    return new Date(this.#source.now()).toISOString();
  }

  /** @returns what ends the listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (!this.#stop) this.#schedule();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  }

  #schedule(): void {
    this.#stop = this.#source.after(MINUTE - (this.#source.now() % MINUTE), () => {
      this.#schedule();
      for (const listener of this.#listeners) listener();
    });
  }
}

export const sharedClock = new SharedClock();
