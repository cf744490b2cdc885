import type { Messages } from '../catalogue.ts';

export const summary = {} as const satisfies Messages;
