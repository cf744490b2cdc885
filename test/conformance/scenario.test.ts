import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failuresOf, nameOf, scenariosIn } from './scenario.ts';
import { sourcesFor } from './sources.ts';

const file = `${import.meta.dirname}/scenarios/own-policy.json`;
const [sound] = JSON.parse(readFileSync(file, 'utf8')) as [Record<string, unknown>];
const failures = (scenario: unknown) => failuresOf(scenario, sourcesFor(file));

describe('expectations that are not met', () => {
  it.each<[string, unknown, string | RegExp]>([
    ['status', 'closed', 'status: expected "closed", found "open"'],
    ['route', 'short', 'route: expected "short", found "standard"'],
    ['stage', 'top', 'stage: expected "top", found "talk"'],
    ['tier', 'Head of Service', 'tier: expected "Head of Service", found null'],
    ['bypassed', ['talk'], 'bypassed: expected ["talk"], found []'],
    [
      'deadlines',
      [{ clause: 'small.talk', due: '2026-03-10', status: 'on-track' }],
      'deadlines: expected small.talk with {"due":"2026-03-10","status":"on-track"}, found {"due":"2026-03-09","status":"due-today"}',
    ],
    [
      'deadlines',
      [{ clause: 'small.top' }],
      'deadlines: expected small.top, found none of that clause among "small.talk"',
    ],
    [
      'deadlines',
      [{ clause: 'small.talk', wordsLike: 'at once' }],
      /^deadlines: expected small.talk with .*, found \{"wordsLike":"within 2 working days"\}$/,
    ],
    [
      'duties',
      [{ clause: 'small.record', owner: 'partnership' }],
      'duties: expected small.record with {"owner":"partnership"}, found {"owner":"raising"} and {"owner":"receiving"}',
    ],
    ['noDates', true, 'noDates: expected no date, found 2026-03-09 for small.talk'],
    ['noDuties', ['small.record'], /^noDuties: expected none for "small.record", found record@talk:raising \(due\)$/],
    [
      'actions',
      [{ action: 'escalate', to: 'first' }],
      /^actions: expected \{"action":"escalate","to":"first"\}, found .*"to":"managers"/,
    ],
    ['noActions', [{ action: 'resolve' }], /^noActions: expected no \{"action":"resolve"\}, found \{/],
    ['callouts', ['small.danger'], 'callouts: expected "small.danger", found none'],
    ['warnings', ['calendar-ended'], 'warnings: expected "calendar-ended", found "policy-not-confirmed"'],
    [
      'noWarnings',
      ['policy-not-confirmed'],
      'noWarnings: expected none of "policy-not-confirmed", found one that names none',
    ],
    ['deadline', [], /^expect\.deadline is not of the format; known are status, route,/],
    ['deadlines', { clause: 'x' }, 'deadlines: takes a list, found {"clause":"x"}'],
    ['deadlines', [{}], 'deadlines: takes objects with a clause, found {}'],
    ['noDates', false, 'noDates: takes true, found false'],
    ['noActions', ['resolve'], 'noActions: takes objects, found "resolve"'],
  ])('%s %j', async (key, value, line) => {
    const [first] = await failures({ ...sound, tries: undefined, expect: { [key]: value } });
    if (typeof line === 'string') expect(first).toBe(line);
    else expect(first).toMatch(line);
  });

  it('are all told', async () => {
    const expected = { stage: 'top', status: 'open', bypassed: ['x'], warnings: ['a', 'b'] };
    expect(await failures({ ...sound, expect: expected, tries: undefined })).toHaveLength(4);
  });

  it('of words take no heed of case', async () => {
    const expected = { deadlines: [{ clause: 'small.talk', wordsLike: '2 WORKING' }] };
    expect(await failures({ ...sound, expect: expected })).toEqual([]);
  });
});

describe('tries', () => {
  const escalate = { action: 'escalate', to: 'managers', because: 'unresolved' };

  it.each<[unknown, string | RegExp]>([
    [
      { command: { ...escalate, reason: '' }, accepted: true },
      /^tries\[0\]: expected \{.*\} to be accepted, found it refused by .*: ./,
    ],
    [
      { command: { ...escalate, reason: 'Yes' }, refused: true },
      /^tries\[0\]: expected \{.*\} to be refused, found it accepted$/,
    ],
    [
      { command: { ...escalate, reason: '' }, refused: 'small.top' },
      /to be refused by small.top, found it refused by small.managers for reason: ./,
    ],
    [{ command: { action: 'fly' }, accepted: true }, /found it refused/],
    [{ command: { ...escalate, reason: 'Yes' } }, 'tries[0]: one of accepted: true and refused is needed'],
    [{ accepted: true }, 'tries[0]: takes {command, accepted | refused}'],
    ['x', 'tries[0]: takes {command, accepted | refused}'],
  ])('%j', async (attempt, line) => {
    const [first, ...more] = await failures({ ...sound, expect: {}, tries: [attempt] });
    if (typeof line === 'string') expect(first).toBe(line);
    else expect(first).toMatch(line);
    expect(more).toEqual([]);
  });

  it('are each put to the state that the log leads to', async () => {
    const attempt = { command: { ...escalate, reason: 'Yes' }, accepted: true };
    expect(await failures({ ...sound, tries: [attempt, attempt] })).toEqual([]);
  });
});

describe('a malformed scenario', () => {
  it.each<[string, unknown, RegExp]>([
    ['is no object', 'x', /^malformed: an object is needed, found "x"$/],
    ['is null', null, /^malformed: an object is needed/],
    ['has no id', { ...sound, id: undefined }, /^malformed: id is missing$/],
    ['has no now', { ...sound, now: undefined }, /^malformed: now takes an instant, found nothing$/],
    ['has a now that is none', { ...sound, now: 'Monday' }, /^InvalidInstantError: .*Monday/],
    ['has no log', { ...sound, log: undefined }, /^malformed: log takes a list, found nothing$/],
    ['has a log of words', { ...sound, log: ['opened'] }, /^malformed: log\[0\] takes an event/],
    [
      'expects nothing',
      { ...sound, expect: undefined, tries: undefined },
      /^malformed: neither expect nor tries is given$/,
    ],
    ['expects a word', { ...sound, expect: 'open' }, /^expect: an object is needed/],
    ['has tries that are no list', { ...sound, tries: {} }, /^malformed: tries takes a list$/],
    ['names no policy', { ...sound, policyFile: undefined }, /^malformed: one of policy and policyFile is needed$/],
    ['names two', { ...sound, policy: 'kent' }, /^malformed: one of policy and policyFile is needed$/],
    [
      'names a policy that is not bundled',
      { ...sound, policyFile: undefined, policy: 'essex' },
      /^RangeError: no policy 'essex' is bundled; there are barnsley,/,
    ],
    ['names no file', { ...sound, policyFile: '../policies/none.json' }, /^Error: ENOENT/],
    [
      'names a file that is no policy',
      { ...sound, policyFile: '../calendars/made-up.json' },
      /^PolicyError: The policy is refused\.; \$\.format: This is missing/,
    ],
    [
      'names two calendars',
      { ...sound, calendar: 'scotland' },
      /^malformed: calendar and calendarFile are both given$/,
    ],
    [
      'names an unknown calendar',
      { ...sound, calendarFile: undefined, calendar: 'atlantis' },
      /^InvalidCalendarError: .*atlantis/,
    ],
    [
      'names an unknown division',
      { ...sound, calendarFile: { file: '../calendars/made-up.json', division: 'x' } },
      /^InvalidCalendarError: .*island/,
    ],
    [
      'has a calendar that is no id',
      { ...sound, calendarFile: undefined, calendar: 5 },
      /^malformed: calendar takes an id$/,
    ],
    [
      'has a policy that is no id',
      { ...sound, policyFile: undefined, policy: 5 },
      /^malformed: policy and policyFile take text, found 5$/,
    ],
    [
      'has a calendar file without division',
      { ...sound, calendarFile: { file: 'x' } },
      /^malformed: calendarFile takes \{file, division, covers\?\}$/,
    ],
  ])('%s', async (_name, scenario, line) => {
    const found = await failures(scenario);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(line);
    expect(found[0]).not.toContain('\n');
  });

  it('has a name all the same', () => {
    expect(nameOf({ id: 'a' }, 0)).toBe('a');
    expect(nameOf(null, 2)).toBe('scenario 3 (without an id)');
    expect(scenariosIn({ id: 'a' })).toEqual([{ id: 'a' }]);
  });
});
