import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { Word } from '../../shared/model/privacy/finding.ts';
import type { Grey } from './grey.ts';
import type { Reader } from './reader.ts';

const Box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const Words = z.array(z.object({ text: z.string(), box: Box, confidence: z.number() }));

/** How often something was really read, and how often it was known. */
export interface ReadingCounts {
  read: number;
  known: number;
}

/**
 * A reader that remembers: a picture that was read once is not read again, whatever for. Kept in the cache, which may be
 * emptied at any time; a file is named by the pixels and by who read them.
 */
export function rememberingReader(
  reader: () => Promise<Reader>,
  folder: string,
  readBy: string,
  counts: ReadingCounts,
): Pick<Reader, 'read'> {
  return {
    async read(picture, scale) {
      const name = keyOf(picture, scale, readBy);
      const shelf = join(folder, name.slice(0, 2));
      const file = join(shelf, `${name}.json`);
      const known = await readKnown(file);
      if (known) {
        counts.known++;
        return known;
      }
      const words = await (await reader()).read(picture, scale);
      counts.read++;
      await mkdir(shelf, { recursive: true });
      await writeFileAtomic(file, JSON.stringify(words), { fsync: false });
      return words;
    },
  };
}

const keyOf = ({ width, height, data }: Grey, scale: number, readBy: string): string =>
  createHash('sha256').update(`${readBy} ${width} ${height} ${scale}\n`).update(data).digest('hex');

async function readKnown(file: string): Promise<Word[] | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return Words.parse(JSON.parse(text));
  } catch {
    // Half a file after a crash: it is read again.
    return null;
  }
}
