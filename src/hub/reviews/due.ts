const dayMs = 24 * 60 * 60 * 1000;

/** The day `days` after a moment, e.g. `2026-11-30`. */
export const dueAfter = (since: string, days: number): string => new Date(Date.parse(since) + days * dayMs).toISOString().slice(0, 10);

/** A module is due until the end of its day. */
export const isOverdue = (dueOn: string): boolean => dueOn < new Date().toISOString().slice(0, 10);
