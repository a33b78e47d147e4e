import { edgesWorthALook, stretchesIn, type View } from '../../shared/model/health/found.ts';
import { leastOf, type PictureMeasure } from '../../shared/model/health/judge-picture.ts';
import type { Budget } from '../../shared/model/health/look.ts';
import type { Stretch } from '../../shared/model/health/stretches.ts';
import { type WorkStretch, workIn } from '../../shared/model/health/work.ts';
import { isPicture, type Track } from '../../shared/model/take.ts';
import type { Watch } from '../media/ffmpeg.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { PictureLook } from './picture-look.ts';
import { WorkPictures } from './work-pictures.ts';

/**
 * What looks closer than at key frames may take, as a share of the take's length: a report is there after a twentieth of it,
 * and a part of that is for key frames and for the sound. Of short takes so many seconds, for all pictures.
 */
const share = 0.035;
const leastBudget = 2;
/** Of that, for what lies between key frames that are far apart; the rest is for edges. */
const forHoles = 0.7;

/** What was found in a picture, and where in it the work happens. */
export interface Looked extends PictureMeasure {
  work: WorkStretch[];
  /** Between key frames that are far apart, where the budget did not reach. */
  glanced: Stretch[];
}

/** Work in the last second of a picture goes on to its end. */
const lastSecond = 1;

async function lookedAt(look: PictureLook, least: ReturnType<typeof leastOf>, end: number, seconds: number): Promise<View> {
  const view = (): View => ({ seen: look.seen, holes: look.holes, end, frame: look.frame, isSharp: (edge) => look.isSharp(edge) });
  await look.glance();
  const holes: Budget = { left: forHoles * seconds };
  await look.fill(holes);
  const edges: Budget = { left: seconds - forHoles * seconds + holes.left };
  await look.sharpen(edgesWorthALook(view(), least), edges);
  return view();
}

/** A screen is also looked at for where the work happens; a face is seen as a whole. */
async function measurePicture(ffmpeg: Ffmpeg, track: Track, path: string, seconds: number, watch: Watch): Promise<Looked> {
  const { kind, offset, duration } = track;
  const least = leastOf(kind);
  const small = new WorkPictures();
  const look = new PictureLook(ffmpeg, track, path, kind === 'screen' ? small.keep : () => undefined, watch);
  const view = await lookedAt(look, least, duration, seconds);
  const inTake = ({ from, to }: Stretch): Stretch => ({ from: Math.max(0, from + offset), to: Math.max(0, to + offset) });
  const toEnd = ({ from, to }: Stretch): Stretch => inTake({ from, to: to > duration - lastSecond ? duration : to });
  const { black, still } = stretchesIn(view, least);
  const work = workIn(small.pictures()).map(({ area, ...stretch }): WorkStretch => ({ ...toEnd(stretch), area }));
  return { kind, black: black.map(inTake), frozen: still.map(inTake), glanced: view.holes.map(inTake), work };
}

/** All pictures of a take, one after the other: the sound is measured beside them. */
export async function measurePictures(
  ffmpeg: Ffmpeg,
  tracks: readonly Track[],
  duration: number,
  pathOf: (track: Track) => string,
  watch: Watch,
): Promise<Looked[]> {
  const pictures = tracks.filter(({ kind }) => isPicture(kind));
  const seconds = Math.max(leastBudget, share * duration) / Math.max(1, pictures.length);
  const measures: Looked[] = [];
  for (const track of pictures) measures.push(await measurePicture(ffmpeg, track, pathOf(track), seconds, watch));
  return measures;
}
