import type { Aspect } from '../edit/list.ts';

/** Pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A rectangle of pixels. */
export interface Box extends Size {
  x: number;
  y: number;
}

const even = (value: number): number => Math.max(2, 2 * Math.floor(value / 2 + 0.005));

const shrunk = ({ width, height }: Size, most: Size): Size => {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: even(width * scale), height: even(height * scale) };
};

const forms: Record<Exclude<Aspect, 'source'>, { ratio: number; most: Size }> = {
  '16:9': { ratio: 16 / 9, most: { width: 1920, height: 1080 } },
  '9:16': { ratio: 9 / 16, most: { width: 1080, height: 1920 } },
  '1:1': { ratio: 1, most: { width: 1080, height: 1080 } },
};

/**
 * The size of what comes out: the form that is wanted, large enough for the first picture to stand in it pixel for pixel,
 * and no larger than full HD.
 */
export function canvasOf(first: Size, aspect: Aspect = 'source'): Size {
  if (aspect === 'source') return shrunk(first, { width: 1920, height: 1080 });
  const { ratio, most } = forms[aspect];
  const width = Math.max(first.width, first.height * ratio);
  return shrunk({ width, height: width / ratio }, most);
}

/** The largest box with the form of `picture` in the middle of `room`, every figure even. */
export function contained(picture: Size, room: Box): Box {
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  const width = Math.min(room.width, even(picture.width * scale + 0.99));
  const height = Math.min(room.height, even(picture.height * scale + 0.99));
  return {
    x: room.x + 2 * Math.floor((room.width - width) / 4),
    y: room.y + 2 * Math.floor((room.height - height) / 4),
    width,
    height,
  };
}

/** The largest middle part of a picture with the form of `box`, in even pixels of the picture. */
export function covering(picture: Size, box: Size): Box {
  const ratio = box.width / box.height;
  const width = Math.min(picture.width, even(picture.height * ratio + 0.99));
  const height = Math.min(picture.height, even(picture.width / ratio + 0.99));
  return { x: 2 * Math.floor((picture.width - width) / 4), y: 2 * Math.floor((picture.height - height) / 4), width, height };
}
