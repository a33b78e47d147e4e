import type { Moment } from './moment.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How long after work began, or after what was last kept, the next change keeps what stood before it. In milliseconds. */
export const keepEvery = 10 * 60_000;

/** How near to each other automatic moments may lie, by their age: the older, the fewer. In milliseconds. */
const spacings = [
  { younger: day, apart: 0 },
  { younger: 7 * day, apart: hour },
  { younger: 90 * day, apart: day },
  { younger: Number.POSITIVE_INFINITY, apart: 7 * day },
];

/** What a person asked for, what reviewers have and what others sent is never taken away. */
const forGood = ({ kind, name }: Pick<Moment, 'kind' | 'name'>): boolean =>
  kind === 'named' || kind === 'handed-in' || kind === 'handed-out' || kind === 'brought' || name !== null;

/**
 * The automatic moments that may go: all of the last day stay, then one an hour for a week, one a day for ninety days, one a
 * week beyond. Of each stretch the last one stays. Thinning what was thinned takes nothing more away.
 */
export function tooMany(moments: readonly Moment[], now: number): Moment[] {
  const seen = new Set<string>();
  return moments
    .filter((moment) => !forGood(moment))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .filter(({ at }) => {
      const time = Date.parse(at);
      const apart = spacings.find(({ younger }) => now - time < younger)?.apart ?? 0;
      if (apart === 0) return false;
      const stretch = `${apart} ${Math.floor(time / apart)}`;
      if (seen.has(stretch)) return true;
      seen.add(stretch);
      return false;
    });
}
