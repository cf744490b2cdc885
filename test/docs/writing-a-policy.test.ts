import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '@escalation-kit/cli';
import { loadPolicy } from '@escalation-kit/policies';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fencedBlocks } from './fenced-blocks.ts';

const guide = readFileSync('docs/writing-a-policy.md', 'utf8');
const policy = fencedBlocks(guide, 'json').reduce<unknown>((all, { code }) => merged(all, JSON.parse(code)), {});
const overlay = /^```json overlay\n([^]*?)^```$/m.exec(guide)![1]!;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'escalation-kit-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the pieces of the guide, put together', () => {
  it('are a policy without faults', async () => {
    write('bromley.json', policy);
    const { exit, out } = await output('check', 'bromley.json');
    expect(out).toMatch(/^1 file, 0 faults, \d+ warnings?$/m);
    expect(exit).toBe(0);
  });

  it('have only the warning that the guide speaks of', async () => {
    write('bromley.json', policy);
    const { out } = await output('check', '--json', 'bromley.json');
    const { files } = JSON.parse(out) as { files: [{ warnings: { kind: string }[] }] };
    expect(files[0].warnings.map(({ kind }) => kind)).toEqual(['review-overdue']);
  });

  it('fit the JSON Schema', () => {
    const schema = JSON.parse(readFileSync('packages/core/policy.schema.json', 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    validate(policy);
    expect(validate.errors).toBeNull();
    validate(JSON.parse(overlay));
    expect(validate.errors).toBeNull();
  });

  it('say nothing that the bundled policy does not say', async () => {
    const { $schema: _, ...said } = policy as Record<string, unknown>;
    expect(unsaid(said, await loadPolicy('bromley'))).toEqual([]);
  });
});

it.each(mistakes())('the mistake at line $line is told as the guide prints it', async ({ change, printed }) => {
  write('bromley.json', change(policy));
  expect((await output('check', 'bromley.json')).out).toBe(printed);
});

it('the document has the lines that the guide shows', async () => {
  write('bromley.json', policy);
  const [excerpt] = fencedBlocks(guide, 'markdown');
  const { out } = await output('explain', 'bromley.json', '--example-date', '2026-12-18');
  expect(excerpt!.code).toMatch(/Boxing Day/);
  expect(out).toContain(excerpt!.code);
});

it('the overlay is a policy with its base', async () => {
  write('bromley.json', policy);
  write('anytown.json', JSON.parse(overlay));
  const { exit, out } = await output('check', 'anytown.json', '--base', 'bromley.json');
  expect(out).toMatch(/^1 file, 0 faults, /m);
  expect(exit).toBe(0);
});

function write(name: string, content: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(content, null, 2));
}

async function output(...args: string[]) {
  let out = '';
  const print = (text: string) => (out += text.replaceAll(`${folder}/`, ''));
  const files = args.map((arg) => (arg.endsWith('.json') ? join(folder, arg) : arg));
  const exit = await run(files, {
    out: print,
    err: print,
    input: () => Readable.from([]),
    now: () => Date.UTC(2026, 10, 21, 12),
  });
  return { exit, out };
}

/** As the guide says: a new key is added, lists grow, and what is there already is filled in further. */
function merged(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) {
    return b.reduce<unknown[]>((all, part) => {
      const at = all.findIndex((other) => isObject(other) && isObject(part) && 'id' in other && other.id === part.id);
      return at < 0 ? [...all, part] : all.with(at, merged(all[at], part));
    }, a);
  }
  if (!isObject(a) || !isObject(b)) return b;
  const both = Object.keys(b).map((key) => [key, key in a ? merged(a[key], b[key]) : b[key]]);
  return { ...a, ...Object.fromEntries(both) };
}

/** Paths of what the first holds and the second does not; of a list, each item has to be somewhere in the other. */
function unsaid(said: unknown, known: unknown, path = '$'): string[] {
  if (Array.isArray(said)) {
    if (!Array.isArray(known)) return [path];
    return said.flatMap((item, i) =>
      known.some((other) => unsaid(item, other).length === 0) ? [] : [`${path}[${i}]`],
    );
  }
  if (!isObject(said)) return said === known ? [] : [path];
  if (!isObject(known)) return [path];
  return Object.entries(said).flatMap(([key, value]) => unsaid(value, known[key], `${path}.${key}`));
}

interface Mistake {
  readonly line: number;
  readonly change: (policy: unknown) => unknown;
  readonly printed: string;
}

/** Each block of changes with the block of output that follows it. */
function mistakes(): Mistake[] {
  const outputs = fencedBlocks(guide, 'text');
  return fencedBlocks(guide, 'diff').map(({ line, code }) => {
    const [before, after] = ['-', '+'].map((sign) => fragment(code.split('\n').find((each) => each.startsWith(sign))!));
    const { code: printed } = outputs.find((block) => block.line > line)!;
    return {
      line,
      printed,
      change: (given) => JSON.parse(JSON.stringify(given).replaceAll(before!, after!)) as unknown,
    };
  });
}

/** A line of a file as it stands in JSON without white space. */
function fragment(line: string): string {
  return JSON.stringify(JSON.parse(`{${line.slice(1).trim().replace(/,$/, '')}}`)).slice(1, -1);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
