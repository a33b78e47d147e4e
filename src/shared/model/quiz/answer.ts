import { z } from 'zod';

const partId = z.string().max(100);
const share = z.number().min(0).max(1);

const ChoiceAnswer = z.object({ kind: z.enum(['single', 'multiple']), chosen: z.array(partId).max(8) });
const OrderAnswer = z.object({ kind: z.literal('order'), order: z.array(partId).max(10) });
/** Left and right sides of pairs, each by the id of its pair. */
const MatchAnswer = z.object({ kind: z.literal('match'), pairs: z.array(z.tuple([partId, partId])).max(10) });
/** What stands in the gaps, in their order. */
const FillAnswer = z.object({ kind: z.literal('fill'), texts: z.array(z.string().max(200)).max(41) });
const Point = z.object({ x: share, y: share });
/** Places that were hit, and points that hit none. */
const HotspotAnswer = z.object({ kind: z.literal('hotspot'), chosen: z.array(partId).max(12), misses: z.array(Point).max(12) });

/** What a learner answered, by the kind of the question. It names parts of the question by their ids. */
export const Answer = z.discriminatedUnion('kind', [ChoiceAnswer, OrderAnswer, MatchAnswer, FillAnswer, HotspotAnswer]);
export type Answer = z.infer<typeof Answer>;
export type ChoiceAnswer = z.infer<typeof ChoiceAnswer>;
export type OrderAnswer = z.infer<typeof OrderAnswer>;
export type MatchAnswer = z.infer<typeof MatchAnswer>;
export type FillAnswer = z.infer<typeof FillAnswer>;
export type HotspotAnswer = z.infer<typeof HotspotAnswer>;
export type Point = z.infer<typeof Point>;
