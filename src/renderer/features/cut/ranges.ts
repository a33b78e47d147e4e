import { cutOut } from '../../../shared/model/edit/clips.ts';
import type { Clip, EditList } from '../../../shared/model/edit/list.ts';

/** A stretch of a source, in seconds of its own time. */
export interface Range {
  from: number;
  to: number;
}

/** The least that stays when an end is moved, in seconds. */
export const shortestEdit = 0.2;

/** Gaps below this are rounding, not cuts. */
const hair = 0.005;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high));
const shows = (edit: EditList, source: string): Clip[] =>
  edit.clips.filter((clip) => clip.source === source).sort((a, b) => a.from - b.from);

/** First and last moment of a source that are seen. */
export function outerRange(edit: EditList, source: string): Range {
  const clips = shows(edit, source);
  return { from: clips[0]?.from ?? 0, to: clips.reduce((latest, clip) => Math.max(latest, clip.to), 0) };
}

/** What of a source is not seen: before the start, between the clips, after the end. */
export function removedRanges(edit: EditList, source: string, duration: number): Range[] {
  const removed: Range[] = [];
  let seen = 0;
  for (const clip of shows(edit, source)) {
    if (clip.from - seen > hair) removed.push({ from: seen, to: clip.from });
    seen = Math.max(seen, clip.to);
  }
  if (duration - seen > hair) removed.push({ from: seen, to: duration });
  return removed;
}

/** Puts a stretch of a source back between the clips around it; a clip that it touches grows, and keeps its name. */
export function bringBack(edit: EditList, source: string, range: Range, newId: () => string): EditList {
  const left = edit.clips.find((clip) => clip.source === source && clip.from <= range.from && clip.to >= range.from - hair);
  const right = edit.clips.find(
    (clip) => clip !== left && clip.source === source && clip.from > range.from && clip.from <= range.to + hair,
  );
  if (left && right) {
    const grown = { ...left, to: Math.max(left.to, right.to, range.to) };
    return { ...edit, clips: edit.clips.filter((clip) => clip !== right).map((clip) => (clip === left ? grown : clip)) };
  }
  if (left) return { ...edit, clips: edit.clips.map((clip) => (clip === left ? { ...left, to: Math.max(left.to, range.to) } : clip)) };
  if (right) return { ...edit, clips: edit.clips.map((clip) => (clip === right ? { ...right, from: range.from } : clip)) };
  const later = edit.clips.findIndex((clip) => clip.source === source && clip.from > range.from);
  const at = later === -1 ? edit.clips.length : later;
  return { ...edit, clips: edit.clips.toSpliced(at, 0, { id: newId(), source, ...range }) };
}

/** The edit without a stretch, or null where nothing to be seen would stay. */
export function without(edit: EditList, source: string, range: Range): EditList | null {
  const rest = cutOut(edit, source, range.from, range.to);
  return rest.clips.length > 0 ? rest : null;
}

/** Moves where a source begins to be seen; going back brings back only what lies before the present start. */
export function moveStart(edit: EditList, source: string, to: number, newId: () => string): EditList {
  const outer = outerRange(edit, source);
  const start = clamp(to, 0, outer.to - shortestEdit);
  if (start < outer.from) return bringBack(edit, source, { from: start, to: outer.from }, newId);
  return without(edit, source, { from: 0, to: start }) ?? edit;
}

/** Moves where a source ends to be seen, up to its duration. */
export function moveEnd(edit: EditList, source: string, to: number, duration: number, newId: () => string): EditList {
  const outer = outerRange(edit, source);
  const end = clamp(to, outer.from + shortestEdit, duration);
  if (end > outer.to) return bringBack(edit, source, { from: outer.to, to: end }, newId);
  return without(edit, source, { from: end, to: Number.POSITIVE_INFINITY }) ?? edit;
}
