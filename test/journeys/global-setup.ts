import type { TestProject } from 'vitest/node';
import { pagesOfDocuments } from './document-pages.ts';
import { bundleIfStale } from '../../scripts/bundle.mjs';
import { serve } from '../../scripts/serve.mjs';

/** Builds what the demonstration needs and serves it for all journeys, with pages made of what the documents say. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await bundleIfStale();
  const { url, close } = await serve({ pages: pagesOfDocuments() });
  project.provide('demo', url);
  return close;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demonstration is served, with the slash at its end. */
    demo: string;
  }
}
