import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

export interface Line {
  url: string;
  /** Bytes that came from the studio so far. */
  received(): number;
  /** Called with each piece that comes from the studio before it goes on to the hub; null lets everything pass. */
  watch: ((piece: Buffer) => Promise<void>) | null;
  /** Cuts every connection and refuses new ones until `mend`. */
  cut(): void;
  /** Cuts every connection and answers new ones as a proxy does whose hub is away: nothing is found. Until `mend`. */
  away(): void;
  mend(): void;
  close(): Promise<void>;
}

const page = '<!doctype html><title>404</title><h1>Not found</h1>';
const notFound = `HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\nConnection: close\r\n\r\n${page}`;

/** A line between studio and hub that can be cut in the middle of anything. */
export async function startLine(port: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let open = true;
  let isAway = false;
  let received = 0;
  const server = createServer((client) => {
    if (!open) {
      client.destroy();
      return;
    }
    if (isAway) {
      client.on('error', () => client.destroy());
      client.once('data', () => client.end(notFound));
      return;
    }
    const hub = createConnection(port, '127.0.0.1');
    for (const [one, other] of [
      [client, hub],
      [hub, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.once('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    hub.pipe(client);
    client.on('data', async (piece: Buffer) => {
      received += piece.length;
      client.pause();
      await proxy.watch?.(piece);
      if (!hub.destroyed) hub.write(piece);
      client.resume();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  const cut = () => {
    open = false;
    drop();
  };
  const proxy: Line = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    watch: null,
    cut,
    away() {
      isAway = true;
      drop();
    },
    mend() {
      isAway = false;
      open = true;
    },
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}
