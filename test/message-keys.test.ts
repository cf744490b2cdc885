import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { CASE_STATUSES, DEADLINE_STATUSES, DUTY_STATUSES } from '@escalation-kit/core/case';
import {
  ACTIONS,
  AUTHOR_SIDES,
  CALLOUT_KINDS,
  CHILD_STATUSES,
  CHOICES,
  EVENT_TYPES,
  GUARDED_ACTIONS,
  PURPOSES,
  REASONS,
  RESULTS,
  SECTORS,
  SIDES,
  SUBJECTS,
  TIMESCALE_REASONS,
} from '@escalation-kit/core/policy';
import { FAULT_KINDS } from '@escalation-kit/core/record';
import { en, loadCatalogue } from '@escalation-kit/core/text';

const cy = (await loadCatalogue('cy'))!;
/** Those without an area are said by every other. */
const known = Object.keys(en.messages).filter((key) => key.includes('.'));
const sources = globSync('packages/*/src/**/*.ts', { ignore: ['**/*test.ts', '**/text/{en,cy}/*.ts'] });
const catalogues = globSync('packages/core/src/text/en/*.ts');

/** What begins the key of a message: the areas, such as `form.`. */
const AREAS = [...new Set(known.map((key) => key.split('.')[0]!))];
const KEY = new RegExp(`(['"\`])((?:${AREAS.join('|')})\\.[A-Za-z0-9.$\\-{}()_?:' ]+?)\\1`, 'g');

/** The keys written in a file; a pattern where a part of one is put in. */
function written(file: string): (string | RegExp)[] {
  return [...readFileSync(file, 'utf8').matchAll(KEY)].map(([, , key = '']) =>
    key.includes('${') ? new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}+/g, '.+')}$`) : key,
  );
}

/** Keys that are made of the members of a closed set. */
const SETS: readonly (readonly [start: string, members: readonly string[]])[] = [
  ['action', ACTIONS],
  ['badge.status', DEADLINE_STATUSES],
  ['before', GUARDED_ACTIONS.filter((action) => action !== 'open' && action !== 'escalate')],
  ['candidate', CHOICES],
  ['case-status', CASE_STATUSES],
  ['child-status', CHILD_STATUSES],
  ['condition.child', CHILD_STATUSES],
  ['condition.subject', SUBJECTS],
  ['export.because', TIMESCALE_REASONS],
  ['export.calendar', PURPOSES],
  ['export.deadline', DEADLINE_STATUSES],
  ['export.duty', DUTY_STATUSES],
  ['export.event', EVENT_TYPES],
  ['export.fault', FAULT_KINDS],
  ['export.for', PURPOSES],
  ['export.side', AUTHOR_SIDES],
  ['export.subject', SUBJECTS],
  ['ladder.callout', CALLOUT_KINDS],
  ['reason', REASONS],
  ['result', RESULTS],
  ['sector', SECTORS],
  ['side', SIDES],
  ['timescale-reason', TIMESCALE_REASONS],
];

describe('the keys of messages', () => {
  const used = [...sources, ...catalogues].flatMap((file) =>
    written(file).map((key) => ({ file, key, isCatalogue: file.includes('/text/en/') })),
  );

  test('are the same in Welsh', () => {
    expect(Object.keys(cy.messages).sort()).toEqual(Object.keys(en.messages).sort());
  });

  test('that are used are there', () => {
    const missing = used.filter(({ key }) =>
      typeof key === 'string' ? !known.includes(key) : !known.some((each) => key.test(each)),
    );
    expect(missing).toEqual([]);
  });

  test.each(SETS)('that begin with %s have one for each of its set', (start, members) => {
    expect(members.filter((member) => !known.includes(`${start}.${member}`))).toEqual([]);
  });

  test('that are there are used', () => {
    const outside = used.filter(({ isCatalogue }) => !isCatalogue);
    const said = used.filter(({ isCatalogue, key }) => isCatalogue && typeof key !== 'string');
    const ofSets = SETS.map(([start]) => ({ key: new RegExp(`^${start}\\.`) }));
    const uses = [...outside, ...said, ...ofSets];
    expect(
      known.filter((name) => !uses.some(({ key }) => (typeof key === 'string' ? key === name : key.test(name)))),
    ).toEqual([]);
  });

  test('of words of others are written in one place', () => {
    const wrong = sources.filter(
      (file) => !file.endsWith('/text/text.ts') && /key: '(policy|typed)'/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
