import type { Catalogue } from '../catalogue.ts';
import { badge } from './badge.ts';
import { deadline } from './deadline.ts';
import { duties } from './duties.ts';
import { exportTexts } from './export.ts';
import { formats } from './formats.ts';
import { kit } from './kit.ts';
import { ladder } from './ladder.ts';

/** Welsh. What is not here yet is said in English. */
export const cy: Catalogue = {
  language: 'cy',
  direction: 'ltr',
  formats,
  messages: { ...kit, ...deadline, ...badge, ...ladder, ...duties, ...exportTexts },
};
