import {
  type Area,
  type Callout,
  type Clip,
  type Cover,
  type EditList,
  type Layout,
  usualEase,
  type Zoom,
} from '../../../../shared/model/edit/list.ts';
import { type Placed, placed } from '../../../../shared/model/edit/time.ts';

/** Something that is done to the picture over a stretch of a take, with the list of the edit that it stands in. */
export type Mark =
  | { of: 'layouts'; mark: Layout }
  | { of: 'zooms'; mark: Zoom }
  | { of: 'covers'; mark: Cover }
  | { of: 'callouts'; mark: Callout };

/** A stretch of a take, in its own seconds. */
export interface TakeStretch {
  source: string;
  from: number;
  to: number;
}

/** A mark is seen at least this long. Seconds. */
const shortest = 0.2;

/** The stretch for a new mark that begins at a moment of a clip: as far as the clip goes, or from a little before where that is too short. */
export function stretchIn(clip: Clip, time: number, length: number): TakeStretch {
  const to = Math.min(clip.to, time + length);
  return { source: clip.source, from: Math.max(0, Math.min(time, to - shortest)), to };
}

/** What of a clip is seen in a stretch of the output; null where it is none of it. */
function seenOf({ clip, start }: Placed, range: { from: number; to: number }): TakeStretch | null {
  const from = clip.from + Math.max(0, range.from - start);
  const to = Math.min(clip.to, clip.from + range.to - start);
  return to - from > 1e-6 ? { source: clip.source, from, to } : null;
}

/**
 * The stretches of takes that are seen in a stretch of the output, in its order. What was cut out between two of one take
 * and is seen nowhere else parts them not.
 */
export function stretchesIn(list: EditList, range: { from: number; to: number }): TakeStretch[] {
  const isSeen = ({ source, from, to }: TakeStretch): boolean =>
    list.clips.some((clip) => clip.source === source && clip.from < to - 1e-6 && clip.to > from + 1e-6);
  const joined = (one: TakeStretch, next: TakeStretch): boolean =>
    one.source === next.source && one.to <= next.from + 1e-6 && !isSeen({ source: one.source, from: one.to, to: next.from });
  const stretches: TakeStretch[] = [];
  for (const place of placed(list)) {
    const next = seenOf(place, range);
    const last = stretches.at(-1);
    if (next && last && joined(last, next)) stretches[stretches.length - 1] = { ...last, to: next.to };
    else if (next) stretches.push(next);
  }
  return stretches.map(({ source, from, to }) => ({ source, from: Math.max(0, Math.min(from, to - shortest)), to }));
}

/** What can be added, in the words of the menu. */
export const kinds = {
  screen: 'Screen alone',
  camera: 'Camera alone',
  both: 'Camera over the screen',
  beside: 'Side by side',
  zoom: 'Zoom',
  blur: 'Blur',
  cover: 'Cover',
  arrow: 'Arrow',
  box: 'Box',
  spotlight: 'Spotlight',
  number: 'Number',
  text: 'Text',
} as const;
export type Kind = keyof typeof kinds;

/** All marks of an edit in the order of their takes' time. */
export const marksOf = ({ layouts, zooms, covers, callouts }: EditList): Mark[] =>
  [
    ...layouts.map((mark): Mark => ({ of: 'layouts', mark })),
    ...zooms.map((mark): Mark => ({ of: 'zooms', mark })),
    ...covers.map((mark): Mark => ({ of: 'covers', mark })),
    ...callouts.map((mark): Mark => ({ of: 'callouts', mark })),
  ].toSorted((one, other) => one.mark.from - other.mark.from);

export function kindOf({ of, mark }: Mark): Kind {
  switch (of) {
    case 'layouts':
      return mark.show;
    case 'zooms':
      return 'zoom';
    case 'covers':
      return mark.how;
    case 'callouts':
      return mark.kind;
  }
}

/** What a mark is called where it is listed. */
export function titleOf(mark: Mark): string {
  const kind = kinds[kindOf(mark)];
  if (mark.of !== 'callouts') return kind;
  if (mark.mark.kind === 'text') return `${kind}: ${mark.mark.text}`;
  return mark.mark.kind === 'number' ? `${kind} ${mark.mark.number}` : kind;
}

const put = <T extends { id: string }>(all: readonly T[], one: T): T[] =>
  all.some(({ id }) => id === one.id) ? all.map((each) => (each.id === one.id ? one : each)) : [...all, one];

/** The edit with a mark added, or changed where it is there. */
export function withMark(list: EditList, { of, mark }: Mark): EditList {
  switch (of) {
    case 'layouts':
      return { ...list, layouts: put(list.layouts, mark) };
    case 'zooms':
      return { ...list, zooms: put(list.zooms, mark) };
    case 'covers':
      return { ...list, covers: put(list.covers, mark) };
    case 'callouts':
      return { ...list, callouts: put(list.callouts, mark) };
  }
}

export function withoutMark(list: EditList, id: string): EditList {
  const rest = <T extends { id: string }>(all: readonly T[]): T[] => all.filter((each) => each.id !== id);
  return { ...list, layouts: rest(list.layouts), zooms: rest(list.zooms), covers: rest(list.covers), callouts: rest(list.callouts) };
}

const middle: Area = { x: 0.35, y: 0.35, width: 0.3, height: 0.3 };

/** A new mark in the middle of the picture. A number goes on counting. */
export function newMark(kind: Kind, stretch: TakeStretch, id: string, { camera, callouts }: EditList): Mark {
  const base = { id, ...stretch };
  switch (kind) {
    case 'screen':
    case 'camera':
    case 'both':
    case 'beside':
      return { of: 'layouts', mark: { ...base, show: kind, corner: camera.corner, size: camera.size, shape: camera.shape } };
    case 'zoom':
      return { of: 'zooms', mark: { ...base, area: middle, ease: usualEase } };
    case 'blur':
    case 'cover':
      return { of: 'covers', mark: { ...base, how: kind, path: [{ at: stretch.from, area: middle }] } };
    case 'arrow':
      return { of: 'callouts', mark: { ...base, kind, tail: { x: 0.35, y: 0.65 }, tip: { x: 0.5, y: 0.5 } } };
    case 'box':
    case 'spotlight':
      return { of: 'callouts', mark: { ...base, kind, area: middle } };
    case 'number': {
      const used = callouts.flatMap((callout) => (callout.kind === 'number' ? [callout.number] : []));
      return { of: 'callouts', mark: { ...base, kind, at: { x: 0.5, y: 0.5 }, number: Math.min(99, Math.max(0, ...used) + 1) } };
    }
    case 'text':
      return { of: 'callouts', mark: { ...base, kind, at: { x: 0.5, y: 0.5 }, text: 'Look here' } };
  }
}

/** Moves one end of a mark; something of it always stays. */
export function withEnds(mark: Mark, ends: { from?: number; to?: number }): Mark {
  const from = Math.min(ends.from ?? mark.mark.from, mark.mark.to - shortest);
  const to = Math.max(ends.to ?? mark.mark.to, mark.mark.from + shortest);
  return { ...mark, mark: { ...mark.mark, from: Math.max(0, from), to } } as Mark;
}

const between = (one: number, other: number, share: number): number => one + (other - one) * share;

/** Where a cover stands at a moment of its take. */
export function coverAt({ path }: Cover, time: number): Area {
  const places = path.toSorted((one, other) => one.at - other.at);
  const after = places.findIndex(({ at }) => at > time);
  const next = places[after === -1 ? places.length - 1 : after];
  const last = places[after === -1 ? places.length - 1 : after - 1] ?? next;
  if (!last || !next) return middle;
  const share = next.at > last.at ? (time - last.at) / (next.at - last.at) : 0;
  const side = (name: keyof Area): number => between(last.area[name], next.area[name], share);
  return { x: side('x'), y: side('y'), width: side('width'), height: side('height') };
}

/** A place counts as the one at a moment within this many seconds. */
const near = 0.1;

export const placeAt = ({ path }: Cover, time: number): number => path.findIndex(({ at }) => Math.abs(at - time) <= near);

/** Puts a cover somewhere at a moment: a path of one place moves as a whole, a longer one gets or changes the place at that moment. */
export function withPlace(cover: Cover, time: number, area: Area): Cover {
  const here = cover.path.length === 1 ? 0 : placeAt(cover, time);
  if (here === -1) return { ...cover, path: [...cover.path, { at: time, area }].toSorted((one, other) => one.at - other.at) };
  return { ...cover, path: cover.path.map((place, index) => (index === here ? { ...place, area } : place)) };
}

/** Fixes where a cover stands at a moment, so that it can stand elsewhere before or after. */
export function addPlace(cover: Cover, time: number): Cover {
  if (placeAt(cover, time) !== -1) return cover;
  return { ...cover, path: [...cover.path, { at: time, area: coverAt(cover, time) }].toSorted((one, other) => one.at - other.at) };
}

/** The region that a mark has at a moment; null where it has none. */
export function areaOf({ of, mark }: Mark, time: number): Area | null {
  if (of === 'zooms') return mark.area;
  if (of === 'covers') return coverAt(mark, time);
  return of === 'callouts' && (mark.kind === 'box' || mark.kind === 'spotlight') ? mark.area : null;
}

export function withArea(mark: Mark, time: number, area: Area): Mark {
  if (mark.of === 'zooms') return { of: 'zooms', mark: { ...mark.mark, area } };
  if (mark.of === 'covers') return { of: 'covers', mark: withPlace(mark.mark, time, area) };
  if (mark.of === 'callouts' && 'area' in mark.mark) return { of: 'callouts', mark: { ...mark.mark, area } };
  return mark;
}

/** The smallest region, as a share of the picture. */
const least = 0.02;
const clamped = (value: number, low: number, high: number): number => Math.min(Math.max(low, value), Math.max(low, high));

/** A region moved and resized, within the picture. */
export function movedArea(area: Area, by: Partial<Area>): Area {
  const width = clamped(area.width + (by.width ?? 0), least, 1);
  const height = clamped(area.height + (by.height ?? 0), least, 1);
  return { x: clamped(area.x + (by.x ?? 0), 0, 1 - width), y: clamped(area.y + (by.y ?? 0), 0, 1 - height), width, height };
}

export type PointName = 'at' | 'tail' | 'tip';

/** The points that a mark has, each by its name. */
export function pointsOf({ of, mark }: Mark): { name: PointName; x: number; y: number }[] {
  if (of !== 'callouts') return [];
  if (mark.kind === 'arrow')
    return [
      { name: 'tail', ...mark.tail },
      { name: 'tip', ...mark.tip },
    ];
  return mark.kind === 'number' || mark.kind === 'text' ? [{ name: 'at', ...mark.at }] : [];
}

export function withPoint(mark: Mark, name: PointName, point: { x: number; y: number }): Mark {
  if (mark.of !== 'callouts') return mark;
  const within = { x: clamped(point.x, 0, 1), y: clamped(point.y, 0, 1) };
  const { mark: callout } = mark;
  if (callout.kind === 'arrow') return { of: 'callouts', mark: { ...callout, [name]: within } };
  if (callout.kind === 'number' || callout.kind === 'text') return { of: 'callouts', mark: { ...callout, at: within } };
  return mark;
}
