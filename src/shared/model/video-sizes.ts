import { z } from 'zod';
import { MediaHash } from './ids.ts';
import type { Size } from './scene/canvas.ts';

/** The file of a video in a smaller size. */
export const VideoSize = z.object({ media: MediaHash, width: z.int().positive(), height: z.int().positive() });
export type VideoSize = z.infer<typeof VideoSize>;

export const maxSizes = 4;

/** What is made for slow connections and small screens, by the shorter sides in pixels. */
export const slowSizes: readonly number[] = [720, 480];

/** What a picture is called by: 720 for 1280 × 720 and for 720 × 1280. */
export const shorterSide = ({ width, height }: Size): number => Math.min(width, height);

/** A smaller picture, and what it is called by. */
export interface SmallerSize extends Size {
  name: number;
}

const even = (value: number): number => Math.max(2, 2 * Math.round(value / 2));

/** Those of the sizes wanted that are smaller than the picture, the largest first. Nothing is ever made larger. */
export function smallerSizes({ width, height }: Size, wanted: readonly number[]): SmallerSize[] {
  const shorter = shorterSide({ width, height });
  return [...new Set(wanted)]
    .filter((name) => name < shorter)
    .toSorted((one, other) => other - one)
    .map((name) => ({ name, width: even((width * name) / shorter), height: even((height * name) / shorter) }));
}

/** The sizes as a video block says them: what is not there is left out. */
export const videoSizeAttributes = (sizes: readonly VideoSize[]): { sizes?: VideoSize[] } =>
  sizes.length > 0 ? { sizes: sizes.map(({ media, width, height }) => ({ media, width, height })) } : {};

/** "720p and 480p". */
export const namesOfSizes = (sizes: readonly Size[]): string => {
  const names = sizes.map((size) => `${shorterSide(size)}p`);
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};
