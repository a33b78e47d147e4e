import type { Clip } from '../../../shared/model/edit/list.ts';
import { length, spoken } from './words.ts';

/** A moment with as many digits as it needs: `0:12`, `0:12.4`. */
export function moment(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return tenths % 10 === 0 ? length(seconds) : `${length(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** A clip as a screen reader names it: `Clip 2 of 5, Walkthrough, 0:12 to 0:48, 36 seconds`. */
export function clipName(clip: Clip, index: number, count: number, title: string | undefined): string {
  const what = title ?? 'a take that is not here any more';
  return `Clip ${index + 1} of ${count}, ${what}, ${moment(clip.from)} to ${moment(clip.to)}, ${spoken(clip.to - clip.from)}`;
}
