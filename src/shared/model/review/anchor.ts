import { z } from 'zod';
import { Area } from '../edit/list.ts';
import { Id, MediaHash, Seconds } from '../ids.ts';

/** Words that are spoken of, with what stands around them, so that they are found again in a text that was changed. */
export const Quote = z.object({ exact: z.string().min(1).max(1000), prefix: z.string().max(40), suffix: z.string().max(40) });
export type Quote = z.infer<typeof Quote>;

/** The same stretch in the take it was cut from, in the take's own time: it survives every cut. */
export const TakeTime = z.object({ source: z.string().min(1).max(100), from: Seconds, to: Seconds.optional() });
export type TakeTime = z.infer<typeof TakeTime>;

/**
 * `about` says in words what was spoken of, for the day on which it is gone. `print` tells how it was from how it is.
 * Both are made by `anchored`, never by who comments.
 */
const spoken = { blockId: Id, about: z.string().max(300).optional(), print: z.string().max(16).optional() };

/** What a comment speaks of: the module, a block, words in it, a region of its picture, or a moment or stretch of its video. */
export const Anchor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('module') }),
  z.object({ kind: z.literal('block'), ...spoken }),
  /** `start` and `end` count characters in `wordsOf(block)`. */
  z.object({ kind: z.literal('text'), ...spoken, quote: Quote, start: z.int().nonnegative(), end: z.int().nonnegative() }),
  z.object({ kind: z.literal('region'), ...spoken, media: MediaHash, area: Area }),
  /** Seconds of the video, and of its take where that is known. A moment has no `to`. */
  z.object({
    kind: z.literal('moment'),
    ...spoken,
    media: MediaHash,
    duration: Seconds,
    from: Seconds,
    to: Seconds.optional(),
    take: TakeTime.optional(),
  }),
]);
export type Anchor = z.infer<typeof Anchor>;
export type AnchorOf<Kind extends Anchor['kind']> = Extract<Anchor, { kind: Kind }>;

/** The block it hung on when it was written, or null for the module as a whole. */
export const anchoredBlock = (anchor: Anchor): string | null => (anchor.kind === 'module' ? null : anchor.blockId);
