import { join } from 'node:path';
import { hashFile, type StoredMedia } from '../../node/media-store.ts';
import type { MediaType } from '../../shared/model/package.ts';
import { Rendition } from '../../shared/model/rendition.ts';
import { made } from '../media/making.ts';
import type { Sheet } from '../media/plan/sheet.ts';
import type { Rendered } from '../media/render.ts';
import type { Studio } from '../studio.ts';

type Store = Pick<Studio, 'database' | 'media'>;

/** What was rendered under a key before, if all of its files are still there. */
export async function findRendition({ database, media }: Store, key: string): Promise<Rendition | null> {
  const row = await database.selectFrom('renditions').select('value').where('key', '=', key).executeTakeFirst();
  if (!row) return null;
  const rendition = Rendition.parse(JSON.parse(row.value));
  const files = [rendition.video, rendition.poster, rendition.sprite.media, rendition.waveform];
  return files.every((hash) => media.has(hash)) ? rendition : null;
}

const spriteOf = (media: string, { columns, rows, width, height, interval }: Sheet): Rendition['sprite'] => ({
  media,
  columns,
  rows,
  width,
  height,
  interval,
});

const kinds = ['video', 'poster', 'sprite', 'waveform'] as const;
type Files = Record<(typeof kinds)[number], StoredMedia>;

async function hashFiles(folder: string, signal: AbortSignal | undefined): Promise<Files> {
  const files: Partial<Files> = {};
  for (const kind of kinds) files[kind] = await hashFile(join(folder, made[kind]), signal);
  return files as Files;
}

function describe(key: string, { sheet, ...rendered }: Rendered, { video, poster, sprite, waveform }: Files): Rendition {
  return Rendition.parse({
    key,
    createdAt: new Date().toISOString(),
    ...rendered,
    bytes: video.bytes,
    video: video.hash,
    poster: poster.hash,
    sprite: spriteOf(sprite.hash, sheet),
    waveform: waveform.hash,
  });
}

/** What a render left in a folder, as a rendition; its files are named by their hashes and stay where they are. */
export const describeRendition = async (key: string, rendered: Rendered, folder: string, signal?: AbortSignal): Promise<Rendition> =>
  describe(key, rendered, await hashFiles(folder, signal));

/** Moves what a render made into the workspace and remembers it under its key. */
export async function keepRendition(
  { database, media }: Store,
  key: string,
  rendered: Rendered,
  folder: string,
  signal?: AbortSignal,
): Promise<Rendition> {
  // Hours of video take seconds to read: who cancels then leaves nothing behind either.
  const files = await hashFiles(folder, signal);
  const rendition = describe(key, rendered, files);
  const { createdAt: created_at } = rendition;
  const keep = async (kind: (typeof kinds)[number], type: MediaType, size: { width: number; height: number } | null): Promise<void> => {
    const stored = await media.adopt(join(folder, made[kind]), files[kind]);
    await database
      .insertInto('media')
      .values({ ...stored, type, width: size?.width ?? null, height: size?.height ?? null, created_at })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  };
  const { columns, rows, width, height } = rendered.sheet;
  await keep('video', 'video/mp4', rendered);
  await keep('poster', 'image/jpeg', rendered);
  await keep('sprite', 'image/jpeg', { width: columns * width, height: rows * height });
  await keep('waveform', 'application/json', null);
  const value = JSON.stringify(rendition);
  await database
    .insertInto('renditions')
    .values({ key, value, created_at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, created_at }))
    .execute();
  return rendition;
}
