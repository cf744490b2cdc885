import type { badge } from './en/badge.ts';
import type { conditions } from './en/conditions.ts';
import type { deadline } from './en/deadline.ts';
import type { duties } from './en/duties.ts';
import type { engine } from './en/engine.ts';
import type { exportTexts } from './en/export.ts';
import type { form } from './en/form.ts';
import type { kit } from './en/kit.ts';
import type { ladder } from './en/ladder.ts';
import type { mixed } from './en/mixed.ts';
import type { sending } from './en/sending.ts';
import type { submission } from './en/submission.ts';
import type { summary } from './en/summary.ts';
import type { others } from './others.ts';

/** Every key of a message: what English says, area by area. Types alone, so that no area loads another. */
export type MessageKey =
  | keyof typeof badge
  | keyof typeof conditions
  | keyof typeof deadline
  | keyof typeof duties
  | keyof typeof engine
  | keyof typeof exportTexts
  | keyof typeof form
  | keyof typeof kit
  | keyof typeof ladder
  | keyof typeof mixed
  | keyof typeof others
  | keyof typeof sending
  | keyof typeof submission
  | keyof typeof summary;

/** The last part of the keys that begin so: `KeyAfter<'form.'>` are the keys of the form without `form.`. */
export type KeyAfter<Start extends string> = MessageKey extends infer Key
  ? Key extends `${Start}${infer Rest}`
    ? Rest
    : never
  : never;
