import type { Message } from '../catalogue.ts';
import type { mixed as english } from '../en/mixed.ts';

export const mixed: Record<keyof typeof english, Message> = {
  'kit.mixed':
    'Mae’r dudalen hon yn cymysgu dwy fersiwn o Escalation Kit na allant rannu achos. Rhaid i bwy bynnag sy’n gofalu am y dudalen lwytho’r cyfan o un fersiwn.',
};
