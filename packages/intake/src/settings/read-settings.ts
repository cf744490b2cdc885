import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { SettingsError, type SettingsFault } from './settings-error.ts';
import { settingsSchema, type Settings } from './settings.ts';

/** What can be set by the environment besides the file, where it goes before it: secrets, and what a host decides. */
const VARIABLES: Readonly<Record<string, string>> = {
  DATABASE_URL: 'database.url',
  DATABASE_OWNER_URL: 'database.ownerUrl',
  DATABASE_PURGE_URL: 'database.purgeUrl',
  PORT: 'port',
  HOST: 'host',
  INTAKE_URL: 'url',
  INTAKE_FOLDER: 'database.folder',
  INTAKE_LOG: 'log',
  INTAKE_ELEMENTS: 'elements',
  INTAKE_MAIL_PASSWORD: 'mail.password',
  INTAKE_NOTIFY_KEY: 'notify.key',
  INTAKE_OPENID_SECRET: 'signIn.openId.clientSecret',
  INTAKE_SESSION_SECRET: 'signIn.openId.sessionSecret',
  INTAKE_PROXY_SECRET: 'signIn.proxy.secret',
};

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings of a file, with those of the environment over them. Paths in the file are read from its own folder.
 *
 * @param file left out: the environment alone
 * @throws SettingsError with every fault and what is allowed
 */
export function readSettings(file: string | undefined, environment: Environment): Settings {
  const given = file === undefined ? {} : parsed(file);
  if (file !== undefined && typeof given.directory === 'string') {
    given.directory = parsed(resolve(dirname(file), given.directory));
  }
  const settings = settingsOf(given, environment);
  const beside = (path: string) => (file === undefined ? path : resolve(dirname(file), path));
  return { ...settings, policies: settings.policies.map((name) => (isPath(name) ? beside(name) : name)) };
}

/** The same of settings that were read already. @throws SettingsError with every fault and what is allowed */
export function settingsOf(given: unknown, environment: Environment = {}): Settings {
  const variables = Object.entries(VARIABLES).filter(([name]) => environment[name]);
  const merged = variables.length === 0 ? given : structuredClone(given);
  for (const [name, path] of variables) put(merged, path.split('.'), environment[name]!);
  const read = settingsSchema.safeParse(merged);
  if (read.success) return read.data;
  throw new SettingsError(read.error.issues.flatMap((issue) => faultsOf(issue)));
}

/** Whether a policy is named by its file, and not by its id. */
export function isPath(policy: string): boolean {
  return /[/\\]|\.json$/.test(policy);
}

function faultsOf(issue: { code: string; path: PropertyKey[]; message: string; keys?: string[] }): SettingsFault[] {
  const path = issue.path.map(String).join('.');
  // A key that is not known is at fault itself, and not the section that it stands in.
  const paths = issue.keys?.map((key) => (path ? `${path}.${key}` : key)) ?? [path || 'settings'];
  return paths.map((each) => ({ path: each, allowed: issue.message }));
}

function parsed(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SettingsError([{ path: file, allowed: 'a file that can be read' }]);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // What the parser says holds a part of the text.
  }
  throw new SettingsError([{ path: file, allowed: 'JSON with an object' }]);
}

/** Puts a value at a path, and makes the sections on the way where they are missing. */
function put(settings: unknown, path: readonly string[], value: string): void {
  let at = settings as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
  at[path.at(-1)!] = value;
}
