import type { Cue, Span } from '../../../shared/model/captions/captions.ts';
import { wordsOf } from '../../../shared/model/captions/words.ts';
import type { Clip } from '../../../shared/model/edit/list.ts';

/** A word of a take with the cue it stands in. */
export interface SpokenWord {
  cue: string;
  text: string;
  from: number;
  to: number;
  guessed: boolean;
}

/** All words of a take, one after the other. */
export const spokenWords = (cues: readonly Cue[]): SpokenWord[] =>
  cues.flatMap((cue) =>
    wordsOf(cue).map(({ text, from, to, guessed = false }) => ({ cue: cue.id, text, from, to: Math.max(from, to), guessed })),
  );

/** A word is cut out when its middle is not to be seen. */
export function isCut({ from, to }: Pick<SpokenWord, 'from' | 'to'>, clips: readonly Clip[], source: string): boolean {
  const middle = (from + to) / 2;
  return !clips.some((clip) => clip.source === source && middle >= clip.from && middle < clip.to);
}

/** Of the rest after words that go, this much goes with them; and this much of the sound around them always stays. Seconds. */
const restTaken = 0.6;
const edge = 0.03;

/** The stretch that goes with the words `first` to `last`: with it goes the rest after them, so that no double rest stays. */
export function rangeOfWords(words: readonly SpokenWord[], first: number, last: number): Span | null {
  const [start, end] = [words[first], words[last]];
  if (!start || !end) return null;
  const [before, after] = [words[first - 1], words[last + 1]];
  const from = Math.max(before?.to ?? 0, start.from - edge);
  const to = after ? Math.max(end.to, Math.min(after.from - edge, end.to + restTaken)) : end.to + edge;
  return to > from ? { from, to } : null;
}

/** A cut that would be left this short beside what comes back, comes back too. Seconds. */
const crumb = 0.3;

/** Which stretches come back so that these words are heard again, of all that is cut out. */
export function rangesToBringBack(words: readonly SpokenWord[], first: number, last: number, removed: readonly Span[]): Span[] {
  const [start, end] = [words[first], words[last]];
  if (!start || !end) return [];
  return removed
    .filter(({ from, to }) => to > start.from && from < end.to)
    .map((range) => ({
      from: start.from - edge - range.from < crumb ? range.from : start.from - edge,
      to: range.to - end.to - edge < crumb ? range.to : end.to + edge,
    }));
}
