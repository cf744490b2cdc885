import type { Catalogue } from '../catalogue.ts';
import { badge } from './badge.ts';
import { caseTexts } from './case.ts';
import { duties } from './duties.ts';
import { engine } from './engine.ts';
import { form } from './form.ts';
import { ladder } from './ladder.ts';
import { summary } from './summary.ts';

const messages = { ...engine, ...badge, ...ladder, ...duties, ...summary, ...caseTexts, ...form };

/** Every key there is: other languages have the same. */
export type MessageKey = keyof typeof messages;

export const en: Catalogue & { readonly messages: typeof messages } = { language: 'en', direction: 'ltr', messages };
