import type { MediaHash } from '../ids.ts';
import type { Say } from '../translation/wording.ts';
import type { Picture } from './picture.ts';

/** A file that a block shows, what for, and how a refusal calls it. */
export interface MediaUse {
  hash: MediaHash;
  as: 'picture' | 'video' | 'text';
  name: string;
}

/** All that is asked of every kind of block, whichever it is. */
export interface BlockKind<B> {
  /** What it is called in a sentence: "picture". */
  name: string;
  /** All its words in the order in which one meets them, one string a line: what is counted, searched and read aloud. */
  texts(block: B): string[];
  /** The same block with each text that reads differently in another language said anew; all else stays. */
  said(block: B, say: Say): B;
  media(block: B): MediaUse[];
  /** The pictures among them that want words for those who cannot see them. */
  pictures?(block: B): Picture[];
  /** What a learner spends on it beyond reading its words, in seconds. */
  seconds(block: B): number;
  /** Whether it tells a learner something; a heading alone does not. */
  tells(block: B): boolean;
  /** Whether a place in it still waits for words. Absent where it waits for as long as it tells nothing. */
  waits?(block: B): boolean;
  /** How an outline names it; null where it is left out. */
  outlined(block: B): string | null;
}
