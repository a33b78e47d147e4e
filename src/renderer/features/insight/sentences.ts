import type { ModuleReach } from '../../../shared/contract/relations.ts';

/** Fewer people than this behind a figure, and it would say something about each of them. */
export const fewest = 5;

const people = (number: number): string => (number === 1 ? 'One colleague' : `${number} colleagues`);

/** What came back from one module, in a sentence. Counts of people, never who. */
export function reachSentence({ opened, watchedToEnd, answeredRight }: ModuleReach): string {
  if (opened === 0) return 'Nobody has opened it yet.';
  const parts = [`${people(opened)} opened it`];
  if (watchedToEnd !== null) parts.push(`${watchedToEnd} watched it to the end`);
  if (answeredRight !== null) parts.push(`${answeredRight} answered every question right`);
  return `${parts.join(', ')}.`;
}

/** True where the whole is known but is too small to be broken down. */
export const tooFew = ({ watchedToEnd, answeredRight }: ModuleReach): boolean => watchedToEnd === null && answeredRight === null;

/** Over several modules it is openings that add up, because one colleague may have opened all of them. */
function openings(reach: readonly ModuleReach[]): string {
  const [only] = reach;
  if (only && reach.length === 1) return `${only.opened === 0 ? 'Nobody' : people(only.opened)} opened your module`;
  const opened = reach.reduce((sum, module) => sum + module.opened, 0);
  return `Your ${reach.length} modules were opened ${opened === 1 ? 'once' : `${opened} times`}`;
}

/** The first sentence of the page, over all modules. */
export function summary(reach: readonly ModuleReach[], openAsks: number, thanks: number): string {
  const parts = [
    openings(reach),
    thanks > 0 ? `${thanks === 1 ? 'one colleague' : `${thanks} colleagues`} thanked you` : null,
    openAsks > 0 ? `${openAsks === 1 ? 'one question waits' : `${openAsks} questions wait`} for you` : null,
  ].filter((part) => part !== null);
  const last = parts.pop();
  return parts.length > 0 ? `${parts.join(', ')}, and ${last}.` : `${last}.`;
}
