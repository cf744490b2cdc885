import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as startRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importRecord } from '@escalation-kit/core/record';
import type { Conflict, Kept, Receipt, Submission } from '@escalation-kit/core/submission';
import { discussed, event, opening, sent } from '../submission/sent.ts';
import { fencedBlocks } from './fenced-blocks.ts';

const FOLDER = `${process.cwd()}/.cache/keeping-cases`;
const CASES = `${FOLDER}/cases`;
/** The guide's code, by the name of the file that each block is. */
const blocks = new Map(
  fencedBlocks(readFileSync('docs/getting-started/keeping-cases.md', 'utf8'), 'js').map(({ code }) => [
    /^\/\/ (\S+)/.exec(code)![1]!,
    code,
  ]),
);

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}
type Keep = (body: string, context: object) => Answer;
interface ServerModule {
  readonly serverOf: (keep: Keep, signedIn: (request: { headers: Record<string, unknown> }) => object | null) => Server;
}

beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, code] of blocks) writeFileSync(`${FOLDER}/${name}`, code);
  process.env.CASES = CASES;
});
afterAll(() => {
  delete process.env.CASES;
  rmSync(FOLDER, { recursive: true, force: true });
});

const ME = { side: 'raising', name: 'A. Known' };

describe.each(['level-one', 'level-two'])('the handler at %s', (level) => {
  let server: Server;
  let url: string;
  let taken = 0;

  beforeAll(async () => {
    const { keep } = (await import(/* @vite-ignore */ `${FOLDER}/${level}.mjs`)) as { keep: Keep };
    const { serverOf } = (await import(/* @vite-ignore */ `${FOLDER}/server.mjs`)) as ServerModule;
    const counted: Keep = (body, context) => (taken++, keep(body, context));
    server = serverOf(counted, ({ headers }) => (headers.cookie === 'none' ? null : ME));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    rmSync(CASES, { recursive: true, force: true });
    mkdirSync(CASES, { recursive: true });
  });

  async function post(body: Submission | string, headers = {}): Promise<Answer> {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, ...(text && { body: JSON.parse(text) as unknown }) };
  }

  /** Sends it all and hangs up before the answer: whether it was kept, the form cannot know. */
  function cut(submission: Submission): Promise<void> {
    return new Promise((cutOff) => {
      const request = startRequest(url, { method: 'POST' });
      request.on('error', () => undefined);
      request.on('close', () => cutOff());
      request.end(JSON.stringify(submission), () => setTimeout(() => request.destroy(), 50));
    });
  }

  /** The records that are kept, each of which verifies. */
  const records = () =>
    readdirSync(CASES).map((name) => {
      const { record } = JSON.parse(readFileSync(`${CASES}/${name}`, 'utf8')) as { record: Kept['record'] };
      expect(importRecord(JSON.stringify(record)).verification).toEqual({ sound: true });
      return record.entries;
    });
  const ids = () => records().map((entries) => entries.map(({ event }) => event.id).join(' '));
  const receiptOf = ({ body }: Answer) => (level === 'level-one' ? (body as Receipt) : (body as Kept).receipt);

  /** What the form has after an answer: the record in it, or its own. */
  const after = (submission: Submission, { body }: Answer) =>
    (level === 'level-one' ? submission.record : (body as Kept).record).entries;

  async function begun() {
    const submission = sent([], [opening()]);
    const answer = await post(submission);
    expect(answer.status).toBe(201);
    expect(receiptOf(answer)).toMatchObject({ reference: expect.stringMatching(/^ESC-\d{10}$/) as string, count: 1 });
    return after(submission, answer);
  }

  test('keeps a case, and what comes after', async () => {
    const base = await begun();
    const submission = sent(base, [discussed('e2')]);
    const answer = await post(submission);
    expect(answer.status).toBe(200);
    expect(receiptOf(answer)).toMatchObject({ count: 2, head: after(submission, answer)[1]!.hash });
    expect(records()).toEqual([after(submission, answer)]);
  });

  test('gives a repeat the same receipt, and makes no second case or entry', async () => {
    const opens = sent([], [opening()]);
    const first = await post(opens);
    expect(await post(opens)).toEqual(first);
    const base = after(opens, first);
    const adds = sent(base, [discussed('e2')]);
    const second = await post(adds);
    expect(await post(adds)).toEqual(second);
    expect(await post(opens)).toEqual(first);
    expect(ids()).toEqual(['e1 e2']);
  });

  test('does not mind that the line was cut after it was kept', async () => {
    const opens = sent([], [opening()]);
    const before = taken;
    await cut(opens);
    expect(taken).toBe(before + 1);
    const answer = await post(opens);
    expect(answer.status).toBe(201);
    expect(ids()).toEqual(['e1']);
    const adds = sent(after(opens, answer), [discussed('e2')]);
    await cut(adds);
    expect((await post(adds)).status).toBe(200);
    expect(ids()).toEqual(['e1 e2']);
  });

  test('takes one of two writers and answers the other with what is there now; on top of it nothing is lost', async () => {
    const base = await begun();
    const both = [sent(base, [discussed('ours')]), sent(base, [event('theirs', 'updated', { summary: 'Theirs' })])];
    const answers = await Promise.all(both.map((each) => post(each)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = answers.findIndex(({ status }) => status === 409);
    const { record } = answers[late]!.body as Conflict;
    expect(records()).toEqual([record.entries]);
    expect((await post(sent(record.entries, both[late]!.events))).status).toBe(200);
    expect(ids()[0]!.split(' ').sort()).toEqual(['e1', 'ours', 'theirs']);
  });

  test('refuses another body under the same key', async () => {
    const base = await begun();
    const submission = sent(base, [discussed('e2')]);
    await post(submission);
    const other = await post(sent(base, [discussed('e2', { summary: 'Else' })], { key: submission.key }));
    expect(other).toMatchObject({ status: 422, body: { refusal: { field: 'key' } } });
    expect(ids()).toEqual(['e1 e2']);
  });

  test('says 404 to what follows a case that is not there, 401 to strangers, 400 and 413 to what is none', async () => {
    const base = await begun();
    rmSync(CASES, { recursive: true });
    mkdirSync(CASES);
    const submission = sent(base, [discussed('e2')]);
    expect((await post(submission)).status).toBe(404);
    expect((await post(submission, { cookie: 'none' })).status).toBe(401);
    expect((await post('Dear colleague')).status).toBe(400);
    expect((await post(' '.repeat(8_000_001))).status).toBe(413);
    expect(records()).toEqual([]);
  });

  test('answers a page’s own script', async () => {
    const responses: Promise<unknown>[] = [];
    const submit = (detail: Submission) => {
      let listen: (event: object) => void = () => undefined;
      const page = { addEventListener: (_: string, listener: typeof listen) => (listen = listener) };
      const toServer = (_: string, init: RequestInit) => fetch(url, init);
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the guide's own code, given a page of ours
      new Function('document', 'fetch', blocks.get('page.mjs')!)(page, toServer);
      listen({ detail, respondWith: (response: Promise<unknown>) => responses.push(response) });
      return responses.at(-1);
    };
    const opens = sent([], [opening()]);
    const answer = await submit(opens);
    const base = after(opens, { status: 201, body: answer });
    await submit(sent(base, [discussed('e2')]));
    expect(await submit(sent(base, [discussed('late')]))).toMatchObject({ record: { count: 2 } });
  });

  if (level === 'level-two') {
    test('writes down who was signed in, and when', async () => {
      const [entry] = await begun();
      expect(entry!.event).toMatchObject({ by: ME, recorded: expect.stringMatching(/Z$/) as string });
    });

    test('refuses what the policy refuses, by the clause or the field', async () => {
      const base = await begun();
      const answer = await post(sent(base, [event('e2', 'escalated', { to: '2', because: 'early', reason: ' ' })]));
      expect(answer).toMatchObject({ status: 422, body: { refusal: { field: 'reason' } } });
      expect(ids()).toEqual(['e1']);
    });
  }
});
