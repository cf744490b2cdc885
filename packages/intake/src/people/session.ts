import { createHmac, timingSafeEqual } from 'node:crypto';

/** Something that a browser keeps for us: it cannot be made by anybody else, nor serve for longer or for anything else. */
export interface Sealer {
  readonly seal: (what: object, until: number) => string;
  /** null where it was not sealed here, for this, or serves no more. */
  readonly open: (text: string, now: number) => Readonly<Record<string, unknown>> | null;
}

/** @param purpose what is sealed for one thing opens nothing else */
export function sealer(secret: string, purpose: string): Sealer {
  const mac = (text: string) => createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  return {
    seal: (what, until) => {
      const text = Buffer.from(JSON.stringify({ ...what, until })).toString('base64url');
      return `${text}.${mac(text).toString('base64url')}`;
    },
    open: (sealed, now) => {
      const [text = '', given = '', ...rest] = sealed.split('.');
      const [a, b] = [mac(text), Buffer.from(given, 'base64url')];
      if (rest.length > 0 || a.length !== b.length || !timingSafeEqual(a, b)) return null;
      const what = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
      return typeof what.until === 'number' && what.until > now ? what : null;
    },
  };
}

export function cookieIn(headers: Headers, name: string): string {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value ?? '';
  }
  return '';
}

/** Of this host alone, over TLS alone, out of reach of scripts; sent along a link, and with no post of another site. */
export function setCookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`;
}
