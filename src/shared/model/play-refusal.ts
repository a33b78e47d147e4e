/**
 * Why a browser did not begin to play what it was told to. stopped: something paused it or took its place right after, and nothing
 * went wrong · forbidden: it plays nothing before somebody pressed something · failed: it cannot.
 */
export type PlayRefusal = 'stopped' | 'forbidden' | 'failed';

const known: Record<string, PlayRefusal> = { AbortError: 'stopped', NotAllowedError: 'forbidden' };

/** Reads what the promise of `play()` was refused with. */
export const playRefusal = (error: unknown): PlayRefusal => (error instanceof Error ? known[error.name] : undefined) ?? 'failed';
