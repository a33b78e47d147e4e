import type { Clip, EditList } from '../edit/list.ts';

/** Pictures a second of everything that comes out, and of everything that a scene counts. */
export const frameRate = 30;

/** A stretch of a take that is seen without a jump, with its place in the output. */
export interface Span {
  source: string;
  /** Take time of the first frame. */
  from: number;
  to: number;
  /** Output frame at which it begins, and how many there are. */
  start: number;
  frames: number;
  /** For how many frames the picture before it fades away over its beginning. */
  dissolve: number;
}

export const cardFrames = (card: EditList['opening']): number => Math.round((card?.seconds ?? 0) * frameRate);

const goesOn = (span: Span | undefined, clip: Clip): span is Span =>
  span !== undefined && span.source === clip.source && clip.dissolve === undefined && Math.abs(clip.from - span.to) < 0.001;

/** The clips in frames of the output. Frames are rounded on the sum, so that many clips do not drift away from the edit list. */
export function spansOf(edit: Pick<EditList, 'clips' | 'opening'>): Span[] {
  const spans: Span[] = [];
  const first = cardFrames(edit.opening);
  let seconds = 0;
  let frames = 0;
  for (const clip of edit.clips) {
    seconds += clip.to - clip.from;
    const count = Math.round(seconds * frameRate) - frames;
    if (count <= 0) continue;
    const last = spans.at(-1);
    if (goesOn(last, clip)) {
      last.to = clip.to;
      last.frames += count;
    } else {
      const begins = first + frames;
      const dissolve = begins === 0 ? 0 : Math.min(count, Math.round((clip.dissolve ?? 0) * frameRate));
      spans.push({ source: clip.source, from: clip.from, to: clip.to, start: begins, frames: count, dissolve });
    }
    frames += count;
  }
  return spans;
}

/** The output frame, between frames if need be, at which a moment of the take stands in a span. */
export const frameIn = (span: Span, time: number): number => span.start + (time - span.from) * frameRate;

/** The first whole frame of a span that shows a moment or something after it, within the span. */
export const firstFrameIn = (span: Span, time: number): number =>
  Math.min(span.start + span.frames, Math.max(span.start, Math.ceil(frameIn(span, time) - 1e-4)));

/** The take time that a frame of a span shows. */
export const timeIn = (span: Span, frame: number): number => span.from + (frame - span.start) / frameRate;
