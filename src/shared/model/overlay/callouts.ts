import type { Area } from '../edit/list.ts';
import type { Box, Size } from '../scene/canvas.ts';
import { type CalloutNow, onCanvas } from '../scene/scene-at.ts';
import type { Faces } from './faces.ts';
import { arrow, ember, figure, ink, rounded, svg, unitOf, white } from './shapes.ts';
import { outline, widthOf, wrapped } from './text.ts';

/** What a drawing stands on. */
interface Ground {
  canvas: Size;
  faces: Faces;
  /** One pixel of a full HD picture. */
  unit: number;
}

const areaOnCanvas = (area: Area, now: CalloutNow): Box => {
  const from = onCanvas(area, now);
  const to = onCanvas({ x: area.x + area.width, y: area.y + area.height }, now);
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
};

/** A shape in ember with a white edge, so that it is seen on any ground. */
const edged = (path: string, edge: number): string =>
  `<path d="${path}" fill="${ember}" stroke="${white}" stroke-width="${figure(edge)}" stroke-linejoin="round" paint-order="stroke"/>`;

function framed(box: Box, unit: number): string {
  const path = rounded(box, 10 * unit);
  const line = (colour: string, width: number): string =>
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${figure(width)}"/>`;
  return line(white, 11 * unit) + line(ember, 7 * unit);
}

function spotlit(box: Box, { canvas, unit }: Ground): string {
  const all = `M0 0H${canvas.width}V${canvas.height}H0Z`;
  return `<path d="${all}${rounded(box, 10 * unit)}" fill="#0c0907" fill-opacity="0.62" fill-rule="evenodd"/>`;
}

function numbered(now: CalloutNow, value: number, at: { x: number; y: number }, { faces, unit }: Ground): string {
  const { x, y } = onCanvas(at, now);
  const radius = 34 * unit;
  const size = 40 * unit;
  const text = String(value);
  const letters = outline(faces.text, text, x - widthOf(faces.text, text, size) / 2, y + 0.35 * size, size);
  const disc = `<circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(radius)}" fill="${ember}" stroke="${white}" stroke-width="${figure(4 * unit)}"/>`;
  return `${disc}<path d="${letters}" fill="${white}"/>`;
}

const isWithin = ({ x, y }: { x: number; y: number }, box: Box): boolean =>
  x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;

/** A plate with the text in its middle at the point, moved as little as it takes to stand within the canvas. */
function written(now: CalloutNow, text: string, at: { x: number; y: number }, { canvas, faces, unit }: Ground): string {
  const point = onCanvas(at, now);
  if (!isWithin(point, now.box)) return '';
  const size = 38 * unit;
  const room = 20 * unit;
  const lines = wrapped(faces.text, text, size, Math.min(canvas.width * 0.42, 760 * unit), 6);
  const width = Math.max(...lines.map((line) => widthOf(faces.text, line, size))) + 2 * room;
  const height = lines.length * size * 1.3 + 1.5 * room;
  const within = (middle: number, length: number, whole: number): number =>
    Math.min(Math.max(room, middle - length / 2), Math.max(room, whole - room - length));
  const x = within(point.x, width, canvas.width);
  const y = within(point.y, height, canvas.height);
  const letters = lines.map((line, index) => outline(faces.text, line, x + room, y + 0.75 * room + size * (1.3 * index + 1), size));
  const plate = rounded({ x, y, width, height }, 14 * unit);
  return `<path d="${plate}" fill="${ink}" fill-opacity="0.94"/><path d="${letters.join('')}" fill="${white}"/>`;
}

function drawn(now: CalloutNow, on: Ground): string {
  const { callout } = now;
  switch (callout.kind) {
    case 'arrow':
      return edged(arrow(onCanvas(callout.tail, now), onCanvas(callout.tip, now), 11 * on.unit), 5 * on.unit);
    case 'box':
      return framed(areaOnCanvas(callout.area, now), on.unit);
    case 'spotlight':
      return spotlit(areaOnCanvas(callout.area, now), on);
    case 'number':
      return numbered(now, callout.number, callout.at, on);
    case 'text':
      return written(now, callout.text, callout.at, on);
  }
}

/** Callouts at one moment as SVG of the canvas' size, text as outlines; empty where there is nothing to be seen. */
export function calloutsSvg(callouts: readonly CalloutNow[], canvas: Size, faces: Faces): string {
  const on: Ground = { canvas, faces, unit: unitOf(canvas) };
  const parts = callouts.map((now) => {
    const content = drawn(now, on);
    return content && `<g${now.opacity < 1 ? ` opacity="${figure(now.opacity)}"` : ''}>${content}</g>`;
  });
  const content = parts.join('');
  return content && svg(canvas, content);
}
