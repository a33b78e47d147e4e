import type { Callout, Point } from '../edit/list.ts';
import type { Box, Size } from './canvas.ts';
import { valueAt } from './course.ts';
import type { Layer, MovingBox, Scene, SceneCallout, SceneCover, Stretch } from './scene.ts';

/** A layer as it stands at a moment. */
export interface LayerNow extends Omit<Layer, 'view'> {
  view: Box;
}

export interface CoverNow {
  how: SceneCover['how'];
  /** Pixels of the take's picture. */
  box: Box;
  size: Size;
  sigma: number;
}

/** A callout at a moment: how visible it is, where the picture it points at stands, and which part of that is seen. */
export interface CalloutNow {
  callout: Callout;
  opacity: number;
  box: Box;
  view: Box;
  size: Size;
}

/** What is seen at one moment of the output. */
export interface Now {
  stretch: Stretch;
  layers: LayerNow[];
  covers: CoverNow[];
  callouts: CalloutNow[];
  /** The frame that still shows through, and how much of it. */
  dissolve: { frame: number; opacity: number } | null;
}

export const boxAt = ({ x, y, width, height }: MovingBox, frame: number): Box => ({
  x: valueAt(x, frame),
  y: valueAt(y, frame),
  width: valueAt(width, frame),
  height: valueAt(height, frame),
});

type Fading = Pick<SceneCallout, 'comes' | 'goes'>;

/** For how many frames a callout comes, and goes. */
const fadeFrames = ({ comes, goes }: Fading): number => Math.min(6, (goes - comes) / 3);

/** Whether a callout is there in full from one frame to another. */
export const isFull = (callout: Fading, from: number, to: number): boolean =>
  from >= callout.comes + fadeFrames(callout) - 1 && to <= callout.goes - fadeFrames(callout) + 1;

/** The frames at which a callout is there in full, and at which it begins to go. */
export const fullFrom = (callout: Fading): number => Math.ceil(callout.comes + fadeFrames(callout));
export const fullTo = (callout: Fading): number => Math.floor(callout.goes - fadeFrames(callout));

const opacityAt = (callout: Fading, frame: number): number =>
  Math.max(0, Math.min(1, (frame - callout.comes + 1) / fadeFrames(callout), (callout.goes - frame) / fadeFrames(callout)));

/** The stretch of a scene that holds a frame; the last one after the end. */
export const stretchAt = ({ stretches }: Pick<Scene, 'stretches'>, frame: number): Stretch | undefined =>
  stretches.find(({ from, to }) => frame >= from && frame < to) ?? stretches.at(-1);

/** A scene at a frame; null where it shows nothing at all. Frames may lie between two: then what moves stands between as well. */
export function sceneAt(scene: Scene, frame: number): Now | null {
  const stretch = stretchAt(scene, frame);
  if (!stretch) return null;
  const isHere = ({ from, to }: { from: number; to: number }): boolean => frame >= from && frame < to;
  const layers = stretch.layers.map((layer) => ({ ...layer, view: boxAt(layer.view, frame) }));
  const picture = layers.find(({ track }) => track === 'picture');
  const covers = scene.covers.filter((cover) => cover.source === stretch.source && isHere(cover));
  const callouts = picture ? scene.callouts.filter((each) => each.source === stretch.source && isHere(each)) : [];
  const dissolve = scene.dissolves.find(({ at, frames }) => isHere({ from: at, to: at + frames }));
  return {
    stretch,
    layers,
    covers: covers.map(({ how, box, size, sigma }) => ({ how, box: boxAt(box, frame), size, sigma })),
    callouts: callouts.map(({ callout, size, ...when }) => ({
      callout,
      opacity: opacityAt(when, frame),
      box: picture?.box ?? { x: 0, y: 0, ...scene.canvas },
      view: picture?.view ?? { x: 0, y: 0, ...size },
      size,
    })),
    dissolve: dissolve ? { frame: dissolve.at - 1, opacity: 1 - (frame - dissolve.at) / dissolve.frames } : null,
  };
}

/** Where a point of a take's picture stands on the canvas, in pixels; outside of the layer's box where it is not seen. */
export function onCanvas(point: Point, { box, view, size }: Pick<CalloutNow, 'box' | 'view' | 'size'>): Point {
  return {
    x: box.x + ((point.x * size.width - view.x) / view.width) * box.width,
    y: box.y + ((point.y * size.height - view.y) / view.height) * box.height,
  };
}
