/** A screen is captured up to this long after it was painted, in milliseconds. */
const captureLag = 100;
/** Nobody waits longer for a page that is not painted, because its window lies behind another. */
const longest = 300;

/**
 * Resolves when this page has been painted as it is now: whoever records the whole screen records this page too, and the
 * countdown does not belong into the take.
 */
export async function cleared(): Promise<void> {
  const painted = new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, captureLag))));
  const late = new Promise<void>((done) => setTimeout(done, longest));
  await Promise.race([painted, late]);
}
