import { existsSync } from 'node:fs';

export const ENGINES = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/**
 * @typedef {(typeof ENGINES)[number]} Engine
 * @typedef {{ browser: 'chrome' | 'firefox', executablePath: string, headless: true | 'shell', args: string[] }} LaunchOptions
 */

/**
 * The browser engines that can be driven on this machine.
 *
 * `ENGINES=chromium,firefox` narrows the search; `CHROMIUM=npm` takes the Chromium that comes as an npm package
 * although the system has one.
 *
 * @returns {Engine[]} in the order of ENGINES
 */
export function findEngines() {
  const wanted = process.env['ENGINES']?.split(',') ?? ENGINES;
  return ENGINES.filter((engine) => wanted.includes(engine) && isHere[engine]());
}

/**
 * What puppeteer-core needs to start an engine. WebKit is not for puppeteer: see webkit-driver.mjs.
 *
 * @param {'chromium' | 'firefox'} engine
 * @returns {Promise<LaunchOptions>}
 */
export async function launchOptions(engine) {
  if (engine === 'firefox') return { browser: 'firefox', executablePath: FIREFOX, headless: true, args: [] };
  // Chromium refuses its sandbox to root, and CI runs as root.
  const args = ['--no-sandbox', '--disable-gpu'];
  if (existsSync(CHROMIUM) && process.env['CHROMIUM'] !== 'npm') {
    return { browser: 'chrome', executablePath: CHROMIUM, headless: true, args };
  }
  const { default: packaged } = await import('@sparticuz/chromium');
  return { browser: 'chrome', executablePath: await packaged.executablePath(), headless: 'shell', args };
}

const CHROMIUM = '/usr/bin/chromium';
const FIREFOX = '/usr/bin/firefox-esr';

const isHere = {
  chromium: () => true,
  firefox: () => existsSync(FIREFOX),
  webkit: () =>
    existsSync('/usr/bin/WebKitWebDriver') && existsSync('/usr/bin/Xvfb') && findMiniBrowser() !== undefined,
};

/** Where Debian keeps WebKitGTK's test browser depends on the processor and on the version of its API. */
export function findMiniBrowser() {
  const triplet = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }[process.arch];
  return ['4.1', '6.0', '4.0']
    .flatMap((api) => [`webkit2gtk-${api}`, `webkitgtk-${api}`])
    .map((folder) => `/usr/lib/${triplet}/${folder}/MiniBrowser`)
    .find(existsSync);
}
