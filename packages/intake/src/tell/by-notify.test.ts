import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { settingsOf } from '../settings/read-settings.ts';
import { byNotify } from './by-notify.ts';

const KEY = 'live-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';
const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const LETTER = { to: 'a.secret@example.org', subject: 'A subject', text: 'A text', messageId: '<m1@intake.example>' };

async function notify(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  return byNotify({ key: KEY, template: TEMPLATE, url: `http://127.0.0.1:${port}` });
}

test('a letter goes to Notify with its subject, its text and the id that stays the same', async () => {
  const bodies: string[] = [];
  const { send } = await notify((request, response) => {
    request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
    request.on('end', () => response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"n1"}'));
    expect(request.headers.authorization).toMatch(/^Bearer /);
  });
  await send(LETTER);
  expect(JSON.parse(bodies.join(''))).toEqual({
    template_id: TEMPLATE,
    email_address: LETTER.to,
    personalisation: { subject: LETTER.subject, body: LETTER.text },
    reference: LETTER.messageId,
  });
});

test('what Notify refuses is told by its status, without token, address or text', async () => {
  const { send } = await notify((_, response) =>
    response.writeHead(403, { 'content-type': 'application/json' }).end(`{"errors":[{"message":"no ${LETTER.to}"}]}`),
  );
  const error: unknown = await send(LETTER).catch((given: unknown) => given);
  expect(error).toMatchObject({ name: 'NotifyError', code: 'NOTIFY-403' });
  const said = JSON.stringify(error) + String(error) + JSON.stringify(Object.getOwnPropertyDescriptors(error));
  for (const secret of ['Bearer', LETTER.to, 'A text', '3d844edf']) expect(said).not.toContain(secret);
  const gone = await byNotify({ key: KEY, template: TEMPLATE, url: 'http://127.0.0.1:1' })
    .send(LETTER)
    .catch((given: unknown) => given);
  expect(gone).toMatchObject({ code: 'ECONNREFUSED' });
});

test('a key that is none is refused at the start, and not repeated', () => {
  const settings = (key: string) => settingsOf({ notify: { key, template: TEMPLATE } });
  expect(settings(KEY).notify?.key).toBe(KEY);
  for (const key of ['secret', KEY.slice(5, -1), `${KEY}x`, KEY.replace('-', '_')]) {
    expect(() => settings(key), key).toThrow(/notify\.key: must be a key of GOV\.UK Notify/);
    expect(() => settings(key)).not.toThrow(key);
  }
});
