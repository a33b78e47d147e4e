import { z } from 'zod';
import { line, MediaHash, Seconds } from '../ids.ts';
import { sayQuiz, textsOfQuiz } from '../quiz/index.ts';
import { maxVideoQuestions, VideoQuestion } from '../quiz/model.ts';
import { sayText } from '../translation/wording.ts';
import { maxSizes, VideoSize } from '../video-sizes.ts';
import { VideoText } from '../video-text.ts';
import { identified } from './inline.ts';
import type { BlockKind, MediaUse } from './kind.ts';
import { secondsToAnswer } from './quiz.ts';

/** A stretch of a video, in seconds of its file. */
export const Stretch = z
  .object({ from: Seconds, to: Seconds })
  .refine(({ from, to }) => to > from, { message: 'A part ends after it begins.' });
export type Stretch = z.infer<typeof Stretch>;

export const Video = z.object({
  type: z.literal('video'),
  attrs: identified.extend({
    media: MediaHash,
    poster: MediaHash.nullable(),
    title: line(120),
    duration: Seconds,
    width: z.int().positive(),
    height: z.int().positive(),
    /** WebVTT files beside the video. Absent, not null, where there are none: a module of before keeps the hash of its revision. */
    captions: VideoText.shape.captions.unwrap().optional(),
    chapters: MediaHash.optional(),
    /** Asked while it plays. Absent where none is. */
    questions: z.array(VideoQuestion).max(maxVideoQuestions).optional(),
    /** The same video in smaller sizes, the largest first. Absent where there are none. */
    sizes: z.array(VideoSize).min(1).max(maxSizes).optional(),
    /** What of the file is shown; all of it where this is absent. `duration` stays that of the file. */
    part: Stretch.optional(),
  }),
});
export type VideoBlock = z.infer<typeof Video>;

/** What of its file a block shows. A part that reaches beyond the file ends with it. */
export function shownStretch({ part, duration }: Pick<VideoBlock['attrs'], 'part' | 'duration'>): Stretch {
  const to = Math.min(part?.to ?? duration, duration);
  return { from: Math.min(part?.from ?? 0, to), to };
}

/** How long what is shown plays. */
export function shownSeconds(attrs: Pick<VideoBlock['attrs'], 'part' | 'duration'>): number {
  const { from, to } = shownStretch(attrs);
  return to - from;
}

const use = (hash: string | null | undefined, as: MediaUse['as'], name: string): MediaUse[] => (hash ? [{ hash, as, name }] : []);

/** The questions whose moments lie in what is shown. */
export function questionsShown({ questions = [], ...video }: VideoBlock['attrs']): VideoQuestion[] {
  const { from, to } = shownStretch(video);
  return questions.filter(({ at }) => at >= from && at <= to);
}

export const videoKind: BlockKind<VideoBlock> = {
  name: 'video',
  texts: ({ attrs }) => [attrs.title, ...(attrs.questions ?? []).flatMap(({ quiz }) => textsOfQuiz(quiz))],
  // Captions are what is said in it, in the language in which it is said.
  said: ({ attrs, ...block }, say) => ({
    ...block,
    attrs: {
      ...attrs,
      title: sayText(say, 'title', attrs.title),
      ...(attrs.questions && {
        questions: attrs.questions.map(({ id, at, quiz }) => ({
          id,
          at,
          quiz: sayQuiz(quiz, (unit) => say({ ...unit, key: `${id}.${unit.key}` })),
        })),
      }),
    },
  }),
  media: ({ attrs: { media, sizes = [], poster, captions, chapters } }) => [
    ...use(media, 'video', 'A video'),
    ...sizes.flatMap((size) => use(size.media, 'video', 'A video')),
    ...use(poster, 'picture', 'A still of a video'),
    ...use(captions?.media, 'text', 'The captions'),
    ...use(chapters, 'text', 'The chapters'),
  ],
  seconds: ({ attrs }) => shownSeconds(attrs) + questionsShown(attrs).length * secondsToAnswer,
  tells: () => true,
  waits: ({ attrs }) => attrs.title.trim() === '',
  outlined: ({ attrs }) => attrs.title || 'Video',
};
