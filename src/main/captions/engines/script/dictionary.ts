import { numberWords } from './numbers.ts';

/** How words are pronounced: a row of phones for each way, as the model's dictionary has them. */
export interface Dictionary {
  ways(word: string): readonly string[];
  /** All phones of the language. */
  phones: readonly string[];
}

/** Reads a dictionary of Sphinx: `word(2) PH OW N`, a line a way. */
export function readDictionary(text: string): Dictionary {
  const all = new Map<string, string[]>();
  const phones = new Set<string>();
  for (const line of text.split('\n')) {
    const [name, ...row] = line.trim().split(/\s+/);
    if (!name || row.length === 0 || name.startsWith(';;;') || name.startsWith('<')) continue;
    const word = name.replace(/\(\d+\)$/, '').toLowerCase();
    const ways = all.get(word) ?? [];
    ways.push(row.join(' '));
    all.set(word, ways);
    for (const phone of row) phones.add(phone);
  }
  return { ways: (word) => all.get(word) ?? [], phones: [...phones] };
}

const symbols: Record<string, string> = { '&': 'and', '%': 'percent', '+': 'plus', '=': 'equals', '@': 'at' };

/** The parts of a word as they stand in the text: without punctuation, hyphens and signs said as words, numbers spelled. */
export function spokenParts(word: string): string[] {
  const plain = word.normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'");
  return plain
    .split(/[-–—/_]|(?=[&%+=@])|(?<=[&%+=@])/u)
    .map((part) => symbols[part] ?? part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean)
    .flatMap((part) => {
      const number = numberWords(part);
      return number.length > 0 ? number : [part];
    });
}

/** Rows of phones for a word of the text, or none where part of it is not in the dictionary. */
export function waysOf(word: string, dictionary: Dictionary): string[] {
  const parts = spokenParts(word).map((part) => dictionary.ways(part));
  const [first, ...rest] = parts;
  if (!first || parts.some((ways) => ways.length === 0)) return [];
  // One part of several may be said in several ways; the first will do for the others.
  return first.map((way) => [way, ...rest.map(([other]) => other)].join(' '));
}
