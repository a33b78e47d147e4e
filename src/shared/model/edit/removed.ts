import type { Clip, EditList } from './list.ts';
import { clipsStart, placed } from './time.ts';

/** Gaps below this are rounding, not cuts. In seconds. */
const hair = 0.005;

/** A stretch of a source that is not seen, and the place in the output where it would come back. */
export interface Removed {
  source: string;
  from: number;
  to: number;
  /** Output time of the cut. */
  at: number;
}

const inOrder = (edit: Pick<EditList, 'clips'>, source: string): Clip[] =>
  edit.clips.filter((clip) => clip.source === source).sort((a, b) => a.from - b.from);

/** What of a source is not seen: before, between and after its clips. */
export function removedOf(edit: EditList, source: string, duration: number): Removed[] {
  const all = placed(edit).filter(({ clip }) => clip.source === source);
  const placeOf = (from: number, to: number): number => {
    const before = all.find(({ clip }) => Math.abs(clip.to - from) <= hair);
    if (before) return before.start + before.clip.to - before.clip.from;
    return all.find(({ clip }) => Math.abs(clip.from - to) <= hair)?.start ?? clipsStart(edit);
  };
  const removed: Removed[] = [];
  const add = (from: number, to: number) => {
    if (to - from > hair) removed.push({ source, from, to, at: placeOf(from, to) });
  };
  let seen = 0;
  for (const clip of inOrder(edit, source)) {
    add(seen, clip.from);
    seen = Math.max(seen, clip.to);
  }
  add(seen, duration);
  return removed;
}

/** All that is not seen of the sources that an edit names, in the order of its places in the output. */
export function allRemoved(edit: EditList, durationOf: (source: string) => number | null): Removed[] {
  const sources = [...new Set(edit.clips.map(({ source }) => source))];
  return sources
    .flatMap((source) => {
      const duration = durationOf(source);
      return duration === null ? [] : removedOf(edit, source, duration);
    })
    .sort((a, b) => a.at - b.at);
}

/**
 * Puts a stretch of a source back at the place of its cut; a clip that it touches grows and keeps its name. Clips on both
 * sides become one only where nothing stands between them.
 */
export function bringBack(edit: EditList, { source, from, to }: Omit<Removed, 'at'>, newId: () => string): EditList {
  const { clips } = edit;
  const left = clips.findIndex((clip) => clip.source === source && clip.from <= from && Math.abs(clip.to - from) <= hair);
  const right = clips.findIndex((clip) => clip.source === source && clip.from > from && Math.abs(clip.from - to) <= hair);
  const before = clips[left];
  const after = clips[right];
  if (before && after && right === left + 1) return { ...edit, clips: clips.toSpliced(left, 2, { ...before, to: after.to }) };
  if (before) return { ...edit, clips: clips.with(left, { ...before, to }) };
  if (after) return { ...edit, clips: clips.with(right, { ...after, from }) };
  const later = clips.findIndex((clip) => clip.source === source && clip.from > from);
  const last = clips.findLastIndex((clip) => clip.source === source);
  const at = later === -1 ? last + 1 : later;
  return { ...edit, clips: clips.toSpliced(at, 0, { id: newId(), source, from, to }) };
}
