import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Log } from '../node/log.ts';
import type { MediaStore } from '../node/media-store.ts';
import type { SecretStore } from '../node/secrets.ts';
import type { Tables } from './database/tables.ts';
import type { Jobs } from './jobs/jobs.ts';

/** What a shell gives to the core: where things lie, and what only it can do. */
export interface Host {
  /** The workspace's folder; made where it is missing. */
  workspace: string;
  version: string;
  shell: 'browser' | 'electron' | 'command';
  /** Folder of the built pages of the studio. */
  pages: string;
  /** Folder of the built player. */
  player: string;
  secrets: SecretStore;
  /** Bytes free where the workspace lies, if the shell knows better than the system's own answer. */
  freeBytes?(): Promise<number>;
  /** The hub this shell started, or null. */
  embeddedHub(): { url: string; setupCode: string | null } | null;
}

export interface WorkspacePaths {
  root: string;
  database: string;
  takes: string;
  media: string;
  cache: string;
  bin: string;
  log: string;
}

export const workspacePaths = (root: string): WorkspacePaths => ({
  root,
  database: join(root, 'showhow.db'),
  takes: join(root, 'takes'),
  media: join(root, 'media'),
  cache: join(root, 'cache'),
  bin: join(root, 'bin'),
  log: join(root, 'logs', 'showhow.log'),
});

/** What every feature of the core works with. */
export interface Studio {
  host: Host;
  paths: WorkspacePaths;
  database: Kysely<Tables>;
  jobs: Jobs;
  media: MediaStore;
  log: Log;
  /** Fires when the core closes: what requests have begun ends then. Jobs have a signal of their own. */
  closing: AbortSignal;
}
