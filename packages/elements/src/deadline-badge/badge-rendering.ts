import type { Say } from '../kit/policy-words.ts';

/** What the templates of a badge need from their element. */
export interface BadgeRendering {
  readonly say: Say;
  /** 'Friday 27 November 2026' from a civil date. */
  readonly day: (civilDate: string) => string;
  /** What the element speaks. */
  readonly language: string;
  readonly isOpen: boolean;
  readonly isCompact: boolean;
  readonly toggle: () => void;
}
