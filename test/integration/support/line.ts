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
  mend(): void;
  close(): Promise<void>;
}

/** A line between studio and hub that can be cut in the middle of anything. */
export async function startLine(port: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let open = true;
  let received = 0;
  const server = createServer((client) => {
    if (!open) {
      client.destroy();
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
  const cut = () => {
    open = false;
    for (const socket of sockets) socket.destroy();
  };
  const proxy: Line = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    watch: null,
    cut,
    mend() {
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
