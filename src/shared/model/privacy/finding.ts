import { z } from 'zod';
import { CoverPlace, PrivateKind } from '../edit/list.ts';
import { Seconds } from '../ids.ts';

/** A box in pixels of a picture, the far edges not included. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A word as it was read in a picture. */
export interface Word {
  text: string;
  box: Box;
  /** How sure the reader is, 0 to 100. */
  confidence: number;
}

/** Something private within a line of text: characters `from` to `to`, and what it says without the reader's mistakes. */
export interface Match {
  kind: PrivateKind;
  from: number;
  to: number;
  text: string;
}

/**
 * The same private text at nearly the same place of a take, with the time in which it is seen and the way it goes.
 * `text` is masked; `print` tells the same text from another without saying it.
 */
export const Finding = z.object({
  kind: PrivateKind,
  text: z.string().max(200),
  print: z.string().length(32),
  source: z.string().min(1).max(100),
  from: Seconds,
  to: Seconds,
  path: z.array(CoverPlace).min(1),
});
export type Finding = z.infer<typeof Finding>;
