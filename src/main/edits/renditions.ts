import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from '../../node/media-store.ts';
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

/** What a render left in a folder, as a rendition; its files are named by their hashes and stay where they are. */
export async function describeRendition(key: string, rendered: Rendered, folder: string): Promise<Rendition> {
  const { method, duration, width, height, sheet, loudness } = rendered;
  const hash = async (name: string) => (await hashFile(join(folder, name))).hash;
  return Rendition.parse({
    key,
    createdAt: new Date().toISOString(),
    ...{ method, duration, width, height, loudness },
    bytes: (await stat(join(folder, made.video))).size,
    video: await hash(made.video),
    poster: await hash(made.poster),
    sprite: spriteOf(await hash(made.sprite), sheet),
    waveform: await hash(made.waveform),
  });
}

/** Moves what a render made into the workspace and remembers it under its key. */
export async function keepRendition({ database, media }: Store, key: string, rendered: Rendered, folder: string): Promise<Rendition> {
  const { method, duration, width, height, sheet, loudness } = rendered;
  const createdAt = new Date().toISOString();
  const keep = async (
    name: string,
    type: MediaType,
    size: { width: number; height: number } | null,
  ): Promise<{ hash: string; bytes: number }> => {
    const file = join(folder, name);
    const stored = await media.adopt(file);
    await database
      .insertInto('media')
      .values({ ...stored, type, width: size?.width ?? null, height: size?.height ?? null, created_at: createdAt })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
    return stored;
  };
  const video = await keep(made.video, 'video/mp4', rendered);
  const poster = await keep(made.poster, 'image/jpeg', rendered);
  const sprite = await keep(made.sprite, 'image/jpeg', { width: sheet.columns * sheet.width, height: sheet.rows * sheet.height });
  const waveform = await keep(made.waveform, 'application/json', null);
  const rendition = Rendition.parse({
    key,
    createdAt,
    ...{ method, duration, width, height, loudness },
    bytes: video.bytes,
    video: video.hash,
    poster: poster.hash,
    sprite: spriteOf(sprite.hash, sheet),
    waveform: waveform.hash,
  });
  const value = JSON.stringify(rendition);
  await database
    .insertInto('renditions')
    .values({ key, value, created_at: createdAt })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, created_at: createdAt }))
    .execute();
  return rendition;
}
