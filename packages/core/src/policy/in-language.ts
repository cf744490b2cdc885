import type { Policy } from './schema.ts';

/** A policy's words in a language, as far as it has them. */
export interface PolicyWords {
  /**
   * The policy with each of its texts in that language where it gives one. It says what the policy says in other words,
   * so its hash is another: it is to be shown, and never what a case is opened or kept under.
   */
  readonly policy: Policy;
  /** The language of a text of this policy: the one asked for where the text was given in it, else the policy's own. */
  readonly languageOf: (text: string) => string;
}

/**
 * The words of a policy in a language. Made once for each policy object and language.
 *
 * @param language a language tag. 'cy' serves 'cy-GB' too; a language that the policy does not give gives its own words.
 */
export function inLanguage(policy: Policy, language: string): PolicyWords {
  const given = languageGiven(policy, language);
  const languages = made.get(policy) ?? new Map<string, PolicyWords>();
  const words = languages.get(given) ?? wordsIn(policy, given);
  made.set(policy, languages.set(given, words));
  return words;
}

/** One step of the path of a text: a key or, in a list, the part's own id; its number, where the list's parts have none. */
export function stepTo(part: unknown, index: number): string {
  const id = typeof part === 'object' && part !== null && 'id' in part ? part.id : undefined;
  return typeof id === 'string' ? id : String(index);
}

const made = new WeakMap<Policy, Map<string, PolicyWords>>();

/** The tag under which the policy gives the language or, where it does not, the policy's own language. */
function languageGiven({ language: own, texts = {} }: Policy, language: string): string {
  for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    if (tag === own) return own;
    if (Object.hasOwn(texts, tag)) return tag;
  }
  return own;
}

function wordsIn(policy: Policy, language: string): PolicyWords {
  const texts = language === policy.language ? undefined : policy.texts?.[language];
  if (!texts) return { policy, languageOf: () => policy.language };
  const used = new Set<string>();
  const say = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      if (!Object.hasOwn(texts, path)) return value;
      used.add(texts[path]!);
      return texts[path];
    }
    if (Array.isArray(value)) return value.map((item, i) => say(item, `${path}/${stepTo(item, i)}`));
    if (typeof value !== 'object' || value === null) return value;
    const under = path === '' ? '' : `${path}/`;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, say(inner, under + key)]));
  };
  const { texts: _, ...shown } = policy;
  return {
    policy: say(shown, '') as Policy,
    languageOf: (text) => (used.has(text) ? language : policy.language),
  };
}
