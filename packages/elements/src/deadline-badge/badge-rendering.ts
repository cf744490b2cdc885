import type { Text } from '@escalation-kit/core/text';
import type { BadgeView } from '@escalation-kit/core/views/badge';

/** What the templates of a badge need from their element. */
export interface BadgeRendering {
  readonly say: (text: Text) => string;
  /** 'Friday 27 November 2026' from a civil date. */
  readonly day: (civilDate: string) => string;
  /** What the element speaks. */
  readonly language: string;
  readonly isOpen: boolean;
  readonly isCompact: boolean;
  readonly toggle: () => void;
}

/** The policy's language, where the element speaks another. */
export function otherLanguage({ language }: BadgeView, rendering: BadgeRendering): string | null {
  return language === rendering.language ? null : language;
}

/** A policy's words begin in the middle of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
