/** Letters that rise above the height of an x, and those that hang below the line. */
const rising = /[\p{Lu}\p{N}bdfhijklt(){}[\]|/\\!?"'ß]/u;
const hanging = /[gjpqyQ,;(){}[\]|/\\]/u;

/** Of a letter's size: from the line up to a capital and up to an x, and from the line down. Faces of programs differ by a tenth. */
const capital = 0.72;
const small = 0.53;
const below = 0.21;

/** The size in which a word is set, as its face names it, from the height of the box around its letters; both in pixels. */
export const letterSize = (word: string, height: number): number =>
  height / ((rising.test(word) ? capital : small) + (hanging.test(word) ? below : 0));

/** Lines of bold letters measure at least this, as a share of their size (Figtree 400: 0.06 to 0.085, 700: from 0.098). */
export const boldFrom = 0.092;

/** WCAG calls letters large from 18 points on, bold ones from 14; in pixels of a page. */
const large = 24;
const largeBold = 18.66;

export interface Letters {
  /** In pixels of the picture, as all that is measured in it. */
  size: number;
  /** How thick their lines are. */
  stroke: number;
}

/** The contrast that letters need (WCAG 2.2, 1.4.3, AA), where a page shows them `scale` times as large as they are measured. */
export const neededContrast = ({ size, stroke }: Letters, scale: number): number =>
  size * scale >= (stroke / size >= boldFrom ? largeBold : large) ? 3 : 4.5;

/**
 * By how much less a word may have been measured than it is, as a share: lines thinner than a pixel never show their own colour.
 * Drawn at any place between pixels, letters of 16 px and more were measured to the hundredth, of 12 px up to 11 % too low.
 */
const tolerances: readonly [from: number, share: number][] = [
  [16, 0.05],
  [12, 0.12],
  [0, 0.25],
];

/** Whether a word stands out too little, beyond what measuring may have got wrong. */
export function isFaint(word: Letters & { ratio: number }, scale: number): boolean {
  const [, share = 0] = tolerances.find(([from]) => word.size >= from) ?? [];
  return word.ratio < neededContrast(word, scale) * (1 - share);
}
