import type { CoverPlace } from '../edit/list.ts';
import type { Finding } from './finding.ts';

/** What is seen again after no more than this went on, in seconds. */
const pause = 2;
/** Places nearer than this, in shares of the picture, are nearly the same. */
const near = 0.03;

const isNear = (a: CoverPlace | undefined, b: CoverPlace | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a.area.x - b.area.x) < near && Math.abs(a.area.y - b.area.y) < near;

const goesOn = (first: Finding, next: Finding): boolean =>
  first.kind === next.kind &&
  first.print === next.print &&
  first.source === next.source &&
  next.from - first.to <= pause &&
  isNear(first.path.at(-1), next.path[0]);

/** Pure: what was found piece by piece of a take as it is: the same text at nearly the same place is one finding, in the order of time. */
export function joinFindings(findings: readonly Finding[]): Finding[] {
  const all: Finding[] = [];
  for (const next of findings.toSorted((a, b) => a.from - b.from)) {
    const before = all.findIndex((first) => goesOn(first, next));
    const first = all[before];
    if (!first) {
      all.push(next);
      continue;
    }
    const path = [...first.path, ...next.path.filter(({ at }) => at > (first.path.at(-1)?.at ?? 0))];
    all[before] = { ...first, to: Math.max(first.to, next.to), path };
  }
  return all;
}
