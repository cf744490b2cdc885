import type { TestProject } from 'vitest/node';
import { bundleIfStale } from '../../scripts/bundle.mjs';
import { serve } from '../../scripts/serve.mjs';

/** Builds what the demonstration needs and serves it for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await bundleIfStale();
  const { url, close } = await serve();
  project.provide('demo', url);
  return close;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demonstration is served, with the slash at its end. */
    demo: string;
  }
}
