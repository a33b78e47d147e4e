import { z } from 'zod';
import { line, MediaHash, Seconds } from '../ids.ts';
import { textsOfQuiz } from '../quiz/index.ts';
import { maxVideoQuestions, VideoQuestion } from '../quiz/model.ts';
import { VideoText } from '../video-text.ts';
import { identified } from './inline.ts';
import type { BlockKind, MediaUse } from './kind.ts';
import { secondsToAnswer } from './quiz.ts';

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
  }),
});
export type VideoBlock = z.infer<typeof Video>;

const use = (hash: string | null | undefined, as: MediaUse['as'], name: string): MediaUse[] => (hash ? [{ hash, as, name }] : []);

export const videoKind: BlockKind<VideoBlock> = {
  name: 'video',
  texts: ({ attrs }) => [attrs.title, ...(attrs.questions ?? []).flatMap(({ quiz }) => textsOfQuiz(quiz))],
  media: ({ attrs: { media, poster, captions, chapters } }) => [
    ...use(media, 'video', 'A video'),
    ...use(poster, 'picture', 'A still of a video'),
    ...use(captions?.media, 'text', 'The captions'),
    ...use(chapters, 'text', 'The chapters'),
  ],
  seconds: ({ attrs }) => attrs.duration + (attrs.questions?.length ?? 0) * secondsToAnswer,
  tells: () => true,
  outlined: ({ attrs }) => attrs.title || 'Video',
};
