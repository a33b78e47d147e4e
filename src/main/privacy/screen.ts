import type { Box, Word } from '../../shared/model/privacy/finding.ts';
import { grown, holds, moved, touches } from './grey.ts';

/** Words that touch the edge of what was read may be half a word. */
const edge = 2;

const isWhole = ({ x0, y0, x1, y1 }: Box, region: Box, picture: Box): boolean =>
  (x0 - region.x0 > edge || region.x0 === picture.x0) &&
  (y0 - region.y0 > edge || region.y0 === picture.y0) &&
  (region.x1 - x1 > edge || region.x1 === picture.x1) &&
  (region.y1 - y1 > edge || region.y1 === picture.y1);

/** Pure: the words of a part of a picture, placed in the picture; `cut` where one of them goes on beyond the part. */
export function placedWords(read: readonly Word[], region: Box, picture: Box): { words: Word[]; cut: boolean } {
  const all = read.map((word) => ({ ...word, box: moved(word.box, region.x0, region.y0) }));
  const words = all.filter(({ box }) => isWhole(box, region, picture));
  return { words, cut: all.some((word) => word.confidence > 40 && !words.includes(word)) };
}

/** A part of a picture that was read anew. */
export interface Part {
  region: Box;
  words: readonly Word[];
}

/** Pure: what is on the screen after parts of it were read anew: their words, and those around them that did not change. */
export function wordsAfter(before: readonly Word[], parts: readonly Part[], changes: readonly Box[]): Word[] {
  const now = parts.flatMap(({ words }) => words);
  const isGone = ({ box }: Word): boolean =>
    parts.some(({ region }) => holds(grown(region, edge, edge), box)) ||
    changes.some((change) => touches(change, box)) ||
    now.some((word) => touches(word.box, box));
  return [...before.filter((word) => !isGone(word)), ...now];
}
