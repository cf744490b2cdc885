import { build } from 'esbuild';
import { expect, it } from 'vitest';

async function modulesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [`${import.meta.dirname}/${entry}`],
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

it('brings neither the schema nor zod, which only the parser needs', async () => {
  const needless = /zod|\/schema\.ts|\/parse\.ts/;
  expect((await modulesOf('index.ts')).filter((module) => needless.test(module))).toEqual([]);
  expect((await modulesOf('parse.ts')).filter((module) => needless.test(module)).length).toBeGreaterThan(2);
});
