import { SMTPServer } from 'smtp-server';

/** A server that takes every letter, and remembers which came, by the ids that they bear. */
export async function newLetters() {
  const received = new Map<string, { times: number; text: string }>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', () => {});
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const id = /^message-id: <([^@>]+)@/im.exec(text)?.[1] ?? '';
        received.set(id, { times: (received.get(id)?.times ?? 0) + 1, text });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.server.address() as { port: number };
  return { received, port, close: () => new Promise<void>((done) => server.close(() => done())) };
}
