import type { TakePictures } from '../../../shared/model/take.ts';
import { loudest, pixelsPerSecond, type Scale, tickStep, timeOf, xOf } from './timeline-scale.ts';
import { length } from './words.ts';

/** Heights of the timeline's lanes from the top, in CSS pixels. */
export const lanes = { ruler: 26, pictures: 56, gap: 6, sound: 64 } as const;
export const timelineHeight = lanes.ruler + lanes.pictures + lanes.gap + lanes.sound;
export const soundTop = lanes.ruler + lanes.pictures + lanes.gap;

export interface Colours {
  text: string;
  line: string;
  ground: string;
  wave: string;
}

export interface Sheet {
  image: HTMLImageElement;
  layout: NonNullable<TakePictures['sprite']>;
}

interface Drawing {
  context: CanvasRenderingContext2D;
  scale: Scale;
  /** Where the window begins, in CSS pixels of the whole timeline. */
  scroll: number;
  colours: Colours;
  sheet: Sheet | null;
  waveform: TakePictures['waveform'];
}

function drawRuler({ context, scale, scroll, colours }: Drawing): void {
  const step = tickStep(scale);
  context.fillStyle = colours.text;
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.textBaseline = 'middle';
  context.beginPath();
  const first = Math.floor(scroll / pixelsPerSecond(scale) / step);
  for (let index = first; ; index++) {
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

/** One thumbnail after the other, each of the moment in its middle. */
function drawPictures({ context, scale, scroll, colours, sheet }: Drawing): void {
  const end = Math.min(scale.width, xOf(scale, scale.duration) - scroll);
  context.fillStyle = colours.ground;
  context.fillRect(0, lanes.ruler, end, lanes.pictures);
  if (!sheet) return;
  const { image, layout } = sheet;
  const width = Math.max(24, (lanes.pictures * layout.width) / layout.height);
  context.save();
  context.beginPath();
  context.rect(0, lanes.ruler, end, lanes.pictures);
  context.clip();
  for (let tile = Math.floor(scroll / width); tile * width - scroll < end; tile++) {
    const moment = timeOf(scale, (tile + 0.5) * width);
    const index = Math.min(Math.floor(moment / layout.interval), layout.columns * layout.rows - 1);
    const left = (index % layout.columns) * layout.width;
    const top = Math.floor(index / layout.columns) * layout.height;
    context.drawImage(image, left, top, layout.width, layout.height, tile * width - scroll, lanes.ruler, width, lanes.pictures);
  }
  context.restore();
}

function drawSound({ context, scale, scroll, colours, waveform }: Drawing): void {
  const end = Math.min(scale.width, xOf(scale, scale.duration) - scroll);
  context.fillStyle = colours.ground;
  context.fillRect(0, soundTop, end, lanes.sound);
  const middle = soundTop + lanes.sound / 2;
  context.fillStyle = colours.wave;
  if (!waveform) {
    context.fillRect(0, middle, end, 1);
    return;
  }
  const bar = 2;
  const gap = 1;
  // Bars belong to moments, not to the window, so that they do not shimmer while it scrolls.
  const first = Math.floor(scroll / (bar + gap));
  const columns = Math.max(0, Math.ceil(end / (bar + gap)) + 1);
  const from = (first * (bar + gap)) / pixelsPerSecond(scale);
  const peaks = loudest(waveform.peaks, waveform.perSecond, from, from + (columns * (bar + gap)) / pixelsPerSecond(scale), columns);
  context.beginPath();
  peaks.forEach((peak, column) => {
    // Speech lives in the lower half of what is possible; the root lifts it into sight.
    const height = Math.max(1, Math.sqrt(Math.min(1, peak)) * (lanes.sound - 10));
    const x = (first + column) * (bar + gap) - scroll;
    if (x < end) context.roundRect(x, middle - height / 2, bar, height, 1);
  });
  context.fill();
}

/** Draws the window on the timeline; what lies outside of it costs nothing. */
export function drawTimeline(drawing: Drawing): void {
  const { context, scale } = drawing;
  const ratio = context.canvas.width / Math.max(1, scale.width);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, scale.width, timelineHeight);
  context.font = `500 12px ${getComputedStyle(context.canvas).fontFamily}`;
  drawRuler(drawing);
  drawPictures(drawing);
  drawSound(drawing);
}
