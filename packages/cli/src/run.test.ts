import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../test/conformance/changed-policy.ts';
import { run } from './run.ts';

let folder: string;
/** What is given on standard input. */
let given = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'escalation-kit-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW = Date.UTC(2026, 10, 20, 12);

/** Runs a command; the folder of the test is left out of what it printed. */
async function output(...args: string[]) {
  const printed = { out: '', err: '' };
  const exit = await run(args, {
    out: (text) => (printed.out += text.replaceAll(`${folder}/`, '')),
    err: (text) => (printed.err += text.replaceAll(`${folder}/`, '')),
    input: () => Readable.from([Buffer.from(given)]),
    now: () => NOW,
  });
  return { exit, ...printed };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

const policy = (changes: Changes, name = 'ours.json') => file(name, changed(changes));

describe('check', () => {
  it('is content with a sound policy', async () => {
    expect(await output('check', policy({}))).toEqual({ exit: 0, out: '1 file, 0 faults, 0 warnings\n', err: '' });
  });

  it('prints each fault with its file, its place, what was found and what is allowed', async () => {
    const path = policy({ 'stages/0/formality': 'infromal', 'stages/0/clauses': [], 'ways/0/to': 'topp' });
    const { exit, out } = await output('check', path);
    expect(out).toBe(`ours.json:${lineOf(path, '"formality": "infromal"')}:7: fault at $.stages[0].formality
  Found "infromal"; it takes one of "informal", "formal", "unsaid". Did you mean "informal"?

ours.json:${lineOf(path, '"clauses": []')}:7: fault at $.stages[0].clauses
  This may not be empty.
  Found: []
  Allowed: at least 1 item

ours.json:${lineOf(path, '"to": "topp"')}:7: fault at $.ways[0].to
  The policy has no stage "topp". Did you mean "top"?
  Allowed: the id of a stage: "talk", "managers", "first", "top"

1 file, 3 faults, 0 warnings
`);
    expect(exit).toBe(1);
  });

  it('shows where what is missing would stand', async () => {
    const path = policy({ 'stages/1/label': undefined });
    const stage = lineOf(path, '"id": "managers"') - 1;
    expect((await output('check', path)).out).toBe(
      `ours.json:${stage}:5: fault at $.stages[1].label\n  This is missing; it takes text.\n\n1 file, 1 fault, 0 warnings\n`,
    );
  });

  it('prints what can hardly be meant, and how it is known, without failing', async () => {
    const path = policy({ 'contacts/0/clauses': ['small.top'] });
    expect(await output('check', path)).toEqual({
      exit: 0,
      out: `ours.json:${lineOf(path, '"small.contacts"')}:5: warning at $.clauses["small.contacts"] (clause-unused)
  Nothing in the policy carries the clause 'small.contacts'.
  Known because: No part names it, outside the list of clauses.

1 file, 0 faults, 1 warning
`,
      err: '',
    });
    expect((await output('check', '--strict', path)).exit).toBe(1);
  });

  it('adds up several files', async () => {
    const paths = [policy({}, 'a.json'), policy({ title: 5 }, 'b.json'), policy({ format: 3, id: '' }, 'c.json')];
    const { exit, out } = await output('check', ...paths);
    expect(out.trimEnd().split('\n').at(-1)).toBe('3 files, 3 faults, 0 warnings');
    expect(exit).toBe(1);
  });

  it('knows the bundled policies by their ids, and today for their review', async () => {
    const { exit, out } = await output('check', 'bromley');
    expect(out).toContain('bromley: warning at $.provenance.review (review-overdue)\n');
    expect(out).toContain('Known because: Today is 2026-11-20.\n');
    expect(exit).toBe(0);
  });

  it('finds keys that stand twice, which JSON would lose', async () => {
    const path = file('ours.json', JSON.stringify(changed({})).replace('{"format":1', '{"format":1,\n"format":1'));
    const { exit, out } = await output('check', path);
    expect(out).toContain('ours.json:2:1: fault at $.format\n  The key "format" stands in line 1 already;');
    expect(exit).toBe(1);
  });

  it('lists no more than a hundred of them', async () => {
    const path = file('ours.json', `{${'"format": 1,\n'.repeat(5000)}"format": 1}`);
    expect((await output('check', path)).out.match(/stands in line 1 already/g)).toHaveLength(100);
  });

  it.each([
    ['no JSON', '{\n  "format" 1\n}', 'ours.json:2:12: fault at $\n  The text is not JSON here: '],
    ['half a policy', '{\n  "format": 1', 'ours.json:2:14: fault at $\n  The text ends too early: '],
    ['nothing', '', 'ours.json:1:1: fault at $\n'],
    ['no policy', '[]', 'ours.json:1:1: fault at $\n'],
    ['a policy without end', '['.repeat(100_000), 'ours.json:1:100001: fault at $\n  The text ends too early: '],
    ['depth without end', '['.repeat(100_000) + ']'.repeat(100_000), 'ours.json:1:1: fault at $\n  It is nested too '],
    [
      'a line break in a text',
      '{\n  "title": "Ours\nand theirs"\n}',
      'ours.json:2:17: fault at $\n  A text holds a control ',
    ],
    ['a bracket left open', '{\n  "routes": [1,\n', 'ours.json:2:16: fault at $\n  The text ends too early: '],
    ['a comma too many', '{\n  "format": 1,\n}', 'ours.json:3:1: fault at $\n  The text is not JSON here: '],
    ['a word that is none', '{"format": NaN}', 'ours.json:1:12: fault at $\n  The text is not JSON here: '],
  ])('refuses a file with %s in it', async (_name, content, printed) => {
    const { exit, out } = await output('check', file('ours.json', content));
    expect(out).toContain(printed);
    expect(exit).toBe(1);
  });

  it('reads a file that begins with a byte order mark', async () => {
    expect((await output('check', file('ours.json', `\uFEFF${JSON.stringify(changed({}))}`))).exit).toBe(0);
  });

  it('reads standard input for -, and says so where something is wrong', async () => {
    given = JSON.stringify(changed({}));
    expect(await output('check', '-')).toMatchObject({ exit: 0, out: '1 file, 0 faults, 0 warnings\n' });
    given = '{';
    expect((await output('check', '-')).out).toMatch(/^-:1:2: fault at \$\n/);
  });

  it('reads no more of what is too large, or never ends, than it takes to tell', async () => {
    const large = file('large.json', `{"clauses": [${'{},'.repeat(1_500_000)}{}]}`);
    const { exit, out } = await output('check', large, '/dev/zero');
    expect(exit).toBe(2);
    expect(out).toContain('large.json cannot be read: it holds more than 2 MB, which no policy does.\n');
    expect(out).toContain('/dev/zero cannot be read: it holds more than 2 MB');
  });

  it('goes on past a file that cannot be read, and says so in the end', async () => {
    const missing = join(folder, 'gone.json');
    const { exit, out } = await output('check', missing, folder, policy({ title: 5 }));
    expect(out).toContain('gone.json cannot be read: there is no such file, and no bundled policy of this name.\n');
    expect(out).toContain('cannot be read: it is a folder.\n');
    expect(out).toContain('3 files, 1 fault, 0 warnings\n');
    expect(exit).toBe(2);
  });

  it('prints JSON for programs', async () => {
    const path = policy({ 'ways/0/to': 'topp' });
    const { exit, out } = await output('check', '--json', path, 'bromley', join(folder, 'gone.json'));
    const place = { line: lineOf(path, '"to": "topp"'), column: 7 };
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          file: 'ours.json',
          policy: null,
          faults: [
            {
              path: '$.ways[0].to',
              found: '"topp"',
              allowed: 'the id of a stage: "talk", "managers", "first", "top"',
              message: 'The policy has no stage "topp". Did you mean "top"?',
              ...place,
            },
          ],
          warnings: [],
        },
        {
          file: 'bromley',
          policy: { id: 'bromley', version: '1.5' },
          faults: [],
          warnings: [expect.objectContaining({ kind: 'review-overdue', how: 'Today is 2026-11-20.' })],
        },
        {
          file: 'gone.json',
          policy: null,
          unreadable: 'gone.json cannot be read: there is no such file, and no bundled policy of this name.',
          faults: [],
          warnings: [],
        },
      ],
      counts: { files: 3, faults: 1, warnings: 1 },
    });
    expect(exit).toBe(2);
  });
});

describe('check, of a policy that extends another', () => {
  const overlay = (more: object = {}) =>
    file('local.json', {
      extends: 'small',
      id: 'local',
      version: '2',
      title: 'A local policy',
      partnership: { name: 'Local Partnership' },
      document: { title: 'How we differ' },
      provenance: { taken: '2026-03-01', confirmed: null },
      ...more,
    });

  it('takes the base from a file', async () => {
    const base = policy({}, 'region.json');
    expect(await output('check', overlay(), '--base', base)).toMatchObject({ exit: 0, err: '' });
  });

  it('or from the bundled policies', async () => {
    expect((await output('check', overlay({ extends: 'kent' }))).exit).toBe(0);
  });

  it('or from several files, each of which extends the next', async () => {
    const bases = [
      policy({}, 'nation.json'),
      file('region.json', { ...(JSON.parse(readFileSync(overlay(), 'utf8')) as object), id: 'region' }),
    ];
    const path = overlay({ extends: 'region' });
    expect(await output('check', path, '--base', bases[0]!, '--base', bases[1]!)).toMatchObject({ exit: 0 });
    expect((await output('check', path, '--base', bases[1]!)).out).toContain('No policy "small" is known.');
  });

  it('shows where its own faults stand in its file, and which are not its own', async () => {
    const base = policy({ 'duties/0/who': 'nobody' }, 'region.json');
    const duty = { ...(changed({}) as { duties: object[] }).duties[1], who: 'noone' };
    const path = overlay({ duties: [duty], principles: [{ text: '', clauses: ['small.top'] }], calendar: '' });
    const { out } = await output('check', path, '--base', base);
    expect(out).toContain(`local.json:${lineOf(path, '"who": "noone"')}:7: fault at $.duties[0].who\n`);
    expect(out).toContain(`local.json:${lineOf(path, '"text": ""')}:7: fault at $.principles[0].text\n`);
    expect(out).toContain(`local.json:${lineOf(path, '"calendar": ""')}:3: fault at $.calendar\n`);
    expect(out).toMatch(/^local\.json: fault at \$\.duties\[0\]\.who\n(?: .*\n)* {2}It comes from what this policy/m);
  });

  it.each([
    ['there is none', () => 'gone.json', /^gone\.json cannot be read: there is no such file/],
    [
      'it is no JSON',
      () => file('base.json', '[1 2]'),
      /^base\.json cannot be read: it is no JSON at line 1, column 4\.\n$/,
    ],
    ['it has no id', () => file('base.json', '{}'), /^base\.json cannot be read: it has no id by which/],
  ])('refuses a base where %s', async (_name, base, said) => {
    const { exit, out, err } = await output('check', overlay(), '--base', base());
    expect(err).toMatch(said);
    expect([exit, out]).toEqual([2, '']);
  });
});

describe('explain', () => {
  it('prints Markdown, unless HTML is asked for', async () => {
    expect((await output('explain', 'coventry')).out).toMatch(/^# Coventry escalation policy: for approval\n/);
    expect((await output('explain', 'coventry', '--format', 'html')).out).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  it('writes a file in the format that its name says', async () => {
    const [markdown, html, text] = ['a.md', 'a.html', 'a.txt'].map((name) => join(folder, name)) as [
      string,
      ...string[],
    ];
    expect(await output('explain', policy({}), '--out', markdown)).toEqual({ exit: 0, out: '', err: '' });
    await output('explain', policy({}), '--out', html!);
    await output('explain', policy({}), '--out', text!, '--format', 'html');
    expect(readFileSync(markdown, 'utf8')).toMatch(/^# A small policy for tests: for approval\n/);
    expect(readFileSync(html!, 'utf8')).toMatch(/^<!doctype html>/);
    expect(readFileSync(text!, 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('writes nothing under a name that says something else', async () => {
    const pdf = join(folder, 'small.pdf');
    const { exit, err } = await output('explain', policy({}), '--out', pdf);
    expect([exit, err]).toEqual([
      2,
      'small.pdf is no name for HTML or Markdown: end it with .html or .md, or give --format.\n',
    ]);
    expect(existsSync(pdf)).toBe(false);
    expect((await output('explain', policy({}), '--out', pdf, '--format', 'html')).exit).toBe(0);
  });

  it('counts its examples from the date given, or from today', async () => {
    expect((await output('explain', 'barnsley', '--example-date', '2026-12-24')).out).toContain('24 December 2026');
    expect((await output('explain', 'barnsley')).out).toContain('at 10:00 on Friday 20 November 2026');
    const early = await output('explain', 'barnsley', '--example-date', '1999-01-04');
    expect(early.out).toContain('Not known: the calendar begins on 1 January 2012');
  });

  it('counts its examples by a calendar of the host’s', async () => {
    const data = {
      id: 'isle-of-man',
      title: 'Isle of Man',
      published: '2026-01-01',
      covers: { from: '2026-01-01', to: '2026-12-31' },
      weekend: [6, 7],
      days: [{ date: '2026-11-23', title: 'A holiday of theirs' }],
    };
    const island = policy({ calendar: 'isle-of-man' });
    const { exit, out } = await output('explain', island, '--calendar', file('days.json', data));
    expect(out).toContain('Monday 23 November 2026: A holiday of theirs');
    expect(out).toContain('Bank holidays are those of “Isle of Man”, published on 1 January 2026');
    expect(exit).toBe(0);
    for (const [calendar, said] of [
      [{ ...data, id: 'jersey' }, "it is the calendar 'jersey', and the policy names 'isle-of-man'"],
      [{ ...data, days: [{ date: '2026-02-30', title: 'x' }] }, "it is no calendar: days[0].date: '2026-02-30' is not"],
      [[], 'it is no calendar: id: undefined is not an id. Allowed: a text that is not empty'],
      ['{"id":', 'it is no JSON at line 1, column'],
    ] as const) {
      const refused = await output('explain', island, '--calendar', file('days.json', calendar));
      expect(refused.err).toContain(`days.json cannot be read: ${said}`);
      expect([refused.exit, refused.out]).toEqual([2, '']);
    }
  });

  it('explains what an overlay comes to with its base', async () => {
    const local = file('local.json', { ...overlayOf('small'), contacts: [] });
    const { out } = await output('explain', local, '--base', policy({}, 'region.json'));
    expect(out).toContain('- **Made from the policy:** small, version 1\n');
    expect(out).toContain('Tell the partnership that the talk failed');
  });

  it('tells what is wrong with a policy instead of explaining it', async () => {
    const { exit, out, err } = await output('explain', policy({ title: 5 }));
    expect(err).toContain('fault at $.title\n  Found 5; it takes text.\n');
    expect([exit, out]).toEqual([1, '']);
    expect((await output('explain', join(folder, 'gone.json'))).exit).toBe(2);
  });

  it('says where it cannot write', async () => {
    const { exit, err } = await output('explain', 'coventry', '--out', join(folder, 'no', 'a.md'));
    expect(err).toMatch(/^no\/a\.md cannot be written: /);
    expect(exit).toBe(2);
  });
});

it('schema prints the JSON Schema', async () => {
  const { exit, out } = await output('schema');
  expect(out).toBe(readFileSync('packages/core/policy.schema.json', 'utf8'));
  expect(exit).toBe(0);
});

describe('the command line', () => {
  it.each([
    [[], /Usage: escalation-kit/],
    [['check'], /missing required argument 'file'/],
    [['chek', 'coventry'], /unknown command 'chek'/],
    [['check', 'coventry', '--stric'], /unknown option '--stric'\n\(Did you mean --strict\?\)/],
    [['explain', 'coventry', 'kent'], /too many arguments/],
    [['explain', 'coventry', '--format', 'pdf'], /Allowed choices are markdown, html/],
    [['explain', 'coventry', '--example-date', '2026-02-30'], /It must be a day of the calendar, YYYY-MM-DD/],
  ])('refuses %j', async (args, said) => {
    const { exit, out, err } = await output(...args);
    expect(err).toMatch(said);
    expect([exit, out]).toEqual([2, '']);
  });

  it('helps, and tells its version', async () => {
    expect((await output('--help')).out).toMatch(/check \[options\] <file\.\.\.>/);
    expect(await output('--version')).toEqual({ exit: 0, out: '0.1.0\n', err: '' });
  });
});

function overlayOf(base: string) {
  return {
    extends: base,
    id: 'local',
    version: '2',
    title: 'A local policy',
    partnership: { name: 'Local Partnership' },
    document: { title: 'How we differ' },
    provenance: { taken: '2026-03-01', confirmed: null },
  };
}

/** The line on which a text stands in a file, or stands for the n-th time. */
function lineOf(path: string, text: string, nth = 1): number {
  const lines = readFileSync(path, 'utf8').split('\n');
  const found = lines.flatMap((line, i) => (line.includes(text) ? [i + 1] : []));
  return found[nth - 1] ?? NaN;
}
