import puppeteer, { type Browser } from 'puppeteer-core';
import { findEngines, launchOptions } from '../engines.mjs';

/** The engines a journey can be driven in. WebKit is left to the element tests: puppeteer cannot drive it. */
export const JOURNEY_ENGINES = findEngines().filter((engine) => engine !== 'webkit');

/** Starts a browser for a journey; whoever starts it closes it. */
export async function launch(engine: (typeof JOURNEY_ENGINES)[number]): Promise<Browser> {
  return puppeteer.launch(await launchOptions(engine));
}
