import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import canonicalize from 'canonicalize';
import { Fault } from '../../shared/contract/faults.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import type { Source, Sources, SourceTrack } from '../media/plan/sources.ts';
import { rendererVersion } from '../media/render.ts';

/** A file's identity without reading it: recorded files are written once and never changed in place. */
export interface FileState {
  bytes: number;
  modified: number;
}

const tracksOf = ({ picture, camera, sounds }: Source): SourceTrack[] => [picture, ...(camera ? [camera] : []), ...sounds];

/**
 * Pure: the name of a rendition, SHA-256 of all that it depends on. The ids of clips are not among it, nor a camera that
 * is not shown. Paths are not either, so that a workspace may be moved.
 */
export function renditionKey(edit: EditList, sources: Sources, fileOf: (path: string) => FileState): string {
  const used = [...new Set(edit.clips.map(({ source }) => source))];
  const text = canonicalize({
    renderer: rendererVersion,
    clips: edit.clips.map(({ source, from, to }) => ({ source: used.indexOf(source), from, to })),
    camera: edit.camera.shown ? edit.camera : null,
    sources: used.map((name) => {
      const source = sources[name];
      if (!source) throw new Fault('NOT_FOUND', { what: 'take' });
      return {
        duration: source.duration,
        tracks: tracksOf(source).map(({ path, frameRate = null, ...track }) => ({ ...track, frameRate, ...fileOf(path) })),
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
