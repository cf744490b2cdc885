import { brief, didYouMean, type Fault, type Steps } from './fault.ts';
import { stepTo } from './in-language.ts';
import { below, faultAt, get, isLoose, parts, type Place } from './loose.ts';
import { markOf } from './marks.ts';
import type { Visit } from './walk.ts';

/** Of a policy's words in other languages: that each is a language, another than the policy's, and each text is there. */
export function textFaults(policy: Place, visits: readonly Visit[]): Fault[] {
  const texts = below(policy, 'texts');
  if (!isLoose(texts.value)) return [];
  const own = below(policy, 'language').value;
  const paths = new Set(wordsAmong(visits).map(({ steps }) => namedPath(policy.value, steps)));
  let suggestions = MOST_SUGGESTIONS;
  return Object.keys(texts.value).flatMap((language) => {
    const given = below(texts, language);
    const wrong = languageFault({ value: language, steps: given.steps }, own);
    if (wrong) return [wrong];
    return Object.keys(isLoose(given.value) ? given.value : {})
      .filter((path) => !paths.has(path))
      .map((path) => unknownText(below(given, path).steps, path, suggestions-- > 0 ? paths : []));
  });
}

/** Finding the path that was meant takes time. */
const MOST_SUGGESTIONS = 20;

/** The texts of a policy that can be given in another language. */
export function wordsAmong(visits: readonly Visit[]): Place<string>[] {
  return visits
    .filter(({ schema, place }) => markOf(schema).isWords && typeof place.value === 'string')
    .map(({ place }) => place as Place<string>);
}

/** A place of a policy by its keys and the ids of parts: `stages/talk/label`. */
export function namedPath(policy: unknown, steps: Steps): string {
  let at = policy;
  const names = steps.map((step) => {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[step];
    return typeof step === 'number' ? stepTo(at, step) : String(step);
  });
  return names.join('/');
}

/** What is acknowledged at a place is at one that the policy has. */
export function acknowledgedFaults(policy: Place): Fault[] {
  return parts(policy, 'acknowledged')
    .map((one) => below(one, 'at'))
    .filter(({ value }) => typeof value === 'string' && !leadsSomewhere(policy.value, value.split('/')))
    .map((at) =>
      faultAt(
        at,
        'a place: its keys and ids with slashes, as in "duties/tell"',
        `The policy has nothing at ${brief(at.value)}.`,
      ),
    );
}

function leadsSomewhere(value: unknown, steps: readonly string[]): boolean {
  let at = value;
  for (const step of steps) {
    at = Array.isArray(at) ? at.find((part, index) => stepTo(part, index) === step) : get(at, step);
    if (at === undefined) return false;
  }
  return true;
}

function languageFault(place: Place<string>, own: unknown): Fault | undefined {
  if (place.value === own) {
    return faultAt(place, 'another language', `The policy itself is in ${brief(own)}: its texts stand where they are.`);
  }
  try {
    Intl.getCanonicalLocales(place.value);
    return undefined;
  } catch {
    return faultAt(place, "a language tag, such as 'cy'", `${brief(place.value)} is not a language tag.`);
  }
}

function unknownText(steps: Steps, path: string, paths: Iterable<string>): Fault {
  return faultAt(
    { value: path, steps },
    'the path of a text: its keys and ids with slashes, as in "stages/1/label"',
    `The policy has no text ${brief(path)}.${didYouMean(path, paths)}`,
  );
}
