import type { Text } from './text.ts';

/** The number to call where nobody says another. */
export const EMERGENCY: Emergency = { number: '999' };

interface Emergency {
  readonly number: string;
  readonly label?: string | undefined;
}

/** The number to call in an emergency, in a sentence. */
export function emergencyText({ number, label }: Emergency = EMERGENCY): Text {
  return {
    key: 'kit.emergency',
    values: { number, ...(label !== undefined && { label }) },
    own: ['label'],
    phones: ['number'],
  };
}
