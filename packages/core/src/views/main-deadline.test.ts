import { describe, expect, it } from 'vitest';
import type { Deadline } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import { deadlineNames, mainDeadline, namedDeadline } from './main-deadline.ts';

function deadline(id: string, fields: Partial<Deadline> = {}): Deadline {
  const dated = { due: '2026-11-27', dueAt: null, start: '2026-11-20', status: 'on-track' } as const;
  return { id, stage: '1', clauses: [], ...dated, ...fields } as Deadline;
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
    expect(mainDeadline(deadlines, '1', true)?.id).toBe(id);
    expect(mainDeadline([...deadlines].reverse(), '1', true)?.id).toBe(id);
  });

  it('is what was met, where the case is open no more', () => {
    expect(mainDeadline([words, met, metLast], '1', false)?.id).toBe('met-last');
    expect(mainDeadline([words], '1', false)?.id).toBe('words');
  });
});

describe('a named deadline', () => {
  const first = deadline('clock', { status: 'met', clauses: ['c1'] });
  const again = deadline('clock#2', { clauses: ['c1'], due: '2026-12-04' });
  const perStage = deadline('cap@1', { clauses: ['c2'] });
  const laterOnes = [deadline('cap@1#2'), deadline('cap@2')];

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
