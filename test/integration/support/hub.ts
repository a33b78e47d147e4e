import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { giveRoles } from '../../../src/hub/accounts/people.ts';
import { createHub, type RunningHub } from '../../../src/hub/hub.ts';
import type { Person } from '../../../src/hub/hub-env.ts';
import { createLog } from '../../../src/node/log.ts';
import type { Role } from '../../../src/shared/contract/hub.ts';

const password = 'correct horse battery';

export interface TestHub extends RunningHub {
  url: string;
  port: number;
  /** A new account with these roles. */
  account(name: string, roles: Role[]): Promise<Person & { headers: Headers }>;
  /** Ends every connection at once, then the hub: as a crash of its machine looks from outside. */
  stop(): Promise<void>;
}

/** A hub on a socket of this machine. Started again on the same folder and port it is the same hub after a restart. */
export async function startHub(folder: string, port = 0): Promise<TestHub> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  const url = `http://127.0.0.1:${bound}`;
  const running = await createHub({
    folder,
    url,
    name: 'Test hub',
    version: '0.0.0',
    player: join(folder, 'no-player'),
    log: createLog(join(folder, 'hub.log')),
  });
  server.on('request', getRequestListener(running.fetch));
  return {
    ...running,
    url,
    port: bound,
    async account(name, roles) {
      const accounts = await running.hub.accounts();
      const email = `${name.toLowerCase()}@example.com`;
      const id = await accounts.create({ name, email, password });
      await giveRoles(running.hub, id, roles);
      const cookies = await accounts.signIn(new Headers(), { email, password });
      const headers = new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
      return { id, name, email, roles, headers };
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await running.close();
    },
  };
}
