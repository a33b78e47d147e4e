import type { EditList } from '../edit/list.ts';
import { type Placed, placed, type Timed } from '../edit/time.ts';

/** A stretch of a video, in its own seconds. */
export interface Stretch {
  from: number;
  to: number;
}

/** How a video was cut again. */
export interface Recut {
  /** Taken out, in the time of the video before. */
  out: Stretch[];
  /** Put in, in the time of the video now. */
  in: Stretch[];
  /** What was kept is seen in another order. */
  reordered: boolean;
  /** Something else than the cuts: what is laid over the picture, covered, zoomed to, or heard. */
  otherwise: boolean;
}

/** Shorter than this is rounding. In seconds. */
const hair = 0.05;

/** What of the placed clips is not seen in the other edit, in the time of the video they make. */
function onlyIn(mine: readonly Placed[], theirs: readonly Placed[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { clip, start } of mine) {
    const seen = theirs.filter((other) => other.clip.source === clip.source).sort((a, b) => a.clip.from - b.clip.from);
    let from = clip.from;
    const add = (to: number) => {
      if (to - from <= hair) return;
      const stretch = { from: start + from - clip.from, to: start + to - clip.from };
      const last = stretches.at(-1);
      if (last && stretch.from - last.to <= hair) last.to = stretch.to;
      else stretches.push(stretch);
    };
    for (const other of seen) {
      if (other.clip.to <= from || other.clip.from >= clip.to) continue;
      add(other.clip.from);
      from = Math.max(from, other.clip.to);
    }
    add(clip.to);
  }
  return stretches;
}

/** The moments of both edits in the order of one: whether what is seen in both comes in the same order. */
function isReordered(before: readonly Placed[], after: readonly Placed[]): boolean {
  const starts = after.flatMap(({ clip }) =>
    before.flatMap((old) => {
      const from = Math.max(clip.from, old.clip.from);
      return old.clip.source === clip.source && Math.min(clip.to, old.clip.to) - from > hair ? [old.start + from - old.clip.from] : [];
    }),
  );
  return starts.some((start, index) => index > 0 && start < (starts[index - 1] ?? 0) - hair);
}

const restOf = ({ clips: _, chapters: __, dismissals: ___, ...rest }: EditList): string => JSON.stringify(rest);

/** How one edit list became the other. Null where they share no source: that is another video. */
export function recutBetween(before: EditList, after: EditList): Recut | null {
  const shared = before.clips.some(({ source }) => after.clips.some((clip) => clip.source === source));
  if (!shared) return null;
  const seconds = (list: Timed) => placed(list);
  const [earlier, later] = [seconds(before), seconds(after)];
  return {
    out: onlyIn(earlier, later),
    in: onlyIn(later, earlier),
    reordered: isReordered(earlier, later),
    otherwise: restOf(before) !== restOf(after),
  };
}
