import type { Closeness } from '../../shared/model/health/look.ts';
import type { Seen } from '../../shared/model/health/seen.ts';
import type { Stretch } from '../../shared/model/health/stretches.ts';
import type { Track } from '../../shared/model/take.ts';
import { runFfmpeg, type Watch } from '../media/ffmpeg.ts';
import { guarded, literal } from '../media/guard.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { looked, PictureMeter } from './picture-meter.ts';

/** Key frames alone are many times as fast as all; two threads, because others would decode far past a short stretch. */
const decoding: Record<Closeness, string[]> = {
  keys: ['-skip_frame', 'nokey'],
  most: ['-threads', '2', '-skip_frame', 'noref'],
  all: ['-threads', '2'],
};

/** A file is opened at a key frame by asking for a moment just after it, and read until just after the last picture. In seconds. */
const justAfter = 0.01;

export interface Looking {
  how: Closeness;
  /** Seconds of the file, beginning at a key frame; the whole file where nothing is said. Both ends are looked at. */
  stretch?: Stretch;
  /** Is given each picture in grey, in the size `looked`, to be read before it returns. */
  keep(time: number, picture: Uint8Array): void;
}

/** Decodes a stretch of a picture, small and grey, and says of each picture in it what is to be seen. */
export async function lookAt(
  ffmpeg: Ffmpeg,
  { stream }: Pick<Track, 'stream'>,
  path: string,
  { how, stretch, keep }: Looking,
  watch: Watch,
): Promise<Seen[]> {
  const from = stretch ? stretch.from + justAfter : 0;
  const meter = new PictureMeter(from, how !== 'keys', keep);
  const until = stretch ? `trim=end=${(stretch.to - from + justAfter).toFixed(6)},` : '';
  const chain = `scale=${looked.width}:${looked.height}:flags=area,format=gray,settb=AVTB,showinfo`;
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Looking at the take',
      inputs: [
        {
          path: literal(path),
          options: [...guarded, ...decoding[how], ...(stretch ? ['-noaccurate_seek', '-ss', from.toFixed(6)] : []), '-an'],
        },
      ],
      filterGraph: `[0:v:${stream}]${until}${chain}[seen]`,
      outputs: [{ to: meter.take, options: ['-map', '[seen]', '-vsync', '0', '-c:v', 'rawvideo', '-f', 'rawvideo'] }],
    },
    { ...watch, onLine: meter.line },
  );
  return meter.seen;
}
