/** What one reads with ease: the limits that the big broadcasters share. */
export const limits = {
  /** Characters of a line. */
  line: 42,
  lines: 2,
  charactersPerSecond: 20,
  /** Seconds a cue is shown at least and at most. */
  shortest: 0.8,
  longest: 7,
  /** A rest between two cues below this flickers, in seconds. */
  gap: 0.08,
} as const;

/** A line is better broken after punctuation: this many characters of imbalance are taken for it. */
const pauseWorth = 8;

const endsWithPause = (text: string): boolean => /[,;:.!?…–—]["'”’)\]]*$/u.test(text);

/** What one character too many weighs: more than any imbalance. */
const overfull = 1000;

/** What a break of a text into two says against itself; less is better. */
function strain(before: string, after: string): number {
  const over = Math.max(0, before.length - limits.line) + Math.max(0, after.length - limits.line);
  const imbalance = Math.abs(before.length - after.length);
  return overfull * over + imbalance - (endsWithPause(before) ? pauseWorth : 0);
}

function greedy(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= limits.line) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A text in as few lines as it needs, two of about equal length where one is not enough. */
export function broken(text: string): string {
  const words = text.split(/\s+/u).filter(Boolean);
  const whole = words.join(' ');
  if (whole.length <= limits.line || words.length < 2) return whole;
  if (whole.length > limits.lines * limits.line) return greedy(words).join('\n');
  let best = { strain: Number.POSITIVE_INFINITY, lines: whole };
  for (let index = 1; index < words.length; index += 1) {
    const [before, after] = [words.slice(0, index).join(' '), words.slice(index).join(' ')];
    const here = strain(before, after);
    if (here < best.strain) best = { strain: here, lines: `${before}\n${after}` };
  }
  // Long words may leave no place at which two lines would do.
  return best.strain < overfull / 2 ? best.lines : greedy(words).join('\n');
}
