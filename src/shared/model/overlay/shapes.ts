import type { Point } from '../edit/list.ts';
import type { Box, Size } from '../scene/canvas.ts';

/** Colours on a video: strong enough on any ground, the ember of the studio. */
export const ember = '#e4532b';
export const white = '#ffffff';
export const ink = '#211a15';

/** Figures for SVG: short, and the same on every machine. */
export const figure = (value: number): string => String(Math.round(value * 100) / 100);

/** One pixel of a full HD picture, whatever the size of this one. */
export const unitOf = ({ width, height }: Size): number => Math.min(width, height) / 1080;

/** A rectangle with round corners as path data. */
export function rounded({ x, y, width, height }: Box, radius: number): string {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  const f = figure;
  return [
    `M${f(x + r)} ${f(y)}H${f(x + width - r)}A${f(r)} ${f(r)} 0 0 1 ${f(x + width)} ${f(y + r)}`,
    `V${f(y + height - r)}A${f(r)} ${f(r)} 0 0 1 ${f(x + width - r)} ${f(y + height)}`,
    `H${f(x + r)}A${f(r)} ${f(r)} 0 0 1 ${f(x)} ${f(y + height - r)}`,
    `V${f(y + r)}A${f(r)} ${f(r)} 0 0 1 ${f(x + r)} ${f(y)}Z`,
  ].join('');
}

/** An arrow as one outline: a shaft that ends in a head at `tip`. `width` is that of the shaft. */
export function arrow(tail: Point, tip: Point, width: number): string {
  const length = Math.hypot(tip.x - tail.x, tip.y - tail.y) || 1;
  const along = { x: (tip.x - tail.x) / length, y: (tip.y - tail.y) / length };
  const head = Math.min(width * 4.5, length);
  const at = (forward: number, aside: number): string =>
    `${figure(tail.x + along.x * forward - along.y * aside)} ${figure(tail.y + along.y * forward + along.x * aside)}`;
  const neck = length - head * 0.86;
  const points = [at(0, width / 2), at(neck, width / 2), at(length - head, head / 2), at(length, 0)];
  const back = [at(length - head, -head / 2), at(neck, -width / 2), at(0, -width / 2)];
  return `M${[...points, ...back].join('L')}Z`;
}

export const svg = ({ width, height }: Size, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
