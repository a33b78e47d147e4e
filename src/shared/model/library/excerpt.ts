import { foldLetter } from './fold.ts';

export interface Part {
  text: string;
  found: boolean;
}

const longest = 150;
/** How much is shown before the first thing found, in characters. */
const before = 40;

/** A folded text, and where each of its letters stands in the text that was folded. */
function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const small = foldLetter(letter);
    for (let index = 0; index < small.length; index += 1) places.push(at);
    folded += small;
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}

/** A line in parts, of which some are what was looked for; `patterns` are for folded text. */
export function partsOf(text: string, patterns: readonly RegExp[]): Part[] {
  const { folded, places } = foldedWithPlaces(text);
  const spans = patterns
    .flatMap((pattern) => [...folded.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const))
    .map(([from, to]) => [places[from] ?? 0, places[to] ?? text.length] as const)
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
