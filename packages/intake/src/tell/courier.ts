import { createTransport } from 'nodemailer';
import type { MailSettings } from '../settings/settings.ts';
import { within } from './within.ts';

/** One message to one address. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same at each try, so that whoever gets it twice can tell. */
  readonly messageId: string;
}

/** Takes a letter on its way. Throws where it is not known to have been taken: it may have been. */
export interface Courier {
  readonly send: (letter: Letter) => Promise<void>;
  readonly close: () => void;
}

/** How long one try may take, in milliseconds: after this the worker takes it for lost. */
const LONGEST = 90_000;

/** A server that took the letter for none of its recipients. */
class RejectedError extends Error {
  override readonly name = 'RejectedError';
  readonly code = 'EREJECTED';
}

/** Sends by SMTP. What goes wrong is told by its code alone: errors of the library hold addresses and texts. */
export function bySmtp({ host, port, secure, requireTls, user, password, from }: MailSettings): Courier {
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls && !secure,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    pool: true,
    maxConnections: 3,
  });
  return {
    send: async ({ to, subject, text, messageId }) => {
      const headers = { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' };
      const letter = { from, to: { name: '', address: to }, subject, text, messageId, headers };
      const sent = await within(LONGEST, transport.sendMail(letter));
      if (sent.rejected.length > 0) throw new RejectedError('The server rejected the recipient.');
    },
    close: () => transport.close(),
  };
}
