import { open, readFile, stat } from 'node:fs/promises';
import type { MediaType } from '../shared/model/package.ts';

const ascii = (head: Buffer, from: number, to: number): string => head.toString('latin1', from, to);

/** The type of pictures and videos by their first bytes, or null. Names and claims are not asked. */
export function typeOfHead(head: Buffer): Exclude<MediaType, 'application/json' | 'text/vtt'> | null {
  if (ascii(head, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(head, 4, 8) === 'ftyp') return 'video/mp4';
  return null;
}

const largestText = 5_000_000;

/** Captions begin with their sign. Those with a style of their own are refused: a file says what is read, not how a page looks. */
const isVtt = (text: string): boolean => /^\uFEFF?WEBVTT[ \t\r\n]/.test(text) && !/(?:\r?\n){2}(?:STYLE|REGION)[ \t]*\r?\n/.test(text);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

async function typeOfText(file: string): Promise<'application/json' | 'text/vtt' | null> {
  if ((await stat(file)).size > largestText) return null;
  const text = await readFile(file, 'utf8');
  if (isVtt(text)) return 'text/vtt';
  return isJson(text) ? 'application/json' : null;
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
  return typeOfHead(head) ?? typeOfText(file);
}
