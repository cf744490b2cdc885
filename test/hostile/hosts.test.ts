import { createContext, runInContext, type Context } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import type { checkPolicy } from '@escalation-kit/core/parse';
import type * as Kit from './kit.ts';
import * as kit from './kit.ts';
import { calendar, policyOf } from '../engine/bundled.ts';
import { caseOf, TOLD } from '../export/told-case.ts';
import { HOSTS } from './hosts.ts';

const NOW = '2026-12-01T09:00:00Z';
const EXPORTS = ['chronologyHtml', 'chronologyText', 'eventsCsv', 'deadlinesCalendar'] as const;

let script: string;
let parser: string;

beforeAll(async () => {
  script = await scriptOf("export * from './kit.ts'", 'kit');
  parser = await scriptOf("export { checkPolicy } from '@escalation-kit/core/parse'", 'parser');
});

async function scriptOf(contents: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    conditions: ['source'],
  });
  return outputFiles[0]!.text;
}

/** A page of that kind with the kit on it, and its own copies of policy, log and calendar. */
function pageOf(patches: string): { context: Context; host: typeof Kit } {
  const context = createContext({});
  // The page parses what it was served before a library takes JSON away.
  const served = JSON.stringify({ policy: policyOf('barnsley'), log: TOLD, calendar: calendar.data });
  runInContext(`var served = JSON.parse(${JSON.stringify(served)})`, context);
  runInContext(patches, context);
  runInContext(script, context);
  return { context, host: context.kit as typeof Kit };
}

describe.each(Object.entries(HOSTS))('on %s', (name, patches) => {
  const source = caseOf(TOLD);
  let page: ReturnType<typeof pageOf>;

  beforeAll(() => {
    page = pageOf(patches);
    runInContext(
      `var source = new kit.Case({ policy: served.policy, log: served.log, calendar: kit.compileCalendar(served.calendar), now: '${NOW}' })`,
      page.context,
    );
  });

  test.each(EXPORTS)('%s is the same', (name) => {
    expect(runInContext(`kit.${name}(source)`, page.context)).toBe(kit[name](source));
    expect(page.host[name](source)).toBe(kit[name](source));
  });

  test('the assessment is the same', () => {
    const ours = kit.assess(source.policy, kit.replay(source.policy, TOLD), { now: NOW, calendar });
    const theirs = runInContext(
      'kit.assess(source.policy, kit.replay(source.policy, served.log), source)',
      page.context,
    ) as typeof ours;
    expect(whole(theirs)).toEqual(whole(ours));
  });

  // zod goes through inherited keys, and so does not load where every object has some.
  test.skipIf(name === 'a page that extends every object')('a policy is parsed the same', () => {
    runInContext(parser, page.context);
    const checked = runInContext('parser.checkPolicy(served.policy)', page.context) as ReturnType<typeof checkPolicy>;
    expect(checked.faults).toBeUndefined();
    expect(kit.policyHash(checked.policy!)).toBe(kit.policyHash(source.policy));
  });
});

/** A copy of this realm's, with the explanations worked out: they are made when asked for. */
function whole(assessment: ReturnType<typeof kit.assess>): unknown {
  const deadlines: unknown[] = [];
  for (const deadline of assessment.deadlines)
    deadlines.push({ ...deadline, explanation: { ...deadline.explanation } });
  return structuredClone({ ...assessment, deadlines });
}
