import { connect, createServer, type Socket } from 'node:net';

/** A way to a server on which connections break. */
export interface CuttingProxy {
  readonly port: number;
  /** Where the server is now; null while it is nowhere. */
  target: number | null;
  /** Of so many bytes, in either direction, about one connection breaks; 0 for none. */
  cutsEvery: number;
  /** Breaks all that there are. */
  readonly cutAll: () => void;
  readonly cuts: () => number;
  readonly close: () => Promise<void>;
}

/** Passes bytes on to a port of this machine, and breaks each connection at a byte that nobody can foretell. */
export async function cuttingProxy(random: () => number): Promise<CuttingProxy> {
  const open = new Set<Socket>();
  let cuts = 0;
  const server = createServer({ noDelay: true }, (near) => {
    if (proxy.target === null) return void near.destroy();
    const far = connect({ port: proxy.target, host: '127.0.0.1', noDelay: true });
    let left = proxy.cutsEvery === 0 ? Infinity : Math.ceil(-Math.log(1 - random()) * proxy.cutsEvery);
    const end = () => {
      near.destroy();
      far.destroy();
    };
    const pass = (to: Socket) => (chunk: Buffer) => {
      left -= chunk.length;
      if (left > 0) return void to.write(chunk);
      cuts++;
      // What comes before the byte arrives, as it does where a cable is pulled.
      return void to.write(chunk.subarray(0, chunk.length + left), end);
    };
    near.on('data', pass(far));
    far.on('data', pass(near));
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', end).on('close', () => (open.delete(socket), end()));
    }
    near.on('end', () => far.end());
    far.on('end', () => near.end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const proxy: CuttingProxy = {
    port: (server.address() as { port: number }).port,
    target: null,
    cutsEvery: 0,
    cutAll: () => open.forEach((socket) => socket.destroy()),
    cuts: () => cuts,
    close: () => {
      proxy.cutAll();
      return new Promise((done) => server.close(() => done()));
    },
  };
  return proxy;
}
