import { z } from 'zod';
import { Id, line, MediaHash, Seconds } from '../ids.ts';
import { type Say, sayText } from '../translation/wording.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';
import { Picture, pictureTexts, pictureUse, sayPicture } from './picture.ts';

export const maxSteps = 40;

/** A moment of a video of the same module. The still is a picture of that moment, so that it is seen where nothing plays. */
const Moment = z.object({
  as: z.literal('moment'),
  /** Id of the video's block. */
  video: Id,
  /** In seconds of the video's file, whichever part of it the block shows. */
  at: Seconds,
  still: z.object({ media: MediaHash, width: z.int().positive(), height: z.int().positive() }),
});
export type Moment = z.infer<typeof Moment>;

const Step = z.object({
  id: Id,
  heading: line(120),
  text: line(2000),
  /** What one sees beside the words. Absent where the words are enough. */
  shows: z.discriminatedUnion('as', [Picture.extend({ as: z.literal('picture') }), Moment]).optional(),
});
export type Step = z.infer<typeof Step>;

export const Steps = z.object({
  type: z.literal('steps'),
  attrs: identified.extend({ steps: z.array(Step).min(1).max(maxSteps) }),
});
export type StepsBlock = z.infer<typeof Steps>;

const picturesOf = ({ attrs }: StepsBlock) => attrs.steps.flatMap(({ shows }) => (shows?.as === 'picture' ? [shows] : []));

const sayStep = ({ id, heading, text, shows }: Step, say: Say): Step => ({
  id,
  heading: sayText(say, `${id}.heading`, heading),
  text: sayText(say, `${id}.text`, text, true),
  ...(shows && { shows: shows.as === 'picture' ? sayPicture(shows, say, `${id}.`) : shows }),
});

export const stepsKind: BlockKind<StepsBlock> = {
  name: 'steps',
  texts: ({ attrs }) =>
    attrs.steps.flatMap(({ heading, text, shows }) => [heading, text, ...(shows?.as === 'picture' ? pictureTexts(shows) : [])]),
  said: ({ attrs, ...block }, say) => ({ ...block, attrs: { ...attrs, steps: attrs.steps.map((step) => sayStep(step, say)) } }),
  media: ({ attrs }) =>
    attrs.steps.flatMap(({ shows }) => {
      if (!shows) return [];
      return shows.as === 'picture' ? [pictureUse(shows.media)] : [pictureUse(shows.still.media, 'The still of a step')];
    }),
  pictures: picturesOf,
  // A moment is counted where its video stands.
  seconds: (block) => 4 * picturesOf(block).length,
  tells: ({ attrs }) => attrs.steps.some(({ heading, text }) => heading.trim() !== '' || text.trim() !== ''),
  waits: ({ attrs }) => attrs.steps.some(({ heading }) => heading.trim() === ''),
  outlined: ({ attrs }) => attrs.steps.find(({ heading }) => heading.trim() !== '')?.heading || 'Steps',
};
