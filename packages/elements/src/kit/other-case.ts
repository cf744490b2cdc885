/*
 * What reads a case that another version of the kit gives: fetched only on a page that mixes two.
 */
import { compileCalendar, type Calendar } from '@escalation-kit/core/calendar';
import { Case, type CaseEvent } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { mixed } from '@escalation-kit/core/text/en/mixed';
import type { CaseContext } from './case-context.ts';
import type { KitElement } from './kit-element.ts';
import { MixedVersionsError } from './mixed-versions-error.ts';
import { sameTerms } from './resources.ts';

/** What the first version gave; its state and assessment are made anew here. */
interface FirstContext extends Pick<CaseContext, 'phase' | 'failure' | 'now' | 'endpoint'> {
  readonly version: 1;
  readonly policy: Policy | null;
  readonly calendar: Calendar | null;
  readonly log: readonly CaseEvent[];
}

/** Reads what a case of another version gives to an element, as this version has it. */
export async function readOther(
  given: { readonly version: number },
  reader: Element,
  holder: EventTarget | null,
): Promise<CaseContext> {
  if (given.version !== 1) return unreadable(given.version, reader as KitElement, holder);
  const { onePolicy, oneCalendar } = await sameTerms();
  const { phase, failure, now, endpoint, ...first } = given as FirstContext;
  const { policy, calendar, log } = first;
  const isThere = phase === 'ready' && policy !== null && calendar !== null;
  const terms = () => ({ policy: onePolicy(policy!), calendar: oneCalendar(compileCalendar(calendar!.data)) });
  const made = isThere ? caseOf(first, () => new Case({ ...terms(), log, now })).at(now) : null;
  return { version: 2, phase, failure, case: made, now, endpoint };
}

/** One case for each log, so that it is read once for all the elements in it, and not at every tick. */
function caseOf({ policy, calendar, log }: CaseOfFirst, make: () => Case): Case {
  const known = cases.get(log);
  if (known?.policy === policy && known.calendar === calendar) return known.made;
  const made = make();
  cases.set(log, { policy, calendar, made });
  return made;
}

type CaseOfFirst = Pick<FirstContext, 'policy' | 'calendar' | 'log'>;

const cases = new WeakMap<readonly CaseEvent[], Omit<CaseOfFirst, 'log'> & { readonly made: Case }>();

/** What a later version gives cannot be known: that is said in the element's place, to the host and to the console. */
function unreadable(version: number, reader: KitElement, holder: EventTarget | null): CaseContext {
  if (!told.has(reader)) reader['report'](new MixedVersionsError(reader, holder));
  told.add(reader);
  const now = new Date(0).toISOString();
  return {
    // By this the element knows that it cannot go by a policy of its own either.
    version: version as 2,
    phase: 'failed',
    get failure() {
      // In English where the language that the element speaks lacks it.
      const said = reader['say']('kit.mixed');
      return said === 'kit.mixed' ? mixed[said] : said;
    },
    case: null,
    now,
    endpoint: null,
  };
}

const told = new WeakSet<Element>();
