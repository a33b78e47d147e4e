import { PassThrough } from 'node:stream';
import { runFfmpeg } from '../media/ffmpeg.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { pictureFrom } from '../media/plan/picture-from.ts';
import type { SourceTrack } from '../media/plan/sources.ts';
import type { Frame } from './grey.ts';

/** Pictures a second that are looked at: enough to follow a page that scrolls. */
export const lookRate = 8;

/** Bumped where other pictures are looked at than before: what was searched with an older one is searched anew. */
export const lookVersion = 2;

/** Wider pictures are made smaller first: their letters are larger. */
const widest = 2560;

/** The size in which the pictures of a track are looked at. */
export function lookSize({ width, height }: Pick<SourceTrack, 'width' | 'height'>): { width: number; height: number } {
  const factor = Math.min(1, widest / width);
  return { width: Math.max(2, Math.round(width * factor)), height: Math.max(2, Math.round(height * factor)) };
}

/** Cuts a stream of bytes into pieces of one size; each is a copy of its own. */
async function* pieces(stream: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array, void> {
  let piece = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of stream) {
    for (let at = 0; at < chunk.length; ) {
      const length = Math.min(size - filled, chunk.length - at);
      piece.set(chunk.subarray(at, at + length), filled);
      filled += length;
      at += length;
      if (filled < size) continue;
      yield piece;
      piece = new Uint8Array(size);
      filled = 0;
    }
  }
}

/**
 * The pictures of a stretch of a take, one after the other; ffmpeg waits while one is being looked at, so no more than
 * two are in memory here. `from` and `to` are take time; the first is what is seen at `from`, however long it has stood.
 */
export async function* framesOf(
  ffmpeg: Ffmpeg,
  track: SourceTrack,
  { from, to }: { from: number; to: number },
  signal: AbortSignal,
): AsyncGenerator<Frame, void> {
  const { width, height } = lookSize(track);
  const start = Math.max(0, from - track.offset);
  const length = to - track.offset - start;
  if (length <= 0) return;
  const { input, chain } = pictureFrom({ ...track, start, rate: lookRate });
  const frames = Math.ceil(length * lookRate);
  const ended = new AbortController();
  const stream = new PassThrough({ highWaterMark: width * height });
  const running = runFfmpeg(
    ffmpeg,
    {
      step: 'Looking at the pictures',
      inputs: [input],
      filterGraph: `${chain},trim=end_frame=${frames},scale=${width}:${height}:flags=bicubic,format=gray[look]`,
      outputs: [{ to: stream, options: ['-map', '[look]', '-f', 'rawvideo'] }],
    },
    { signal: AbortSignal.any([signal, ended.signal]) },
  ).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  let index = 0;
  try {
    for await (const data of pieces(stream, width * height)) {
      yield { width, height, data, at: track.offset + start + index / lookRate };
      index++;
    }
  } finally {
    ended.abort(new Error('No more pictures are wanted'));
    await running;
  }
}
