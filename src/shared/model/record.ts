import { z } from 'zod';
import { Id, Seconds } from './ids.ts';
import { Answer } from './quiz/answer.ts';

/** A stretch of a video that was really played, `[from, to]` in seconds. */
export const PlayedSegment = z.tuple([Seconds, Seconds]);
export type PlayedSegment = z.infer<typeof PlayedSegment>;

const block = z.object({ blockId: Id });
const played = z.object({ segments: z.array(PlayedSegment).max(1000), duration: Seconds });

/**
 * What the player saw a learner do: the `detail` of a `showhow:record` event.
 * The host page turns it into a learning record, or does not.
 */
export const LearningEvent = z.discriminatedUnion('verb', [
  block.extend({ verb: z.literal('played'), time: Seconds, duration: Seconds }),
  /** `segments` are all stretches played since the page was opened, merged and in order. */
  block.extend({ verb: z.literal('paused'), time: Seconds, ...played.shape }),
  block.extend({ verb: z.literal('seeked'), from: Seconds, to: Seconds, duration: Seconds }),
  /** Nearly all of the video was played (see `isCompleted`), in this browser's visits together, as `segments` are. Reported once. */
  block.extend({ verb: z.literal('completed'), time: Seconds, ...played.shape }),
  block.extend({
    /** A question's block, or the question itself where it is asked in a video. */
    verb: z.literal('answered'),
    answer: Answer,
    correct: z.boolean(),
    /** 1 at the first try since the page was opened. */
    attempt: z.int().positive(),
  }),
]);
export type LearningEvent = z.infer<typeof LearningEvent>;
