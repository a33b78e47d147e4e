import type { Grey } from '../../privacy/grey.ts';

/** Ground and strength are looked up for squares of so many pixels, among the squares so far around: a line of usual text. */
const square = 4;
const reach = 4;

/** What differs from its ground by less than this is grain, in steps of 255. */
const grain = 16;

/** The median of each square and those around it, by a histogram that moves along the row (Huang 1979). */
function medians({ width, height, data }: Grey): Grey {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height - 1, y + reach)];
    const counts = new Int32Array(256);
    let [all, median, below] = [0, 0, 0];
    const add = (x: number, by: 1 | -1): void => {
      if (x < 0 || x >= width) return;
      for (let row = top; row <= bottom; row++) {
        const value = data[row * width + x] ?? 0;
        counts[value] = (counts[value] ?? 0) + by;
        all += by;
        if (value < median) below += by;
      }
    };
    for (let x = 0; x < reach; x++) add(x, 1);
    for (let x = 0; x < width; x++) {
      add(x + reach, 1);
      add(x - reach - 1, -1);
      // `below` is how many are smaller than `median`: half of them at the most, and with those that are equal more than half.
      while (below * 2 > all) below -= counts[--median] ?? 0;
      while ((below + (counts[median] ?? 0)) * 2 <= all) below += counts[median++] ?? 0;
      out[y * width + x] = median;
    }
  }
  return { width, height, data: out };
}

/** The largest of each square and those around it, along rows and then along columns. */
function largest({ width, height, data }: Grey): Grey {
  const along = (from: Uint8Array, length: number, step: number): Uint8Array => {
    const out = new Uint8Array(from.length);
    for (let at = 0; at < from.length; at++) {
      const place = Math.floor(at / step) % length;
      const [first, last] = [at - Math.min(reach, place) * step, at + Math.min(reach, length - 1 - place) * step];
      let most = 0;
      for (let near = first; near <= last; near += step) most = Math.max(most, from[near] ?? 0);
      out[at] = most;
    }
    return out;
  };
  return { width, height, data: along(along(data, width, 1), height, width) };
}

/**
 * A picture in which all that stands out from what is around it is dark on white, however pale it was and whichever of the two
 * was the lighter. A reader of pictures parts the whole of one into dark and light, and so misses pale words beside strong
 * ones; those are the ones that are looked for here.
 */
export function evened({ width, height, data }: Grey): Grey {
  const [columns, rows] = [Math.ceil(width / square), Math.ceil(height / square)];
  /** Calls with each pixel and the square it lies in. */
  const each = (visit: (pixel: number, square: number) => void): void => {
    for (let y = 0, at = 0; y < height; y++) {
      const row = Math.floor(y / square) * columns;
      for (let x = 0; x < width; x++, at++) visit(at, row + Math.floor(x / square));
    }
  };

  // Letters fill less than half of their surroundings, so what is usual there is the ground.
  const samples = new Uint8Array(columns * rows);
  each((at, to) => {
    samples[to] = data[at] ?? 0;
  });
  const ground = medians({ width: columns, height: rows, data: samples }).data;

  const apart = new Uint8Array(width * height);
  const strongest = new Uint8Array(columns * rows);
  each((at, to) => {
    const difference = Math.abs((data[at] ?? 0) - (ground[to] ?? 0));
    apart[at] = difference;
    strongest[to] = Math.max(strongest[to] ?? 0, difference);
  });
  const strength = largest({ width: columns, height: rows, data: strongest }).data;

  const out = new Uint8Array(width * height);
  each((at, to) => {
    out[at] = 255 - Math.round((255 * (apart[at] ?? 0)) / Math.max(grain, strength[to] ?? 0));
  });
  return { width, height, data: out };
}
