import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Selectable } from 'kysely';
import { Fault } from '../../shared/contract/faults.ts';
import type { UploadedPicture } from '../../shared/contract/modules.ts';
import { MediaEntry, type MediaType } from '../../shared/model/package.ts';
import type { Tables } from '../database/tables.ts';
import type { Studio } from '../studio.ts';
import { mediaTypeOf, signatureBytes } from './media-type.ts';
import { largestPicture, readPicture } from './picture.ts';

/** The files that modules show: what each is, and pictures that come in from the page. */
export interface Shelf {
  /** Type and size of a file; throws NOT_FOUND. */
  entry(hash: string): Promise<MediaEntry>;
  addPicture(body: AsyncIterable<Uint8Array> | null, name: string): Promise<UploadedPicture>;
}

const missing = () => new Fault('NOT_FOUND', { what: 'file' });

export function createShelf({ database, media }: Studio): Shelf {
  const note = async (row: Selectable<Tables['media']>) => {
    await database
      .insertInto('media')
      .values(row)
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  };

  return {
    async entry(hash) {
      const row = await database.selectFrom('media').select(['type', 'bytes']).where('hash', '=', hash).executeTakeFirst();
      if (row) return MediaEntry.parse({ hash, ...row });
      // What finishing made lies in the store without a row of its own.
      const found = await identify(media.path(hash));
      await note({ hash, ...found, width: null, height: null, created_at: new Date().toISOString() });
      return { hash, ...found };
    },
    async addPicture(body, name) {
      const bytes = await readBody(body, name);
      const picture = readPicture(bytes, name);
      const stored = await media.write(Readable.from([bytes]), { name, maxBytes: largestPicture });
      await note({ ...stored, ...picture, created_at: new Date().toISOString() });
      return { ...stored, ...picture };
    },
  };
}

async function identify(path: string): Promise<{ type: MediaType; bytes: number }> {
  const found = await stat(path).catch(() => null);
  if (!found) throw missing();
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(signatureBytes), 0, signatureBytes, 0);
    const type = mediaTypeOf(buffer);
    if (!type) throw missing();
    return { type, bytes: found.size };
  } finally {
    await file.close();
  }
}

/** Reads a body into memory, at most as much as a picture may have; what is in it is judged before anything is written. */
async function readBody(body: AsyncIterable<Uint8Array> | null, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > largestPicture) throw new Fault('MEDIA_TOO_LARGE', { name, maxBytes: largestPicture });
    parts.push(part);
  }
  if (length === 0) throw new Fault('MEDIA_EMPTY', { name });
  return Buffer.concat(parts);
}
