import { createHash } from 'node:crypto';
import { Fault } from '../../shared/contract/faults.ts';
import { mediaOfBlock } from '../../shared/model/blocks/index.ts';
import type { MediaUse } from '../../shared/model/blocks/kind.ts';
import { contextOf } from '../../shared/model/lint/context.ts';
import { errorsIn } from '../../shared/model/lint/lint.ts';
import { canonicalJson, mediaOf } from '../../shared/model/module.ts';
import type { Manifest } from '../../shared/model/package.ts';
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

/** Which files may stand in which place. */
const fits: Record<MediaUse['as'], { types: ReadonlySet<string>; allowed: string }> = {
  picture: { types: new Set(['image/jpeg', 'image/png', 'image/webp']), allowed: 'a JPEG, PNG or WebP picture' },
  video: { types: new Set(['video/mp4']), allowed: 'an MP4 video' },
  text: { types: new Set(['text/vtt']), allowed: 'a WebVTT file' },
};

/** Refuses a file in a place it is not made for: a clip as a portrait, a picture as a clip. Types are those that were found in the bytes. */
async function assertTypesFit({ database }: Pick<Hub, 'database'>, manifest: Manifest): Promise<void> {
  const shown = shownMedia(manifest);
  if (shown.length === 0) return;
  const rows = await database.selectFrom('media').where('hash', 'in', shown).select(['hash', 'type']).execute();
  const types = new Map(rows.map(({ hash, type }) => [hash, type]));
  const uses = [
    ...manifest.content.body.content.flatMap(mediaOfBlock),
    ...(manifest.author.photo ? [{ hash: manifest.author.photo, as: 'picture' as const, name: 'The photo' }] : []),
  ];
  for (const { hash, as, name } of uses) {
    if (!fits[as].types.has(types.get(hash) ?? '')) throw new Fault('MEDIA_TYPE_REFUSED', { name, allowed: fits[as].allowed });
  }
}

/** Believes nothing that came with a manifest: content against its hash, files against what is here, parts against what is needed. */
export async function assertArrived(hub: Pick<Hub, 'database' | 'media'>, manifest: Manifest): Promise<void> {
  const hash = createHash('sha256').update(canonicalJson(manifest.content)).digest('hex');
  if (hash !== manifest.revision) throw new Fault('REVISION_MISMATCH', {});
  const today = new Date().toISOString().slice(0, 10);
  const findings = errorsIn(contextOf(manifest.content, { author: manifest.author, today }));
  if (findings.length > 0) throw new Fault('MODULE_UNFINISHED', { findings });
  const lacking = await lackingMedia(hub, shownMedia(manifest));
  if (lacking.length > 0) throw new Fault('MEDIA_LACKING', { hashes: lacking });
  await assertTypesFit(hub, manifest);
}
