import type { TrackKind } from '../take.ts';
import type { Finding, Mend } from './report.ts';
import { common, isWithin, lengthOf, type Stretch } from './stretches.ts';

/** Where a picture is black, and where it does not change, both in the take's time. */
export interface PictureMeasure {
  kind: TrackKind;
  black: Stretch[];
  frozen: Stretch[];
}

/** Shorter than this, in seconds: a black moment is a cut, a still face a pause. */
const blackLeast = 1;
const frozenLeast = 4;
/** A screen may stand still while someone speaks; with nothing to be heard either it is waiting. */
const idleLeast = 8;
/** What is cut out because it is black takes so much along at either side that rounding to a frame leaves none of it, in seconds. */
const blackMargin = 1 / 30;

/** What is shorter in a picture of this kind is not worth finding. */
export const leastOf = (kind: TrackKind): { black: number; still: number } => ({
  black: blackLeast,
  still: kind === 'screen' ? idleLeast : frozenLeast,
});
/** What stays of a wait at each of its ends when it is cut out. */
const idleRest = 0.75;
/** A screen that does not change for nearly all of a take that is at least this long. */
const stillShare = 0.97;
const stillLeast = 15;

interface Context {
  duration: number;
  hasScreen: boolean;
  /** Where nothing is heard in any track; the whole take where there is no sound. */
  quiet: Stretch[];
  /** Where a source was away, which is said in its own words. */
  gone: (kind: TrackKind) => Stretch[];
}

const covers = (stretch: Stretch, duration: number): boolean => lengthOf(stretch) >= stillShare * duration;

function mendOf(kind: TrackKind, stretch: Stretch, { duration, hasScreen }: Context): Mend | null {
  if (kind === 'camera' && hasScreen) return { do: 'screen-only', ...stretch };
  return covers(stretch, duration) ? null : { do: 'cut', ...stretch };
}

const allBlack = ({ from, to }: Stretch): Stretch => ({ from: Math.max(0, from - blackMargin), to: to + blackMargin });

const finding = (kind: Finding['kind'], track: TrackKind, stretch: Stretch, weight: Finding['weight'], mend: Mend | null): Finding => ({
  id: `${kind}-${track}-${stretch.from.toFixed(1)}`,
  kind,
  track,
  weight,
  ...stretch,
  figure: lengthOf(stretch),
  mend,
});

function screenFindings({ kind, frozen }: PictureMeasure, context: Context, gone: Stretch[]): Finding[] {
  const { duration, quiet } = context;
  const [longest] = frozen.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (longest && covers(longest, duration) && duration >= stillLeast) return [finding('still', kind, longest, 'attention', null)];
  return common(frozen, quiet)
    .filter((stretch) => lengthOf(stretch) >= idleLeast && !isWithin(stretch, gone))
    .map((stretch) =>
      finding('idle', kind, stretch, 'attention', { do: 'cut', from: stretch.from + idleRest, to: Math.max(0, stretch.to - idleRest) }),
    );
}

/** What is wrong with the pictures of a take. */
export function judgePictures(measures: readonly PictureMeasure[], context: Context): Finding[] {
  return measures.flatMap((measure) => {
    const { kind, black, frozen } = measure;
    const gone = context.gone(kind);
    const dark = black.filter((stretch) => lengthOf(stretch) >= blackLeast);
    const blacks = dark.map((stretch) => finding('black', kind, stretch, 'fault', mendOf(kind, allBlack(stretch), context)));
    const lit: PictureMeasure = { ...measure, frozen: frozen.filter((stretch) => !isWithin(stretch, dark)) };
    if (kind === 'screen') return [...blacks, ...screenFindings(lit, context, gone)];
    const frozens = lit.frozen
      .filter((stretch) => lengthOf(stretch) >= frozenLeast && !isWithin(stretch, gone))
      .map((stretch) => finding('frozen', kind, stretch, 'fault', mendOf(kind, stretch, context)));
    return [...blacks, ...frozens];
  });
}
