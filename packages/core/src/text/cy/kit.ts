import type { Message } from '../catalogue.ts';
import type { kit as english } from '../en/kit.ts';

export const kit: Record<keyof typeof english, Message> = {
  'kit.emergency': ({ number, label }) =>
    `Mewn argyfwng, ffoniwch ${number}${label === undefined ? '' : ` (${label})`}.`,
  'kit.loading': 'Yn llwytho…',
  'kit.failed': 'Nid oedd modd llwytho’r rhan hon o’r dudalen.',
  'kit.again': 'Rhowch gynnig arall arni',
  'kit.reload': 'Ail-lwythwch y dudalen',
  'kit.empty': 'Does dim i’w ddangos yma eto.',
};
