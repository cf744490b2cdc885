import { request } from 'node:http';
import { connect } from 'node:net';
import { importRecord, verifyRecord } from '@escalation-kit/core/record';
import { expect, onTestFinished, test } from 'vitest';
import { newIntake, type TestIntake } from '../testing/new-intake.ts';
import { event, opening, submission } from '../testing/submissions.ts';
import { closed, listen, portOf } from './listen.ts';

/** Words that have broken something somewhere. */
const NAUGHTY = [
  '',
  ' ',
  'null',
  'undefined',
  'true',
  'NaN',
  '1e1000',
  '__proto__',
  'constructor',
  "'; drop table intake.entries; --",
  '$1 :name %s {0} ${7*7} {{7*7}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea></style></script>',
  '=HYPERLINK("http://evil.example")',
  '@SUM(1+1)*cmd|/c calc',
  'a\r\nBcc: everybody@example.org',
  'BEGIN:VEVENT\nEND:VCALENDAR',
  '../../../etc/passwd%00',
  '\u0000\u0001\u001b[2J',
  '\ud800 \udfff',
  '\u202eabc\u202c\u200b\ufeff',
  'Ω≈ç√∫˜µ 田中さん ﷽ 👩‍👩‍👧‍👦 Z̮̞̠͙͔',
  'ÅA\u030a ﬁ İi',
  'x'.repeat(50_000),
];

const ALLOWED = new Set([200, 201, 400, 403, 404, 409, 413, 415, 422]);

test('naughty words in every field are kept as they are or refused by name', { timeout: 60_000 }, async () => {
  const intake = await newIntake();
  for (const word of NAUGHTY) {
    const typed = opening({
      parties: {
        raising: { agency: word, agencyId: 'school', sector: 'education' },
        receiving: { agency: word, agencyId: 'council', sector: 'social-care' },
      },
      child: { statuses: [], reference: word },
      description: word,
      lineManager: { name: word, contact: word },
      by: { side: 'raising', role: word, name: word },
    });
    const { status, body } = await intake.post('teacher', '/cases', submission([], [typed]));
    expect([201, 422], word.slice(0, 40)).toContain(status);
    if (status === 422) continue;
    const said = event('e2', 'discussed', { channel: word, summary: word });
    const next = await intake.post('manager', '/cases', submission(body.record.entries, [said]));
    expect([200, 422], word.slice(0, 40)).toContain(next.status);
    const { reference } = body.receipt;
    const read = await intake.get('teacher', `/cases/${reference}`);
    expect(verifyRecord(read.body.entries)).toEqual({ sound: true });
    expect(read.body.entries[0].event.parties.raising.agency).toBe(word);
    for (const view of ['record.json', 'chronology.html', 'chronology.txt', 'events.csv', 'deadlines.ics']) {
      const had = await intake.get('teacher', `/cases/${reference}/${view}`);
      expect(had.status, view).toBe(200);
      if (view === 'record.json') expect(importRecord(had.text).sound).toEqual(read.body.entries);
      if (view === 'chronology.html') expect(had.text).not.toMatch(/<script>alert|<img src=x/);
    }
  }
  expect((await intake.get('officer', '/cases')).status).toBe(200);
});

test(
  'wrong types and hostile records at every place are refused, each in bounded time',
  { timeout: 180_000 },
  async () => {
    const intake = await newIntake({ limits: { body: 8_000_000 } });
    const whole = JSON.parse(JSON.stringify(submission([], [opening()]))) as Record<string, unknown>;
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const wrong: unknown[] = [null, -1, 1e300, 'x', [], { length: 1e9 }, [[null]]];
    const bodies = [
      ...placesIn(whole).flatMap((place) => wrong.map((value) => JSON.stringify(withAt(whole, place, value)))),
      deep,
      `{"case":"c","key":"k","events":${deep}}`,
      JSON.stringify(whole).replace('"events":', '"__proto__":{"polluted":1},"events":'),
      JSON.stringify({ ...whole, events: new Array(100_000).fill(whole.events) }),
      JSON.stringify({ ...whole, events: [...(whole.events as unknown[]), event('e1', 'toString')] }),
      JSON.stringify({ ...whole, base: { head: '0'.repeat(64), count: 1e9 } }),
      '"\\ud800"',
      '',
      'null',
      '[]',
    ];
    expect(bodies.length).toBeGreaterThan(300);
    for (const body of bodies) {
      const begun = performance.now();
      const { status, text } = await intake.post('teacher', '/cases', body);
      expect(ALLOWED, `${status} ${text.slice(0, 100)} for ${body.slice(0, 200)}`).toContain(status);
      expect(performance.now() - begun, body.slice(0, 100)).toBeLessThan(5000);
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    for (const { text } of await allRecords(intake)) expect(importRecord(text).verification).toEqual({ sound: true });
  },
);

test('addresses and questions of any kind are answered, and never fail', { timeout: 60_000 }, async () => {
  const intake = await newIntake();
  const paths = NAUGHTY.map((word) => encodeURIComponent(word.slice(0, 2000).replace(/\p{Surrogate}/gu, '?'))).flatMap(
    (word) => [
      `/cases/${word}`,
      `/cases/${word}/record.json`,
      `/cases/${word}/readings`,
      `/cases/111-111-111/${word}`,
      `/feeds/${word}`,
      ...['status', 'policy', 'stage', 'agency', 'dueBefore', 'after', 'limit'].map((name) => `/cases?${name}=${word}`),
      `/messages?state=${word}`,
      `/${word}`,
    ],
  );
  for (const path of [
    ...paths,
    '/cases/%E0%A4%A',
    '/cases?policy=%E0%A4%A',
    '/cases?policy=%00',
    '//',
    '/cases/.git',
  ]) {
    const { status } = await intake.get('officer', path);
    expect([200, 400, 404], `${status} for ${path.slice(0, 80)}`).toContain(status);
  }
  for (const word of NAUGHTY) {
    const id = encodeURIComponent(word.slice(0, 2000).replace(/\p{Surrogate}/gu, '?'));
    const posts = [`/messages/${id}/send`, `/cases/${id}/sides`, `/cases/111-111-111/sides`];
    for (const path of posts) {
      for (const body of [{ email: word, side: word, agency: word }, word, null]) {
        expect(ALLOWED, path.slice(0, 80)).toContain((await intake.post('officer', path, body)).status);
      }
    }
  }
});

test('a case of others is not there, whatever is asked of it or sent to it', async () => {
  const intake = await newIntake();
  const first = submission([], [opening()]);
  const { body } = await intake.post('teacher', '/cases', first);
  const { reference } = body.receipt;
  for (const path of ['', '/record.json', '/chronology.html', '/events.csv', '/deadlines.ics', '/readings']) {
    const theirs = await intake.get('midwife', `/cases/${reference}${path}`);
    const none = await intake.get('midwife', `/cases/111-111-111${path}`);
    expect([theirs.status, theirs.text], path).toEqual([404, none.text]);
  }
  // What the teacher sent, sent again by somebody else: not even that it is there is told.
  expect((await intake.post('midwife', '/cases', first)).status).toBe(404);
  expect(
    (await intake.post('midwife', `/cases/${reference}/sides`, { side: 'raising', agency: 'hospital' })).status,
  ).toBe(404);
  for (const path of ['/messages', '/cases/x/readings']) expect((await intake.get('teacher', path)).status).toBe(404);
});

test('a page of another site can send nothing, in any of the ways that a browser lets it', async () => {
  const intake = await newIntake();
  const whole = JSON.stringify(submission([], [opening()]));
  const ways: [Record<string, string>, number][] = [
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://intake.example.evil.example' }, 403],
    [{ origin: 'http://intake.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [{ 'content-type': 'multipart/form-data; boundary=x' }, 415],
    [{ 'content-type': 'text/plain; application/json' }, 415],
    [{ origin: 'https://intake.example', 'sec-fetch-site': 'same-origin' }, 201],
  ];
  for (const [headers, status] of ways) {
    expect((await intake.post('teacher', '/cases', whole, headers)).status, JSON.stringify(headers)).toBe(status);
  }
  const { headers } = await intake.get('teacher', '/cases');
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test('a body of 50 MB is refused while it comes, and leaves no trace in memory', { timeout: 60_000 }, async () => {
  const port = await listening(await newIntake());
  const before = process.memoryUsage().rss;
  for (const declared of [true, false]) {
    for (let i = 0; i < 3; i++) expect([413, 'cut']).toContain(await sendMuch(port, 50_000_000, declared));
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
});

test('who sends slower than a person would is cut off, and holds up nobody', { timeout: 30_000 }, async () => {
  const port = await listening(await newIntake(), 1500);
  const slow = Array.from({ length: 50 }, () => dripping(port));
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  for (const lasted of await Promise.all(slow)) expect(lasted).toBeLessThan(6000);
});

async function listening({ handler }: TestIntake, slowest?: number): Promise<number> {
  const server = await listen(handler, { host: '127.0.0.1', port: 0, ...(slowest !== undefined && { slowest }) });
  onTestFinished(() => closed(server));
  return portOf(server);
}

/** @returns the status; `cut` where the server let go of the rest before it could be read */
function sendMuch(port: number, bytes: number, isDeclared: boolean): Promise<number | 'cut' | undefined> {
  const headers = {
    'content-type': 'application/json',
    'x-test-person': 'teacher',
    ...(isDeclared && { 'content-length': bytes }),
  };
  return new Promise((done) => {
    const sending = request({ port, host: '127.0.0.1', path: '/cases', method: 'POST', headers }, (answer) => {
      done(answer.statusCode);
      answer.resume();
      sending.destroy();
    });
    sending.on('error', () => done('cut'));
    const chunk = Buffer.alloc(100_000, 32);
    let left = bytes / chunk.length;
    const more = () => {
      while (left-- > 0 && !sending.destroyed) if (!sending.write(chunk)) return void sending.once('drain', more);
      sending.end();
    };
    more();
  });
}

/** One byte now and then. @returns how many milliseconds it was borne */
function dripping(port: number): Promise<number> {
  const begun = performance.now();
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /cases HTTP/1.1\r\nhost: x\r\nx-test-person: teacher\r\ncontent-length: 9000\r\n\r\n');
    const timer = setInterval(() => socket.write('x'), 100);
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(timer);
      done(performance.now() - begun);
    });
    socket.resume();
  });
}

/** The way to every value of a JSON value, but not into what is made of the same parts. */
function placesIn(value: unknown, at: readonly string[] = []): string[][] {
  const here = at.length > 0 ? [[...at]] : [];
  if (typeof value !== 'object' || value === null || at[0] === 'notifications') return here;
  return [...here, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...at, key]))];
}

function withAt(whole: unknown, place: readonly string[], value: unknown): unknown {
  const copy = structuredClone(whole) as Record<string, unknown>;
  let at = copy;
  for (const key of place.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[place.at(-1)!] = value;
  return copy;
}

async function allRecords(intake: TestIntake) {
  const { body } = await intake.get('officer', '/cases?limit=200');
  return Promise.all(body.cases.map((each: any) => intake.get('officer', `/cases/${each.reference}/record.json`)));
}
