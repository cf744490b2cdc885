import { pino, type DestinationStream } from 'pino';
import type { Settings } from '../settings/settings.ts';

/** What may stand in a log: names of ours, numbers, and what a library calls its errors. Nothing that anybody typed. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  readonly info: (what: string, fields?: LogFields) => void;
  readonly warn: (what: string, fields?: LogFields) => void;
  readonly error: (what: string, fields?: LogFields) => void;
}

export function newLog(level: Settings['log'], destination?: DestinationStream): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination as DestinationStream,
  );
  const at =
    (name: 'info' | 'warn' | 'error') =>
    (what: string, fields: LogFields = {}) =>
      logger[name](fields, what);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** What can be said of an error without what it carries: libraries put values, addresses and texts into theirs. */
export function namesOf(error: unknown): LogFields {
  const { name, code, constraint } = error as { name?: unknown; code?: unknown; constraint?: unknown };
  const word = (value: unknown) => (typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined);
  return { error: word(name) ?? 'unknown', code: word(code), constraint: word(constraint) };
}
