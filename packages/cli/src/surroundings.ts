/** What a command has around it. Tests give their own, and so could a server. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** What is given on standard input, for the file `-`. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** The present, in milliseconds. */
  readonly now: () => number;
}

/** How a command ends. */
export const EXIT = {
  fine: 0,
  /** Something is wrong with a policy. */
  faulty: 1,
  /** The command was used wrongly, or a file cannot be read or written. */
  unusable: 2,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
