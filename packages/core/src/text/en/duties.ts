import type { Messages } from '../catalogue.ts';

export const duties = {} as const satisfies Messages;
