import type { Messages } from '../catalogue.ts';

export const caseTexts = {} as const satisfies Messages;
