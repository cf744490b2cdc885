import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTS } from '../../../../test/hostile/hosts.ts';
import type * as Record from './index.ts';
import { exportRecord, headOf, policyHash, seal, writeRecordFile } from './index.ts';

const EVENTS = [
  { id: 'e1', type: 'opened', causes: ['drift', 'thresholds'], facts: { 'immediate-harm': false }, count: 1.5 },
  { id: 'e2', type: 'discussed', summary: 'Zoë’s plan – “agreed” 😀 \ud800', tags: [[], [{}]] },
];
const TEXT = writeRecordFile(exportRecord(seal(EVENTS), { saved: '2026-11-23' }));

describe.each(Object.entries(HOSTS))('on %s', (_, patches) => {
  let host: typeof Record;
  let context: ReturnType<typeof createContext>;

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [new URL('./index.ts', import.meta.url).pathname],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'kit',
    });
    context = createContext({});
    runInContext(patches, context);
    runInContext(outputFiles[0]!.text, context);
    host = context.kit as typeof Record;
  });

  it('the hashes are the same', () => {
    expect(headOf(host.seal(EVENTS)).head).toBe(headOf(seal(EVENTS)).head);
    expect(host.policyHash({ stages: EVENTS })).toBe(policyHash({ stages: EVENTS }));
  });

  it('the hashes of its own objects are the same', () => {
    context.text = JSON.stringify(EVENTS);
    const own = runInContext('kit.headOf(kit.seal(JSON.parse(text)))', context) as Record.Head;
    expect(own.head).toBe(headOf(seal(EVENTS)).head);
  });

  it('the file is the same, reads back and shows an edit', () => {
    expect(host.writeRecordFile(host.exportRecord(host.seal(EVENTS), { saved: '2026-11-23' }))).toBe(TEXT);
    expect(host.importRecord(TEXT).verification.sound).toBe(true);
    const { verification } = host.importRecord(TEXT.replace('agreed', 'refused'));
    expect(verification.sound || verification.faults.map((fault) => fault.kind).join()).toBe('edited');
  });
});
