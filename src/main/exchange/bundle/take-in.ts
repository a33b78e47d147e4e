import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { sniffType } from '../../../node/sniff.ts';
import { Fault, isFault } from '../../../shared/contract/faults.ts';
import { type Bundle, mediaFile } from '../../../shared/model/bundle.ts';
import type { MediaEntry } from '../../../shared/model/package.ts';
import { largestImport } from '../../media/import-file.ts';
import { readPicture } from '../../modules/picture.ts';
import type { Studio } from '../../studio.ts';
import type { Archive } from '../archive/read.ts';
import { mediaName } from './read.ts';

/**
 * Stores the media of a bundle, and then does what makes use of them. One that is not what the table of contents says ends it. Where
 * it does not come to its end, what came in is taken away again; what was here already stays.
 */
export async function withMedia<T>(
  studio: Studio,
  archive: Archive,
  { media, content }: Bundle,
  signal: AbortSignal,
  then: () => Promise<T>,
): Promise<T> {
  const added: string[] = [];
  try {
    for (const entry of media) {
      signal.throwIfAborted();
      if (studio.media.has(entry.hash)) continue;
      const broken = () => new Fault('BUNDLE_BROKEN', { name: archive.name, part: mediaName(entry.hash, content) });
      const stored = await studio.media
        .write(await archive.stream(mediaFile(entry.hash)), {
          name: archive.name,
          maxBytes: Math.min(entry.bytes, largestImport),
          // Under another name than its own it could be a file of this workspace, and would be taken away again below.
          expected: entry.hash,
        })
        .catch((error: unknown) => {
          throw isFault(error) ? broken() : error;
        });
      added.push(stored.hash);
      if (stored.bytes !== entry.bytes || !(await isWhatItSays(studio.media.path(stored.hash), entry))) throw broken();
    }
    signal.throwIfAborted();
    return await then();
  } catch (error) {
    for (const hash of added) await rm(studio.media.path(hash), { force: true });
    throw error;
  }
}

/** By its bytes: a picture must be one that can be shown, whatever the file claims. */
async function isWhatItSays(path: string, { type }: MediaEntry): Promise<boolean> {
  if (!type.startsWith('image/')) return (await sniffType(path)) === type;
  try {
    return readPicture(await buffer(createReadStream(path)), path).type === type;
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}
