import type { Area } from '../../../../shared/model/edit/list.ts';

/** A rectangle in pixels of a picture. */
export interface PixelRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

const even = (value: number): number => 2 * Math.floor(value / 2);

/** The least that an encoder takes. */
const smallest = 16;

/** The pixels of an area given in shares, on even lines, as H.264 wants them, and inside the picture. */
export function cropOf(area: Area, { x, y, width, height }: PixelRect): PixelRect {
  const cropWidth = Math.min(even(width), Math.max(smallest, even(area.width * width)));
  const cropHeight = Math.min(even(height), Math.max(smallest, even(area.height * height)));
  return {
    x: even(x) + Math.min(even(width) - cropWidth, even(area.x * width)),
    y: even(y) + Math.min(even(height) - cropHeight, even(area.y * height)),
    width: cropWidth,
    height: cropHeight,
  };
}

/** The part of a frame that is to be recorded; takes the frame over and gives one that has to be closed. */
export function cropped(frame: VideoFrame, area: Area | null): VideoFrame {
  if (area === null || !frame.visibleRect) return frame;
  const rect = cropOf(area, frame.visibleRect);
  const part = new VideoFrame(frame, { visibleRect: rect, displayWidth: rect.width, displayHeight: rect.height });
  frame.close();
  return part;
}
