import { cameraBox } from '../camera-box.ts';
import type { EditList, Layout } from '../edit/list.ts';
import { type Box, contained, covering, type Size } from './canvas.ts';

/** What a scene must know of a take: sizes, and when its camera is there (take time, seconds). */
export interface SourceFacts {
  duration: number;
  /** Its screen, else its camera. */
  picture: Size;
  /** The camera beside a screen. */
  camera: (Size & { from: number; to: number }) | null;
}

export type Place = Pick<Layout, 'corner' | 'size' | 'shape'>;
export type Show = Layout['show'];

/** Where a track stands on the canvas, before any zoom: `view` is the part of the track that is seen, in its own pixels. */
export interface Standing {
  track: 'picture' | 'camera';
  size: Size;
  view: Box;
  box: Box;
  round: boolean;
}

/** A camera starts and ends a moment beside the screen; its first or last frame stands in for that long. Seconds. */
export const cameraGrace = 1;

export const cameraIsThere = ({ camera }: SourceFacts, time: number): boolean =>
  camera !== null && time >= camera.from - cameraGrace && time < camera.to + cameraGrace;

/** What is shown at a moment of a take, where the latest of the layouts that hold there counts. */
export function layoutAt(edit: Pick<EditList, 'layouts' | 'camera'>, source: string, time: number): Place & { show: Show } {
  const here = edit.layouts.findLast((layout) => layout.source === source && time >= layout.from && time < layout.to);
  return here ?? { ...edit.camera, show: edit.camera.shown ? 'both' : 'screen' };
}

/** A screen so much wider than the canvas leaves room for a face under it; over it, the face would cover what is to be read. */
const wide = 1.5;
/** Distance between what stands side by side, as a share of the canvas' width. */
const gap = 0.02;

const even = (value: number): number => 2 * Math.round(value / 2);

/** Which tracks stand where on a canvas. A screen is always shown whole, so that it stays readable; a face fills its box. */
export function standings(place: Place & { show: Show }, facts: SourceFacts, isThere: boolean, canvas: Size): Standing[] {
  const { picture, camera } = facts;
  const all: Box = { x: 0, y: 0, ...canvas };
  const screen = (room: Box): Standing => ({
    track: 'picture',
    size: picture,
    view: { x: 0, y: 0, ...picture },
    box: contained(picture, room),
    round: false,
  });
  if (!camera || !isThere || place.show === 'screen') return [screen(all)];
  const face = (box: Box, round = false): Standing => ({
    track: 'camera',
    size: { width: camera.width, height: camera.height },
    view: covering(camera, box),
    box,
    round,
  });
  if (place.show === 'camera') return [face(all)];
  if (picture.width / picture.height / (canvas.width / canvas.height) >= wide) return stacked(screen, face, canvas);
  if (place.show === 'both') return [screen(all), face(cameraBox(place, canvas.width, canvas.height), place.shape === 'round')];
  return beside(place, screen, face, canvas);
}

function stacked(screen: (room: Box) => Standing, face: (box: Box) => Standing, canvas: Size): Standing[] {
  const above = screen({ x: 0, y: 0, ...canvas });
  const { height } = above.box;
  return [{ ...above, box: { ...above.box, y: 0 } }, face({ x: 0, y: height, width: canvas.width, height: canvas.height - height })];
}

function beside(place: Place, screen: (room: Box) => Standing, face: (box: Box) => Standing, canvas: Size): Standing[] {
  const space = even(gap * canvas.width);
  const width = even(Math.min(0.4, Math.max(0.2, place.size)) * canvas.width);
  const isLeft = place.corner.endsWith('left');
  const rest = canvas.width - width - 3 * space;
  const large = screen({ x: isLeft ? width + 2 * space : space, y: space, width: rest, height: canvas.height - 2 * space });
  const height = Math.min(large.box.height, even(width * 1.5));
  const small = { x: isLeft ? space : canvas.width - width - space, y: even((canvas.height - height) / 2), width, height };
  return [large, face(small)];
}
