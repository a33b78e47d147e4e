import type { Size } from './picture.ts';
import { frameRate } from './timeline.ts';

/** A sheet of thumbnails: `interval` seconds from one to the next, row by row. */
export interface Sheet {
  columns: number;
  rows: number;
  width: number;
  height: number;
  interval: number;
}

const thumbnailWidth = 160;
const mostThumbnails = 100;
const perRow = 10;

/** A thumbnail a second, fewer of long takes; the sheet stays small enough for any browser. */
export function sheetOf(frames: number, { width, height }: Size): Sheet {
  const every = Math.max(frameRate, Math.ceil(frames / mostThumbnails));
  const count = Math.max(1, Math.ceil(frames / every));
  return {
    columns: Math.min(perRow, count),
    rows: Math.ceil(count / perRow),
    width: thumbnailWidth,
    height: Math.max(2, 2 * Math.round((thumbnailWidth * height) / width / 2)),
    interval: every / frameRate,
  };
}

const tile = ({ columns, rows, width, height }: Sheet): string => `scale=${width}:${height},setsar=1,tile=${columns}x${rows},setpts=0`;

/** From a picture at the renditions' rate. */
export const sheetFilter = (sheet: Sheet): string => `select='not(mod(n,${Math.round(sheet.interval * frameRate)}))',${tile(sheet)}`;

/** From key frames alone, wherever they lie. */
export const keyFrameSheetFilter = (sheet: Sheet): string => `fps=1/${sheet.interval}:start_time=0:round=near,${tile(sheet)}`;

/** One JPEG, whatever the folder is called: no pattern is read from the name. */
export const jpeg = (quality: number): string[] => ['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', String(quality), '-f', 'mjpeg'];
