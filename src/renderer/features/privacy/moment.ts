import type { EditList } from '../../../shared/model/edit/list.ts';
import { toOutput } from '../../../shared/model/edit/time.ts';
import type { Finding } from '../../../shared/model/privacy/finding.ts';
import { shownOf } from '../../../shared/model/privacy/standing.ts';

/** When a finding is seen in the finished video, in seconds of it. */
export interface Moment {
  /** It is seen first. */
  from: number;
  /** For how long in all. */
  length: number;
  /** In the middle of its first stretch: there it is seen best. */
  best: number;
}

/** Null where the edit does not show it. */
export function momentOf(list: EditList, finding: Finding): Moment | null {
  const parts = shownOf(list, finding);
  const seen = parts.flatMap(({ from, to }) => {
    const start = toOutput(list, finding.source, from);
    return start === null ? [] : [{ start, length: to - from }];
  });
  const [first] = seen.sort((a, b) => a.start - b.start);
  if (!first) return null;
  return { from: first.start, length: parts.reduce((sum, { from, to }) => sum + to - from, 0), best: first.start + first.length / 2 };
}
