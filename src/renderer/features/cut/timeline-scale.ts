/** How the time of the output is laid out: pixels a second, and how wide the window on it is. */
export interface Scale {
  duration: number;
  /** Width of the window in CSS pixels. */
  width: number;
  /** 1 fits all of it into the window. */
  zoom: number;
}

/** At the closest the window shows one second. */
const shortestWindow = 1;

export const wholeFits = ({ duration, width }: Scale): number => width / Math.max(duration, 0.1);
export const mostZoom = ({ duration }: Scale): number => Math.max(1, duration / shortestWindow);
export const pixelsPerSecond = (scale: Scale): number => wholeFits(scale) * scale.zoom;
export const contentWidth = (scale: Scale): number => pixelsPerSecond(scale) * Math.max(scale.duration, 0.1);

export const xOf = (scale: Scale, time: number): number => time * pixelsPerSecond(scale);
export const timeOf = (scale: Scale, x: number): number => Math.min(Math.max(0, x / pixelsPerSecond(scale)), scale.duration);

export const clampZoom = (scale: Scale, zoom: number): number => Math.min(Math.max(1, zoom), mostZoom(scale));

/** Where the window has to begin so that a moment stays at the same place of the window after zooming. */
export function scrollAfterZoom(before: Scale, after: Scale, scroll: number, anchor: number): number {
  const place = xOf(before, anchor) - scroll;
  const inside = place >= 0 && place <= before.width ? place : before.width / 2;
  return Math.max(0, Math.min(xOf(after, anchor) - inside, contentWidth(after) - after.width));
}

/** Where the window has to begin so that a moment is in it; unchanged where it is. A page is turned at its end. */
export function scrollToShow(scale: Scale, scroll: number, time: number): number {
  const x = xOf(scale, time);
  if (x >= scroll && x <= scroll + scale.width - 8) return scroll;
  return Math.max(0, Math.min(x - scale.width * 0.1, contentWidth(scale) - scale.width));
}

const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

/** The distance of two numbers on the ruler, in seconds, so that they do not touch. */
export function tickStep(scale: Scale, room = 76): number {
  return steps.find((step) => step * pixelsPerSecond(scale) >= room) ?? 7200;
}
