import { wordsOf } from './language.ts';

export interface Lix {
  words: number;
  sentences: number;
  /** The share of words with more than six letters. */
  long: number;
  lix: number;
}

/** An abbreviation's or a number's point ends no sentence; only one before a space and a capital, or at the end, does. */
const ends = /[.!?…:]+(?=["”»)]*(?:\s+[\p{Lu}\p{N}“„«"]|\s*$))/gu;

/**
 * LIX, the readability index of C.-H. Björnsson, "Läsbarhet" (1968): words a sentence, and words of more than six letters
 * in a hundred. It counts letters and not syllables, so it is the same small formula in every language with spaces.
 */
export function lixOf(lines: readonly string[]): Lix {
  let words = 0;
  let longWords = 0;
  let sentences = 0;
  for (const line of lines) {
    const found = wordsOf(line);
    if (found.length === 0) continue;
    words += found.length;
    longWords += found.filter((word) => word.length > 6).length;
    sentences += Math.max(1, line.match(ends)?.length ?? 0);
  }
  if (words === 0) return { words, sentences, long: 0, lix: 0 };
  const long = longWords / words;
  return { words, sentences, long, lix: words / sentences + long * 100 };
}
