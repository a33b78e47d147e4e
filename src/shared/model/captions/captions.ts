import { z } from 'zod';
import { Id, line, Seconds } from '../ids.ts';

/** More than this is no take's captions, and refused: two hours of quick speech are about 4,000 cues. */
export const mostCues = 10_000;
/** Most characters of one cue: fifteen lines of a caption. */
export const longestText = 600;
const mostWords = 300;

/** A stretch of a source in seconds. */
export const Span = z.object({ from: Seconds, to: Seconds });
export type Span = z.infer<typeof Span>;

/**
 * A word as it stands in the text, with its punctuation, and when it is said.
 * `guessed`: nobody heard it there; its time was worked out from its neighbours.
 */
export const Word = Span.extend({ text: z.string().min(1).max(200), guessed: z.literal(true).optional() });
export type Word = z.infer<typeof Word>;

/** What is read at one time, in seconds of the take. `text` is plain, its lines parted by line feeds. */
export const Cue = Span.extend({
  id: z.string().min(1).max(64),
  text: z.string().max(longestText),
  /** Where known; together they say the text. Without them times are spread over the cue. */
  words: z.array(Word).max(mostWords).optional(),
}).refine((cue) => cue.to > cue.from, { message: 'A caption ends after it begins.' });
export type Cue = z.infer<typeof Cue>;

/**
 * Where captions come from. `missing`: sentences of the script that were not heard; `extra`: stretches in which something
 * is said that is not in the script. `aligned`: whether the words were found in the sound, or only spread over it.
 */
export const Origin = z.discriminatedUnion('by', [
  z.object({ by: z.literal('hand') }),
  z.object({ by: z.literal('file'), name: line(200) }),
  z.object({ by: z.literal('whisper'), model: line(200) }),
  z.object({
    by: z.literal('script'),
    aligned: z.boolean(),
    missing: z.array(z.string().max(longestText)).max(500),
    extra: z.array(Span).max(500),
  }),
]);
export type Origin = z.infer<typeof Origin>;

/** BCP 47, e.g. `en` or `de-CH`. */
export const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i);

/** All cues in the order in which they begin. */
export const Cues = z.array(Cue).max(mostCues);

/** The captions of a take: they belong to it and not to a cut of it, so that a corrected word needs no new rendering. */
export const Captions = z.object({
  take: Id,
  language: Language,
  /** Counts saves; 0 where nothing was saved yet. */
  version: z.int().nonnegative(),
  origin: Origin,
  cues: Cues,
});
export type Captions = z.infer<typeof Captions>;

export const byTime = (one: Span, other: Span): number => one.from - other.from || one.to - other.to;
