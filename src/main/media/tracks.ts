import type { Track, TrackKind } from '../../shared/model/take.ts';
import type { Probe } from './probe-report.ts';
import type { SurveyedPicture } from './survey.ts';

type Audio = Probe['audio'][number];

/** What any track has, in the words of the take's row. */
const plain = (kind: TrackKind, file: string, { stream, codec, duration }: SurveyedPicture | Audio, offset: number): Track => ({
  kind,
  file,
  stream,
  codec,
  duration,
  offset,
});

/** A track as the take's row has it, from what was found in its file. */
export const pictureTrack = (kind: TrackKind, file: string, found: SurveyedPicture, offset: number): Track => ({
  ...plain(kind, file, found, offset),
  width: found.width,
  height: found.height,
  ...(found.frameRate && { frameRate: found.frameRate }),
  ...(found.longestFrame && { longestFrame: found.longestFrame }),
  ...(found.lastFrame !== undefined && { lastFrame: found.lastFrame }),
  ...(found.missing && { missing: found.missing }),
});

export const soundTrack = (kind: TrackKind, file: string, found: Audio, offset: number): Track => ({
  ...plain(kind, file, found, offset),
  ...(found.sampleRate && { sampleRate: found.sampleRate }),
  ...(found.channels && { channels: found.channels }),
});

/** How long a take is: to the end of its picture, because what is heard after that has nothing to be seen with. */
export function takeDuration(tracks: readonly Track[]): number {
  const end = (track: Track): number => track.offset + track.duration;
  const picture = tracks.find(({ kind }) => kind === 'screen') ?? tracks.find(({ kind }) => kind === 'camera');
  return Math.max(0, picture ? end(picture) : Math.max(0, ...tracks.map(end)));
}

const playedVideo = ['h264', 'vp8', 'vp9', 'av1'];
const playedAudio = ['aac', 'mp3', 'opus', 'vorbis'];
const playedFormat = /mp4|matroska|webm/;

/** Longer sides than those of a 4K screen bring a browser to its knees; a rendition has half of them. */
export const largestSide = 3840;

/** Whether a browser plays a file as it is. */
export const isPlayable = ({ format, video, audio }: Probe): boolean =>
  playedFormat.test(format) &&
  // Pages play the first sound of a file, in whatever order they are marked.
  (audio[0]?.stream ?? 0) === 0 &&
  video
    .slice(0, 1)
    .every(
      ({ codec, pixelFormat, width, height, interlaced, hdr }) =>
        playedVideo.includes(codec) && /^yuvj?420p$/.test(pixelFormat) && !interlaced && !hdr && Math.max(width, height) <= largestSide,
    ) &&
  audio.every(({ codec }) => playedAudio.includes(codec));
