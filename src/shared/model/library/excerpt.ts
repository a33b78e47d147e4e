import { fold, foldLetter, standsAlone } from './fold.ts';

export interface Part {
  text: string;
  found: boolean;
}

const longest = 150;
/** How much is shown before the first thing found, in characters. */
const before = 40;

/** Letters that may fold to nothing, or are written as two: where there are none, and as many as before, each stands where it stood. */
const shifting = /[\p{M}\u{10000}-\u{10ffff}]/u;

/** A folded text, and where each of its letters stands in the text that was folded. */
function foldedWithPlaces(text: string): { folded: string; placeOf: (index: number) => number } {
  const whole = fold(text);
  if (whole.length === text.length && !shifting.test(text)) return { folded: whole, placeOf: (index) => index };
  let folded = '';
  let afterAlone = false;
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const alone = standsAlone(letter);
    const small = foldLetter(letter);
    const written = (alone || afterAlone) && small !== '' ? ` ${small}` : small;
    for (let index = 0; index < written.length; index += 1) places.push(at);
    folded += written;
    if (small !== '') afterAlone = alone;
    at += letter.length;
  }
  return { folded, placeOf: (index) => places[index] ?? text.length };
}

/** A line in parts, of which some are what was looked for; `patterns` are for folded text. */
export function partsOf(text: string, patterns: readonly RegExp[]): Part[] {
  const { folded, placeOf } = foldedWithPlaces(text);
  const spans = patterns
    .flatMap((pattern) =>
      [...folded.matchAll(pattern)].map((match) => [placeOf(match.index), placeOf(match.index + match[0].length)] as const),
    )
    .sort(([one], [other]) => one - other);
  const parts: Part[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    parts.push({ text: text.slice(at, start), found: false }, { text: text.slice(start, to), found: true });
    at = to;
  }
  return [...parts, { text: text.slice(at), found: false }].filter((part) => part.text !== '');
}

const shortStart = (text: string): string =>
  text.length > before
    ? `…${text
        .slice(-before)
        .replace(/^\S*\s/u, '')
        .toWellFormed()}`
    : text;

/** The stretch of a line around what was found first, short enough to be read at a glance. */
export function excerpt(parts: readonly Part[]): Part[] {
  const [first, ...rest] = parts;
  const shown = first && !first.found ? [{ ...first, text: shortStart(first.text) }, ...rest] : parts;
  const short: Part[] = [];
  let room = longest;
  for (const part of shown) {
    if (part.text.length > room) {
      short.push({
        ...part,
        text: `${part.text
          .slice(0, room)
          .replace(/\s\S*$/u, '')
          .toWellFormed()}…`,
      });
      break;
    }
    short.push(part);
    room -= part.text.length;
  }
  return short;
}
