/** How near a moment has to be to be caught, in CSS pixels. */
export const reach = 8;

/** Moments that catch, in order and each once. */
export const catchers = (...times: readonly (readonly number[])[]): number[] => [...new Set(times.flat())].sort((a, b) => a - b);

/** The nearest of the moments (in order) within `tolerance` seconds, or the time as it is. */
export function snapped(time: number, moments: readonly number[], tolerance: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  const after = moments[low] ?? Number.POSITIVE_INFINITY;
  const before = moments[low - 1] ?? Number.NEGATIVE_INFINITY;
  const nearest = after - time < time - before ? after : before;
  return Math.abs(nearest - time) <= tolerance ? nearest : time;
}
