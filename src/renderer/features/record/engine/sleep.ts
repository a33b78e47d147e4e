/** A look at the two clocks of a machine, in milliseconds: the one that may stand still while it sleeps, and the one on the wall. */
export interface Look {
  moment: number;
  wall: number;
}

/** The machine slept, if a clock jumped by more than this. */
const asleep = 3000;

/**
 * For how many seconds the machine slept between two looks that are a moment apart, or null. `jumped`: its running clock
 * went on meanwhile, so that the time has to be taken out of the take; where it stood still, nothing is in the take anyway.
 */
export function sleptBetween(before: Look, after: Look): { seconds: number; jumped: boolean } | null {
  const moment = after.moment - before.moment;
  const longest = Math.max(moment, after.wall - before.wall);
  return longest > asleep ? { seconds: longest / 1000, jumped: moment > asleep } : null;
}
