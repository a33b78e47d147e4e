import { Fault } from '../../../shared/contract/faults.ts';
import type { Clip } from '../../../shared/model/edit/list.ts';
import type { Sources } from './sources.ts';

/** Every rendition runs at this constant rate, so that each frame has the same number of sound samples. */
export const frameRate = 30;
export const sampleRate = 48_000;
export const samplesPerFrame = sampleRate / frameRate;

/** A stretch that is kept, in frames counted from the beginning of its run. */
export interface Piece {
  first: number;
  frames: number;
}

/**
 * Clips of one source that are read through one opening of its files: seeking anew costs more than decoding a short gap.
 * `from` is the take time in seconds at which the run begins, `frames` what is kept of it.
 */
export interface Run {
  source: string;
  from: number;
  /** Seconds from the beginning of the run to the end of its last piece. */
  length: number;
  pieces: Piece[];
  frames: number;
}

export interface Timeline {
  runs: Run[];
  frames: number;
}

/** A gap shorter than this is decoded and dropped. */
const shortGap = 3;
/** Each run opens all files of its source: more than this many and longer gaps are bridged. */
const mostRuns = 24;
/** Clips may end this much later than the take, because pages measure in milliseconds. */
const tolerance = 0.05;

function check(clips: readonly Clip[], sources: Sources): void {
  for (const { source, from, to } of clips) {
    const known = sources[source];
    if (!known) throw new Fault('NOT_FOUND', { what: 'take' });
    if (to > known.duration + tolerance || from >= known.duration) throw new Fault('EDIT_OUTSIDE', { source, duration: known.duration });
  }
}

const roomFor = (run: Run | undefined, clip: Clip, gap: number): run is Run => {
  if (run?.source !== clip.source) return false;
  // Where its last frame ends: parts of an edit list end there too, and are to be read the same way as the whole.
  const last = run.pieces.at(-1);
  const end = run.from + (last ? last.first + last.frames : 0) / frameRate;
  return clip.from >= end - 1e-6 && clip.from - end <= gap;
};

function group(clips: readonly Clip[], gap: number): Timeline {
  const runs: Run[] = [];
  let seconds = 0;
  let frames = 0;
  for (const clip of clips) {
    seconds += clip.to - clip.from;
    // Rounded on the sum, so that many clips do not drift away from the edit list.
    const count = Math.round(seconds * frameRate) - frames;
    if (count <= 0) continue;
    const last = runs.at(-1);
    const run = roomFor(last, clip, gap) ? last : { source: clip.source, from: clip.from, length: 0, pieces: [], frames: 0 };
    if (run !== last) runs.push(run);
    const end = run.pieces.at(-1);
    const first = Math.max(Math.round((clip.from - run.from) * frameRate), end ? end.first + end.frames : 0);
    run.pieces.push({ first, frames: count });
    run.length = Math.max(clip.to - run.from, (first + count) / frameRate);
    run.frames += count;
    frames += count;
  }
  return { runs, frames };
}

/** The clips in frames, and how they are read. Refuses with EDIT_OUTSIDE what lies after the end of a source. */
export function timeline(clips: readonly Clip[], sources: Sources): Timeline {
  check(clips, sources);
  let gap = shortGap;
  let result = group(clips, gap);
  for (; result.runs.length > mostRuns && gap < 600; gap *= 2) result = group(clips, gap * 2);
  if (result.frames === 0) throw new Fault('EDIT_OUTSIDE', { source: clips[0]?.source ?? '', duration: 0 });
  return result;
}
