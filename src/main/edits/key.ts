import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import canonicalize from 'canonicalize';
import { Fault } from '../../shared/contract/faults.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import { sceneOf } from '../../shared/model/scene/scene.ts';
import { smallerSizes } from '../../shared/model/video-sizes.ts';
import { factsOf, type Source, type Sources, type SourceTrack } from '../media/plan/sources.ts';
import { rendererVersion } from '../media/render.ts';

/** A file's identity without reading it: recorded files are written once and never changed in place. */
export interface FileState {
  bytes: number;
  modified: number;
}

const tracksOf = ({ picture, camera, sounds }: Source): SourceTrack[] => [picture, ...(camera ? [camera] : []), ...sounds];

/**
 * Pure: the name of a rendition, SHA-256 of all that it depends on: what is seen by the scene, what is drawn and heard, and
 * the files. Ids are not among it, nor chapters, nor what is marked where nothing is shown. Paths are not either, so that a
 * workspace may be moved.
 */
export function renditionKey(edit: EditList, sources: Sources, fileOf: (path: string) => FileState): string {
  const used = [...new Set(edit.clips.map(({ source }) => source))];
  const indexOf = (source: string | null): number => (source === null ? -1 : used.indexOf(source));
  const { canvas, frames, stretches, covers, callouts, dissolves } = sceneOf(edit, factsOf(sources));
  const sizes = smallerSizes(canvas, edit.sizes ?? []).map(({ name }) => name);
  const bySource = <T extends { source: string | null }>(all: readonly T[]) =>
    all.map((each) => ({ ...each, source: indexOf(each.source) }));
  const text = canonicalize({
    renderer: rendererVersion,
    clips: edit.clips.map(({ source, from, to }) => ({ source: indexOf(source), from, to })),
    scene: { canvas, frames, stretches: bySource(stretches), covers: bySource(covers), dissolves },
    callouts: bySource(callouts).map(({ callout: { id: _, source: __, ...drawn }, ...when }) => ({ ...when, drawn })),
    cards: [edit.opening, edit.closing],
    // Not there where there are none: what was finished before there were any keeps its name.
    ...(sizes.length > 0 && { sizes }),
    sound: {
      denoise: edit.sound.denoise,
      muted: edit.sound.muted.flatMap(({ source, kind }) => (used.includes(source) ? [`${indexOf(source)} ${kind}`] : [])).toSorted(),
    },
    sources: used.map((name) => {
      const source = sources[name];
      if (!source) throw new Fault('NOT_FOUND', { what: 'take' });
      return {
        duration: source.duration,
        tracks: tracksOf(source).map(({ path, kind = null, frameRate = null, ...track }) => ({
          ...track,
          kind,
          frameRate,
          ...fileOf(path),
        })),
      };
    }),
  });
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}

/** The same for files as they lie on disk. Refuses with NOT_FOUND where one is gone. */
export async function keyOf(edit: EditList, sources: Sources): Promise<string> {
  const files = new Map<string, FileState>();
  for (const { path } of Object.values(sources).flatMap(tracksOf)) {
    const found = await stat(path).catch(() => null);
    if (!found) throw new Fault('NOT_FOUND', { what: 'take' });
    files.set(path, { bytes: found.size, modified: Math.round(found.mtimeMs) });
  }
  return renditionKey(edit, sources, (path) => files.get(path) ?? { bytes: 0, modified: 0 });
}
