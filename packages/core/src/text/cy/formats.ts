import type { Formats } from '../catalogue.ts';

const DAYS = ['Dydd Sul', 'Dydd Llun', 'Dydd Mawrth', 'Dydd Mercher', 'Dydd Iau', 'Dydd Gwener', 'Dydd Sadwrn'];
const MONTHS = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
];
const RULES = { 0: 'zero', 1: 'one', 2: 'two', 3: 'few', 6: 'many' } as const;

/** Welsh dates and plurals. Chromium has no Welsh, and would write American dates. */
export const formats: Formats = {
  date,
  day: (civilDate) => `${DAYS[new Date(`${civilDate}T00:00Z`).getUTCDay()]} ${date(civilDate)}`,
  rule: (count) => RULES[count as keyof typeof RULES] ?? 'other',
};

function date(civilDate: string): string {
  const [year, month = 1, day] = civilDate.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
