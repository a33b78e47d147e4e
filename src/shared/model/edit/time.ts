import type { Card, Clip, EditList } from './list.ts';

/** The part of an edit list that says when something is seen. */
export interface Timed extends Pick<EditList, 'clips'> {
  opening: Pick<Card, 'seconds'> | null;
  closing: Pick<Card, 'seconds'> | null;
}

const length = ({ from, to }: Clip): number => to - from;

/** How long the clips are seen, in seconds. */
export const clipsDuration = ({ clips }: Pick<EditList, 'clips'>): number => clips.reduce((sum, clip) => sum + length(clip), 0);

/** Output time at which the first clip begins. */
export const clipsStart = ({ opening }: Pick<Timed, 'opening'>): number => opening?.seconds ?? 0;

/** Length of what will be seen, cards included, in seconds. */
export const editDuration = (edit: Timed): number => clipsStart(edit) + clipsDuration(edit) + (edit.closing?.seconds ?? 0);

/** A clip with the output time at which it begins. */
export interface Placed {
  clip: Clip;
  start: number;
}

/** The clips in the order they are seen, each with its place in the output. */
export function placed(edit: Timed): Placed[] {
  let start = clipsStart(edit);
  return edit.clips.map((clip) => {
    const here = { clip, start };
    start += length(clip);
    return here;
  });
}

/** Which card is seen at a moment of the output, if any. */
export function cardAt(edit: Timed, time: number): 'opening' | 'closing' | null {
  if (time < clipsStart(edit)) return 'opening';
  return edit.closing && time >= editDuration(edit) - edit.closing.seconds ? 'closing' : null;
}

/** Where a moment of a source appears first in the output, or null where it was cut out. */
export function toOutput(edit: Timed, source: string, time: number): number | null {
  const found = placed(edit).find(({ clip }) => clip.source === source && time >= clip.from && time < clip.to);
  return found ? found.start + time - found.clip.from : null;
}

/**
 * Which moment of which clip is seen at a moment of the output: while a card is shown, the nearest one.
 * The last moment belongs to the last clip. Null only where there is no clip.
 */
export function toSource(edit: Timed, time: number): { clip: Clip; time: number } | null {
  const all = placed(edit);
  const here = all.find(({ clip, start }) => time < start + length(clip));
  if (here) return { clip: here.clip, time: here.clip.from + Math.max(0, time - here.start) };
  const last = all.at(-1);
  return last ? { clip: last.clip, time: last.clip.to } : null;
}
