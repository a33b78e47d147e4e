import { carried } from '../edit/carry.ts';
import type { Timed } from '../edit/time.ts';
import type { Rendition } from '../rendition.ts';
import { videoSizeAttributes } from '../video-sizes.ts';
import type { Step } from './steps.ts';
import type { VideoBlock } from './video.ts';

/** A video that was cut and finished anew, with what both were cut from. */
export interface NewCut {
  rendition: Pick<Rendition, 'video' | 'poster' | 'duration' | 'width' | 'height' | 'smaller'>;
  was: Timed;
  is: Timed;
}

/** What is shorter is no part. In seconds. */
const shortest = 0.1;
/** The last picture of a stretch, not the first one behind it. In seconds. */
const hair = 0.001;
/** Sums of seconds without the dust of binary fractions. */
const tidy = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;

/** A video block that shows the new cut: its part and its questions stay with what is seen at them. */
export function withNewCut(attrs: VideoBlock['attrs'], { rendition, was, is }: NewCut): VideoBlock['attrs'] {
  const { captions: _, chapters: __, sizes: ___, part, questions, ...rest } = attrs;
  const { video: media, poster, duration, width, height, smaller } = rendition;
  const place = (at: number) => Math.min(carried(was, is, at).at, duration);
  const stretch = part && { from: place(part.from), to: Math.min(tidy(place(Math.max(0, part.to - hair)) + hair), duration) };
  const asked = questions?.map((question) => ({ ...question, at: place(question.at) })).sort((a, b) => a.at - b.at);
  return {
    ...rest,
    media,
    poster,
    duration,
    width,
    height,
    ...videoSizeAttributes(smaller),
    ...(stretch && stretch.to - stretch.from >= shortest && { part: stretch }),
    ...(asked && { questions: asked }),
  };
}

/** Steps that show moments of the video: a moment goes along, and of one that was cut out its picture stays. */
export const stepsWithNewCut = (steps: readonly Step[], video: string, { was, is }: NewCut): Step[] =>
  steps.map((step): Step => {
    const { shows } = step;
    if (shows?.as !== 'moment' || shows.video !== video) return step;
    const { at, seen } = carried(was, is, shows.at);
    // The words of the step say what is done, as they did beside the moment.
    return { ...step, shows: seen ? { ...shows, at } : { as: 'picture', ...shows.still, alt: '', decorative: true } };
  });
