import { caseContext, type CaseContext } from '../kit/case-context.ts';

/** A request for the case, as any of the kit's versions makes it. */
interface CaseRequest extends Event {
  readonly context?: unknown;
  readonly contextTarget?: Element;
  callback: Callback;
}

type Callback = (given: CaseContext | FirstContext, unsubscribe?: () => void) => void;

/** What the kit's first version reads. */
type FirstContext = { readonly version: 1 } & Record<string, unknown>;

/**
 * Answers elements of the kit's first version, which read no case of this one: what they get is a case of theirs that
 * failed, with the words that they show. To be called before whatever else answers on the holder.
 *
 * @param say gives the words; null while they are not there, for which the older element then waits
 * @param tell is told of each such element
 */
export function answerOlder(holder: Element, say: () => string | null, tell: (reader: Element) => void): void {
  holder.addEventListener('context-request', (event) => {
    const request = event as CaseRequest;
    const { context, contextTarget: reader, callback } = request;
    // A request is made again when another case comes between: what is translated already stays the callback it is.
    if (context !== caseContext || !reader || reader === holder || !isOlder(reader) || translated.has(callback)) return;
    request.callback = (given, unsubscribe) => callback(forOlder(given, say()), unsubscribe);
    translated.add(request.callback);
    // A case inside has one of its own to show.
    if (!reader.localName.endsWith('escalation-case')) tell(reader);
  });
}

const translated = new WeakSet<Callback>();

/** Before this version the kit's elements said which version they are, and not which cases they read. */
function isOlder({ constructor }: Element): boolean {
  const { version, contextVersion } = constructor as { readonly version?: string; readonly contextVersion?: number };
  return version !== undefined && contextVersion === undefined;
}

/** What is theirs already, from a case of their version that came between, stays as it is. */
function forOlder(given: CaseContext | FirstContext, failure: string | null): FirstContext {
  if (given.version === 1) return given;
  return { version: 1, phase: failure === null ? 'loading' : 'failed', failure, now: given.now, ...NOTHING };
}

const NOTHING = { policy: null, calendar: null, log: [], state: null, assessment: null, endpoint: null } as const;
