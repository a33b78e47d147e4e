import { type ModuleContent, mediaOf, type Revision } from '../../shared/model/module.ts';
import { Manifest, type MediaEntry } from '../../shared/model/package.ts';
import { videoFiles } from '../../shared/model/review/cut.ts';
import type { Desk } from './desk.ts';

/** The files that travel with a module: what it shows, and the author's face. */
export async function mediaEntries(desk: Desk, content: ModuleContent): Promise<MediaEntry[]> {
  const { photo } = await desk.profile();
  const hashes = new Set(photo === null ? mediaOf(content) : [...mediaOf(content), photo]);
  return Promise.all([...hashes].map((hash) => desk.media(hash)));
}

export async function manifestOf(desk: Desk, { moduleId, hash, content }: Revision): Promise<Manifest> {
  const [media, author, videos, cuts] = await Promise.all([
    mediaEntries(desk, content),
    desk.profile(),
    desk.videos(content),
    desk.cuts(videoFiles(content)),
  ]);
  const sweeps = videos.flatMap(({ record }) => record ?? []);
  return Manifest.parse({ format: 'showhow-module/1', moduleId, revision: hash, content, media, author, sweeps, cuts });
}

export const bytesOf = (entries: readonly MediaEntry[]): number => entries.reduce((sum, { bytes }) => sum + bytes, 0);
