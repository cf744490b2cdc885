/** English for a policy about adults, from what is said of a child. */
export function aboutAdults(pattern: string): string {
  return pattern.replace(/\b(the) child\b/gi, '$1 adult');
}
