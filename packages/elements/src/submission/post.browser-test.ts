import { expect } from '@open-wc/testing';
import type { NotTakenError } from './not-taken.ts';
import { post } from './post.ts';
import type { Receipt, Submission } from './submit-event.ts';

const submission = { events: [], notifications: [], record: { head: 'f00', count: 1 } } as unknown as Submission;
const receipt = { reference: 'R1', at: '2026-11-24T09:00:00Z', head: 'f00', count: 1 };

describe('posting a submission', () => {
  const realFetch = window.fetch.bind(window);
  let requests: { url: string; init: RequestInit }[];
  let pauses: number[];

  beforeEach(() => {
    requests = [];
    pauses = [];
  });
  afterEach(() => (window.fetch = realFetch));

  /** Each answer serves one request; an error is a network that fails. */
  function answering(...answers: (Response | Error)[]) {
    window.fetch = (url, init) => {
      requests.push({ url: url as string, init: init! });
      const answer = answers.shift()!;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
  }
  const send = () =>
    post('/cases', submission, { key: 'f00', pause: (ms) => (pauses.push(ms), Promise.resolve()) }).then(
      (taken) => (taken as Receipt).reference,
      (error: Error) => error.message,
    );

  it('gives the receipt', async () => {
    answering(Response.json(receipt));
    expect(await send()).to.equal('R1');
    expect(requests[0]?.url).to.equal('/cases');
    expect(JSON.parse(requests[0]?.init.body as string)).to.deep.equal(submission);
  });

  it('tries again under the same key when the network or the server fails', async () => {
    answering(new Error('offline'), new Response('', { status: 503 }), Response.json(receipt));
    expect(await send()).to.equal('R1');
    expect(pauses).to.deep.equal([1000, 4000]);
    expect(requests.map(({ init }) => new Headers(init.headers).get('idempotency-key'))).to.deep.equal([
      'f00',
      'f00',
      'f00',
    ]);
  });

  it('gives up after three tries and says why', async () => {
    answering(...[1, 2, 3].map(() => new Response('', { status: 500 })));
    expect(await send()).to.equal('The server answered 500.');
    expect(requests).to.have.length(3);
  });

  it('does not repeat what the server refuses', async () => {
    answering(new Response('', { status: 422 }));
    expect(await send()).to.equal('The server answered 422.');
    expect(requests).to.have.length(1);
  });

  const page = (more: ResponseInit = {}) =>
    new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' }, ...more });

  it('takes a page to sign in for what it is: not tried again, and not read as JSON', async () => {
    answering(page());
    expect(await send()).to.equal(
      'You are not signed in any more. Sign in again in another tab, come back to this one, then try again.',
    );
    expect(requests).to.have.length(1);
    answering(new Response('', { status: 401 }));
    expect(await send()).to.contain('You are not signed in any more.');
  });

  it('does not know what became of it where the connection broke, or the answer holds nothing', async () => {
    const outcome = () =>
      post('/cases', submission, { key: 'f00', pause: () => Promise.resolve() }).catch(
        (error: NotTakenError) => error.outcome,
      );
    answering(...[1, 2, 3].map(() => new TypeError('Failed to fetch')));
    expect(await outcome()).to.deep.include({ isUnknown: true, text: { key: 'sending.cut' } });
    answering(new Response(null, { status: 204 }));
    expect(await outcome()).to.deep.include({ isUnknown: true, text: { key: 'sending.no-answer' } });
    answering(new Response('{"reference":', { headers: { 'content-type': 'application/json' } }));
    expect(await outcome()).to.deep.include({ isUnknown: true });
  });

  it('heeds how long the server asks to be left alone', async () => {
    const busy = (seconds: string) => new Response('', { status: 503, headers: { 'retry-after': seconds } });
    answering(busy('9'), Response.json(receipt));
    expect(await send()).to.equal('R1');
    expect(pauses).to.deep.equal([9000]);
    answering(busy('600'));
    const refused = await post('/cases', submission, { key: 'f00' }).catch((error: NotTakenError) => error.outcome);
    expect(refused).to.deep.include({ text: { key: 'sending.wait', values: { minutes: 10 } } });
  });

  it('has a limit for each try', async () => {
    answering(Response.json(receipt));
    await send();
    expect(requests[0]!.init.signal).to.be.instanceOf(AbortSignal);
  });

  it('does not take an answer without a receipt', async () => {
    answering(Response.json({ ok: true }));
    expect(await send()).to.equal('The server answered without a receipt.');
  });
});
