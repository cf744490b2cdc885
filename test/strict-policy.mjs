import { createHash } from 'node:crypto';

/**
 * The content security policy under which everything must work, by directive.
 *
 * @public for the journeys and the demo
 */
export const STRICT_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'require-trusted-types-for': "'script'",
};

/**
 * @public for the journeys and the demo
 * @param {Record<string, string>} directives
 * @returns {string} the header's value
 */
export function policyHeader(directives) {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/**
 * Koa middleware that holds web-test-runner's page to the strict policy. What is added is for the runner alone: the
 * hashes of its own inline scripts, the socket over which it reports, and the icon that WebKit asks for.
 */
export async function strictRunnerPage(context, next) {
  await next();
  if (!context.response.is('html') || typeof context.body !== 'string') return;
  const hashes = inlineScripts(context.body).map((script) => `'sha256-${sha256(script)}'`);
  context.set(
    'Content-Security-Policy',
    policyHeader({
      ...STRICT_POLICY,
      'script-src': ["'self'", ...hashes].join(' '),
      'connect-src': `'self' ws://${context.host}`,
      'img-src': `http://${context.host}/favicon.ico`,
    }),
  );
}

function inlineScripts(html) {
  return [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script).filter(Boolean);
}

function sha256(text) {
  return createHash('sha256').update(text).digest('base64');
}
