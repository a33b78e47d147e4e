import type { Box } from '../../../../shared/model/scene/canvas.ts';
import { ground, type Scene } from '../../../../shared/model/scene/scene.ts';
import { type CoverNow, type LayerNow, sceneAt } from '../../../../shared/model/scene/scene-at.ts';
import type { Track } from '../../../../shared/model/take.ts';

/** Where the picture of a track is read, and at which moment of the file. */
export interface Shot {
  url: string;
  time: number;
}

/** The shots of both tracks at a moment of the output; null where there is none. */
export type Shots = (frame: number, track: 'picture' | 'camera') => Shot | null;

/** How long a frame may take to come, in milliseconds. */
const bound = 10_000;

/** Until a player stands at its moment. */
const arrived = (video: HTMLVideoElement, signal: AbortSignal): Promise<void> =>
  new Promise((done, failed) => {
    signal.throwIfAborted();
    video.addEventListener('seeked', () => done(), { signal });
    video.addEventListener('error', () => failed(new Error('A frame cannot be read')), { signal });
    signal.addEventListener('abort', () => failed(signal.reason), { once: true });
  });

/** A frame of a file, from a player of its own, so that what is being played is not disturbed. It is gone when `use` is done. */
async function withFrame({ url, time }: Shot, signal: AbortSignal, use: (video: HTMLVideoElement) => void): Promise<void> {
  const video = document.createElement('video');
  try {
    video.muted = true;
    video.preload = 'auto';
    video.src = url;
    video.currentTime = time;
    await arrived(video, AbortSignal.any([signal, AbortSignal.timeout(bound)]));
    use(video);
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}

const even = (box: Box): [number, number, number, number] => [box.x, box.y, box.width, box.height];

/** A picture with its covers, in its own pixels. */
function covered(video: HTMLVideoElement, { size }: LayerNow, covers: readonly CoverNow[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.drawImage(video, 0, 0, size.width, size.height);
  for (const { box, how, sigma } of covers) {
    context.save();
    context.beginPath();
    context.rect(...even(box));
    context.clip();
    if (how === 'cover') {
      context.fillStyle = ground;
      context.fillRect(...even(box));
    } else {
      context.filter = `blur(${sigma}px)`;
      context.drawImage(canvas, ...even(box), ...even(box));
    }
    context.restore();
  }
  return canvas;
}

/** A drawing as a picture that can be drawn itself. */
async function pictureOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

interface Still {
  scene: Scene;
  frame: number;
  shots: Shots;
  /** The opening as SVG; null where none is there, or its pictures are on their way. */
  card: string | null;
  signal: AbortSignal;
}

/** Draws what is seen at a frame, without callouts, onto a canvas: what fades away over the next clip. The canvas changes at the end, or not at all. */
export async function drawStill(target: HTMLCanvasElement, { scene, frame, shots, card, signal }: Still): Promise<void> {
  const now = sceneAt(scene, frame);
  if (!now) return;
  const { width, height } = scene.canvas;
  const sheet = new OffscreenCanvas(width, height);
  const context = sheet.getContext('2d');
  if (!context) return;
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  if (now.stretch.card && card) context.drawImage(await pictureOf(card), 0, 0, width, height);
  for (const layer of now.layers) {
    const shot = shots(frame, layer.track);
    if (!shot) continue;
    await withFrame(shot, signal, (video) => {
      const picture = covered(video, layer, layer.track === 'picture' ? now.covers : []);
      context.save();
      if (layer.round) {
        const { x, y, width: wide, height: high } = layer.box;
        context.beginPath();
        context.ellipse(x + wide / 2, y + high / 2, wide / 2, high / 2, 0, 0, 2 * Math.PI);
        context.clip();
      }
      context.drawImage(picture, ...even(layer.view), ...even(layer.box));
      context.restore();
    });
  }
  signal.throwIfAborted();
  target.width = width;
  target.height = height;
  target.getContext('2d')?.drawImage(sheet, 0, 0);
}

/** The moment of a file that a track shows at a time of its take. */
export const shotOf = (url: string, track: Track, time: number): Shot => ({
  url,
  time: Math.min(Math.max(0, time - track.offset), Math.max(0, track.duration - 0.02)),
});
