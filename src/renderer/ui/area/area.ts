import type { Area } from '../../../shared/model/edit/list.ts';

/** The smallest area that can be chosen, as a share of each length of the picture. */
export const smallestShare = 0.05;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The area between two points, in shares of the picture, whichever way it was drawn; null where it is too small to be meant. */
export function areaBetween(a: { x: number; y: number }, b: { x: number; y: number }): Area | null {
  const [left, right] = [clamp(Math.min(a.x, b.x), 0, 1), clamp(Math.max(a.x, b.x), 0, 1)];
  const [top, bottom] = [clamp(Math.min(a.y, b.y), 0, 1), clamp(Math.max(a.y, b.y), 0, 1)];
  if (right - left < smallestShare || bottom - top < smallestShare) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** An area moved as a whole, as far as the picture goes. */
export const movedArea = (area: Area, dx: number, dy: number): Area => ({
  ...area,
  x: clamp(area.x + dx, 0, 1 - area.width),
  y: clamp(area.y + dy, 0, 1 - area.height),
});

/** An area whose right and bottom sides are moved. */
export const resizedArea = (area: Area, dx: number, dy: number): Area => ({
  ...area,
  width: clamp(area.width + dx, smallestShare, 1 - area.x),
  height: clamp(area.height + dy, smallestShare, 1 - area.y),
});

/** Where to begin with the keyboard: the middle of the picture. */
export const middleArea: Area = { x: 0.2, y: 0.2, width: 0.6, height: 0.6 };

/** Where an area lies over the picture, as CSS. */
export const areaStyle = ({ x, y, width, height }: Area): { left: string; top: string; width: string; height: string } => {
  const exact = (share: number): string => `${(share * 100).toFixed(2)}%`;
  return { left: exact(x), top: exact(y), width: exact(width), height: exact(height) };
};

const percent = (share: number): number => Math.round(share * 100);

/** The same said to those who cannot see it. */
export const areaInWords = ({ x, y, width, height }: Area, of: 'screen' | 'picture'): string =>
  `${percent(width)} by ${percent(height)} percent of the ${of}, ${percent(x)} from the left, ${percent(y)} from the top`;
