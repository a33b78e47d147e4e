import type { Cover, DismissReason, EditList } from '../edit/list.ts';
import type { Finding } from './finding.ts';
import { dismissalOf } from './standing.ts';

/** A cover's path holds so many places; a longer way is gone by several covers, one after the other. */
const longestPath = 500;

/** The covers that hide a finding, one after the other in time. */
export function coversFor(finding: Finding, how: Cover['how'], newId: () => string): Cover[] {
  const { source, from, to, path } = finding;
  const covers: Cover[] = [];
  for (let start = 0; start < path.length; start += longestPath - 1) {
    const part = path.slice(start, start + longestPath);
    const next = path[start + longestPath - 1];
    const isLast = start + longestPath >= path.length;
    covers.push({
      id: newId(),
      source,
      how,
      path: part,
      from: start === 0 ? from : (part[0]?.at ?? from),
      to: isLast ? to : (next?.at ?? to),
    });
    if (isLast) break;
  }
  return covers;
}

const withoutDismissals = (edit: EditList, findings: readonly Finding[]): EditList['dismissals'] => {
  const spokenOf = new Set(findings.map((finding) => dismissalOf(edit, finding)));
  return edit.dismissals.filter((each) => !spokenOf.has(each));
};

/** Hides findings; what was said of them before does not count any more. */
export const hide = (edit: EditList, findings: readonly Finding[], how: Cover['how'], newId: () => string): EditList => ({
  ...edit,
  covers: [...edit.covers, ...findings.flatMap((finding) => coversFor(finding, how, newId))],
  dismissals: withoutDismissals(edit, findings),
});

/** Leaves findings to be seen, for a reason. */
export const dismiss = (edit: EditList, findings: readonly Finding[], reason: DismissReason, newId: () => string): EditList => ({
  ...edit,
  dismissals: [
    ...withoutDismissals(edit, findings),
    ...findings.map(({ kind, print, source, from, to }) => ({ id: newId(), kind, print, source, from, to, reason })),
  ],
});

const within = (a: number, b: number): boolean => Math.abs(a - b) < 0.002;

/** Takes a decision back: the covers that go exactly the finding's way, and its dismissal. */
export function reopen(edit: EditList, finding: Finding): EditList {
  const ways = coversFor(finding, 'blur', () => '');
  const isOurs = (cover: Cover): boolean =>
    cover.source === finding.source &&
    ways.some((way) => within(way.from, cover.from) && within(way.to, cover.to) && JSON.stringify(way.path) === JSON.stringify(cover.path));
  return { ...edit, covers: edit.covers.filter((cover) => !isOurs(cover)), dismissals: withoutDismissals(edit, [finding]) };
}
