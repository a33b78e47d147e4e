import { open, readFile, stat } from 'node:fs/promises';
import type { MediaType } from '../shared/model/package.ts';

const ascii = (head: Buffer, from: number, to: number): string => head.toString('latin1', from, to);

/** The type of media by its first bytes, or null where they are of no type a module may carry. Names and claims are not asked. */
export function typeOfHead(head: Buffer): Exclude<MediaType, 'application/json'> | null {
  if (ascii(head, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(head, 4, 8) === 'ftyp') return 'video/mp4';
  return null;
}

const largestJson = 5_000_000;

async function isJson(file: string): Promise<boolean> {
  if ((await stat(file)).size > largestJson) return false;
  try {
    JSON.parse(await readFile(file, 'utf8'));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** The type of a file by what is in it, or null where no module may carry it. */
export async function sniffType(file: string): Promise<MediaType | null> {
  const head = Buffer.alloc(16);
  const handle = await open(file, 'r');
  try {
    await handle.read(head, 0, head.length, 0);
  } finally {
    await handle.close();
  }
  return typeOfHead(head) ?? ((await isJson(file)) ? 'application/json' : null);
}
