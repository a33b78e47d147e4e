import type { EditList } from '../../shared/model/edit/list.ts';
import { readPackets } from './copy/packets.ts';
import type { Ffmpeg } from './locate.ts';
import type { Source, Sources, SourceTrack } from './plan/sources.ts';

async function measured(ffmpeg: Ffmpeg, track: SourceTrack, signal: AbortSignal | undefined): Promise<SourceTrack> {
  if (track.lastFrame !== undefined) return track;
  const read = await readPackets(ffmpeg, track.path, track.stream, signal);
  return read ? { ...track, longestFrame: read.longestFrame, lastFrame: read.lastFrame } : track;
}

/**
 * What an edit list shows, with when the last frame of each picture appears and how long others stand: takes of an older
 * program do not say it, and a plan that does not know it may read past the frame that is to be seen.
 */
export async function withLastFrames(
  ffmpeg: Ffmpeg,
  { clips }: Pick<EditList, 'clips'>,
  sources: Sources,
  signal: AbortSignal | undefined,
): Promise<Sources> {
  const known: Record<string, Source> = { ...sources };
  for (const name of new Set(clips.map(({ source }) => source))) {
    const source = sources[name];
    if (!source) continue;
    const [picture, camera] = await Promise.all([
      measured(ffmpeg, source.picture, signal),
      source.camera && measured(ffmpeg, source.camera, signal),
    ]);
    known[name] = { ...source, picture, camera };
  }
  return known;
}
