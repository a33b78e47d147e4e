import type { Box, Word } from './finding.ts';

/** Words that stand behind one another, with the text they make. */
export interface Line {
  text: string;
  /** Which word each character of `text` comes from; a blank belongs to none. */
  wordAt: readonly (Word | null)[];
}

const height = ({ y0, y1 }: Box): number => y1 - y0;

/** Whether two boxes stand on one line: half of the lower one beside the other. */
const beside = (a: Box, b: Box): boolean => Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 0.5 * Math.min(height(a), height(b));

/** Wider gaps than this, in heights of the letters, part columns of a table. */
const widestGap = 2.2;

function textOf(words: readonly Word[]): Line {
  let text = '';
  const wordAt: (Word | null)[] = [];
  for (const word of words) {
    if (text !== '') {
      text += ' ';
      wordAt.push(null);
    }
    text += word.text;
    for (let at = 0; at < word.text.length; at++) wordAt.push(word);
  }
  return { text, wordAt };
}

/** Puts words that were read one by one into the lines in which they stand, whatever blocks the reader saw. */
export function linesOf(words: readonly Word[]): Line[] {
  const rows: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.box.y0 + a.box.y1 - b.box.y0 - b.box.y1)) {
    const row = rows.findLast((other) => other.slice(-6).some(({ box }) => beside(box, word.box)));
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows.flatMap((row) => {
    const runs: Word[][] = [];
    for (const word of row.toSorted((a, b) => a.box.x0 - b.box.x0)) {
      const last = runs.at(-1)?.at(-1);
      const near = last && word.box.x0 - last.box.x1 < widestGap * Math.max(height(last.box), height(word.box));
      if (near) runs.at(-1)?.push(word);
      else runs.push([word]);
    }
    return runs.map(textOf);
  });
}

/** The smallest box around the words that a part of a line touches; null where it touches none. */
export function boxOf(line: Line, from: number, to: number): Box | null {
  const words = line.wordAt.slice(from, to).flatMap((word) => word ?? []);
  const [first] = words;
  if (!first) return null;
  return words.reduce<Box>(
    (box, { box: next }) => ({
      x0: Math.min(box.x0, next.x0),
      y0: Math.min(box.y0, next.y0),
      x1: Math.max(box.x1, next.x1),
      y1: Math.max(box.y1, next.y1),
    }),
    first.box,
  );
}
