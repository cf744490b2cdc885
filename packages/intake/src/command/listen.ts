import { serve, type ServerType } from '@hono/node-server';

/** Listens, with limits on how long a request may take to come. */
export async function listenTo(
  fetch: (request: Request) => Promise<Response>,
  hostname: string,
  port: number,
): Promise<ServerType> {
  const serverOptions = { requestTimeout: 30_000, headersTimeout: 10_000 };
  const server = serve({ fetch, hostname, port, serverOptions });
  await new Promise<void>((done, fail) => server.once('listening', done).once('error', fail));
  return server;
}

/** What was asked is answered; what is only kept open is closed. */
export function closed(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
