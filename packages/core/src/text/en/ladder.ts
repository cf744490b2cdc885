import type { Messages } from '../catalogue.ts';

export const ladder = {} as const satisfies Messages;
