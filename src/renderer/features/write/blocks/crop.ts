import type { Area } from '../../../../shared/model/edit/list.ts';
import { smallestShare } from '../../../ui/area/area.ts';

export interface Size {
  width: number;
  height: number;
}

/** Shapes to choose from, width by height; null is any. */
export const shapes: readonly { name: string; ratio: number | 'own' | null }[] = [
  { name: 'Any shape', ratio: null },
  { name: 'As the picture', ratio: 'own' },
  { name: 'Square', ratio: 1 },
  { name: '4 by 3', ratio: 4 / 3 },
  { name: '3 by 4', ratio: 3 / 4 },
  { name: '16 by 9', ratio: 16 / 9 },
];

export const whole: Area = { x: 0, y: 0, width: 1, height: 1 };

/** A shape in shares of a picture: how many shares of its width go with one of its height. */
export const inShares = (ratio: (typeof shapes)[number]['ratio'], { width, height }: Size): number | null =>
  ratio === null ? null : ratio === 'own' ? 1 : (ratio * height) / width;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high));

/** The largest area of a shape that fits into this one, around the same middle. */
export function shaped(area: Area, ratio: number | null): Area {
  if (ratio === null) return area;
  const width = Math.min(area.width, area.height * ratio);
  const height = width / ratio;
  return { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
}

/** The corner that is dragged; the one across stays where it is. */
export type Corner = `${'top' | 'bottom'}-${'left' | 'right'}`;
export const corners: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

/** An area whose corner was dragged to a point, as far as the picture goes and its shape allows. */
export function draggedTo(area: Area, corner: Corner, point: { x: number; y: number }, ratio: number | null): Area {
  const [left, top] = [corner.endsWith('left'), corner.startsWith('top')];
  const across = { x: left ? area.x + area.width : area.x, y: top ? area.y + area.height : area.y };
  const room = { width: left ? across.x : 1 - across.x, height: top ? across.y : 1 - across.y };
  let width = clamp(left ? across.x - point.x : point.x - across.x, smallestShare, room.width);
  let height = clamp(top ? across.y - point.y : point.y - across.y, smallestShare, room.height);
  if (ratio !== null) {
    width = Math.min(Math.max(width, height * ratio), room.width, room.height * ratio);
    height = width / ratio;
  }
  return { x: left ? across.x - width : across.x, y: top ? across.y - height : across.y, width, height };
}

/** Moves the lower right corner; where the shape is given, both sides go along with the longer way. */
export function resizedBy(area: Area, dx: number, dy: number, ratio: number | null): Area {
  const corner = { x: area.x + area.width, y: area.y + area.height };
  if (ratio === null) return draggedTo(area, 'bottom-right', { x: corner.x + dx, y: corner.y + dy }, null);
  const width = area.width + (Math.abs(dx) >= Math.abs(dy) ? dx : dy * ratio);
  return draggedTo(area, 'bottom-right', { x: area.x + width, y: area.y + width / ratio }, ratio);
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

/** As it is kept: nothing where all of the picture is shown, and no more digits than one can see. */
export function asKept({ x, y, width, height }: Area): Area | undefined {
  if (width > 0.999 && height > 0.999) return undefined;
  const [left, top] = [rounded(x), rounded(y)];
  return { x: left, y: top, width: Math.min(rounded(width), rounded(1 - left)), height: Math.min(rounded(height), rounded(1 - top)) };
}
