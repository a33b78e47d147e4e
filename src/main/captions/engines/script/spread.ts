import type { Span, Word } from '../../../../shared/model/captions/captions.ts';
import { spread } from '../../../../shared/model/captions/words.ts';
import type { Listening, Spoken } from '../engine.ts';

/** A sentence begins after a rest where one is at most this far from where its letters put it, in seconds of speech. */
const reach = 2.5;

/** Time in which something is said: seconds of speech to seconds of the sound, and back. */
function speechClock(speech: readonly Span[]) {
  let passed = 0;
  const marks = speech.map(({ from, to }) => {
    const start = passed;
    passed += to - from;
    return { from, to, start };
  });
  return {
    whole: passed,
    /** Moments of speech at which a rest lies, with its length. */
    rests: marks.slice(1).map(({ from, start }, index) => ({ at: start, length: from - (marks[index]?.to ?? from) })),
    /** `after`: whether a moment that is a rest means its end, or its beginning. */
    time(at: number, after: boolean): number {
      const mark = marks.find(({ from, to, start }) => (after ? at < start + to - from : at <= start + to - from)) ?? marks.at(-1);
      return mark ? mark.from + Math.min(at - mark.start, mark.to - mark.from) : at;
    },
  };
}

const weightOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + 1 + text.length, 0);

/**
 * A script laid over the stretches in which something is said, its sentences beginning after rests where there are any near.
 * For sound that no engine listened to: every time in it is guessed.
 */
export function spreadScript(
  { speech, duration }: Pick<Listening, 'speech' | 'duration'>,
  script: readonly (readonly string[])[],
  language: string,
): Spoken {
  const clock = speechClock(speech.length > 0 ? speech : [{ from: 0, to: duration }]);
  const whole = script.reduce((sum, texts) => sum + weightOf(texts), 0);
  const words: Word[] = [];
  let weight = 0;
  let begins = 0;
  for (const [index, texts] of script.entries()) {
    weight += weightOf(texts);
    const wished = (clock.whole * weight) / whole;
    const near = clock.rests
      .filter(({ at }) => at > begins && Math.abs(at - wished) <= reach)
      .sort((one, other) => other.length - Math.abs(other.at - wished) / 4 - (one.length - Math.abs(one.at - wished) / 4))[0];
    const isLast = index + 1 === script.length;
    const ends = isLast ? clock.whole : Math.max(begins, near?.at ?? wished);
    words.push(...spread(texts, { from: clock.time(begins, true), to: clock.time(ends, false) }));
    begins = ends;
  }
  return { words, language, origin: { by: 'script', aligned: false, missing: [], extra: [] } };
}
