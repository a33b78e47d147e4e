import { grid } from '../../shared/model/health/work.ts';
import { shrunk } from './picture-meter.ts';

/** One small picture a second, of those that were looked at, in which is looked for where the work happens. */
export class WorkPictures {
  readonly #latest = new Map<number, { time: number; picture: Uint8Array }>();

  /** Of a second, which reaches half a second to either side, the last picture counts. */
  readonly keep = (time: number, picture: Uint8Array): void => {
    const second = Math.max(0, Math.round(time));
    if (time >= (this.#latest.get(second)?.time ?? Number.NEGATIVE_INFINITY)) this.#latest.set(second, { time, picture: shrunk(picture) });
  };

  /** From the beginning of the file on; a second without one shows what was shown before. */
  pictures(): Uint8Array[] {
    const seconds = [...this.#latest.keys()];
    const [first, last] = [Math.min(...seconds), seconds.reduce((most, second) => Math.max(most, second), -1)];
    const all: Uint8Array[] = [];
    for (let second = 0; second <= last; second += 1) {
      const own = this.#latest.get(Math.max(first, second))?.picture;
      all.push(own ?? all.at(-1) ?? new Uint8Array(grid.columns * grid.rows));
    }
    return all;
  }
}
