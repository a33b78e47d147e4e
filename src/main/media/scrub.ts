import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isPicture, type ScrubCopies, type Take, type Track } from '../../shared/model/take.ts';
import { takeFolder } from '../capture/folder.ts';
import type { Studio } from '../studio.ts';
import { type FfmpegWork, runFfmpeg } from './ffmpeg.ts';
import { literal } from './guard.ts';
import { isThere } from './is-there.ts';
import type { Ffmpeg } from './locate.ts';
import { drawnFolder, scrubFile, scrubUrl } from './pictures.ts';
import { pictureFrom } from './plan/picture-from.ts';
import { frameRate } from './plan/timeline.ts';
import { probe } from './probe.ts';
import { createQueue } from './queue.ts';
import { coloursOf } from './read-colours.ts';

/** Of its longer side, in pixels: enough to see where one is while the hand moves. */
const longest = 640;
/** Frames from one key frame to the next, so that from any frame few others have to be decoded. */
const keyEvery = 6;

const even = (length: number): number => Math.max(2, 2 * Math.round(length / 2));

/** Pure: the size of a copy; what is small already keeps its size. */
export function scrubSize({ width = 1920, height = 1080 }: Pick<Track, 'width' | 'height'>): { width: number; height: number } {
  const share = Math.min(1, longest / Math.max(width, height));
  return { width: even(width * share), height: even(height * share) };
}

/** Pure: a small copy of a picture, its frames at the same times of the file, quick to decode from anywhere. `matrix`: see `Probe`. */
export function planScrub(track: Track, matrix: string | undefined, path: string, target: string): FfmpegWork {
  const { width, height } = scrubSize(track);
  const { input, chain } = pictureFrom({ path, stream: track.stream, start: 0, rate: frameRate });
  const keys = ['-g', String(keyEvery), '-keyint_min', String(keyEvery), '-sc_threshold', '0', '-bf', '0'];
  const encoding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '28', '-pix_fmt', 'yuv420p', ...keys, ...coloursOf(matrix, track)];
  return {
    step: 'Making a copy to scrub through',
    inputs: [input],
    filterGraph: `${chain},trim=duration=${track.duration},scale=${width}:${height}:flags=fast_bilinear,setsar=1[copy]`,
    outputs: [{ to: literal(target), options: ['-map', '[copy]', ...encoding, '-movflags', '+faststart', '-f', 'mp4'] }],
  };
}

/**
 * Small copies of the pictures of takes: made when they are asked for, one at a time. A picture of which none could be made
 * has none until the studio is started again.
 */
export function createScrubCopies(studio: Studio, ffmpeg: () => Promise<Ffmpeg>): (take: Take) => Promise<ScrubCopies> {
  const enqueue = createQueue(1);
  const making = new Set<string>();
  const givenUp = new Set<string>();

  const make = async (take: Take, track: Track, target: string) => {
    const part = `${target}.${crypto.randomUUID()}.part`;
    try {
      await mkdir(drawnFolder(studio.paths, take.id), { recursive: true });
      const [tool, path] = [await ffmpeg(), join(takeFolder(studio.paths, take.id), track.file)];
      const { video } = await probe(tool, path, { signal: studio.closing });
      const matrix = video.find(({ stream }) => stream === track.stream)?.matrix;
      await runFfmpeg(tool, planScrub(track, matrix, path, part), { signal: studio.closing });
      await rename(part, target);
    } finally {
      await rm(part, { force: true });
    }
  };

  const begin = (take: Take, track: Track, target: string) => {
    making.add(target);
    enqueue(studio.closing, () => make(take, track, target))
      .catch((err: unknown) => {
        // Without one only scrubbing is slower.
        if (!studio.closing.aborted) studio.log.warn({ err, take: take.id, track: track.kind }, 'no copy to scrub through could be made');
        givenUp.add(target);
      })
      .finally(() => making.delete(target));
  };

  return async (take) => {
    const copies: ScrubCopies = { urls: {}, pending: false };
    for (const track of take.tracks.filter(({ kind }) => isPicture(kind))) {
      const target = scrubFile(studio.paths, take.id, track.kind);
      if (!making.has(target) && (await isThere(target))) copies.urls[track.kind] = scrubUrl(take.id, track.kind);
      else if (!givenUp.has(target)) {
        if (!making.has(target)) begin(take, track, target);
        copies.pending = true;
      }
    }
    return copies;
  };
}
