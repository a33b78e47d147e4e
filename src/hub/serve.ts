import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Fault } from '../shared/contract/faults.ts';
import { createHub, type HubOptions } from './hub.ts';

export interface ServeOptions extends Omit<HubOptions, 'url'> {
  /** 127.0.0.1 unless others are to reach it. */
  host: string;
  /** 0 takes any that is free. */
  port: number;
  /** Where people reach it, where that is not host and port: behind a proxy. */
  url?: string | undefined;
}

export interface ServedHub {
  url: string;
  setupCode: string | null;
  port: number;
  /** Lets running answers end for a moment, then closes socket and database. */
  close(): Promise<void>;
}

const graceMs = 2000;
const sweepEvery = 60 * 60 * 1000;
/** Long enough for a large clip on a slow line; the default of five minutes would cut uploads. */
const longestRequestMs = 60 * 60 * 1000;

/** Binds a hub to a socket. The socket comes first, because the hub needs to know the address under which it is reached. */
export async function serveHub({ host, port, url, ...options }: ServeOptions): Promise<ServedHub> {
  const server = createServer({ requestTimeout: longestRequestMs });
  server.listen(port, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Fault('PORT_IN_USE', { port }, { cause: error }) : error;
  });
  const address = server.address() as AddressInfo;
  const own = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;

  const running = await createHub({ ...options, url: url ?? own }).catch((error: unknown) => {
    server.close();
    throw error;
  });
  server.on('request', getRequestListener(running.fetch));
  const sweeping = setInterval(
    () => running.sweep().catch((error: unknown) => options.log.error({ err: error }, 'sweeping failed')),
    sweepEvery,
  );
  // Loaded after everything else, so that the first sign-in does not wait for it.
  setImmediate(() => running.hub.accounts().catch((error: unknown) => options.log.error({ err: error }, 'accounts could not be loaded')));

  return {
    url: running.hub.url,
    setupCode: running.setupCode,
    port: address.port,
    async close() {
      clearInterval(sweeping);
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const last = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(last);
      await running.close();
    },
  };
}
