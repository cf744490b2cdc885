import * as z from 'zod';
import { CALENDAR_IDS } from '@escalation-kit/core/calendar';
import { POLICY_IDS } from '@escalation-kit/policies';
import { directorySchema } from '../people/directory-schema.ts';
import { flag, oneOf, section, text, textThat, wholeNumber } from './allowed.ts';

/** An address on the web, without a path: what links in messages begin with. */
const origin = textThat('an address such as https://escalation.example, without a path', (value) => {
  return /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).origin === value;
});

const databaseUrl = textThat('an address such as postgres://user:password@host:5432/name', (value) =>
  /^postgres(ql)?:\/\/\S+$/.test(value),
);

const databaseSchema = section({
  /** The server's. Without it a PostgreSQL of intake's own is started. */
  url: databaseUrl.optional(),
  /** For `migrate` and `rebuild`, and for `purge`; that of the server, where left out. */
  ownerUrl: databaseUrl.optional(),
  purgeUrl: databaseUrl.optional(),
  /** Where intake's own PostgreSQL keeps its files. */
  folder: text('a folder').optional(),
  connections: wholeNumber(2, 100).default(10),
});

const mailSchema = section({
  host: text('the name of an SMTP server'),
  port: wholeNumber(1, 65_535).default(587),
  /** TLS from the first byte, as on port 465; else it is begun as soon as the server offers it. */
  secure: flag.default(false),
  /** Refuses to send where the server offers no TLS. */
  requireTls: flag.default(true),
  user: text('a user name').optional(),
  password: text('a password').optional(),
  from: textThat('an e-mail address, or a name with one: Escalation <no-reply@example.org>', (value) =>
    isEmail(/<([^<>]+)>$/.exec(value)?.[1] ?? value),
  ),
  /** How often a message is tried, with growing pauses, before it is given up: twelve times take about a day. */
  tries: wholeNumber(1, 20).default(12),
});

const secret = textThat('a secret of at least 32 characters', (value) => value.length >= 32);

const proxySchema = section({
  /** The header in which the proxy says who is signed in: the id of a person in the directory. */
  user: text('the name of a header').default('x-forwarded-user'),
  /** The header in which it says the sign-in groups, between commas. */
  groups: text('the name of a header').default('x-forwarded-groups'),
  secretHeader: text('the name of a header').default('x-intake-secret'),
  /** What the proxy alone knows. */
  secret,
});

/** Over TLS, or on this machine. */
const safeUrl = textThat('an address that begins with https://, or with http://127.0.0.1', (value) => {
  return URL.canParse(value) && /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:|\/|$))/.test(value);
});

const openIdSchema = section({
  /** The provider, as it names itself. */
  issuer: safeUrl,
  clientId: text('the id that the provider gave to intake'),
  clientSecret: text('the secret that the provider gave to intake'),
  scope: text('words such as openid profile email').default('openid profile email'),
  /** What the provider calls a person by, and their groups: the ids and groups of the directory. */
  idClaim: text('the name of a claim').default('sub'),
  groupsClaim: text('the name of a claim').default('groups'),
  /** With which intake seals who is signed in: the same for all processes that serve. */
  sessionSecret: secret,
});

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const notifySchema = section({
  key: textThat('a key of GOV.UK Notify: its name and two ids, joined by hyphens', (value) =>
    new RegExp(`^[\\w.-]+-${UUID}-${UUID}$`).test(value),
  ),
  /** The id of a template with the subject ((subject)) and the message ((body)). */
  template: textThat('the id of a template', (value) => new RegExp(`^${UUID}$`).test(value)),
  url: safeUrl.optional(),
});

/** All that can be set, by file and environment. */
export const settingsSchema = section({
  url: origin.optional(),
  host: text('a host name or address to listen on').default('127.0.0.1'),
  port: wholeNumber(0, 65_535).default(8080),
  database: databaseSchema.prefault({}),
  /** The policies that cases are taken under. */
  policies: z
    .array(
      textThat(`one of ${POLICY_IDS.join(', ')}, or the path of a policy's file`, (value) => value !== ''),
      {
        error: 'a list of policies',
      },
    )
    .min(1, { error: 'at least one policy' })
    .default([...POLICY_IDS]),
  calendar: oneOf(CALENDAR_IDS).optional(),
  /** The language of messages. */
  language: oneOf(['en', 'cy']).default('en'),
  /** When reminders go out, by the clock of the policy's time zone. */
  morning: textThat('a time of day such as 08:00', (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value)).default('08:00'),
  mail: mailSchema.optional(),
  /** GOV.UK Notify, in place of a mail server. */
  notify: notifySchema.optional(),
  signIn: section({ proxy: proxySchema.optional(), openId: openIdSchema.optional() }).prefault({}),
  directory: directorySchema.prefault({}),
  /** How many days after its last entry a case that ended is kept: what `purge` goes by. Without it nothing is removed. */
  keepDays: wholeNumber(1, 36_500).optional(),
  limits: section({
    /** The largest body of a request, in bytes. */
    body: wholeNumber(10_000, 100_000_000).default(8_000_000),
    /** Submissions of one person in a minute. */
    submissions: wholeNumber(1, 100_000).default(60),
  }).prefault({}),
  /** The folder of the elements' built files: where scripts run, they take intake's own pages over. */
  elements: text('a folder').optional(),
  log: oneOf(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export type Settings = z.output<typeof settingsSchema>;
export type MailSettings = z.output<typeof mailSchema>;
export type NotifySettings = z.output<typeof notifySchema>;
export type OpenIdSettings = z.output<typeof openIdSchema>;
export type ProxySettings = z.output<typeof proxySchema>;

/** Enough to tell an address from a telephone number; whether it is somebody's, sending will show. */
export function isEmail(value: string): boolean {
  return /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"().]+$/.test(value) && value.length <= 254;
}
