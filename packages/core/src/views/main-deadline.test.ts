import { describe, expect, it } from 'vitest';
import type { CaseStatus, Deadline } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import { deadlineNames, mainDeadline, namedDeadline } from './main-deadline.ts';

function deadline(id: string, fields: Partial<Deadline> = {}): Deadline {
  const dated = { due: '2026-11-27', dueAt: null, start: '2026-11-20', status: 'on-track' } as const;
  return { id, clock: id, stage: '1', clauses: [], ...dated, ...fields } as Deadline;
}

const later = deadline('later', { due: '2026-11-30' });
const soon = deadline('soon');
const byTheHour = deadline('hours', { dueAt: '2026-11-27T12:00:00Z' });
const met = deadline('met', { due: '2026-11-24', status: 'met' });
const metLast = deadline('met-last', { due: '2026-11-25', status: 'met-late' });
const elsewhere = deadline('elsewhere', { stage: '0', due: '2026-11-21', status: 'overdue' });
const unknown = deadline('unknown', { due: null, status: 'unknown' });
const words = deadline('words', { due: null, status: 'none' });
const waiting = deadline('waiting', { due: null, status: 'none', start: null });

const mainOf = (deadlines: readonly Deadline[], status: CaseStatus = 'open') =>
  mainDeadline({ deadlines, stage: '1', status });

describe('the main deadline', () => {
  it.each([
    ['the soonest', [later, soon], 'soon'],
    ['an hour of the day before its end', [soon, byTheHour], 'hours'],
    ['none of another stage', [elsewhere, later], 'later'],
    ['what is unmet', [met, later], 'later'],
    ['a date before one past the calendar', [unknown, later], 'later'],
    ['one past the calendar before words', [words, unknown], 'unknown'],
    ['words that run before what has not begun', [waiting, words], 'words'],
    ['words that run before what is met', [met, words], 'words'],
    ['where all are met, the last', [metLast, met], 'met-last'],
    ['nothing where the stage has none', [elsewhere], undefined],
  ])('is %s', (_, deadlines, id) => {
    expect(mainOf(deadlines)?.id).toBe(id);
    expect(mainOf([...deadlines].reverse())?.id).toBe(id);
  });

  it('is what was met, where the case is open no more', () => {
    expect(mainOf([words, met, metLast], 'resolved')?.id).toBe('met-last');
    expect(mainOf([words], 'resolved')?.id).toBe('words');
  });

  it.each(['ended', 'ended-late'] as const)(
    'is what ended without it, where nothing else is waited for: %s',
    (status) => {
      const ended = deadline('ended', { due: '2026-11-26', status });
      expect(mainOf([ended, later])?.id).toBe('later');
      expect(mainOf([met, ended], 'withdrawn')?.id).toBe('ended');
    },
  );
});

describe('a named deadline', () => {
  const first = deadline('clock', { status: 'met', clauses: ['c1'] });
  const again = deadline('clock#2', { clock: 'clock', clauses: ['c1'], due: '2026-12-04' });
  const perStage = deadline('cap@1', { clock: 'cap', clauses: ['c2'] });
  const laterOnes = [deadline('cap@1#2', { clock: 'cap' }), deadline('cap@2', { clock: 'cap', stage: '2' })];

  it.each([
    ['clock', 'clock#2'],
    ['clock#2', 'clock#2'],
    ['cap', 'cap@2'],
    ['cap@1', 'cap@1#2'],
    ['c1', 'clock#2'],
    ['c2', 'cap@1'],
    ['c3', undefined],
  ])('%s is %s', (name, id) => {
    expect(namedDeadline([first, again, perStage, ...laterOnes], name)?.id).toBe(id);
  });

  it('takes its names from the clocks of the policy and their clauses', () => {
    const instead = [{ clauses: ['c3'] }];
    const policy = {
      stages: [{ clocks: [{ id: 'clock', clauses: ['c1'], instead }] }, { clocks: [] }],
      timescales: [{ id: 'cap', clauses: ['c1', 'c2'] }],
    } as unknown as Policy;
    expect(deadlineNames(policy)).toEqual(['clock', 'cap', 'protects-child', 'c1', 'c3', 'c2']);
  });
});
