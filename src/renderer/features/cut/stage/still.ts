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

/** A frame of a file, from a player of its own, so that what is being played is not disturbed. Given up after a bound. */
function frameOf({ url, time }: Shot): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.src = url;
  video.currentTime = time;
  return new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error('A frame did not arrive in time')), 10_000);
    const end = (act: () => void) => () => {
      clearTimeout(late);
      act();
    };
    video.addEventListener(
      'seeked',
      end(() => done(video)),
      { once: true },
    );
    video.addEventListener(
      'error',
      end(() => failed(new Error('A frame cannot be read'))),
      { once: true },
    );
  });
}

function release(video: HTMLVideoElement): void {
  video.removeAttribute('src');
  video.load();
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

/** Draws the layers of a scene at a frame, without callouts, onto a canvas: what fades away over the next clip. */
export async function drawStill(target: HTMLCanvasElement, scene: Scene, frame: number, shots: Shots): Promise<void> {
  const now = sceneAt(scene, frame);
  const context = target.getContext('2d');
  if (!now || !context) return;
  target.width = scene.canvas.width;
  target.height = scene.canvas.height;
  context.fillStyle = ground;
  context.fillRect(0, 0, target.width, target.height);
  for (const layer of now.layers) {
    const shot = shots(frame, layer.track);
    if (!shot) continue;
    const video = await frameOf(shot);
    const picture = covered(video, layer, layer.track === 'picture' ? now.covers : []);
    context.save();
    if (layer.round) {
      context.beginPath();
      context.ellipse(
        layer.box.x + layer.box.width / 2,
        layer.box.y + layer.box.height / 2,
        layer.box.width / 2,
        layer.box.height / 2,
        0,
        0,
        2 * Math.PI,
      );
      context.clip();
    }
    context.drawImage(picture, ...even(layer.view), ...even(layer.box));
    context.restore();
    release(video);
  }
}

/** The moment of a file that a track shows at a time of its take. */
export const shotOf = (url: string, track: Track, time: number): Shot => ({
  url,
  time: Math.min(Math.max(0, time - track.offset), Math.max(0, track.duration - 0.02)),
});
