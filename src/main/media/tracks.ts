import type { Track, TrackKind } from '../../shared/model/take.ts';
import type { Probe } from './probe-report.ts';

type Video = Probe['video'][number];
type Audio = Probe['audio'][number];

/** A track as the take's row has it, from what was found in its file. */
export const pictureTrack = (kind: TrackKind, file: string, found: Video, offset: number): Track => ({
  kind,
  file,
  stream: found.stream,
  codec: found.codec,
  duration: found.duration,
  offset,
  width: found.width,
  height: found.height,
  ...(found.frameRate && { frameRate: found.frameRate }),
});

export const soundTrack = (kind: TrackKind, file: string, found: Audio, offset: number): Track => ({
  kind,
  file,
  stream: found.stream,
  codec: found.codec,
  duration: found.duration,
  offset,
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

/** Whether a browser plays a file as it is. */
export const isPlayable = ({ format, video, audio }: Probe): boolean =>
  playedFormat.test(format) &&
  video.slice(0, 1).every(({ codec, pixelFormat }) => playedVideo.includes(codec) && /^yuvj?420p$/.test(pixelFormat)) &&
  audio.every(({ codec }) => playedAudio.includes(codec));
