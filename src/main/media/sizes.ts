import { rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Size } from '../../shared/model/scene/canvas.ts';
import type { SmallerSize } from '../../shared/model/video-sizes.ts';
import { runFfmpeg, type Watch } from './ffmpeg.ts';
import { literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { containerOptions, made } from './making.ts';
import { masterPlaylist, type StreamEntry, segmentSeconds } from './plan/sizes.ts';

/** What is wanted besides the video itself. */
export interface Ladder {
  /** Shorter sides of smaller renditions, in pixels. */
  sizes: readonly number[];
  /** Also as a stream: a playlist for each size, and one that names them all. */
  hls: boolean;
}

export const smallerFile = ({ name }: SmallerSize): string => `video-${name}.mp4`;
const playlistOf = (video: string): string => video.replace(/\.mp4$/, '.m3u8');
/** The playlist that names all sizes. */
const masterFile = 'stream.m3u8';

/** Gives the smaller pictures the sound of the finished video; nothing is encoded. */
async function addSounds(ffmpeg: Ffmpeg, folder: string, smaller: readonly SmallerSize[], watch: Watch): Promise<void> {
  for (const size of smaller) {
    const file = join(folder, smallerFile(size));
    const inputs = [file, join(folder, made.video)].map((path) => ({ path: literal(path), options: [] }));
    const maps = ['-map', '0:v:0', '-map', '1:a:0?', '-c', 'copy'];
    await runFfmpeg(
      ffmpeg,
      { step: 'Joining picture and sound', inputs, outputs: [{ to: literal(`${file}.part`), options: [...maps, ...containerOptions] }] },
      watch,
    );
    await rename(`${file}.part`, file);
  }
}

/** A video as a stream: one file of segments, copied, and the playlist that says where each lies. */
async function streamOf(ffmpeg: Ffmpeg, folder: string, video: string, watch: Watch): Promise<string[]> {
  const options = [
    ...['-map', '0', '-c', 'copy', '-f', 'hls', '-hls_time', String(segmentSeconds), '-hls_playlist_type', 'vod'],
    ...['-hls_segment_type', 'fmp4', '-hls_flags', 'single_file+independent_segments'],
  ];
  const playlist = playlistOf(video);
  const inputs = [{ path: literal(join(folder, video)), options: [] }];
  // The files are named after the playlist, whose folder may hold what looks like a pattern.
  await runFfmpeg(ffmpeg, { step: 'Making the stream', inputs, outputs: [{ to: join(folder, playlist), options }] }, watch);
  return [playlist, video.replace(/\.mp4$/, '.m4s')];
}

/** Makes a finished video's smaller sizes whole, and streams where they are wanted. Answers the names of the files. */
export async function finishSizes(
  ffmpeg: Ffmpeg,
  folder: string,
  { hls }: Ladder,
  { canvas, smaller, seconds, hasSound }: { canvas: Size; smaller: readonly SmallerSize[]; seconds: number; hasSound: boolean },
  watch: Watch,
): Promise<string[]> {
  await addSounds(ffmpeg, folder, smaller, watch);
  const videos = smaller.map(smallerFile);
  if (!hls) return videos;
  const files: string[] = [];
  const entries: StreamEntry[] = [];
  for (const { video, width, height } of [
    { video: made.video, ...canvas },
    ...smaller.map((size) => ({ ...size, video: smallerFile(size) })),
  ]) {
    files.push(...(await streamOf(ffmpeg, folder, video, watch)));
    const { size: bytes } = await stat(join(folder, video));
    entries.push({ playlist: playlistOf(video), bytes, seconds, hasSound, width, height });
  }
  await writeFile(join(folder, masterFile), masterPlaylist(entries));
  return [...videos, ...files, masterFile];
}
