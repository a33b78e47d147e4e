import type { Clip, EditList } from './list.ts';
import { type Placed, placed } from './time.ts';

/** Clips shorter than this cannot be seen or heard: no operation leaves one behind. In seconds. */
export const shortestClip = 0.04;

/** A name that no clip has yet, made from that of the clip it comes from. */
export function freeId(taken: ReadonlySet<string>, id: string): string {
  const base = id.replace(/~\d+$/, '').slice(0, 90);
  let count = 2;
  while (taken.has(`${base}~${count}`)) count += 1;
  return `${base}~${count}`;
}

/** The second part of a divided clip: only the first begins with the dissolve. */
export const continued = ({ dissolve: _, ...clip }: Clip, id: string): Clip => ({ ...clip, id });

export const isSeen = (clip: Clip): boolean => clip.to - clip.from >= shortestClip;

/** Takes the stretch `from`–`to` of a source away from every clip that shows it. */
export function cutOut(edit: EditList, source: string, from: number, to: number): EditList {
  const taken = new Set(edit.clips.map(({ id }) => id));
  const clips = edit.clips.flatMap((clip) => {
    if (clip.source !== source || to <= clip.from || from >= clip.to) return [clip];
    const left = { ...clip, to: Math.min(clip.to, from) };
    if (!isSeen(left)) return [{ ...clip, from: Math.max(clip.from, to) }].filter(isSeen);
    const id = freeId(taken, clip.id);
    taken.add(id);
    return [left, { ...continued(clip, id), from: Math.max(clip.from, to) }].filter(isSeen);
  });
  return { ...edit, clips };
}

/** Keeps only `from`–`to` of a source. */
export function trim(edit: EditList, source: string, from: number, to: number): EditList {
  return cutOut(cutOut(edit, source, 0, from), source, to, Number.POSITIVE_INFINITY);
}

/** Divides the clip that is seen at a moment of the output. Unchanged where a part would be too short to be seen. */
export function splitAt(edit: EditList, time: number, newId: () => string): EditList {
  const here = placed(edit).find(({ clip, start }) => time > start && time < start + clip.to - clip.from);
  if (!here) return edit;
  const at = here.clip.from + time - here.start;
  const parts = [
    { ...here.clip, to: at },
    { ...continued(here.clip, newId()), from: at },
  ];
  if (!parts.every(isSeen)) return edit;
  return { ...edit, clips: edit.clips.flatMap((clip) => (clip === here.clip ? parts : [clip])) };
}

/** Moves a clip to another place in the order; `index` is counted without it. */
export function moveClip(edit: EditList, id: string, index: number): EditList {
  const at = edit.clips.findIndex((clip) => clip.id === id);
  const clip = edit.clips[at];
  if (!clip || at === index) return edit;
  return { ...edit, clips: edit.clips.toSpliced(at, 1).toSpliced(index, 0, clip) };
}

/** Takes a clip away; what follows moves up. Unchanged where nothing would be left to see. */
export function removeClip(edit: EditList, id: string): EditList {
  const clips = edit.clips.filter((clip) => clip.id !== id);
  return clips.length === 0 || clips.length === edit.clips.length ? edit : { ...edit, clips };
}

export function insertClip(edit: EditList, index: number, clip: Clip): EditList {
  return { ...edit, clips: edit.clips.toSpliced(index, 0, clip) };
}

/** Moves one or both ends of a clip within its source of `duration` seconds; something to see always stays. Unchanged where no end moves. */
export function resizeClip(edit: EditList, id: string, ends: { from?: number; to?: number }, duration: number): EditList {
  const clip = edit.clips.find((each) => each.id === id);
  if (!clip) return edit;
  const from = Math.min(Math.max(0, ends.from ?? clip.from), clip.to - shortestClip);
  const to = Math.min(Math.max(from + shortestClip, ends.to ?? clip.to), Math.max(clip.to, duration));
  if (from === clip.from && to === clip.to) return edit;
  return { ...edit, clips: edit.clips.map((each) => (each === clip ? { ...clip, from, to } : each)) };
}

/** Moments closer than this are one: sums of clips are not exact. In seconds. */
const hair = 1e-6;

/**
 * The clip that is seen at a moment of the output begins or ends there. Where one clip ends and the next begins, the one has
 * its end and the other its beginning there already: the edit is unchanged then. `place` is the clip as it was; null where there is none.
 */
export function trimAt(edit: EditList, time: number, end: 'from' | 'to'): { edit: EditList; place: Placed } | null {
  const length = ({ clip }: Placed) => clip.to - clip.from;
  const place =
    end === 'from'
      ? placed(edit).find((each) => time >= each.start - hair && time < each.start + length(each) - hair)
      : placed(edit).find((each) => time > each.start + hair && time <= each.start + length(each) + hair);
  if (!place) return null;
  const { clip, start } = place;
  const isThere = Math.abs(time - (end === 'from' ? start : start + length(place))) <= hair;
  return { edit: isThere ? edit : resizeClip(edit, clip.id, { [end]: clip.from + time - start }, clip.to), place };
}

/**
 * A step recorded once more: `clip` is seen instead of the stretch `from`–`to` of a source, at the place where the stretch began.
 * The stretch stays in its take and can be brought back. Unchanged where nothing of it is seen.
 */
export function replaceStep(edit: EditList, source: string, from: number, to: number, clip: Clip): EditList {
  const shows = (other: Clip): boolean => other.source === source && other.from < to && other.to > from;
  const first = edit.clips.findIndex(shows);
  const before = edit.clips[first];
  if (!before) return edit;
  const rest = cutOut(edit, source, from, to);
  const keepsItsBeginning = from - before.from >= shortestClip;
  return insertClip(rest, first + (keepsItsBeginning ? 1 : 0), clip);
}
