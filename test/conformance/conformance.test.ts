import { basename } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { failuresOf, nameOf } from './scenario.ts';
import { readScenarios, sourcesFor } from './sources.ts';

for (const file of globSync('scenarios/*.json', { cwd: import.meta.dirname, absolute: true }).sort()) {
  const scenarios = await readScenarios(file);
  describe(basename(file), () => {
    it.each(scenarios.map((scenario, index) => ({ name: nameOf(scenario, index), scenario })))(
      '$name',
      async ({ scenario }) => {
        expect(await failuresOf(scenario, sourcesFor(file))).toEqual([]);
      },
    );
  });
}
