import type { Area, Cover, EditList } from '../edit/list.ts';
import type { Finding } from './finding.ts';

/** covered: hidden as long as it is seen · dismissed: looked at and left · open: to be decided. */
export type Standing = 'covered' | 'dismissed' | 'open';

/** Where a path is at a moment: straight from place to place, still before the first and after the last. */
export function areaAt(path: Cover['path'], time: number): Area | null {
  const after = path.findIndex(({ at }) => at >= time);
  const next = path[after];
  const before = path[after - 1];
  if (!next) return path.at(-1)?.area ?? null;
  if (!before) return next.area;
  const share = (time - before.at) / (next.at - before.at);
  const between = (from: number, to: number) => from + (to - from) * share;
  return {
    x: between(before.area.x, next.area.x),
    y: between(before.area.y, next.area.y),
    width: between(before.area.width, next.area.width),
    height: between(before.area.height, next.area.height),
  };
}

interface Stretch {
  from: number;
  to: number;
}

/** The parts of a finding's time that the edit shows. */
export function shownOf({ clips }: Pick<EditList, 'clips'>, { source, from, to }: Pick<Finding, 'source' | 'from' | 'to'>): Stretch[] {
  return clips.flatMap((clip) => {
    const part = { from: Math.max(from, clip.from), to: Math.min(to, clip.to) };
    return clip.source === source && part.to > part.from ? [part] : [];
  });
}

/** How much of an area another one hides, 0 to 1. */
function hidden(area: Area, by: Area): number {
  const width = Math.min(area.x + area.width, by.x + by.width) - Math.max(area.x, by.x);
  const height = Math.min(area.y + area.height, by.y + by.height) - Math.max(area.y, by.y);
  return Math.max(0, width) * Math.max(0, height) > 0 ? (width * height) / (area.width * area.height) : 0;
}

/** A cover that someone made a little smaller still hides the text: findings have a rim. */
const enough = 0.85;
/** Moments at which is looked, in seconds from one to the next, beside those at which the path turns. */
const often = 0.25;

function moments({ path }: Pick<Finding, 'path'>, { from, to }: Stretch): number[] {
  const even = Array.from({ length: Math.floor((to - from) / often) + 1 }, (_, index) => from + index * often);
  return [...even, to, ...path.flatMap(({ at }) => (at > from && at < to ? [at] : []))];
}

/** Whether covers of the edit, whoever made them, hide a finding as long as it is seen. */
function isCovered(covers: readonly Cover[], finding: Finding, shown: readonly Stretch[]): boolean {
  const near = covers.filter(({ source, from, to }) => source === finding.source && from < finding.to && to > finding.from);
  if (near.length === 0) return false;
  return shown.every((part) =>
    moments(finding, part).every((time) => {
      const area = areaAt(finding.path, time);
      return near.some((cover) => {
        if (!area || time < cover.from - 1e-6 || time > cover.to + 1e-6) return false;
        const by = areaAt(cover.path, time);
        return by !== null && hidden(area, by) >= enough;
      });
    }),
  );
}

type Decided = Pick<EditList, 'clips' | 'covers' | 'dismissals'>;

/** Pure: how a finding stands in an edit; null where the edit does not show it at all. */
export function standingOf(edit: Decided, finding: Finding): Standing | null {
  const shown = shownOf(edit, finding);
  if (shown.length === 0) return null;
  if (dismissalOf(edit, finding)) return 'dismissed';
  return isCovered(edit.covers, finding, shown) ? 'covered' : 'open';
}

/** The dismissal that speaks of a finding: the same private text in the same take, at a time that touches it. */
export const dismissalOf = ({ dismissals }: Pick<EditList, 'dismissals'>, { kind, print, source, from, to }: Finding) =>
  dismissals.find((each) => each.kind === kind && each.print === print && each.source === source && each.from < to && each.to > from);
