import type { Area } from '../edit/list.ts';

/** A part of what is seen of a picture, as a part of its file. Both in shares; `crop` is what is seen of the file. */
export const inFile = ({ x, y, width, height }: Area, crop: Area): Area => ({
  x: crop.x + x * crop.width,
  y: crop.y + y * crop.height,
  width: width * crop.width,
  height: height * crop.height,
});

/** A part of the file as a part of what is seen of it; null where none of it is seen. */
export function inSight(area: Area, crop: Area): Area | null {
  const [left, top] = [Math.max(area.x, crop.x), Math.max(area.y, crop.y)];
  const right = Math.min(area.x + area.width, crop.x + crop.width);
  const bottom = Math.min(area.y + area.height, crop.y + crop.height);
  if (right <= left || bottom <= top) return null;
  return {
    x: (left - crop.x) / crop.width,
    y: (top - crop.y) / crop.height,
    width: (right - left) / crop.width,
    height: (bottom - top) / crop.height,
  };
}
