import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { Rgb } from '../../../../src/shared/model/contrast/measure.ts';
import { type Font, parseFont } from '../../../../src/shared/model/overlay/faces.ts';
import { outline } from '../../../../src/shared/model/overlay/text.ts';
import type { Box } from '../../../../src/shared/model/privacy/finding.ts';

const { resolve } = createRequire(import.meta.url);

async function face(weight: 400 | 700): Promise<Font> {
  const bytes = await readFile(resolve(`@fontsource/figtree/files/figtree-latin-${weight}-normal.woff`));
  return parseFont(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
}
const faces = { 400: await face(400), 700: await face(700) };

export interface Text {
  text: string;
  x: number;
  /** The line on which the letters stand. */
  y: number;
  size: number;
  ink: string;
  weight?: 400 | 700;
}

/** A picture of texts as a drawing, their edges smoothed as on a screen; without a ground the page shines through. */
export function drawing(size: { width: number; height: number }, ground: string | null, texts: readonly Text[], more = ''): Resvg {
  const letters = texts.map(
    ({ text, x, y, size: height, ink, weight = 400 }) => `<path fill="${ink}" d="${outline([faces[weight]], text, x, y, height)}"/>`,
  );
  const paper = ground === null ? '' : `<rect width="100%" height="100%" fill="${ground}"/>`;
  const { width, height } = size;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paper}${more}${letters.join('')}</svg>`;
  // Letters are outlines: looking for the system's faces would take a second for each drawing.
  return new Resvg(svg, { font: { loadSystemFonts: false } });
}

/** A word on its ground, and the box of its letters, as the reader of pictures would give it. */
export interface Drawn {
  picture: Rgb;
  box: Box;
}

interface Word {
  text?: string;
  size: number;
  ink: readonly [number, number, number];
  weight?: 400 | 700;
  /** The colour behind a place. */
  ground(x: number, y: number): readonly [number, number, number];
}

/** A word before any ground. It stands between two pixels, as most do. */
export function drawWord({ text = 'Reports', size, ink, weight = 400, ground }: Word): Drawn {
  const [width, height] = [Math.ceil(size * (text.length + 2)), Math.ceil(size * 2.5)];
  const letters = drawing({ width, height }, null, [{ text, x: size + 0.37, y: size * 1.6 + 0.29, size, ink: '#000', weight }]);
  // Each time it is asked for, all of it is copied.
  const { pixels } = letters.render();
  const covered = (at: number): number => (pixels[at * 4 + 3] ?? 0) / 255;
  const data = new Uint8Array(width * height * 3);
  const box: Box = { x0: width, y0: height, x1: 0, y1: 0 };
  for (let at = 0; at < width * height; at++) {
    const [x, y, share] = [at % width, Math.floor(at / width), covered(at)];
    const behind = ground(x, y);
    for (const channel of [0, 1, 2] as const) data[at * 3 + channel] = Math.round(ink[channel] * share + behind[channel] * (1 - share));
    if (share < 0.4) continue;
    box.x0 = Math.min(box.x0, x);
    box.y0 = Math.min(box.y0, y);
    box.x1 = Math.max(box.x1, x + 1);
    box.y1 = Math.max(box.y1, y + 1);
  }
  return { picture: { width, height, data }, box };
}
