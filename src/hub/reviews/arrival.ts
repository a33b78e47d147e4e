import { createHash } from 'node:crypto';
import { Fault } from '../../shared/contract/faults.ts';
import { canonicalJson, mediaOf } from '../../shared/model/module.ts';
import type { Manifest } from '../../shared/model/package.ts';
import { missingFrom } from '../../shared/model/readiness.ts';
import type { Hub } from '../hub-env.ts';

/** All files that a manifest's content and profile show. */
export function shownMedia({ content, author }: Pick<Manifest, 'content' | 'author'>): string[] {
  return [...new Set([...mediaOf(content), ...(author.photo ? [author.photo] : [])])];
}

/** Which of these files the hub does not have. */
export async function lackingMedia({ database, media }: Pick<Hub, 'database' | 'media'>, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await database.selectFrom('media').where('hash', 'in', hashes).select('hash').execute();
  const there = new Set(rows.map(({ hash }) => hash));
  return [...new Set(hashes)].filter((hash) => !there.has(hash) || !media.has(hash));
}

const isPicture = (type: string): boolean => type.startsWith('image/');

/** Refuses a file in a place it is not made for: a clip as a portrait, a picture as a clip. Types are those that were found in the bytes. */
async function assertTypesFit({ database }: Pick<Hub, 'database'>, manifest: Manifest): Promise<void> {
  const shown = shownMedia(manifest);
  if (shown.length === 0) return;
  const rows = await database.selectFrom('media').where('hash', 'in', shown).select(['hash', 'type']).execute();
  const types = new Map(rows.map(({ hash, type }) => [hash, type]));
  const assertPicture = (name: string, hash: string | null) => {
    if (hash && !isPicture(types.get(hash) ?? '')) throw new Fault('MEDIA_TYPE_REFUSED', { name, allowed: 'a JPEG, PNG or WebP picture' });
  };
  assertPicture('The photo', manifest.author.photo);
  for (const block of manifest.content.body.content) {
    if (block.type === 'image') assertPicture('A picture', block.attrs.media);
    if (block.type !== 'video') continue;
    assertPicture('A still of a video', block.attrs.poster);
    for (const text of [block.attrs.captions?.media, block.attrs.chapters])
      if (text && types.get(text) !== 'text/vtt') throw new Fault('MEDIA_TYPE_REFUSED', { name: 'The captions', allowed: 'a WebVTT file' });
    if (types.get(block.attrs.media) !== 'video/mp4') throw new Fault('MEDIA_TYPE_REFUSED', { name: 'A video', allowed: 'an MP4 video' });
  }
}

/** Believes nothing that came with a manifest: content against its hash, files against what is here, parts against what is needed. */
export async function assertArrived(hub: Pick<Hub, 'database' | 'media'>, manifest: Manifest): Promise<void> {
  const hash = createHash('sha256').update(canonicalJson(manifest.content)).digest('hex');
  if (hash !== manifest.revision) throw new Fault('REVISION_MISMATCH', {});
  const missing = missingFrom(manifest.content, manifest.author);
  if (missing.length > 0) throw new Fault('MODULE_UNFINISHED', { missing });
  const lacking = await lackingMedia(hub, shownMedia(manifest));
  if (lacking.length > 0) throw new Fault('MEDIA_LACKING', { hashes: lacking });
  await assertTypesFit(hub, manifest);
}
