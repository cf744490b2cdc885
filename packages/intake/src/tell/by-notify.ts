import { NotifyClient } from 'notifications-node-client';
import type { NotifySettings } from '../settings/settings.ts';
import type { Courier } from './courier.ts';
import { within } from './within.ts';

/** Notify did not take a message. */
class NotifyError extends Error {
  override readonly name = 'NotifyError';
  readonly code: string;

  constructor(code: string) {
    super('Notify did not take it.');
    this.code = code;
  }
}

/**
 * Sends by GOV.UK Notify, with a template whose subject is ((subject)) and whose message is ((body)). What goes wrong is
 * told by its code alone: an error of the library holds the token, the address and the text.
 */
export function byNotify({ key, template, url }: NotifySettings): Courier {
  const client = url === undefined ? new NotifyClient(key) : new NotifyClient(url, key);
  return {
    send: async ({ to, subject, text, messageId }) => {
      const personalisation = { subject, body: text };
      const sending = client.sendEmail(template, to, { personalisation, reference: messageId });
      try {
        await within(LONGEST, sending);
      } catch (error) {
        throw new NotifyError(codeOf(error));
      }
    },
    close: () => {},
  };
}

/** The library itself waits for ever. */
const LONGEST = 30_000;

function codeOf(error: unknown): string {
  const { code, response } = error as { code?: unknown; response?: { status?: unknown } };
  if (typeof response?.status === 'number') return `NOTIFY-${response.status}`;
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'NOTIFY';
}
