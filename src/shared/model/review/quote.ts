import search from 'approx-string-match';
import type { Quote } from './anchor.ts';

export interface Range {
  start: number;
  end: number;
}

/** How much is kept of what stands around a quote. */
const around = 32;

export const quoteAt = (words: string, { start, end }: Range): Quote => ({
  exact: words.slice(start, end),
  prefix: words.slice(Math.max(0, start - around), start),
  suffix: words.slice(end, end + around),
});

/** Without white space: a page, a text and a selection break their lines differently. */
export const bare = (text: string): string => text.replace(/\s/gu, '');

function sameStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

const reversed = (text: string): string => [...Array(text.length).keys()].map((index) => text.charAt(text.length - 1 - index)).join('');

/** What stands on one side of a place and what stood there, from the quote outward. */
interface Side {
  /** Letters that are the same. */
  same: number;
  /** All that was there still is: to the end of what was kept, or to the end of the words. */
  whole: boolean;
}

function side(now: string, then: string): Side {
  const [present, past] = [bare(now), bare(then)];
  const same = sameStart(present, past);
  return { same, whole: same === past.length && (then.length >= around || present.length === past.length) };
}

const sidesOf = (words: string, { prefix, suffix }: Quote, { start, end }: Range): [Side, Side] => [
  side(reversed(words.slice(0, start)), reversed(prefix)),
  side(words.slice(end), suffix),
];

/** How well a place fits a quote: what stands around it first, then how near it is to where it was. */
function likeness(words: string, quote: Quote, range: Range, was: number): number {
  const [before, after] = sidesOf(words, quote, range);
  return before.same + after.same - Math.abs(range.start - was) / (words.length + 1);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every place where the words stand; white space counts as any white space, since a page shows it as it likes. */
function exactPlaces(words: string, exact: string): Range[] {
  const parts = exact.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return [];
  const pattern = new RegExp(parts.map(escaped).join('\\s*'), 'gu');
  return [...words.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Where the words of a quote stand, letter by letter; the best of several by what stands around them. */
export function findExact(words: string, quote: Quote, was = 0): Range | null {
  const [best] = exactPlaces(words, quote.exact).toSorted(
    (one, other) => likeness(words, quote, other, was) - likeness(words, quote, one, was) || one.start - other.start,
  );
  return best ?? null;
}

/** Letters on each side that tell where one is, and those that do on one side alone where the words themselves say something. */
const fewLetters = 4;
const manyLetters = 8;

/** Whether what stands around a place is what stood around the quote: words that only read the same are none of its business. */
export function standsThere(words: string, quote: Quote, range: Range): boolean {
  const sides = sidesOf(words, quote, range);
  if (sides.every(({ same, whole }) => whole || same >= fewLetters)) return true;
  return bare(quote.exact).length >= manyLetters && sides.some(({ same }) => same >= manyLetters);
}

/** Whether words of at least so many letters are there once, and were there once as far as one knows. */
export function isOnlyOne(words: string, quote: Quote, letters: number): boolean {
  const exact = bare(quote.exact);
  const once = !bare(quote.prefix).includes(exact) && !bare(quote.suffix).includes(exact);
  return exact.length >= letters && once && exactPlaces(words, quote.exact).length === 1;
}

/** Of how many letters a quote may have become others and still be the same passage. */
const tolerance = 0.4;

/** A passage that grew beyond this is another one. */
const longest = ({ exact }: Quote): number => exact.length * 4 + 80;

/** Between its old neighbours, where these are still there. */
function between(words: string, quote: Quote): Range | null {
  const { prefix, suffix } = quote;
  if (prefix.trim().length < 4 || suffix.trim().length < 4) return null;
  const before = words.indexOf(prefix);
  const start = before + prefix.length;
  const end = before < 0 ? -1 : words.indexOf(suffix, start);
  return end > start && end - start <= longest(quote) ? { start, end } : null;
}

/** Where a passage that was rewritten or moved stands most likely, or null where nothing is left of it. */
export function findAlike(words: string, quote: Quote, was = 0): Range | null {
  const kept = between(words, quote) ?? findExact(words, quote, was);
  if (kept) return kept;
  const most = Math.floor(quote.exact.length * tolerance);
  const [best] =
    most === 0
      ? []
      : search(words, quote.exact, most).toSorted(
          (one, other) =>
            one.errors - other.errors || likeness(words, quote, other, was) - likeness(words, quote, one, was) || one.start - other.start,
        );
  return best && best.end > best.start ? { start: best.start, end: best.end } : null;
}
