import type { Size } from '../../../shared/model/scene/canvas.ts';
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

const small = ({ width, height }: Sheet): string => `scale=${width}:${height},setsar=1`;

/**
 * Thumbnails, one after the other → the sheet. Until its last tile is filled it repeats its last picture: the picture of a
 * take often ends before its sound.
 */
export function tileFilter({ columns, rows }: Sheet, { hasFilter }: SheetOptions): string {
  const hold = hasFilter('tpad') ? `tpad=stop_mode=clone:stop=${columns * rows},` : '';
  return `${hold}tile=${columns}x${rows},setpts=0`;
}
const tile = (sheet: Sheet, options: SheetOptions): string => `${small(sheet)},${tileFilter(sheet, options)}`;

/** Frames from one thumbnail to the next. */
export const sheetStep = (sheet: Sheet): number => Math.round(sheet.interval * frameRate);

const thumbnails = (sheet: Sheet): string => `select='not(mod(n,${sheetStep(sheet)}))',${small(sheet)}`;

/** From a picture at the renditions' rate. */
export const sheetFilter = (sheet: Sheet, options: SheetOptions): string => `${thumbnails(sheet)},${tileFilter(sheet, options)}`;

/** The thumbnails alone, so close after each other that no output repeats one. */
export const thumbnailsFilter = (sheet: Sheet): string => `${thumbnails(sheet)},setpts=N/(${frameRate}*TB)`;

/** From key frames alone, wherever they lie. */
export const keyFrameSheetFilter = (sheet: Sheet, options: SheetOptions): string =>
  `fps=1/${sheet.interval}:start_time=0:round=near:eof_action=pass,${tile(sheet, options)}`;

/** One JPEG, whatever the folder is called: no pattern is read from the name. */
export const jpeg = (quality: number): string[] => ['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', String(quality), '-f', 'mjpeg'];
