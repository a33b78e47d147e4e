import { byTime, type Cue, longestText, type Span, type Word } from './captions.ts';
import { broken, limits } from './lines.ts';
import { rewritten, tokens, wordsOf } from './words.ts';

/** A cue is never made shorter than this, in seconds. */
const leastLength = 0.1;

const replaced = (cues: readonly Cue[], id: string, change: (cue: Cue) => Cue[]): Cue[] =>
  cues.flatMap((cue) => (cue.id === id ? change(cue) : [cue]));

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** Another text for a cue. Words that stay keep their times. */
export function setText(cues: readonly Cue[], id: string, text: string): Cue[] {
  const bounded = text.slice(0, longestText);
  return replaced(cues, id, (cue) => {
    if (!cue.words || tokens(bounded).length === 0) return [{ ...without(cue), text: bounded }];
    return [{ ...cue, text: bounded, words: rewritten(cue.words, bounded, cue) }];
  });
}

const without = ({ words: _, ...cue }: Cue): Cue => cue;

/** Words move along only where they would no longer lie within their cue. */
function carried(words: readonly Word[], before: Span, after: Span): Word[] {
  const inside = words.every(({ from, to }) => from >= after.from && to <= after.to);
  if (inside) return [...words];
  const scale = (after.to - after.from) / (before.to - before.from);
  const moved = (time: number) => Math.min(Math.max(after.from, after.from + (time - before.from) * scale), after.to);
  return words.map((word) => ({ ...word, from: moved(word.from), to: moved(word.to), guessed: true as const }));
}

/** Other times for a cue, within a take of `duration` seconds. */
export function retime(cues: readonly Cue[], id: string, { from, to }: Span, duration: number): Cue[] {
  const start = Math.min(Math.max(0, from), Math.max(0, duration - leastLength));
  const end = Math.min(Math.max(start + leastLength, to), Math.max(duration, start + leastLength));
  return replaced(cues, id, (cue) => [
    { ...cue, from: start, to: end, ...(cue.words && { words: carried(cue.words, cue, { from: start, to: end }) }) },
  ]).sort(byTime);
}

function part(cue: Cue, id: string, words: readonly Word[], span: Span): Cue {
  const text = broken(textOf(words));
  return cue.words ? { id, ...span, text, words: [...words] } : { id, ...span, text };
}

/** Parts a cue before its word number `index`. Unchanged where one part would have no words or no time. */
export function splitBefore(cues: readonly Cue[], id: string, index: number, newId: () => string): Cue[] {
  return replaced(cues, id, (cue) => {
    const words = wordsOf(cue);
    const [last, next] = [words[index - 1], words[index]];
    if (!last || !next) return [cue];
    const border = Math.min(Math.max((last.to + next.from) / 2, cue.from + leastLength), cue.to - leastLength);
    if (border <= cue.from || border >= cue.to) return [cue];
    const fitted = (word: Word): Word => ({ ...word, from: clamp(word.from, cue), to: clamp(word.to, cue) });
    const before = words.slice(0, index).map((word) => ({ ...fitted(word), to: Math.min(word.to, border) }));
    const after = words.slice(index).map((word) => ({ ...fitted(word), from: Math.max(word.from, border) }));
    return [part(cue, cue.id, before, { from: cue.from, to: border }), part(cue, newId(), after, { from: border, to: cue.to })];
  }).sort(byTime);
}

const clamp = (time: number, { from, to }: Span): number => Math.min(Math.max(time, from), to);

/** The number of the word at which a text is parted when the cursor stands at `offset`. */
export const wordAt = (text: string, offset: number): number => tokens(text.slice(0, offset)).length;

/** Parts a cue at a moment of the take, between the words nearest to it. */
export function splitAtTime(cues: readonly Cue[], id: string, time: number, newId: () => string): Cue[] {
  const cue = cues.find((each) => each.id === id);
  if (!cue) return [...cues];
  const index = wordsOf(cue).findIndex((word) => (word.from + word.to) / 2 >= time);
  return splitBefore(cues, id, index, newId);
}

/** Joins a cue with the one after it. Unchanged where it is the last, or the two together would be too much text. */
export function mergeWithNext(cues: readonly Cue[], id: string): Cue[] {
  const index = cues.findIndex((cue) => cue.id === id);
  const [cue, next] = [cues[index], cues[index + 1]];
  if (!cue || !next) return [...cues];
  const text = broken(`${cue.text} ${next.text}`);
  if (text.length > longestText) return [...cues];
  const words = cue.words || next.words ? { words: [...wordsOf(cue), ...wordsOf(next)] } : {};
  return cues.toSpliced(index, 2, { id: cue.id, from: cue.from, to: Math.max(cue.to, next.to), text, ...words });
}

export const remove = (cues: readonly Cue[], id: string): Cue[] => cues.filter((cue) => cue.id !== id);

/** A new, empty cue at a moment: as long as there is room, two seconds at most. Null where there is none. */
export function cueAt(cues: readonly Cue[], time: number, duration: number, id: string): Cue | null {
  if (cues.some(({ from, to }) => time >= from && time < to)) return null;
  const next = cues.find(({ from }) => from >= time);
  const to = Math.min(time + 2, next?.from ?? duration, duration);
  return to - time < leastLength ? null : { id, from: time, to, text: '' };
}

export const insert = (cues: readonly Cue[], cue: Cue): Cue[] => [...cues, cue].sort(byTime);

/** All cues earlier or later by some seconds; what would begin before the take is left out. */
export function shifted(cues: readonly Cue[], by: number): Cue[] {
  const moved = (span: Span): Span => ({ from: Math.max(0, span.from + by), to: span.to + by });
  return cues
    .filter(({ to }) => to + by > leastLength)
    .map((cue) => ({ ...cue, ...moved(cue), ...(cue.words && { words: cue.words.map((word) => ({ ...word, ...moved(word) })) }) }));
}

/**
 * Puts right what can be put right without a human ear: lines broken anew, cues shown longer where there is room,
 * overlaps and flickering rests closed.
 */
export function mended(cues: readonly Cue[]): Cue[] {
  return cues.map((cue, index) => {
    const text = broken(cue.text);
    const free = cues[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const needed = Math.max(limits.shortest, text.length / limits.charactersPerSecond);
    const wished = Math.max(cue.to, cue.from + needed);
    const to = Math.max(Math.min(wished, free), cue.from + leastLength);
    const until = free > to && free - to < limits.gap ? free : to;
    const words = cue.words && { words: carried(cue.words, cue, { from: cue.from, to: until }) };
    return text === cue.text && until === cue.to ? cue : { ...cue, text, to: until, ...words };
  });
}
