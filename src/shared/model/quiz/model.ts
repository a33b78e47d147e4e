import { z } from 'zod';
import { Id, line, MediaHash, Seconds } from '../ids.ts';

/** Names a part of a question, such as an answer, within it. */
const partId = z.string().min(1);
const feedback = line(500);

/** What every kind has. Hints and feedback for the whole are absent, not empty, where there are none. */
const asked = z.object({
  question: line(500),
  explanation: line(1000),
  /** Shown on demand, one after the other. */
  hints: z.array(line(300)).max(5).optional(),
  /** What is said beside the verdict, whichever parts were right. */
  feedback: z.object({ right: feedback, wrong: feedback }).optional(),
});

export const QuizOption = z.object({ id: partId, text: line(300), correct: z.boolean(), feedback });
export type QuizOption = z.infer<typeof QuizOption>;

export const ChoiceQuiz = asked.extend({ kind: z.enum(['single', 'multiple']), options: z.array(QuizOption).max(8) });
export type ChoiceQuiz = z.infer<typeof ChoiceQuiz>;

export const OrderItem = z.object({ id: partId, text: line(300), feedback });
export type OrderItem = z.infer<typeof OrderItem>;

/** `items` stand in the right order. */
export const OrderQuiz = asked.extend({ kind: z.literal('order'), items: z.array(OrderItem).max(10) });
export type OrderQuiz = z.infer<typeof OrderQuiz>;

export const Pair = z.object({ id: partId, left: line(200), right: line(200), feedback });
export type Pair = z.infer<typeof Pair>;

export const MatchQuiz = asked.extend({ kind: z.literal('match'), pairs: z.array(Pair).max(10) });
export type MatchQuiz = z.infer<typeof MatchQuiz>;

export const Gap = z.object({ type: z.literal('gap'), id: partId, accepts: z.array(line(100)).max(10), feedback });
export type Gap = z.infer<typeof Gap>;
const GapText = z.object({ type: z.literal('text'), text: z.string().max(2000) });
export const FillPart = z.discriminatedUnion('type', [GapText, Gap]);
export type FillPart = z.infer<typeof FillPart>;

/** Which differences between what is written and what is accepted do not matter. */
export const Ignores = z.object({ case: z.boolean(), spaces: z.boolean(), diacritics: z.boolean() });
export type Ignores = z.infer<typeof Ignores>;

export const FillQuiz = asked.extend({ kind: z.literal('fill'), parts: z.array(FillPart).max(41), ignores: Ignores });
export type FillQuiz = z.infer<typeof FillQuiz>;

const share = z.number().min(0).max(1);

/** A place in the picture, a rectangle in fractions of the picture's width and height. */
export const Region = z.object({
  id: partId,
  label: line(120),
  x: share,
  y: share,
  width: share,
  height: share,
  correct: z.boolean(),
  feedback,
});
export type Region = z.infer<typeof Region>;

export const HotspotPicture = z.object({ media: MediaHash, alt: line(500), width: z.int().positive(), height: z.int().positive() });
export type HotspotPicture = z.infer<typeof HotspotPicture>;

export const HotspotQuiz = asked.extend({
  kind: z.literal('hotspot'),
  picture: HotspotPicture.nullable(),
  regions: z.array(Region).max(12),
});
export type HotspotQuiz = z.infer<typeof HotspotQuiz>;

/** A question, by its kind. */
export const Quiz = z.discriminatedUnion('kind', [ChoiceQuiz, OrderQuiz, MatchQuiz, FillQuiz, HotspotQuiz]);
export type Quiz = z.infer<typeof Quiz>;

/** A question at a moment of a video. A picture beside a picture is too much, so it is of any kind but hotspot. */
export const MomentQuiz = z.discriminatedUnion('kind', [ChoiceQuiz, OrderQuiz, MatchQuiz, FillQuiz]);
export type MomentQuiz = z.infer<typeof MomentQuiz>;

/** `id` is what answers are recorded under, as a block's is; `at` is a moment of the video's file. */
export const VideoQuestion = z.object({ id: Id, at: Seconds, quiz: MomentQuiz });
export type VideoQuestion = z.infer<typeof VideoQuestion>;
export const maxVideoQuestions = 20;
