import { line } from '../ids.ts';

/**
 * What goes into a block that a template or a draft left open, and why, told to whoever writes. It is guidance and no part
 * of the lesson: no learner, no file and no revision that is handed in carries it. Absent, not empty, where there is none.
 */
export const Hint = line(300).min(1);
