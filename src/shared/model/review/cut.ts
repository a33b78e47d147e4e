import { z } from 'zod';
import type { Timed } from '../edit/time.ts';
import { MediaHash, Seconds } from '../ids.ts';
import type { ModuleContent } from '../module.ts';
import type { Cuts } from './moment.ts';

const Span = z
  .object({ source: z.string().min(1).max(100), from: Seconds, to: Seconds })
  .refine(({ from, to }) => to > from, { message: 'A clip ends after it begins.' });

/** Which stretches of which takes a finished video shows, in the takes' own time, so that what is said of a moment survives a new cut. */
export const VideoCut = z.object({
  media: MediaHash,
  /** How long the card before the first clip stands, in seconds; 0 where there is none. */
  opening: Seconds,
  clips: z.array(Span).min(1).max(5000),
});
export type VideoCut = z.infer<typeof VideoCut>;

export const cutOf = (media: string, { opening, clips }: Timed): VideoCut => ({
  media,
  opening: opening?.seconds ?? 0,
  clips: clips.map(({ source, from, to }) => ({ source, from, to })),
});

/** The files of a module's videos, each once. */
export const videoFiles = ({ body }: Pick<ModuleContent, 'body'>): string[] => [
  ...new Set(body.content.flatMap((block) => (block.type === 'video' ? [block.attrs.media] : []))),
];

const timed = ({ opening, clips }: VideoCut): Timed => ({
  clips: clips.map((clip, index) => ({ id: String(index), ...clip })),
  opening: opening > 0 ? { seconds: opening } : null,
  closing: null,
});

/** What is known of videos, asked by their file. */
export function cutsFrom(known: readonly VideoCut[]): Cuts {
  const byMedia = new Map(known.map((cut) => [cut.media, timed(cut)]));
  return (media) => byMedia.get(media) ?? null;
}
