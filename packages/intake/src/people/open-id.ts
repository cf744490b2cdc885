import { parseInstant } from '@escalation-kit/core/calendar';
import * as client from 'openid-client';
import { namesOf, type Log } from '../log/log.ts';
import type { OpenIdSettings } from '../settings/settings.ts';
import type { Directory } from './directory.ts';
import type { Identify } from './identify.ts';
import { cookieIn, sealer, setCookie } from './session.ts';

/** A way in that has addresses of its own. */
export interface WayIn {
  readonly identify: Identify;
  /** Answers `/sign-in`, `/sign-in/back` and `/sign-out`; null for any other address. */
  readonly answer: (request: Request) => Promise<Response | null>;
}

export interface OpenIdOptions {
  readonly directory: Directory;
  /** What people reach intake by: the provider sends them back there, whatever a request says of its host. */
  readonly origin: string;
  readonly now: () => string;
  readonly log: Log;
}

const SESSION = '__Host-intake';
const ON_THE_WAY = '__Host-intake-way';
const SESSION_SECONDS = 8 * 3600;
const WAY_SECONDS = 600;

/**
 * Signs people in with a provider of OpenID Connect: authorization code, PKCE, state and nonce. Who they are is then in a
 * cookie that intake alone can make; what they may is looked up in the directory at each request.
 */
export function byOpenId(settings: OpenIdSettings, { directory, origin, now, log }: OpenIdOptions): WayIn {
  const sessions = sealer(settings.sessionSecret, 'session');
  const ways = sealer(settings.sessionSecret, 'way');
  const instant = () => parseInstant(now());
  const back = `${origin}/sign-in/back`;
  let found: Promise<client.Configuration> | null = null;
  /** Asked for once; again, where it could not be reached. */
  const provider = () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };

  async function begin(to: string): Promise<Response> {
    const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()];
    const address = client.buildAuthorizationUrl(await provider(), {
      redirect_uri: back,
      scope: settings.scope,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const way = ways.seal({ verifier, state, nonce, to: ownPath(to) }, instant() + WAY_SECONDS * 1000);
    return redirect(address.href, setCookie(ON_THE_WAY, way, WAY_SECONDS));
  }

  async function end(request: Request): Promise<Response> {
    const way = ways.open(cookieIn(request.headers, ON_THE_WAY), instant());
    if (!way) return notSignedIn();
    const { verifier, state, nonce, to } = way as Record<string, string>;
    const here = new URL(back);
    here.search = new URL(request.url).search;
    const tokens = await client.authorizationCodeGrant(await provider(), here, {
      pkceCodeVerifier: verifier!,
      expectedState: state!,
      expectedNonce: nonce!,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    const id = claims[settings.idClaim];
    const groups = claims[settings.groupsClaim];
    if (typeof id !== 'string') return notSignedIn();
    const session = {
      id,
      name: typeof claims.name === 'string' ? claims.name : id,
      groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
    };
    const sealed = sessions.seal(session, instant() + SESSION_SECONDS * 1000);
    // A way that was gone once leads nowhere again.
    return redirect(to!, setCookie(SESSION, sealed, SESSION_SECONDS), setCookie(ON_THE_WAY, '', 0));
  }

  return {
    identify: ({ headers }) => {
      const session = sessions.open(cookieIn(headers, SESSION), instant());
      if (!session) return null;
      const { id, groups, name } = session as { id: string; groups: string[]; name: string };
      return directory.person(id, groups, name);
    },
    answer: async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (request.method === 'POST' && pathname === '/sign-out') return redirect('/sign-in', setCookie(SESSION, '', 0));
      if (request.method !== 'GET') return null;
      try {
        if (pathname === '/sign-in') return await begin(searchParams.get('to') ?? '/');
        if (pathname === '/sign-in/back') return await end(request);
      } catch (error) {
        // The library's own errors hold what the provider answered.
        log.warn('somebody could not be signed in', namesOf(error));
        return notSignedIn();
      }
      return null;
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<client.Configuration> {
  const isPlain = issuer.startsWith('http:');
  return client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: 10,
    ...(isPlain && { execute: [client.allowInsecureRequests] }),
  });
}

/** Nobody is led off this site by a link to it. */
function ownPath(to: string): string {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(to) ? to : '/';
}

function redirect(location: string, ...cookies: string[]): Response {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

function notSignedIn(): Response {
  return Response.json({ error: 'You could not be signed in. Begin again at /sign-in.' }, { status: 401 });
}
