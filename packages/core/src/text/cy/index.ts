import type { Catalogue } from '../catalogue.ts';
import { badge } from './badge.ts';
import { conditions } from './conditions.ts';
import { deadline } from './deadline.ts';
import { duties } from './duties.ts';
import { engine } from './engine.ts';
import { exportTexts } from './export.ts';
import { form } from './form.ts';
import { formats } from './formats.ts';
import { kit } from './kit.ts';
import { ladder } from './ladder.ts';
import { submission } from './submission.ts';
import { mixed } from './mixed.ts';
import { sending } from './sending.ts';
import { summary } from './summary.ts';

/** Welsh. What is not here yet is said in English. */
export const cy: Catalogue = {
  language: 'cy',
  direction: 'ltr',
  formats,
  messages: {
    ...kit,
    ...mixed,
    ...deadline,
    ...engine,
    ...form,
    ...conditions,
    ...badge,
    ...ladder,
    ...summary,
    ...duties,
    ...submission,
    ...sending,
    ...exportTexts,
  },
};
