import type { Offer } from './case/offer.ts';
import type { Database } from './database/database.ts';
import type { Log } from './log/log.ts';
import type { Directory } from './people/directory.ts';
import type { Say } from './text/say.ts';

/** What every part of intake works with. */
export interface Services {
  readonly database: Database;
  readonly offer: Offer;
  readonly directory: Directory;
  readonly log: Log;
  readonly say: Say;
  /** The instant, ISO 8601. */
  readonly now: () => string;
  /** Whole numbers from 0 to `below`, not including it, each as likely and none to be foretold. */
  readonly random: (below: number) => number;
  /** When reminders go out, `hh:mm`. */
  readonly morning: string;
  /** What links begin with, and the host of message ids. */
  readonly origin: string;
  /** How often a message is tried before it is given up. */
  readonly tries: number;
}
