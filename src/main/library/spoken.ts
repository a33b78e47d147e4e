import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { mediaOfBlock } from '../../shared/model/blocks/index.ts';
import { readCaptions } from '../../shared/model/captions/read.ts';
import type { SpokenLine } from '../../shared/model/library/describe.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import type { Studio } from '../studio.ts';

const Lines = z.array(z.tuple([z.number(), z.string()]));

type Store = Pick<Studio, 'database' | 'media'>;

/** What is said in the files of captions and chapters that a module carries, by their names. */
export async function spokenIn(studio: Store, { body }: ModuleContent): Promise<Map<string, readonly SpokenLine[]>> {
  const files = new Set(body.content.flatMap(mediaOfBlock).flatMap(({ hash, as }) => (as === 'text' ? [hash] : [])));
  const found = new Map<string, readonly SpokenLine[]>();
  for (const file of files) found.set(file, await linesIn(studio, file));
  return found;
}

/** A file is read once and for all: its name is its contents. One that is not there yet is looked for again next time. */
async function linesIn({ database, media }: Store, file: string): Promise<readonly SpokenLine[]> {
  const known = await database.selectFrom('spoken').select('lines').where('media', '=', file).executeTakeFirst();
  if (known) return Lines.parse(JSON.parse(known.lines));
  const text = await readFile(media.path(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return [];
  const read = await readCaptions(text, () => 'line');
  const lines = (read?.cues ?? []).map((cue): SpokenLine => [cue.from, cue.text]);
  await database
    .insertInto('spoken')
    .values({ media: file, lines: JSON.stringify(lines) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return lines;
}
