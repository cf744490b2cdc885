import type { Message } from '../catalogue.ts';
import type { kit as english } from '../en/kit.ts';

export const kit: Record<keyof typeof english, Message> = {
  'kit.loading': 'Yn llwytho…',
  'kit.failed': 'Nid oedd modd llwytho’r rhan hon o’r dudalen.',
  'kit.mixed':
    'Mae’r dudalen hon yn cymysgu dwy fersiwn o Escalation Kit na allant rannu achos. Rhaid i bwy bynnag sy’n gofalu am y dudalen lwytho’r cyfan o un fersiwn.',
  'kit.empty': 'Does dim i’w ddangos yma eto.',
};
