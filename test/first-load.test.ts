import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadsOf } from '../scripts/loads.mjs';

const ELEMENTS = [
  'case-duties',
  'deadline-badge',
  'escalation-case',
  'escalation-form',
  'policy-summary',
  'stage-ladder',
] as const;

type Loads = Awaited<ReturnType<typeof loadsOf>>;

/** Elements, and of the engine no more than what says a text. */
const STARTS = /^(node_modules\/(lit|lit-html|lit-element|@lit)\/|packages\/(elements|core\/src\/text)\/)/;
/** What an element shows, and in what words, comes beside the policy. */
const CONTENT = /(-content|journey|\/render-[^/]+|text\/en\/(?!kit)[^/]+)\.ts$/;

describe('what a page loads before it starts', () => {
  test.each(ELEMENTS)('<%s>: no engine, no record, no calendar, no policy', async (tag) => {
    const { start } = await loadsOf([`import '@escalation-kit/elements/define/${tag}';`], 'source');
    const modules = modulesOf(start);
    expect(modules).toContain(`packages/elements/src/define/${tag}.ts`);
    expect(modules.filter((path) => !STARTS.test(path) || CONTENT.test(path))).toEqual([]);
  });
});

describe('what a page loads in all under a bundled policy', () => {
  let loads: Loads;
  beforeAll(async () => {
    loads = await loadsOf(["import '@escalation-kit/elements/define';"], 'source');
  });

  test('the engine and the record come with the case', () => {
    expect(modulesOf(loads.all)).toEqual(
      expect.arrayContaining(['packages/core/src/case/replay.ts', 'packages/core/src/record/chain.ts']),
    );
  });

  test('nothing parses or checks a policy', () => {
    expect(
      modulesOf(loads.all).filter((path) => /\/zod\/|core\/src\/policy\/(schema|parse|lint|fault)/.test(path)),
    ).toEqual([]);
  });

  test('no policy but the one that is used, and no other language', () => {
    const modules = modulesOf(loads.all);
    expect(modules.filter((path) => path.endsWith('policy.json'))).toEqual([
      'packages/policies/src/barnsley/policy.json',
    ]);
    expect(modules.filter((path) => path.includes('/text/cy'))).toEqual([]);
  });
});

test('each budget names what is measured', () => {
  const budgets = JSON.parse(readFileSync('size-budgets.json', 'utf8')) as { start: number; all: number }[];
  for (const { start, all } of budgets) expect(start).toBeLessThan(all);
});

function modulesOf(loads: Loads['all']): string[] {
  return loads.flatMap(({ modules }) => modules.map(({ path }) => path));
}
