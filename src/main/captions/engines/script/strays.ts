import type { Span } from '../../../../shared/model/captions/captions.ts';

/** Words reach this far beyond where they are heard, in seconds. */
const reach = 0.35;
/** Shorter sounds are breath, a click, a cough. */
const shortest = 0.9;

/** What is left of some stretches when others are taken away. */
function minus(stretches: readonly Span[], taken: readonly Span[]): Span[] {
  return stretches.flatMap(({ from, to }) => {
    const left: Span[] = [];
    let at = from;
    for (const span of taken) {
      if (span.to <= at) continue;
      if (span.from >= to) break;
      if (span.from > at) left.push({ from: at, to: span.from });
      at = Math.max(at, span.to);
    }
    if (at < to) left.push({ from: at, to });
    return left;
  });
}

/** Where something is said that is none of these words. Words stand in their order. */
export function extraSpeech(speech: readonly Span[], words: readonly Span[]): Span[] {
  const covered = words.map(({ from, to }) => ({ from: from - reach, to: to + reach }));
  const left = minus(speech, covered).filter(({ from, to }) => to - from >= shortest / 3);
  const joined: Span[] = [];
  for (const span of left) {
    const last = joined.at(-1);
    const between = last && words.some(({ from }) => from >= last.to - reach && from < span.from);
    if (last && !between && span.from - last.to < 1.5) joined[joined.length - 1] = { from: last.from, to: span.to };
    else joined.push(span);
  }
  return joined.filter(({ from, to }) => to - from >= shortest);
}
