import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { bySmtp } from '../tell/courier.ts';

export interface Received {
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly raw: string;
}

/** A real SMTP server that keeps what it gets, and a courier to it. `refuse` says what it does not take. */
export async function newMailbox(
  refuse: { rcpt?: (address: string) => boolean; data?: () => boolean; drop?: () => boolean } = {},
) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        refuse.rcpt?.(address)
          ? Object.assign(new Error('no such mailbox of a.secret@example.org'), { responseCode: 550 })
          : undefined,
      ),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuse.data?.()) return done(Object.assign(new Error('try later'), { responseCode: 451 }));
        received.push(
          read(
            Buffer.concat(chunks).toString('utf8'),
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        );
        // The answer gets lost: the sender cannot tell whether it went.
        if (refuse.drop?.()) return (session as unknown as { _connection?: never }, stream.destroy(), closeAll());
        done();
      });
    },
  });
  server.on('error', () => {});
  const closeAll = () => {
    for (const connection of server.connections as Set<{ _socket: { destroy: () => void } }>)
      connection._socket.destroy();
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.server.address() as { port: number };
  const courier = bySmtp({
    host: '127.0.0.1',
    port,
    secure: false,
    requireTls: false,
    from: 'Escalation <no-reply@example.org>',
    tries: 3,
  });
  onTestFinished(async () => {
    courier.close();
    await new Promise<void>((done) => server.close(() => done()));
  });
  return { received, courier, port };
}

function read(raw: string, to: string[]): Received {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replace(/\r\n[ \t]+/g, ' ') ?? '';
  const body = rest.join('\r\n\r\n');
  const text = /quoted-printable/i.test(head)
    ? fromQuotedPrintable(body)
    : /base64/i.test(head)
      ? Buffer.from(body, 'base64').toString()
      : body;
  return { to, subject: decoded(header('Subject')), messageId: header('Message-ID'), text, raw };
}

function decoded(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      /b/i.test(kind) ? Buffer.from(text, 'base64').toString() : fromQuotedPrintable(text.replaceAll('_', ' ')),
    );
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
