import { join } from 'node:path';
import type { Insertable } from 'kysely';
import { hashFile, type StoredMedia } from '../../node/media-store.ts';
import type { MediaType } from '../../shared/model/package.ts';
import { Rendition } from '../../shared/model/rendition.ts';
import type { SmallerSize } from '../../shared/model/video-sizes.ts';
import type { Tables } from '../database/tables.ts';
import { made } from '../media/making.ts';
import type { Sheet } from '../media/plan/sheet.ts';
import type { Rendered } from '../media/render.ts';
import { smallerFile } from '../media/sizes.ts';
import type { Studio } from '../studio.ts';

type Store = Pick<Studio, 'database' | 'media'>;

/** What was rendered under a key before, if all of its files are still there. */
export async function findRendition({ database, media }: Store, key: string): Promise<Rendition | null> {
  const row = await database.selectFrom('renditions').select('value').where('key', '=', key).executeTakeFirst();
  if (!row) return null;
  const rendition = Rendition.parse(JSON.parse(row.value));
  const { video, poster, sprite, waveform, smaller } = rendition;
  const files = [video, poster, sprite.media, waveform, ...smaller.map((size) => size.media)];
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

/** Smaller sizes by what is in their files. */
async function describeSmaller(
  smaller: readonly SmallerSize[],
  folder: string,
  signal: AbortSignal | undefined,
): Promise<Rendition['smaller']> {
  const described: Rendition['smaller'] = [];
  for (const size of smaller) {
    const { hash: media, bytes } = await hashFile(join(folder, smallerFile(size)), signal);
    described.push({ media, width: size.width, height: size.height, bytes });
  }
  return described;
}

function describe(key: string, { sheet, smaller: _, ...rendered }: Rendered, { video, poster, sprite, waveform }: Files): Rendition {
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
export const describeRendition = async (key: string, rendered: Rendered, folder: string, signal?: AbortSignal): Promise<Rendition> => ({
  ...describe(key, rendered, await hashFiles(folder, signal)),
  smaller: await describeSmaller(rendered.smaller ?? [], folder, signal),
});

async function noteMedia({ database }: Pick<Store, 'database'>, media: Insertable<Tables['media']>): Promise<void> {
  await database
    .insertInto('media')
    .values(media)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

async function noteRendition({ database }: Pick<Store, 'database'>, rendition: Rendition): Promise<void> {
  const { key, createdAt: created_at } = rendition;
  const value = JSON.stringify(rendition);
  await database
    .insertInto('renditions')
    .values({ key, value, created_at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, created_at }))
    .execute();
}

/** Moves what a render made into the workspace and remembers it under its key. */
export async function keepRendition(
  store: Store,
  key: string,
  rendered: Rendered,
  folder: string,
  signal?: AbortSignal,
): Promise<Rendition> {
  // Hours of video take seconds to read: who cancels then leaves nothing behind either.
  const files = await hashFiles(folder, signal);
  const rendition = describe(key, rendered, files);
  const keep = async (kind: (typeof kinds)[number], type: MediaType, size: { width: number; height: number } | null): Promise<void> => {
    const stored = await store.media.adopt(join(folder, made[kind]), files[kind]);
    const { width = null, height = null } = size ?? {};
    await noteMedia(store, { ...stored, type, width, height, created_at: rendition.createdAt });
  };
  const { columns, rows, width, height } = rendered.sheet;
  await keep('video', 'video/mp4', rendered);
  await keep('poster', 'image/jpeg', rendered);
  await keep('sprite', 'image/jpeg', { width: columns * width, height: rows * height });
  await keep('waveform', 'application/json', null);
  await noteRendition(store, rendition);
  return rendition;
}

/** Moves the smaller sizes of a rendition into the workspace and remembers it with them, under a key of its own. */
export async function keepSmaller(
  store: Store,
  key: string,
  whole: Rendition,
  made: readonly SmallerSize[],
  folder: string,
  signal?: AbortSignal,
): Promise<Rendition> {
  const smaller = await describeSmaller(made, folder, signal);
  const rendition = { ...whole, key, createdAt: new Date().toISOString(), smaller };
  for (const [index, { media: hash, width, height, bytes }] of smaller.entries()) {
    const size = made[index];
    if (size) await store.media.adopt(join(folder, smallerFile(size)), { hash, bytes });
    await noteMedia(store, { hash, bytes, type: 'video/mp4', width, height, created_at: rendition.createdAt });
  }
  await noteRendition(store, rendition);
  return rendition;
}
