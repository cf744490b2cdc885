import { expect } from '@open-wc/testing';
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

  it('does not take an answer without a receipt', async () => {
    answering(Response.json({ ok: true }));
    expect(await send()).to.equal('The server answered without a receipt.');
  });
});
