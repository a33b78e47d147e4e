import { open } from 'node:fs/promises';
import { buckets, type Page } from '../../../shared/model/tiles.ts';

/** The loudest of each group of `size` bytes. */
export function loudest(bytes: Uint8Array, size: number): Uint8Array {
  if (size === 1) return bytes;
  const result = new Uint8Array(Math.ceil(bytes.length / size));
  for (let index = 0; index < bytes.length; index++) {
    const group = Math.floor(index / size);
    result[group] = Math.max(result[group] ?? 0, bytes[index] ?? 0);
  }
  return result;
}

/** One page of a take's sound, read from disk; shorter at the end of the take, empty after it. Null where the file is gone. */
export async function soundPage(path: string, { level, page }: Page): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await open(path).catch(() => null);
  if (!file) return null;
  try {
    const size = 4 ** level;
    const length = buckets.perPage * size;
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, page * length);
    return Uint8Array.from(loudest(bytes.subarray(0, bytesRead), size));
  } finally {
    await file.close();
  }
}
