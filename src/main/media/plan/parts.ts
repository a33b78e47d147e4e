import type { Clip, EditList } from '../../../shared/model/edit/list.ts';
import { clipsStart } from '../../../shared/model/edit/time.ts';
import type { Sources } from './sources.ts';
import { frameRate, timeline } from './timeline.ts';

/** A clip as it is really cut: on the frames of its run. */
interface CutClip {
  clip: Clip;
  /** Take time of its first frame. */
  from: number;
  frames: number;
}

/** The clips on exactly the frames that the plan of the whole would take. */
function cutClips(edit: EditList, sources: Sources): CutClip[] {
  const pieces = timeline(edit.clips, sources).runs.flatMap((run) =>
    run.pieces.map(({ first, frames }) => ({ from: run.from + first / frameRate, frames })),
  );
  let seconds = 0;
  let frames = 0;
  const kept = edit.clips.filter((clip) => {
    seconds += clip.to - clip.from;
    const count = Math.round(seconds * frameRate) - frames;
    if (count <= 0) return false;
    frames += count;
    return true;
  });
  return kept.flatMap((clip, index) => {
    const piece = pieces[index];
    return piece ? [{ clip, ...piece }] : [];
  });
}

/** Whether a moment of a take lies within something that comes and goes by degrees: beginning in the middle, it would come anew. */
const isMoving = ({ callouts, zooms }: EditList, source: string, time: number): boolean =>
  [...callouts, ...zooms].some((mark) => mark.source === source && mark.from < time && time < mark.to);

/**
 * The first `count` frames of clips, and the rest. Null where that would cut through a dissolve, which needs the picture
 * before it, or through a zoom or a callout.
 */
function divide(edit: EditList, clips: readonly CutClip[], count: number): [CutClip[], CutClip[]] | null {
  const before: CutClip[] = [];
  let room = count;
  for (const [index, cut] of clips.entries()) {
    if (room >= cut.frames) {
      before.push(cut);
      room -= cut.frames;
      continue;
    }
    if (isMoving(edit, cut.clip.source, cut.from + room / frameRate)) return null;
    const fades = (cut.clip.dissolve ?? 0) * frameRate;
    if (fades > 0 && room <= fades) return null;
    const { dissolve: _, ...continued } = cut.clip;
    const rest: CutClip = room > 0 ? { clip: continued, from: cut.from + room / frameRate, frames: cut.frames - room } : cut;
    if (room > 0) before.push({ ...cut, frames: room });
    return [before, [rest, ...clips.slice(index + 1)]];
  }
  return null;
}

const asClip = ({ clip, from, frames }: CutClip): Clip => ({ ...clip, from, to: from + frames / frameRate });

/** Further than this from the middle the longer part costs more than there is to gain. */
const nearby = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];

/**
 * Pure: an edit list as several that, finished apart and put one after the other, show the same frames. Each but the last
 * ends on a multiple of `every` output frames. Fewer than `count` where there is no good place to divide; one that is the
 * list itself where there is none at all.
 */
export function partsOf(edit: EditList, sources: Sources, count: number, every: number): EditList[] {
  const opening = Math.round(clipsStart(edit) * frameRate);
  let rest = cutClips(edit, sources);
  const total = opening + rest.reduce((sum, { frames }) => sum + frames, 0) + Math.round((edit.closing?.seconds ?? 0) * frameRate);
  const parts: CutClip[][] = [];
  let done = 0;
  for (let part = 1; part < count; part += 1) {
    const begun = Math.max(done, opening);
    const wanted = Math.round((total * part) / count / every);
    // Where that is no good place, the next one that is: parts need not be of one length.
    for (const step of nearby) {
      const end = every * (wanted + step);
      const divided = end > begun && end < total ? divide(edit, rest, end - begun) : null;
      if (!divided) continue;
      parts.push(divided[0]);
      rest = divided[1];
      done = end;
      break;
    }
  }
  if (parts.length === 0) return [edit];
  const all = [...parts, rest].map((clips, index) => ({
    ...edit,
    clips: clips.map(asClip),
    opening: index === 0 ? edit.opening : null,
    closing: index === parts.length ? edit.closing : null,
  }));
  // Rounding to frames may reach past the end of a take by more than is allowed.
  const within = all.every(({ clips }) => clips.every(({ source, to }) => to <= (sources[source]?.duration ?? 0) + 0.05));
  return within ? all : [edit];
}
