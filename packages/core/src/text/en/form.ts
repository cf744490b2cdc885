import type { Messages } from '../catalogue.ts';

export const form = {} as const satisfies Messages;
