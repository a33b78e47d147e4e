/**
 * The one clock of a take. Moments are milliseconds on the page's own clock, take times are seconds from the take's
 * start without its pauses; every track is laid out by it, so a pause takes the same time out of all of them.
 */
export interface TakeClock {
  readonly spans: readonly Span[];
}

/** A stretch in which the take ran: from `from` to `to`, beginning at take time `base`. */
interface Span {
  from: number;
  to: number;
  base: number;
}

const length = ({ from, to }: Pick<Span, 'from' | 'to'>): number => (to - from) / 1000;

export const startClock = (now: number): TakeClock => ({ spans: [{ from: now, to: Number.POSITIVE_INFINITY, base: 0 }] });

export const isRunning = ({ spans }: TakeClock): boolean => spans.at(-1)?.to === Number.POSITIVE_INFINITY;

export function pauseClock(clock: TakeClock, now: number): TakeClock {
  if (!isRunning(clock)) return clock;
  return { spans: clock.spans.map((span, index) => (index === clock.spans.length - 1 ? { ...span, to: Math.max(span.from, now) } : span)) };
}

export function resumeClock(clock: TakeClock, now: number): TakeClock {
  const last = clock.spans.at(-1);
  if (!last || isRunning(clock)) return clock;
  return { spans: [...clock.spans, { from: Math.max(last.to, now), to: Number.POSITIVE_INFINITY, base: last.base + length(last) }] };
}

/** The take time at a moment; during a pause that of its beginning. */
export function takeTime({ spans }: TakeClock, moment: number): number {
  const span = spans.findLast(({ from }) => from <= moment);
  return span ? span.base + length({ from: span.from, to: Math.min(span.to, moment) }) : 0;
}

export interface Overlap {
  from: number;
  to: number;
  /** Take time, in seconds, of `from`. */
  at: number;
}

/** Which parts of the time between two moments belong to the take. */
export function overlaps({ spans }: TakeClock, from: number, to: number): Overlap[] {
  return spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to), span }))
    .filter((part) => part.to > part.from)
    .map(({ span, ...part }) => ({ ...part, at: span.base + length({ from: span.from, to: part.from }) }));
}
