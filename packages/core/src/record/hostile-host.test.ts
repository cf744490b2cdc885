import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as Record from './index.ts';
import { exportRecord, headOf, policyHash, seal, writeRecordFile } from './index.ts';

const EVENTS = [
  { id: 'e1', type: 'opened', causes: ['drift', 'thresholds'], facts: { 'immediate-harm': false }, count: 1.5 },
  { id: 'e2', type: 'discussed', summary: 'Zoë’s plan – “agreed” 😀 \ud800', tags: [[], [{}]] },
];
const TEXT = writeRecordFile(exportRecord(seal(EVENTS), { saved: '2026-11-23' }));

/** What libraries that still stand on old pages do to the built-ins, as they do it. */
const HOSTS = {
  'an unpatched page': '',
  'Prototype.js 1.6': `
    var arrayFrom = function (iterable) {
      if (!iterable) return [];
      if (iterable.toArray) return iterable.toArray();
      var length = iterable.length || 0, results = new Array(length);
      while (length--) results[length] = iterable[length];
      return results;
    };
    Array.from = arrayFrom;
    Array.prototype.toArray = function () { return this.slice(0); };
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
    Array.prototype.entries = Array.prototype.toArray;
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    String.prototype.toArray = function () { return this.split(''); };
    Number.prototype.toJSON = function () { return isFinite(this) ? this.toString() : 'null'; };
    Date.prototype.toJSON = function () { return '"' + this.getUTCFullYear() + '"'; };
    Object.keys = function (object) { var keys = []; for (var key in object) keys.push(key); return keys; };
    Object.values = function (object) { var values = []; for (var key in object) values.push(object[key]); return values; };`,
  'MooTools 1.2': `
    Array.from = function (item) {
      if (item == null) return [];
      return typeof item == 'object' && 'length' in item && typeof item != 'string' ? Array.prototype.slice.call(item) : [item];
    };
    JSON = { encode: JSON.stringify, decode: JSON.parse, parse: JSON.parse, stringify: function () { return '{}'; } };
    String.prototype.contains = function (text) { return this.indexOf(text) > -1; };
    Function.prototype.bind = function (bind) { var self = this; return function () { return self.apply(bind, arguments); }; };`,
  'date.js': `
    Date.parse = function (text) { return { parsed: text }; };
    Date.now = function () { return new Date(); };
    Date.prototype.toISOString = function () { return this.getUTCFullYear() + '-01-01'; };
    Date.prototype.toString = function () { return 'today'; };`,
  'a page that extends every object': `
    Object.prototype.each = function () {};
    Array.prototype.each = function () {};
    Object.prototype.toJSON = function () { return 'x'; };`,
};

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
