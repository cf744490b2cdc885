import { serve, type ServerType } from '@hono/node-server';

export interface Listening {
  readonly host: string;
  readonly port: number;
  /** How long a whole request may take to arrive, in milliseconds. */
  readonly slowest?: number;
}

/** Serves a handler by HTTP, to nobody who sends for ever. @returns the server, once it takes connections */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  { host, port, slowest = 30_000 }: Listening,
): Promise<ServerType> {
  const server = serve({
    fetch,
    hostname: host,
    port,
    serverOptions: {
      requestTimeout: slowest,
      headersTimeout: Math.min(slowest, 10_000),
      connectionsCheckingInterval: slowest / 6,
    },
  });
  await new Promise<void>((done, fail) => server.once('listening', done).once('error', fail));
  return server;
}

export function portOf(server: ServerType): number {
  return (server.address() as { port: number }).port;
}

/** What was asked is answered; what is only kept open is closed. */
export function closed(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
