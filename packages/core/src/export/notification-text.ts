import type { Catalogue } from '../text/catalogue.ts';
import type { NotificationView } from '../views/notifications.ts';
import { voiceOf } from './voice.ts';

/** What is to be sent, to whom. */
export interface NotificationText {
  readonly to: string;
  /** Where the policy gives an address. */
  readonly email: string | null;
  readonly subject: string;
  readonly body: string;
}

/**
 * A notification in a language, as `notificationsOf` gives it: it names the policy and the stage and nothing of the
 * case, so that it may go by ordinary e-mail.
 *
 * @param catalogue the language; what it lacks is said in English
 */
export function notificationText(
  { to, email, subject, body }: NotificationView,
  catalogue?: Catalogue,
): NotificationText {
  const { say } = voiceOf(catalogue);
  return { to, email, subject: say(subject), body: say(body) };
}
