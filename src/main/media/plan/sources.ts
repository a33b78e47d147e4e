import type { EditList } from '../../../shared/model/edit/list.ts';
import type { SourceFacts } from '../../../shared/model/scene/layout.ts';
import type { Track } from '../../../shared/model/take.ts';

/** A track as the plan needs it: a file, the stream in it, and where it stands in the time of its take. */
export interface SourceTrack {
  /** What it was recorded from, where that is known: single tracks can be muted by it. */
  kind?: Track['kind'];
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
  /** Seconds of the file at which its last frame appears, where it was measured. */
  lastFrame?: number;
}

/** What a clip's `source` names: the picture, the camera that may be laid over it, and all that is heard. */
export interface Source {
  duration: number;
  /** Whether it was recorded here. Anything may be in what comes from elsewhere. */
  recorded?: boolean;
  picture: SourceTrack;
  camera: SourceTrack | null;
  sounds: SourceTrack[];
}

export type Sources = Readonly<Record<string, Source>>;

const sourceTrack = (track: Track, path: string): SourceTrack => ({
  kind: track.kind,
  path,
  stream: track.stream,
  codec: track.codec,
  offset: track.offset,
  duration: track.duration,
  width: track.width ?? 0,
  height: track.height ?? 0,
  frameRate: track.frameRate,
  ...(track.longestFrame && { longestFrame: track.longestFrame }),
  ...(track.lastFrame !== undefined && { lastFrame: track.lastFrame }),
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

/** Where a file does not say how large its picture is. */
const usual = { width: 1920, height: 1080 };

/** What a scene must know of sources. */
export const factsOf = (sources: Sources): Record<string, SourceFacts> =>
  Object.fromEntries(
    Object.entries(sources).map(([name, { duration, picture, camera }]) => {
      const size = ({ width, height }: SourceTrack) => (width > 0 && height > 0 ? { width, height } : usual);
      const face = camera && { ...size(camera), from: camera.offset, to: camera.offset + camera.duration };
      return [name, { duration, picture: size(picture), camera: face }];
    }),
  );

/** The sources with only what an edit list lets be heard. */
export const audible = (sources: Sources, { muted }: EditList['sound']): Sources =>
  muted.length === 0
    ? sources
    : Object.fromEntries(
        Object.entries(sources).map(([name, source]) => {
          const isMuted = (track: SourceTrack) => muted.some((each) => each.source === name && each.kind === track.kind);
          return [name, { ...source, sounds: source.sounds.filter((track) => !isMuted(track)) }];
        }),
      );
