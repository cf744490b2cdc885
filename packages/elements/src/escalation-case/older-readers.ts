import { caseContext, type CaseContext } from '../kit/case-context.ts';

/** A request for the case, as any of the kit's versions makes it. */
interface CaseRequest extends Event {
  readonly context?: unknown;
  readonly contextTarget?: Element;
  callback: (given: { readonly version: number }, unsubscribe?: () => void) => void;
}

/**
 * Answers elements of the kit's first version, which read no case of this one: what they get is a case of theirs that
 * failed, with the words that they show. Listens before whatever else answers on the holder.
 *
 * @param tell is told of each such element
 */
export function answerOlder(holder: Element, say: () => string, tell: (reader: Element) => void): void {
  holder.addEventListener('context-request', (event) => {
    const request = event as CaseRequest;
    const { context, contextTarget: reader, callback } = request;
    if (context !== caseContext || !reader || reader === holder || !isOlder(reader)) return;
    request.callback = (given, unsubscribe) => callback(forOlder(given as CaseContext, say()), unsubscribe);
    tell(reader);
  });
}

/** Before this version the kit's elements said which version they are, and not which cases they read. */
function isOlder({ constructor }: Element): boolean {
  const { version, contextVersion } = constructor as { readonly version?: string; readonly contextVersion?: number };
  return version !== undefined && contextVersion === undefined;
}

type FirstContext = { readonly version: 1 } & Record<string, unknown>;

/** What is theirs already, from a case of their version that came between, stays as it is. */
function forOlder(given: CaseContext | FirstContext, failure: string): FirstContext {
  if (given.version === 1) return given;
  return { version: 1, phase: 'failed', failure, now: given.now, ...NOTHING };
}

const NOTHING = { policy: null, calendar: null, log: [], state: null, assessment: null, endpoint: null } as const;
