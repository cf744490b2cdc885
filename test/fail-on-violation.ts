// Comes before every element test. The strict policy stops some things without a sound (a style that is not applied);
// a test that meets such a thing fails here.

const violations: string[] = [];

// On the window: a violation by a node that stands in no document is reported there.
window.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
  violations.push(`${effectiveDirective} blocked ${blockedURI} at ${sourceFile}:${lineNumber}`);
});

/** Takes the violations seen so far, for a test that expects one. */
export function takeViolations(): string[] {
  return violations.splice(0);
}

afterEach(async function () {
  // Violations are reported in a task of their own.
  await new Promise((resolve) => setTimeout(resolve));
  const seen = takeViolations();
  if (seen.length === 0) return;
  const title = this.currentTest?.fullTitle();
  throw new Error(`'${title}' violated the strict content security policy:\n${seen.join('\n')}`);
});
