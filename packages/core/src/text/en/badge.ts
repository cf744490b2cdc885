import type { Messages } from '../catalogue.ts';

export const badge = {} as const satisfies Messages;
