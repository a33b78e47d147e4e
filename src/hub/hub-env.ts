import type { Kysely } from 'kysely';
import type { Log } from '../node/log.ts';
import type { MediaStore } from '../node/media-store.ts';
import type { Role } from '../shared/contract/hub.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { HubTables } from './database/tables.ts';

/** Someone with an account. Everyone is a learner. */
export interface Person {
  id: string;
  name: string;
  email: string;
  roles: Role[];
}

/** What every feature of the hub works with. Nothing in it remembers anything: a second process beside this one is no harm. */
export interface Hub {
  folder: string;
  /** Where people reach it, without a slash at the end. */
  url: string;
  name: string;
  version: string;
  /** Folder of the built player and of the hub's own script and style. */
  player: string;
  database: Kysely<HubTables>;
  media: MediaStore;
  log: Log;
  /** Called when the first account was made. */
  onSetUp?: (() => void) | undefined;
  /** Loaded when first asked for: it takes longer than everything else of a start. */
  accounts(): Promise<Accounts>;
}

export interface HubEnv {
  Variables: { hub: Hub; person: Person | null };
}
