import { stat, utimes } from 'node:fs/promises';
import { Rendition } from '../../shared/model/rendition.ts';
import type { Studio } from '../studio.ts';

type Store = Pick<Studio, 'database' | 'media'>;

/** Names of media in any text that was kept: a module, a task, a setting. What looks like one is spared. */
const hashesIn = (text: string): string[] => text.match(/\b[0-9a-f]{64}\b/g) ?? [];

/** All media that something else than renditions speaks of. */
async function mediaInUse({ database }: Store): Promise<Set<string>> {
  const [modules, revisions, edits, settings, jobs] = await Promise.all([
    database.selectFrom('modules').select('content as text').execute(),
    database.selectFrom('revisions').select('content as text').execute(),
    database.selectFrom('edits').select('list as text').execute(),
    database.selectFrom('settings').select('value as text').execute(),
    database.selectFrom('jobs').select('input as text').where('state', 'in', ['queued', 'running']).execute(),
  ]);
  return new Set([...modules, ...revisions, ...edits, ...settings, ...jobs].flatMap(({ text }) => hashesIn(text)));
}

/** What was finished, with its files and when it was last used. */
interface Kept {
  key: string;
  files: Map<string, number>;
  usedAt: number;
  /** The files by which it is known to be used. Pictures may be those of another rendition as well, and do not say which. */
  telling: string[];
}

const isUsed = ({ telling }: Kept, inUse: ReadonlySet<string>): boolean => telling.some((hash) => inUse.has(hash));

const Named = Rendition.pick({ video: true, poster: true, sprite: true });

async function keptRenditions(store: Store): Promise<Kept[]> {
  const rows = await store.database.selectFrom('renditions').selectAll().execute();
  return Promise.all(
    rows.map(async ({ key, value, created_at }): Promise<Kept> => {
      const files = new Map<string, number>();
      const { video, poster, sprite } = Named.parse(JSON.parse(value));
      let usedAt = Date.parse(created_at);
      // The key is a hash as well, but names no file.
      for (const hash of new Set(hashesIn(value))) {
        const found = await stat(store.media.path(hash)).catch(() => null);
        if (!found) continue;
        files.set(hash, found.size);
        if (hash === video) usedAt = Math.max(usedAt, found.atimeMs);
      }
      return { key, files, usedAt, telling: [...files.keys()].filter((hash) => hash !== poster && hash !== sprite.media) };
    }),
  );
}

const bytesOf = (all: readonly Kept[]): number =>
  [...new Map(all.flatMap(({ files }) => [...files]))].reduce((sum, [, bytes]) => sum + bytes, 0);

/** Notes that a rendition was used, so that it stays longer than others: in its file's time of access, which a copy of the folder keeps. */
export async function touchRendition({ media }: Pick<Store, 'media'>, { video }: Rendition): Promise<void> {
  const path = media.path(video);
  const found = await stat(path).catch(() => null);
  if (found) await utimes(path, new Date(), found.mtime);
}

export interface CacheState {
  bytes: number;
  freeable: number;
}

export async function cacheState(store: Store): Promise<CacheState> {
  const all = await keptRenditions(store);
  const inUse = await mediaInUse(store);
  const stays = all.filter((kept) => isUsed(kept, inUse));
  const bytes = bytesOf(all);
  return { bytes, freeable: bytes - bytesOf(stays) };
}

/** What was used a moment ago may be about to be put into a module that is not saved yet. */
const grace = 10 * 60_000;

async function remove({ database, media }: Store, going: readonly Kept[], spared: ReadonlySet<string>): Promise<void> {
  for (const { key, files } of going) {
    await database.deleteFrom('renditions').where('key', '=', key).execute();
    for (const hash of files.keys()) {
      if (spared.has(hash)) continue;
      await database.deleteFrom('media').where('hash', '=', hash).execute();
      await media.remove(hash);
    }
  }
}

/**
 * Brings what was finished under a limit in bytes: what was used longest ago goes first, and nothing that a module, an edit
 * or an open task speaks of. Answers how many bytes went. `sparing` is for how long what was just used is spared, in ms.
 */
export async function trimCache(store: Store, limit: number, sparing = grace): Promise<number> {
  const all = (await keptRenditions(store)).toSorted((one, other) => one.usedAt - other.usedAt);
  const before = bytesOf(all);
  // All that was ever written is read to learn what is used. At each start, with thousands of modules, that would be waited for.
  if (before <= limit) return 0;
  const inUse = await mediaInUse(store);
  const spared = Date.now() - sparing;
  let stays = all;
  const going: Kept[] = [];
  for (const oldest of all) {
    if (bytesOf(stays) <= limit) break;
    if (oldest.usedAt > spared || isUsed(oldest, inUse)) continue;
    going.push(oldest);
    stays = stays.filter((kept) => kept !== oldest);
  }
  await remove(store, going, new Set([...inUse, ...stays.flatMap(({ files }) => [...files.keys()])]));
  return before - bytesOf(stays);
}
