import type { Seen } from '../../shared/model/health/seen.ts';
import { grid } from '../../shared/model/health/work.ts';

/** Pictures are looked at in grey and in this size, one byte a pixel. */
export const looked = { width: 4 * grid.columns, height: 4 * grid.rows } as const;
const pixels = looked.width * looked.height;

/** Black: nothing brighter than a twelfth of white, save for a pixel in a thousand, because a dark window with a few words in it is a picture. */
const dark = 255 / 12;
const mayShine = pixels / 1000;
/** Still: less than a thousandth apart, which no camera keeps up. */
const mayDiffer = (256 * pixels) / 1000;
/** A key frame is coded anew: beside frames that rest on others it looks a little different also where nothing moved. */
const mayRefresh = 5 * mayDiffer;

export function isBlack(picture: Uint8Array): boolean {
  let bright = 0;
  for (const grey of picture) if (grey > dark) bright += 1;
  return bright <= mayShine;
}

function distance(one: Uint8Array, other: Uint8Array): number {
  let apart = 0;
  for (let at = 0; at < pixels; at += 1) apart += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return apart;
}
export const isSame = (one: Uint8Array, other: Uint8Array): boolean => distance(one, other) <= mayDiffer;
export const isRefreshed = (one: Uint8Array, other: Uint8Array): boolean => distance(one, other) <= mayRefresh;

/** A picture in the size in which is looked for where the work happens: each cell the mean of its pixels. */
export function shrunk(picture: Uint8Array): Uint8Array {
  const cells = new Uint8Array(grid.columns * grid.rows);
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      let sum = 0;
      for (let line = 0; line < 4; line += 1) {
        const at = (4 * row + line) * looked.width + 4 * column;
        sum += (picture[at] ?? 0) + (picture[at + 1] ?? 0) + (picture[at + 2] ?? 0) + (picture[at + 3] ?? 0);
      }
      cells[row * grid.columns + column] = Math.round(sum / 16);
    }
  }
  return cells;
}

/** `[Parsed_showinfo_2 @ 0x…] n:   4 pts: 133333 pts_time:0.133333 … iskey:0 type:P …`; the time in millionths of a second. */
const shown = /\bn:\s*\d+ pts:\s*(NOPTS|-?\d+) +pts_time:(?:.*\biskey:(\d))?/;

interface Shown {
  time: number | null;
  isKey: boolean;
}

/**
 * Looks at pictures as they come, in pieces of any length, and reads from the messages beside them when each appears: `from`
 * seconds after what ffmpeg counts from. `amongOthers`: key frames come between others and are compared with them. `keep` is given
 * each picture, to be read before it returns.
 */
export class PictureMeter {
  readonly seen: Seen[] = [];
  readonly #shown: Shown[] = [];
  readonly #waiting: Uint8Array[] = [];
  readonly #from: number;
  readonly #amongOthers: boolean;
  readonly #keep: (time: number, picture: Uint8Array) => void;
  #filling = new Uint8Array(pixels);
  #filled = 0;
  #reference: Uint8Array | null = null;

  constructor(from: number, amongOthers: boolean, keep: (time: number, picture: Uint8Array) => void) {
    this.#from = from;
    this.#amongOthers = amongOthers;
    this.#keep = keep;
  }

  readonly line = (text: string): void => {
    const [, time, isKey] = shown.exec(text) ?? [];
    if (time === undefined) return;
    this.#shown.push({ time: time === 'NOPTS' ? null : Number(time) / 1e6 + this.#from, isKey: isKey === '1' });
    this.#look();
  };

  readonly take = (chunk: Uint8Array): void => {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + pixels - this.#filled);
      this.#filling.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled < pixels) continue;
      this.#waiting.push(this.#filling);
      this.#filling = new Uint8Array(pixels);
      this.#filled = 0;
      this.#look();
    }
  };

  #look(): void {
    while (this.#shown.length > 0 && this.#waiting.length > 0) {
      const [{ time, isKey } = { time: null, isKey: false }, picture] = [this.#shown.shift(), this.#waiting.shift()];
      if (time === null || !picture) continue;
      const same = this.#reference !== null && isSame(picture, this.#reference);
      const still = same || (isKey && this.#reference !== null && this.#amongOthers && isRefreshed(picture, this.#reference));
      if (!same) this.#reference = picture;
      this.seen.push({ time, black: isBlack(picture), still });
      this.#keep(time, picture);
    }
  }
}
