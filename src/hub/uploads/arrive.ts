import { rm } from 'node:fs/promises';
import { hashFile } from '../../node/media-store.ts';
import { sniffType } from '../../node/sniff.ts';
import { Fault } from '../../shared/contract/faults.ts';
import type { Hub } from '../hub-env.ts';
import type { Announced } from './announced.ts';

/**
 * Takes a file that has wholly arrived into the media store, if it is what was announced: the bytes of that hash, of that
 * type. Anything else is deleted and refused with MEDIA_MISMATCH.
 */
export async function takeIn(
  { database, media }: Pick<Hub, 'database' | 'media'>,
  file: string,
  { hash, filetype }: Announced,
): Promise<void> {
  const found = await hashFile(file);
  if (found.hash !== hash || (await sniffType(file)) !== filetype) {
    await rm(file, { force: true });
    throw new Fault('MEDIA_MISMATCH', { hash });
  }
  await media.adopt(file, found);
  await database
    .insertInto('media')
    .values({ hash, type: filetype, bytes: found.bytes, created_at: new Date().toISOString() })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}
