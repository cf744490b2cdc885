import { expect } from '@open-wc/testing';
import { SharedClock } from './clock.ts';

/** A time that passes only when told to. */
function fakeTime(start: number) {
  let now = start;
  let pending: { at: number; callback: () => void } | null = null;
  return {
    source: {
      now: () => now,
      after: (ms: number, callback: () => void) => {
        pending = { at: now + ms, callback };
        return () => (pending = null);
      },
    },
    pass(ms: number) {
      const end = now + ms;
      while (pending && pending.at <= end) {
        const { at, callback } = pending;
        now = at;
        pending = null;
        callback();
      }
      now = end;
    },
    isRunning: () => pending !== null,
  };
}

describe('the shared clock', () => {
  it('tells all its listeners when a minute begins, with one timer', () => {
    const time = fakeTime(Date.UTC(2026, 10, 24, 9, 0, 50));
    const clock = new SharedClock(time.source);
    const told: string[] = [];
    clock.listen(() => told.push(`a ${clock.now()}`));
    clock.listen(() => told.push(`b ${clock.now()}`));
    time.pass(9_000);
    expect(told).to.deep.equal([]);
    time.pass(61_000);
    expect(told).to.deep.equal([
      'a 2026-11-24T09:01:00.000Z',
      'b 2026-11-24T09:01:00.000Z',
      'a 2026-11-24T09:02:00.000Z',
      'b 2026-11-24T09:02:00.000Z',
    ]);
  });

  it('runs only while somebody listens', () => {
    const time = fakeTime(0);
    const clock = new SharedClock(time.source);
    expect(time.isRunning()).to.equal(false);
    const end = clock.listen(() => {});
    expect(time.isRunning()).to.equal(true);
    end();
    expect(time.isRunning()).to.equal(false);
  });
});
