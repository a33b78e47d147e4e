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

interface SheetOptions {
  /** Which filters this ffmpeg knows. */
  hasFilter(name: string): boolean;
}

/** Until its last tile is filled a sheet repeats its last picture: the picture of a take often ends before its sound. */
function tile({ columns, rows, width, height }: Sheet, { hasFilter }: SheetOptions): string {
  const hold = hasFilter('tpad') ? `tpad=stop_mode=clone:stop=${columns * rows},` : '';
  return `scale=${width}:${height},setsar=1,${hold}tile=${columns}x${rows},setpts=0`;
}

/** From a picture at the renditions' rate. */
export const sheetFilter = (sheet: Sheet, options: SheetOptions): string =>
  `select='not(mod(n,${Math.round(sheet.interval * frameRate)}))',${tile(sheet, options)}`;

/** From key frames alone, wherever they lie. */
export const keyFrameSheetFilter = (sheet: Sheet, options: SheetOptions): string =>
  `fps=1/${sheet.interval}:start_time=0:round=near:eof_action=pass,${tile(sheet, options)}`;

/** One JPEG, whatever the folder is called: no pattern is read from the name. */
export const jpeg = (quality: number): string[] => ['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', String(quality), '-f', 'mjpeg'];
