import type { PictureMeasure } from '../../shared/model/health/judge-picture.ts';
import type { Stretch } from '../../shared/model/health/stretches.ts';
import { grid, pictureSlicer, type WorkStretch, workIn } from '../../shared/model/health/work.ts';
import { isPicture, type Track } from '../../shared/model/take.ts';
import { runFfmpeg, type Watch } from '../media/ffmpeg.ts';
import { guarded, literal } from '../media/guard.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { PictureLines } from './read-output.ts';

/**
 * Black: nothing brighter than a twelfth of white, save for a pixel in a thousand, because a dark window with a few words
 * in it is a picture. Frozen: less than a thousandth apart for four seconds, which no camera keeps up.
 */
const looks = 'scale=192:108:flags=area,format=gray,blackdetect=d=0.9:pix_th=0.08:pic_th=0.999,freezedetect=n=0.001:d=4';

/** One small picture a second, in which is looked for where the work happens. */
const small = `fps=1:start_time=0,scale=${grid.columns}:${grid.rows}:flags=area,format=gray`;

/** A track may end between two key frames; what stood still up to there stood still to its end, in seconds. */
const lastKey = 1;

/** What was found in a picture, and where in it the work happens. */
interface Looked extends PictureMeasure {
  work: WorkStretch[];
}

/** A screen is also looked at for where the work happens; a face is seen as a whole. */
async function measurePicture(ffmpeg: Ffmpeg, track: Track, path: string, watch: Watch): Promise<Looked> {
  const found = new PictureLines();
  const slicer = pictureSlicer();
  const isScreen = track.kind === 'screen';
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Looking at the take',
      // Key frames alone: many times as fast as decoding all, and recordings have one every half second.
      inputs: [{ path: literal(path), options: [...guarded, '-skip_frame', 'nokey', '-an'] }],
      filterGraph: isScreen
        ? `[0:v:${track.stream}]split[whole][closely];[whole]${looks}[seen];[closely]${small}[small]`
        : `[0:v:${track.stream}]${looks}[seen]`,
      outputs: [
        { to: '-', options: ['-map', '[seen]', '-vsync', '0', '-f', 'null'] },
        ...(isScreen ? [{ to: slicer.take, options: ['-map', '[small]', '-f', 'rawvideo'] }] : []),
      ],
    },
    { ...watch, onLine: (line) => found.take(line) },
  );
  found.end(track.duration);
  const inTake = ({ from, to }: Stretch): Stretch => ({
    from: Math.max(0, from + track.offset),
    to: (to > track.duration - lastKey ? track.duration : to) + track.offset,
  });
  const work = workIn(slicer.pictures).map(({ area, ...stretch }): WorkStretch => ({ ...inTake(stretch), area }));
  return { kind: track.kind, black: found.black.map(inTake), frozen: found.frozen.map(inTake), work };
}

/** All pictures of a take, one after the other: the sound is measured beside them. */
export async function measurePictures(
  ffmpeg: Ffmpeg,
  tracks: readonly Track[],
  pathOf: (track: Track) => string,
  watch: Watch,
): Promise<Looked[]> {
  const measures: Looked[] = [];
  for (const track of tracks) if (isPicture(track.kind)) measures.push(await measurePicture(ffmpeg, track, pathOf(track), watch));
  return measures;
}
