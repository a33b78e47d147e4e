import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Log } from '../node/log.ts';
import { createMediaStore } from '../node/media-store.ts';
import { createFileSecrets } from '../node/secrets.ts';
import { openDatabase } from '../node/sqlite.ts';
import { Fault } from '../shared/contract/faults.ts';
import type { Accounts } from './accounts/accounts.ts';
import { session } from './accounts/session.ts';
import { sessionSecret } from './accounts/session-secret.ts';
import { makeSetupCode } from './accounts/setup-code.ts';
import { assets } from './assets.ts';
import { migrations } from './database/migrations.ts';
import type { HubTables } from './database/tables.ts';
import type { Hub, HubEnv } from './hub-env.ts';
import { faultAnswer } from './pages/fault-page.tsx';
import { routesOf } from './routes.ts';
import { securityHeaders } from './security/headers.ts';
import { sameOrigin } from './security/origin.ts';
import { sweep } from './sweep.ts';
import { createUploads } from './uploads/routes.ts';

export interface HubOptions {
  /** Where database, media and secrets lie; made where it is missing. */
  folder: string;
  /** Where people reach the hub. */
  url: string;
  name: string;
  version: string;
  /** Folder of the built player. */
  player: string;
  log: Log;
  /** Called when the first account was made. */
  onSetUp?: (() => void) | undefined;
}

export interface RunningHub {
  hub: Hub;
  fetch(request: Request): Promise<Response>;
  /** The code that makes the first account, where there is none yet. */
  setupCode: string | null;
  /** Throws away what has expired; to be called now and then, by any process of the hub. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** The hub as one fetch handler; who calls it binds a socket, or is a test. */
export async function createHub({ folder, url, name, version, player, log, onSetUp }: HubOptions): Promise<RunningHub> {
  await mkdir(join(folder, 'uploads'), { recursive: true });
  const { kysely: database } = await openDatabase<HubTables>(join(folder, 'hub.db'), migrations);
  const base = {
    folder,
    url: url.replace(/\/+$/, ''),
    name,
    version,
    player,
    database,
    media: createMediaStore(join(folder, 'media')),
    log,
    onSetUp,
  };

  let loading: Promise<Accounts> | undefined;
  const load = async () => {
    const [{ createAccounts }, secret] = await Promise.all([
      import('./accounts/accounts.ts'),
      sessionSecret(createFileSecrets(join(folder, 'secrets.json'))),
    ]);
    return createAccounts(base, secret);
  };
  const hub: Hub = {
    ...base,
    accounts() {
      loading ??= load();
      return loading;
    },
  };

  const uploads = createUploads(hub);
  const app = new Hono<HubEnv>();
  app.use(async (c, next) => {
    c.set('hub', hub);
    c.set('person', null);
    await next();
  });
  app.use(securityHeaders, sameOrigin);
  app.route('/', assets);
  app.use(session);
  for (const part of routesOf(hub, uploads.routes)) app.route('/', part);
  app.notFound((c) => faultAnswer(c, new Fault('NOT_FOUND', { what: 'page' })));
  app.onError((error, c) => faultAnswer(c, error));

  return {
    hub,
    fetch: async (request) => app.fetch(request),
    setupCode: await makeSetupCode(hub),
    sweep: () => sweep(hub, uploads),
    async close() {
      // Accounts that are still loading write into the folder and ask the database.
      await Promise.allSettled([loading]);
      await database.destroy();
    },
  };
}
