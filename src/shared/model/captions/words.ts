import type { Cue, Span, Word } from './captions.ts';

/** The words of a text, each with the punctuation that touches it. */
export const tokens = (text: string): string[] => text.split(/\s+/u).filter(Boolean);

/** A word as it is compared: without case, accents and punctuation. */
export const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** How long a word takes to say, as far as its letters tell. */
const weight = (text: string): number => 1 + text.length;

/** Spreads words over a stretch, each as long as its letters ask for. Their times are guessed. */
export function spread(texts: readonly string[], { from, to }: Span): Word[] {
  const whole = texts.reduce((sum, text) => sum + weight(text), 0);
  let passed = 0;
  return texts.map((text) => {
    const start = from + ((to - from) * passed) / whole;
    passed += weight(text);
    return { from: start, to: from + ((to - from) * passed) / whole, text, guessed: true };
  });
}

/** The words of a cue with their times, spread over it where they are not known. */
export const wordsOf = (cue: Cue): Word[] => cue.words ?? spread(tokens(cue.text), cue);

/** A word whose time may be missing. */
export interface Heard {
  text: string;
  at: (Span & { guessed?: true | undefined }) | null;
}

/** A word that nobody heard needs at least this much room; where there is less its neighbour gives of its own. Seconds. */
const room = 0.08;

const asWord = ({ text, at }: Heard & { at: Span & { guessed?: true | undefined } }): Word => ({
  from: at.from,
  to: at.to,
  text,
  ...(at.guessed ? { guessed: true } : {}),
});

const isTimed = (word: Heard | undefined): word is Heard & { at: Span } => word !== undefined && word.at !== null;

/** Gives words without a time one between their neighbours, within a stretch. Times that are known stay in order and inside it. */
export function timed(heard: readonly Heard[], whole: Span): Word[] {
  const words: Word[] = [];
  for (let index = 0; index < heard.length; ) {
    const here = heard[index];
    if (isTimed(here)) {
      words.push(asWord(here));
      index += 1;
      continue;
    }
    let end = index;
    while (end < heard.length && heard[end]?.at === null) end += 1;
    const run = heard.slice(index, end).map(({ text }) => text);
    const next = heard[end];
    const to = isTimed(next) ? next.at.from : whole.to;
    const before = words.at(-1);
    const from = before?.to ?? whole.from;
    if (to - from >= room * run.length || (!before && !isTimed(next))) words.push(...spread(run, { from, to: Math.max(from, to) }));
    else if (before) words.splice(-1, 1, ...spread([before.text, ...run], { from: before.from, to: Math.max(before.from, to) }));
    else if (isTimed(next)) {
      words.push(...spread([...run, next.text], { from, to: next.at.to }));
      end += 1;
    }
    index = end;
  }
  return words;
}

/** Pairs of places at which two lists hold the same, the longest such list there is. */
export function common(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const same = one[row] === other[column] && one[row] !== '';
      lengths[row * width + column] = same
        ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
        : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
    }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    if (one[row] === other[column] && one[row] !== '') pairs.push([row++, column++]);
    else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** The words of a changed text: those that stayed keep their times, what took another's place takes its time too. */
export function rewritten(words: readonly Word[], text: string, whole: Span): Word[] {
  const now = tokens(text);
  const heard: Heard[] = now.map((token) => ({ text: token, at: null }));
  const before = words.map((word) => plain(word.text));
  const pairs = [...common(before, now.map(plain)), [words.length, now.length] as [number, number]];
  let [old, fresh] = [0, 0];
  for (const [oldEnd, freshEnd] of pairs) {
    const replaced = words.slice(old, oldEnd);
    const [first, last] = [replaced[0], replaced.at(-1)];
    if (first && last)
      for (const [index, word] of spread(now.slice(fresh, freshEnd), { from: first.from, to: last.to }).entries())
        heard[fresh + index] = { text: word.text, at: word };
    const kept = words[oldEnd];
    if (kept) heard[freshEnd] = { text: now[freshEnd] ?? kept.text, at: kept };
    [old, fresh] = [oldEnd + 1, freshEnd + 1];
  }
  return timed(heard, whole);
}
