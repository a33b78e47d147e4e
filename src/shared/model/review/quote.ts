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

function sameEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

function sameStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

/** How well a place fits a quote: what stands around it first, then how near it is to where it was. */
function likeness(words: string, { prefix, suffix }: Quote, { start, end }: Range, was: number): number {
  const context = sameEnd(words.slice(0, start), prefix) + sameStart(words.slice(end), suffix);
  return context - Math.abs(start - was) / (words.length + 1);
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

/** Where a passage that was rewritten stands most likely, or null where nothing is left of it. */
export function findAlike(words: string, quote: Quote, was = 0): Range | null {
  const kept = between(words, quote);
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
