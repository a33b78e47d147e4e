import type { Span } from './spans.ts';
import { pixelsPerSecond, type Scale, tickStep, xOf } from './timeline-scale.ts';
import { length } from './words.ts';

/** Heights of the timeline's lanes from the top, in CSS pixels. */
export const lanes = { ruler: 26, markers: 26, pictures: 56, gap: 4, sound: 56 } as const;
export const picturesTop = lanes.ruler + lanes.markers;
export const soundTop = picturesTop + lanes.pictures + lanes.gap;
export const timelineHeight = soundTop + lanes.sound;

export interface Colours {
  text: string;
  line: string;
  ground: string;
  wave: string;
}

/** A picture out of a larger one. */
export interface Thumbnail {
  image: CanvasImageSource;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is drawn of takes; whatever is not here yet is drawn when it comes. */
export interface Material {
  /** Width by height of a take's picture. */
  shape: (source: string) => number;
  /** The picture nearest to a moment, where thumbnails stand `every` seconds apart. */
  thumbnail: (source: string, moment: number, every: number) => Thumbnail | null;
  /** The loudest sample, 0 to 1, in each of `count` columns between two moments; null where the take has no sound. */
  peaks: (source: string, from: number, to: number, count: number) => ArrayLike<number> | null;
}

export interface Drawing {
  context: CanvasRenderingContext2D;
  scale: Scale;
  /** Where the window begins, in CSS pixels of the whole timeline. */
  scroll: number;
  colours: Colours;
  spans: readonly Span[];
  material: Material;
}

/** Between two clips, so that they are seen as two; where they are many, a narrow one or none. */
const seamOf = (width: number): number => (width > 12 ? 2 : width > 4 ? 1 : 0);
const bar = 2;
const column = bar + 1;

function drawRuler({ context, scale, scroll, colours }: Drawing): void {
  const step = tickStep(scale);
  context.fillStyle = colours.text;
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.textBaseline = 'middle';
  context.beginPath();
  for (let index = Math.floor(scroll / pixelsPerSecond(scale) / step); ; index++) {
    const time = index * step;
    const x = Math.round(xOf(scale, time) - scroll) + 0.5;
    if (x > scale.width || time > scale.duration) break;
    context.moveTo(x, lanes.ruler - 8);
    context.lineTo(x, lanes.ruler - 2);
    const label = step < 1 ? `${length(Math.floor(time + 1e-6))}.${Math.round(time * 10) % 10}` : length(time);
    context.fillText(label, x + 4, lanes.ruler - 13);
  }
  context.stroke();
}

interface Block {
  /** Edges in CSS pixels of the window, cut off a little outside of it. */
  left: number;
  right: number;
  span: Span;
}

/**
 * One thumbnail after the other, each of the moment in its middle. They belong to the clip, so that they do not shimmer while
 * it scrolls; clips narrower than a thumbnail share a row of them, or one would see only left edges.
 */
function drawPictures({ context, scale, scroll, material }: Drawing, { left, right, span }: Block): void {
  const { clip } = span;
  if (!clip) return;
  const width = Math.max(24, lanes.pictures * material.shape(clip.source));
  const every = width / pixelsPerSecond(scale);
  const isNarrow = xOf(scale, span.end - span.start) < width;
  const start = isNarrow ? -scroll : xOf(scale, span.start) - scroll;
  const offset = isNarrow ? clip.from - span.start : clip.from;
  for (let index = Math.max(0, Math.floor((left - start) / width)); start + index * width < right; index++) {
    const moment = Math.min(clip.to, Math.max(clip.from, offset + (index + 0.5) * every));
    const found = material.thumbnail(clip.source, moment, every);
    if (!found) continue;
    const x = start + index * width;
    context.drawImage(found.image, found.x, found.y, found.width, found.height, x, picturesTop, width, lanes.pictures);
  }
}

function drawSound({ context, scale, scroll, colours, material }: Drawing, { left, right, span }: Block): void {
  const { clip } = span;
  if (!clip) return;
  const middle = soundTop + lanes.sound / 2;
  const start = xOf(scale, span.start) - scroll;
  const second = pixelsPerSecond(scale);
  const first = Math.max(0, Math.floor((left - start) / column));
  const count = Math.ceil((right - start) / column) - first;
  const from = clip.from + (first * column) / second;
  const peaks = count > 0 ? material.peaks(clip.source, from, from + (count * column) / second, count) : null;
  context.fillStyle = colours.wave;
  if (!peaks) {
    context.fillRect(left, middle, right - left, 1);
    return;
  }
  context.beginPath();
  for (let index = 0; index < count; index++) {
    // Speech lives in the lower half of what is possible; the root lifts it into sight.
    const height = Math.max(1, Math.sqrt(Math.min(1, peaks[index] ?? 0)) * (lanes.sound - 10));
    context.rect(start + (first + index) * column, middle - height / 2, bar, height);
  }
  context.fill();
}

function drawBlock(drawing: Drawing, block: Block): void {
  const { context, colours } = drawing;
  const width = block.right - block.left;
  for (const [top, height, fill] of [
    [picturesTop, lanes.pictures, drawPictures],
    [soundTop, lanes.sound, drawSound],
  ] as const) {
    context.save();
    context.beginPath();
    context.roundRect(block.left, top, width, height, 4);
    context.clip();
    context.fillStyle = colours.ground;
    context.fillRect(block.left, top, width, height);
    fill(drawing, block);
    context.restore();
  }
}

/** Draws the window on the timeline; what lies outside of it costs nothing. */
export function drawTimeline(drawing: Drawing): void {
  const { context, scale, scroll, spans } = drawing;
  const ratio = context.canvas.width / Math.max(1, scale.width);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, scale.width, timelineHeight);
  context.font = `500 12px ${getComputedStyle(context.canvas).fontFamily}`;
  drawRuler(drawing);
  for (const span of spans) {
    const left = xOf(scale, span.start) - scroll;
    const end = xOf(scale, span.end) - scroll;
    const right = end - seamOf(end - left);
    if (right < 0) continue;
    if (left > scale.width) break;
    // Corners of a clip that runs out of the window stay out of sight.
    const block = { left: Math.max(left, -8), right: Math.min(Math.max(right, left + 1), scale.width + 8), span };
    drawBlock(drawing, block);
  }
}
