import type { KeptCase } from '../case/store.ts';
import type { Services } from '../services.ts';

/** The address of a case's page. */
export function linkTo({ origin }: Pick<Services, 'origin'>, { reference }: Pick<KeptCase, 'reference'>): string {
  return `${origin}/cases/${reference}`;
}
