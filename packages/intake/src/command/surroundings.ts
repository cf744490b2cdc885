import type { Environment } from '../settings/read-settings.ts';

/** What the command reaches of the process that it runs in. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly environment: Environment;
  readonly now: () => string;
  /** Ends when somebody asks the process to stop. */
  readonly stopped: Promise<void>;
}
