import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of an archive that is written: bytes, or a file on disk that is read when its turn comes. */
export interface Packed {
  name: string;
  from: Uint8Array | { path: string };
  /** Text packs well; pictures and videos are packed already and stored as they are. */
  deflate: boolean;
}

/** One moment for all, as wall clock: the same files give the same archive, whenever and wherever it is written. */
const always = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** An archive as a stream that is made while it is read. It ends with an error where a file cannot be read. */
export function archiveStream(files: readonly Packed[]): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  let reading: ReadStream | null = null;
  zip.on('error', (error: Error) => output.destroy(error));
  // Whoever gives up a download leaves a file half read, and nothing that is only piped would ever close it.
  output.once('close', () => reading?.destroy());
  for (const { name, from, deflate } of files) {
    const options = { ...always, compress: deflate };
    if ('path' in from)
      zip.addReadStreamLazy(name, options, (take) => {
        if (output.destroyed) return;
        reading = createReadStream(from.path);
        reading.once('error', (error) => output.destroy(error));
        take(null, reading);
      });
    else zip.addBuffer(Buffer.from(from), name, options);
  }
  zip.end();
  zip.outputStream.pipe(output);
  return output;
}

export const archiveBytes = (files: readonly Packed[]): Promise<Buffer> => buffer(archiveStream(files));

/** Writes an archive beside its place and moves it there when it is whole: nobody ever finds half of one. */
export async function writeArchive(files: readonly Packed[], target: string, signal?: AbortSignal): Promise<void> {
  const unfinished = `${target}.part`;
  try {
    await pipeline(archiveStream(files), createWriteStream(unfinished), signal ? { signal } : {});
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
