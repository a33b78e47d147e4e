import { clipsDuration, clipsStart, editDuration, placed, type Timed, toOutput, toSource } from './time.ts';

/** Where a moment of one cut is in another cut of the same takes. */
export interface Carried {
  /** In seconds of the other one. */
  at: number;
  /** What is seen at the moment is seen there too. */
  seen: boolean;
}

/** Where what was seen at a moment goes on after it was cut out: what comes next in the take, else behind what came before. */
function besideTheCut(is: Timed, source: string, time: number): number | null {
  const there = placed(is).filter(({ clip }) => clip.source === source);
  const next = there.filter(({ clip }) => clip.from > time).sort((a, b) => a.clip.from - b.clip.from)[0];
  if (next) return next.start;
  const last = there.toSorted((a, b) => b.clip.to - a.clip.to)[0];
  return last ? last.start + last.clip.to - last.clip.from : null;
}

/** Where a moment of a video is after its takes were cut again: through the take, and on a card from where that card begins. */
export function carried(was: Timed, is: Timed, at: number): Carried {
  const [begins, ends] = [clipsStart(was), clipsStart(was) + clipsDuration(was)];
  if (at < begins) return { at: Math.min(at, clipsStart(is)), seen: is.opening !== null };
  if (at >= ends) {
    const place = clipsStart(is) + clipsDuration(is) + at - ends;
    return { at: Math.min(place, editDuration(is)), seen: place <= editDuration(is) };
  }
  const shown = toSource(was, at);
  const there = shown && toOutput(is, shown.clip.source, shown.time);
  if (there !== null) return { at: there, seen: true };
  return { at: (shown && besideTheCut(is, shown.clip.source, shown.time)) ?? Math.min(at, editDuration(is)), seen: false };
}
