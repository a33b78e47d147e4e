import { z } from 'zod';

/** What one wants to say during a take, and how it runs past. Kept for the workspace. */
export const Notes = z.object({
  text: z.string().max(50_000),
  /** Words a minute; 0 stands still. */
  speed: z.int().min(0).max(260),
  /** Height of a letter in pixels. */
  size: z.int().min(16).max(56),
  shown: z.boolean(),
});
export type Notes = z.infer<typeof Notes>;

export const usualNotes: Notes = { text: '', speed: 130, size: 24, shown: false };

export const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** How far the text runs in a second, in pixels, so that its words pass at the speed one reads them. */
export function scrollPace({ text, speed }: Notes, height: number): number {
  const words = wordsOf(text);
  return words === 0 || speed === 0 ? 0 : (height * speed) / (words * 60);
}
