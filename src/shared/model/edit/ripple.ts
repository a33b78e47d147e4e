import { continued, freeId, insertClip, isSeen } from './clips.ts';
import type { Clip, EditList } from './list.ts';
import { editDuration, placed } from './time.ts';

/** Moments closer than this are one, in seconds. */
const hair = 0.0005;

/**
 * Takes the output stretch `from`–`to` out of the clips; what follows moves up. Null where nothing to be seen would stay, and the
 * very same edit where no clip lies in it, as over a card.
 */
export function cutRange(edit: EditList, from: number, to: number): EditList | null {
  const taken = new Set(edit.clips.map(({ id }) => id));
  const clips = placed(edit).flatMap(({ clip, start }) => {
    const first = clip.from + from - start;
    const last = clip.from + to - start;
    if (last <= clip.from || first >= clip.to) return [clip];
    const left = { ...clip, to: Math.min(clip.to, first) };
    if (!isSeen(left)) return [{ ...clip, from: Math.max(clip.from, last) }].filter(isSeen);
    const id = freeId(taken, clip.id);
    taken.add(id);
    return [left, { ...continued(clip, id), from: Math.max(clip.from, last) }].filter(isSeen);
  });
  if (clips.length === edit.clips.length && clips.every((clip, index) => clip === edit.clips[index])) return edit;
  return clips.length > 0 ? { ...edit, clips } : null;
}

/**
 * Where a clip put in at a moment of the output would stand: between two clips, or within one that has to be divided.
 * `at` is the source time of the division, or null where none is needed.
 */
export function placeFor(edit: EditList, time: number): { index: number; at: number | null } {
  const all = placed(edit);
  const index = all.findIndex(({ clip, start }) => time < start + clip.to - clip.from - hair);
  const here = all[index];
  if (!here) return { index: all.length, at: null };
  const at = here.clip.from + time - here.start;
  const divides = at - here.clip.from > hair && isSeen({ ...here.clip, to: at }) && isSeen({ ...here.clip, from: at });
  if (divides) return { index: index + 1, at };
  return { index: at - here.clip.from > (here.clip.to - here.clip.from) / 2 ? index + 1 : index, at: null };
}

/** Puts a clip in at a moment of the output; the clip that is seen there is divided, and what follows moves back. */
export function insertAt(edit: EditList, time: number, clip: Clip): EditList {
  const { index, at } = placeFor(edit, time);
  const divided = at === null ? undefined : edit.clips[index - 1];
  if (at === null || !divided) return insertClip(edit, index, clip);
  const taken = new Set([clip.id, ...edit.clips.map(({ id }) => id)]);
  const parts = [{ ...divided, to: at }, clip, { ...continued(divided, freeId(taken, divided.id)), from: at }];
  return { ...edit, clips: edit.clips.toSpliced(index - 1, 1, ...parts) };
}

/** Puts a clip after all others. */
export const append = (edit: EditList, clip: Clip): EditList => insertAt(edit, editDuration(edit), clip);
