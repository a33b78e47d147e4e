import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../shared/contract/faults.ts';
import { MediaHash } from '../shared/model/ids.ts';
import { asDiskFull, writing } from './disk-full.ts';
import { syncFile, syncFolder } from './durable.ts';

export interface StoredMedia {
  /** SHA-256 of the bytes, the file's name from now on. */
  hash: string;
  bytes: number;
}

/** Files named by what is in them: the same bytes are kept once, and a name can never speak of other bytes. */
export interface MediaStore {
  /** Folder of what is being written; whoever alone holds the store may empty it. */
  readonly incoming: string;
  /** Takes a file over: it is moved, not copied. `known` spares reading it again where `hashFile` has just done so. */
  adopt(file: string, known?: StoredMedia): Promise<StoredMedia>;
  /**
   * Writes a stream; refuses with MEDIA_TOO_LARGE past `maxBytes`, with MEDIA_EMPTY for nothing, and with MEDIA_MISMATCH where
   * a hash was expected and it is another one. What is refused touches no file that is there.
   */
  write(bytes: ReadableStream<Uint8Array> | Readable, options: { name: string; maxBytes: number; expected?: string }): Promise<StoredMedia>;
  /** Where a file lies, whether it is there or not. */
  path(hash: string): string;
  has(hash: string): boolean;
  remove(hash: string): Promise<void>;
}

export async function hashFile(file: string, signal?: AbortSignal): Promise<StoredMedia> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash, signal ? { signal } : {});
  return { hash: hash.digest('hex'), bytes: (await stat(file)).size };
}

export function createMediaStore(folder: string): MediaStore {
  // Two levels keep folders small enough for every file system's tools.
  const path = (hash: string) => join(folder, MediaHash.parse(hash).slice(0, 2), hash);
  const incoming = join(folder, 'incoming');

  const place = async (file: string, stored: StoredMedia): Promise<StoredMedia> => {
    const target = path(stored.hash);
    if (existsSync(target)) {
      await rm(file, { force: true });
      return stored;
    }
    await syncFile(file);
    await mkdir(dirname(target), { recursive: true });
    await rename(file, target);
    await syncFolder(dirname(target));
    return stored;
  };

  return {
    incoming,
    path,
    has: (hash) => existsSync(path(hash)),
    remove: (hash) => rm(path(hash), { force: true }),
    adopt: (file, known) => writing(async () => place(file, known ?? (await hashFile(file)))),
    async write(source, { name, maxBytes, expected }) {
      await mkdir(incoming, { recursive: true });
      const file = join(incoming, randomUUID());
      const hash = createHash('sha256');
      let bytes = 0;
      const meter = new Transform({
        transform(chunk: Uint8Array, _encoding, done) {
          bytes += chunk.byteLength;
          if (bytes > maxBytes) return done(new Fault('MEDIA_TOO_LARGE', { name, maxBytes }));
          hash.update(chunk);
          done(null, chunk);
        },
      });
      try {
        const input =
          source instanceof Readable ? source : Readable.fromWeb(source as import('node:stream/web').ReadableStream<Uint8Array>);
        await pipeline(input, meter, createWriteStream(file));
        if (bytes === 0) throw new Fault('MEDIA_EMPTY', { name });
        const found = hash.digest('hex');
        if (expected !== undefined && found !== expected) throw new Fault('MEDIA_MISMATCH', { hash: expected });
        return await place(file, { hash: found, bytes });
      } catch (error) {
        await rm(file, { force: true });
        throw asDiskFull(error);
      }
    },
  };
}
