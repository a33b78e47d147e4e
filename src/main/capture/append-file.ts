import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../../node/durable.ts';

/** A file that only grows. What `append` has answered is on the disk. */
export interface AppendFile {
  readonly bytes: number;
  append(data: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

async function writeAll(handle: FileHandle, data: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < data.byteLength) {
    const { bytesWritten } = await handle.write(data, written, data.byteLength - written, position + written);
    written += bytesWritten;
  }
}

/** Opens a file for appending; a write that failed half-way is written over by the next one, so it never leaves a hole. */
export async function openAppend(path: string): Promise<AppendFile> {
  const handle = await open(path, 'a').then(async (created) => {
    await created.close();
    return open(path, 'r+');
  });
  await syncFolder(dirname(path));
  let bytes = (await handle.stat()).size;
  return {
    get bytes() {
      return bytes;
    },
    async append(data) {
      await writeAll(handle, data, bytes);
      await handle.datasync();
      bytes += data.byteLength;
    },
    close: () => handle.close(),
  };
}
