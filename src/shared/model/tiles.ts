/**
 * How pictures and sound of a take are cut into pages that a timeline asks for as it needs them. A level is a distance
 * between two thumbnails or the length of one bucket of sound; a page is a fixed number of them.
 */
export interface Page {
  level: number;
  page: number;
}

/** Thumbnails stand 0.25 s apart at level 0, twice as far at each next one. */
export const thumbnails = { closest: 0.25, levels: 10, perPage: 16, width: 160 } as const;
export const thumbnailInterval = (level: number): number => thumbnails.closest * 2 ** level;

/** The level whose thumbnails stand no farther apart than `every` seconds, as far as there is one. */
export const thumbnailLevel = (every: number): number =>
  Math.min(thumbnails.levels - 1, Math.max(0, Math.floor(Math.log2(every / thumbnails.closest) + 1e-9)));

/** Which thumbnail of a level shows a moment of a take. A take ends just before its duration: no page begins there. */
export const thumbnailIndex = (moment: number, duration: number, level: number): number =>
  Math.floor(Math.max(0, Math.min(moment, duration - 0.001)) / thumbnailInterval(level));

/** Sound: 200 buckets a second at level 0, a quarter of it at each next one. A byte a bucket. */
export const buckets = { perSecond: 200, levels: 6, perPage: 8192 } as const;
export const bucketRate = (level: number): number => buckets.perSecond / 4 ** level;

/** The coarsest level that still has a bucket for each of `perSecond` columns. */
export const bucketLevel = (perSecond: number): number =>
  Math.min(buckets.levels - 1, Math.max(0, Math.floor(Math.log(buckets.perSecond / Math.max(perSecond, 1e-3)) / Math.log(4) + 1e-9)));

/** A bucket's byte is the root of its loudest sample: quiet sounds get the room they need in it. */
export const toBucket = (peak: number): number => Math.round(255 * Math.sqrt(Math.min(1, Math.max(0, peak))));
export const bucketDecibels = (byte: number): number => 40 * Math.log10(Math.max(byte, 0.5) / 255);
/** The byte below which a sound is quieter than `decibels` (full scale is 0). */
export const bucketBelow = (decibels: number): number => 255 * 10 ** (decibels / 40);
