import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { PictureFacts } from '../../../shared/model/lint/pictures.ts';
import { readerName } from '../../privacy/reader.ts';
import type { WorkspacePaths } from '../../studio.ts';
import { lookVersion } from './look.ts';

/**
 * Where it is kept what was seen in a picture: in the cache, which may be emptied at any time; by who reads, in which language
 * and how, for what one sees another may not, and by the picture's hash.
 */
function fileOf({ cache }: Pick<WorkspacePaths, 'cache'>, media: string, language: string): string {
  const way = `${readerName()} ${language} ${lookVersion}`.replace(/[^\w.]+/g, '-');
  return join(cache, 'contrast', way, media.slice(0, 2), `${media}.json`);
}

export async function readSeen(paths: Pick<WorkspacePaths, 'cache'>, media: string, language: string): Promise<PictureFacts | null> {
  const text = await readFile(fileOf(paths, media, language), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return PictureFacts.parse(JSON.parse(text));
  } catch {
    // Half a file after a crash: the picture is looked at again.
    return null;
  }
}

export async function keepSeen(paths: Pick<WorkspacePaths, 'cache'>, facts: PictureFacts, language: string): Promise<void> {
  const file = fileOf(paths, facts.media, language);
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, JSON.stringify(facts), { fsync: false });
}
