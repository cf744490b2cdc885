import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { findMiniBrowser } from './engines.mjs';

/**
 * Starts a virtual display and WebKit's driver on it. They end with `stop`, or with this process.
 *
 * @returns {Promise<{ options: { hostname: string, port: number, capabilities: object }, stop: () => Promise<unknown> }>} `options` for webdriverio
 */
export async function startWebKitDriver() {
  const processes = [];
  const stop = () => Promise.all(processes.map(end));
  process.once('exit', stop);

  // Xvfb picks a free display itself and writes its number, so that two runs can go on side by side.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  processes.push(xvfb);
  const display = await firstLine(xvfb.stdio[3]);

  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' };
  processes.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
  await answers(`http://127.0.0.1:${port}/status`);

  return { options: webdriverOptions(port), stop };
}

function end(process) {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill();
  return once(process, 'exit');
}

function webdriverOptions(port) {
  return {
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
    },
  };
}

function firstLine(stream) {
  return new Promise((resolve, reject) => {
    stream.once('data', (data) => resolve(String(data).trim()));
    stream.once('end', () => reject(new Error('Xvfb ended before it had a display')));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url, tries = 100) {
  for (let n = 0; n < tries; n++) {
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await setTimeout(100);
  }
  throw new Error('WebKitWebDriver did not answer');
}
