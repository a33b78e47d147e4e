import type { Track } from '../../../shared/model/take.ts';

/** A track as the plan needs it: a file, the stream in it, and where it stands in the time of its take. */
export interface SourceTrack {
  path: string;
  stream: number;
  codec: string;
  /** Take time in seconds at which the file begins. */
  offset: number;
  duration: number;
  width: number;
  height: number;
  frameRate: number | undefined;
  /** Seconds for which a frame stands at most, where it was measured. */
  longestFrame?: number;
}

/** What a clip's `source` names: the picture, the camera that may be laid over it, and all that is heard. */
export interface Source {
  duration: number;
  picture: SourceTrack;
  camera: SourceTrack | null;
  sounds: SourceTrack[];
}

export type Sources = Readonly<Record<string, Source>>;

const sourceTrack = (track: Track, path: string): SourceTrack => ({
  path,
  stream: track.stream,
  codec: track.codec,
  offset: track.offset,
  duration: track.duration,
  width: track.width ?? 0,
  height: track.height ?? 0,
  frameRate: track.frameRate,
  ...(track.longestFrame && { longestFrame: track.longestFrame }),
});

/** The source that a take's tracks make; null where it has no picture. Without a screen the camera is the picture. */
export function sourceOf(tracks: readonly Track[], duration: number, pathOf: (file: string) => string): Source | null {
  const find = (kind: Track['kind']) => tracks.find((track) => track.kind === kind);
  const screen = find('screen');
  const camera = find('camera');
  const picture = screen ?? camera;
  if (!picture) return null;
  const made = (track: Track) => sourceTrack(track, pathOf(track.file));
  return {
    duration,
    picture: made(picture),
    camera: screen && camera ? made(camera) : null,
    sounds: tracks.filter(({ kind }) => kind === 'microphone' || kind === 'system').map(made),
  };
}
