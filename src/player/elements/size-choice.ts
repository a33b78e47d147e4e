import { shorterSide } from '../../shared/model/video-sizes.ts';

/** A file that a video can be played from. */
export interface PlayableSize {
  src: string;
  width: number;
  height: number;
}

/** What a learner wants: whatever fits, or a size by its shorter side in pixels. */
export type SizeWish = 'automatic' | number;

/** Where a video is shown. */
export interface Screen {
  /** How wide its picture is in pixels of the screen; 0 where it is not laid out. */
  pixels: number;
  /** The learner saves data, or her connection is slow. */
  slow: boolean;
}

export const sizeName = (size: Omit<PlayableSize, 'src'>): string => `${shorterSide(size)}p`;

/** The smallest size that is no smaller than this; of those there are, the largest. `sizes` begin with the largest. */
function smallest(sizes: readonly PlayableSize[], isEnough: (size: PlayableSize) => boolean): PlayableSize | undefined {
  return sizes.findLast(isEnough) ?? sizes[0];
}

/** The size to be played. `sizes` begin with the largest; undefined where there are none. */
export function sizeFor(sizes: readonly PlayableSize[], wish: SizeWish, { pixels, slow }: Screen): PlayableSize | undefined {
  if (wish !== 'automatic') return smallest(sizes, (size) => shorterSide(size) >= wish);
  if (slow) return sizes.at(-1);
  // Where nobody knows how large it will be, it is as good as it can be.
  return pixels > 0 ? smallest(sizes, ({ width }) => width >= pixels) : sizes[0];
}

/** A wish as it was kept; whatever else stands there is none. */
export function readWish(kept: string | null): SizeWish {
  const size = Number(kept);
  return Number.isInteger(size) && size > 0 ? size : 'automatic';
}
