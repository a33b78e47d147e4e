import type { Area } from '../edit/list.ts';

/** A stretch of a take that a proposal would take out or show closer, or the moment it speaks of. */
export interface Item {
  /** Says the same as long as it speaks of the same thing: what was left stays left. */
  id: string;
  source: string;
  from: number;
  to: number;
  /** Where the view would go. */
  area?: Area;
  /** What is said there, or what the chapter would be called. */
  label: string | null;
}

/**
 * silences, fillers, repeats: take their stretches out · chapters: add them · zooms: go close for them · denoise: reduces the noise ·
 * parts: make several cuts of one, their stretches are of the output · loudness: only explains.
 */
export type Kind = 'silences' | 'fillers' | 'repeats' | 'chapters' | 'zooms' | 'denoise' | 'parts' | 'loudness';

export interface Proposal {
  kind: Kind;
  /** One sentence: what was found, and what taking it does. */
  sentence: string;
  items: readonly Item[];
  /** How much shorter the result would be, in seconds. */
  saves: number;
}

export const savedBy = (items: readonly Item[]): number => items.reduce((sum, { from, to }) => sum + to - from, 0);
