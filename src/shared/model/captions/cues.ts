import type { Cue, Word } from './captions.ts';
import { broken, limits } from './lines.ts';

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** A rest in speech this long parts two cues wherever it is, in seconds. */
const longRest = 1.2;

const endsSentence = (text: string): boolean => /[.!?…]["'”’)\]]*$/u.test(text);
const endsPart = (text: string): boolean => /[,;:–—]["'”’)\]]*$/u.test(text);

const fits = (words: readonly Word[]): boolean => {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return true;
  const text = textOf(words);
  return broken(text).split('\n').length <= limits.lines && last.to - first.from <= limits.longest;
};

/** Where a row of words that is too much for one cue is best parted. */
function bestPart(words: readonly Word[]): number {
  const whole = textOf(words).length;
  let before = 0;
  let best = { at: 1, strain: Number.POSITIVE_INFINITY };
  for (let at = 1; at < words.length; at += 1) {
    const [last, next] = [words[at - 1], words[at]];
    if (!last || !next) break;
    before += last.text.length + 1;
    const rest = Math.min(0.6, Math.max(0, next.from - last.to));
    const strain = Math.abs(whole - 2 * before) - (endsPart(last.text) ? 24 : 0) - 60 * rest;
    if (strain < best.strain) best = { at, strain };
  }
  return best.at;
}

function parted(words: readonly Word[]): Word[][] {
  if (words.length < 2 || fits(words)) return words.length === 0 ? [] : [[...words]];
  const at = bestPart(words);
  return [...parted(words.slice(0, at)), ...parted(words.slice(at))];
}

function sentences(words: readonly Word[]): Word[][] {
  const found: Word[][] = [];
  let current: Word[] = [];
  for (const [index, word] of words.entries()) {
    current.push(word);
    const next = words[index + 1];
    if (next && !endsSentence(word.text) && next.from - word.to < longRest) continue;
    found.push(current);
    current = [];
  }
  return found;
}

/** Words with their times as captions: a sentence a cue, parted where it is too long, each shown long enough to be read. */
export function cuesOf(words: readonly Word[], newId: () => string): Cue[] {
  const groups = sentences(words).flatMap(parted);
  return groups.flatMap((group, index) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return [];
    const text = broken(textOf(group));
    const needed = Math.max(limits.shortest, text.length / limits.charactersPerSecond);
    const free = groups[index + 1]?.[0]?.from ?? Number.POSITIVE_INFINITY;
    const to = Math.max(last.to, Math.min(first.from + needed, free));
    // A rest too short to be seen is closed.
    const until = free - to < limits.gap * 2 ? free : to;
    return until > first.from ? [{ id: newId(), from: first.from, to: until, text, words: group }] : [];
  });
}
