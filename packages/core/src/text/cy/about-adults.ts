/** Welsh for a policy about adults, from what is said of a child: the article takes an r before a vowel. */
export function aboutAdults(pattern: string): string {
  return pattern.replace(/\b(y) plentyn\b/gi, '$1r oedolyn').replaceAll('’r plentyn', '’r oedolyn');
}
