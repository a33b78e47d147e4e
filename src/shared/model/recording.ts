/**
 * Bytes free on the disk: under `start` no recording begins, under `warn` the page says so, under `stop` it ends cleanly.
 * Between `stop` and `refuse` the last pieces still find room; under `refuse` nothing is taken any more.
 */
export const recordingSpace = { start: 500e6, warn: 200e6, stop: 50e6, refuse: 20e6, lookEverySeconds: 2 } as const;

/**
 * A page that records gives a sign of life this often, also while paused; after `lostAfter` seconds without one the
 * take counts as interrupted.
 */
export const recordingPulse = { everySeconds: 2, lostAfterSeconds: 20 } as const;

/** The largest piece of a track that is taken in one request, in bytes: some seconds of the best picture. */
export const largestPiece = 32e6;
