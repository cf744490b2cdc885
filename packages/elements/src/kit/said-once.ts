import type { LitElement, ReactiveController } from 'lit';
import type { ConsumedCase } from './consumed-case.ts';

/** `insists`: it is said here, whoever else would say it. `offers`: it is said here unless somebody else says it. */
type Claim = 'insists' | 'offers';

/**
 * What several elements of one case would say is said by one of them: the first on the page, for as long as it is seen.
 * An element alone says all that it has to say, and so does one whose case is of another build of the kit.
 */
export class SaidOnce implements ReactiveController {
  readonly #host: LitElement;
  readonly #around: ConsumedCase;
  readonly #sizes: ResizeObserver;
  #peers: Set<SaidOnce> | null = null;
  #claims: ReadonlyMap<string, Claim> = new Map();
  #fresh = new Map<string, Claim>();
  #wasSeen = false;

  constructor(host: LitElement, around: ConsumedCase) {
    this.#host = host;
    this.#around = around;
    // Whoever is shown or hidden, or inside of something that is, changes its size. Later: this is no time to change it.
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#look()));
    host.addController(this);
  }

  /** Claims things that the host would say now, while it renders. @returns those that are its to say */
  readonly claim = (things: readonly string[], claim: Claim = 'offers'): ReadonlySet<string> => {
    this.#join();
    for (const thing of things) this.#fresh.set(thing, claim);
    if (claim === 'insists') return new Set(things);
    const others = [...(this.#peers ?? [])].filter((other) => other !== this && other.#isSeen());
    const before = others.filter((other) => isBefore(other.#host, this.#host));
    const isSaid = (thing: string) =>
      before.some((other) => other.#claims.has(thing)) ||
      others.some((other) => other.#claims.get(thing) === 'insists');
    return new Set(things.filter((thing) => !isSaid(thing)));
  };

  hostConnected(): void {
    this.#sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#leave();
  }

  hostUpdate(): void {
    this.#fresh = new Map();
  }

  hostUpdated(): void {
    const hasChanged = !areSame(this.#fresh, this.#claims);
    this.#claims = this.#fresh;
    if (hasChanged) this.#tellPeers();
    this.#look();
  }

  #look(): void {
    if (this.#isSeen() !== this.#wasSeen) this.#tellPeers();
    this.#wasSeen = this.#isSeen();
  }

  #isSeen(): boolean {
    // Safari has it since 17.4.
    if (!('checkVisibility' in this.#host)) return (this.#host as Element).getClientRects().length > 0;
    return this.#host.checkVisibility({ visibilityProperty: true });
  }

  #join(): void {
    const peers = peersIn(this.#around.provider);
    if (peers === this.#peers) return;
    this.#leave();
    this.#peers = peers;
    peers?.add(this);
  }

  #leave(): void {
    this.#peers?.delete(this);
    this.#tellPeers();
    this.#peers = null;
    this.#claims = new Map();
  }

  #tellPeers(): void {
    for (const other of this.#peers ?? []) if (other !== this) other.#host.requestUpdate();
  }
}

/** A duty by the id under which it is owed: two sides can owe the same in the same words. */
export function dutyKey(id: string): string {
  return `duty ${id}`;
}

const cases = new WeakMap<EventTarget, Set<SaidOnce>>();

function peersIn(provider: EventTarget | null): Set<SaidOnce> | null {
  if (!provider) return null;
  const known = cases.get(provider) ?? new Set();
  cases.set(provider, known);
  return known;
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function areSame(one: ReadonlyMap<string, Claim>, other: ReadonlyMap<string, Claim>): boolean {
  return one.size === other.size && [...one].every(([thing, claim]) => other.get(thing) === claim);
}
