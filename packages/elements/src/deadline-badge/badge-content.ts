/*
 * What the badge needs once a calendar is there: its first load is the element alone.
 */
import type { Messages } from '@escalation-kit/core/text';
import { badge } from '@escalation-kit/core/text/en/badge';
import { deadline } from '@escalation-kit/core/text/en/deadline';
import { kit } from '@escalation-kit/core/text/en/kit';

export { badgeStyles as styles } from './badge-styles.ts';
export { lookAt } from './look-at.ts';
export { renderBadge } from './render-badge.ts';

export const messages: Messages = { ...kit, ...deadline, ...badge };
