import { toEpochDay, type SkippedDay } from '../calendar/index.ts';
import type { Text } from '../text/text.ts';

/** Days on end that do not count, for one reason. */
export interface SkippedSpan {
  readonly from: string;
  /** The last of them; the first where it is one day. */
  readonly to: string;
  readonly text: Text;
}

/** Each day that did not count, with the two days of a weekend in one line. A holiday keeps its own. */
export function foldSkipped(days: readonly SkippedDay[]): SkippedSpan[] {
  const spans: { from: string; to: string; why: SkippedDay['why']; title: string }[] = [];
  for (const { date, why, title = '' } of days) {
    const last = spans.at(-1);
    const goesOn = last?.why === 'weekend' && why === 'weekend' && toEpochDay(date) === toEpochDay(last.to) + 1;
    if (goesOn) last.to = date;
    else spans.push({ from: date, to: date, why, title });
  }
  return spans.map(({ from, to, why, title }) => ({ from, to, text: textOf(from, to, why, title) }));
}

function textOf(from: string, to: string, why: SkippedDay['why'], title: string): Text {
  const days = toEpochDay(to) - toEpochDay(from) + 1;
  return { key: 'why.skipped', values: { from, to, days, why, title } };
}
