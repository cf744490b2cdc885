import { expect, test } from 'vitest';
import { say } from '../say.ts';
import { cy } from './index.ts';

const due = { due: '2026-11-27' };

test.each([
  ['badge.due', due, 'I’w wneud erbyn dydd Gwener 27 Tachwedd 2026'],
  ['badge.was-due', { ...due, time: '16:30' }, 'Roedd i’w wneud erbyn 16:30 dydd Gwener 27 Tachwedd 2026'],
  ['badge.working-days-left', { count: 0 }, 'dim diwrnod gwaith ar ôl'],
  ['badge.working-days-left', { count: 1 }, '1 diwrnod gwaith ar ôl'],
  ['badge.working-days-left', { count: 2 }, '2 ddiwrnod gwaith ar ôl'],
  ['badge.working-days-left', { count: 3 }, '3 diwrnod gwaith ar ôl'],
  ['badge.started', { count: 0 }, 'dechreuodd heddiw'],
  ['badge.started', { count: 2 }, 'dechreuodd 2 ddiwrnod yn ôl'],
  ['deadline.within', { amount: 5, unit: 'working-days' }, 'o fewn 5 diwrnod gwaith'],
  [
    'why.later',
    { ...due, amount: 2, unit: 'months' },
    '2 fis, sy’n rhoi dydd Gwener 27 Tachwedd 2026: yn ddiweddarach',
  ],
  [
    'why.skipped',
    { from: '2026-11-21', to: '2026-11-22', days: 2, why: 'weekend', title: '' },
    'Dydd Sadwrn 21 a Dydd Sul 22 Tachwedd 2026: penwythnos',
  ],
])('%s with %j: %s', (key, values, expected) => {
  expect(say({ key, values }, cy)).toBe(expected);
});
