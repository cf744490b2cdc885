import type { Catalogue } from '../catalogue.ts';
import { badge } from './badge.ts';
import { conditions } from './conditions.ts';
import { deadline } from './deadline.ts';
import { duties } from './duties.ts';
import { engine } from './engine.ts';
import { exportTexts } from './export.ts';
import { form } from './form.ts';
import { kit } from './kit.ts';
import { ladder } from './ladder.ts';
import { submission } from './submission.ts';
import { mixed } from './mixed.ts';
import { sending } from './sending.ts';
import { summary } from './summary.ts';

/** All areas together: what a server or a test uses. An element brings only the areas it speaks of. */
const messages = {
  ...kit,
  ...mixed,
  ...deadline,
  ...engine,
  ...badge,
  ...conditions,
  ...ladder,
  ...duties,
  ...summary,
  ...form,
  ...submission,
  ...sending,
  ...exportTexts,
};

export const en: Catalogue & { readonly messages: typeof messages } = {
  language: 'en',
  direction: 'ltr',
  messages,
};

export {
  badge,
  conditions,
  deadline,
  duties,
  engine,
  exportTexts,
  form,
  kit,
  ladder,
  mixed,
  sending,
  submission,
  summary,
};
