/** FNV-1a: a number that any change of the text changes. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: numbers in 0…1, always the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The same things in another order, always the same one for the same seed, and never the one they came in:
 * that is the right one.
 */
export function shuffled<T>(things: readonly T[], seed: string): T[] {
  const next = numbersFrom(hashOf(seed));
  const mixed = things.map((thing, place) => ({ thing, place, key: next() })).sort((a, b) => a.key - b.key || a.place - b.place);
  if (mixed.every(({ place }, index) => place === index)) mixed.push(...mixed.splice(0, 1));
  return mixed.map(({ thing }) => thing);
}

/** What the parts of a question are shuffled by: each learner's next try sees them anew. */
export const shuffleSeed = (blockId: string, attempt: number): string => `${blockId} ${attempt}`;
