import type { CameraLayout } from './edit/list.ts';

/** A rectangle in pixels of the picture, every figure even, as video encoders want it. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Distance of the camera from the picture's edges, as a share of the picture's width. */
const margin = 0.025;

/** The camera never covers more than this share of the picture's height. */
const tallest = 0.9;

const even = (value: number): number => Math.max(2, 2 * Math.round(value / 2));

/**
 * Where the camera stands in a picture of `width` × `height` pixels. Both shapes show the middle square of the camera;
 * round is the circle within that square. The preview and the finish both lay it out by this one function.
 */
export function cameraBox(layout: Pick<CameraLayout, 'corner' | 'size'>, width: number, height: number): Box {
  const side = even(Math.min(layout.size * width, tallest * height));
  const gap = Math.min(even(margin * width), even((height - side) / 2));
  const [vertical, horizontal] = layout.corner.split('-');
  return {
    x: horizontal === 'left' ? gap : width - side - gap,
    y: vertical === 'top' ? gap : height - side - gap,
    width: side,
    height: side,
  };
}
