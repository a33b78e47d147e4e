import { leastRegion } from '../../../../../shared/model/quiz/kinds/hotspot.ts';
import type { Region } from '../../../../../shared/model/quiz/model.ts';

export type Box = Pick<Region, 'x' | 'y' | 'width' | 'height'>;
export interface Spot {
  x: number;
  y: number;
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
/** A tenth of a percent is finer than anyone draws. */
const neat = (share: number): number => Math.round(share * 1000) / 1000;

/** The same box inside the picture, and large enough to be hit. */
export function fitted({ x, y, width, height }: Box): Box {
  const [wide, high] = [within(width, leastRegion, 1), within(height, leastRegion, 1)];
  return { x: neat(within(x, 0, 1 - wide)), y: neat(within(y, 0, 1 - high)), width: neat(wide), height: neat(high) };
}

/** The box between two corners, whichever they are. */
export const spanning = (one: Spot, other: Spot): Box =>
  fitted({
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  });

const arrows: Record<string, [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The box after a key: arrows move it by a hundredth, with shift its lower right corner. Null where the key does nothing. */
export function nudged(box: Box, key: string, corner: boolean): Box | null {
  const way = arrows[key];
  if (!way) return null;
  const [dx, dy] = way.map((step) => step / 100) as [number, number];
  return corner
    ? fitted({ ...box, width: Math.min(box.width + dx, 1 - box.x), height: Math.min(box.height + dy, 1 - box.y) })
    : fitted({ ...box, x: box.x + dx, y: box.y + dy });
}
