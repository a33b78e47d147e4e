import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../main/media/material.ts';

export interface Line {
  text: string;
  x: number;
  y: number;
  /** Height of the letters in pixels. */
  size: number;
  mono?: boolean;
}

export const themes = {
  light: { paper: '0xffffff', ink: '0x222222' },
  dark: { paper: '0x1b1d21', ink: '0xd6d6d6' },
} as const;
export type Theme = keyof typeof themes;

interface PageVideo {
  lines: readonly Line[];
  theme?: Theme;
  seconds: number;
  /** How far down the page is scrolled, as an expression of `t`, in pixels. */
  scroll?: string;
  height?: number;
  /** Filters that change the picture afterwards. */
  more?: string;
}

/** A recording of a page at 1080p: letters set by ffmpeg, encoded as the studio encodes screens. */
export async function pageVideo(
  folder: string,
  name: string,
  { lines, theme = 'light', seconds, scroll = '0', height = 1080, more }: PageVideo,
): Promise<string> {
  const { paper, ink } = themes[theme];
  const letters = await Promise.all(
    lines.map(async ({ text, x, y, size, mono = false }, index) => {
      const file = join(folder, `${name}-${index}.txt`);
      await writeFile(file, text);
      return `drawtext=font='Liberation ${mono ? 'Mono' : 'Sans'}':textfile='${file.replaceAll("'", "'\\''")}':expansion=none:x=${x}:y=${y}:fontsize=${size}:fontcolor=${ink}`;
    }),
  );
  const picture = join(folder, `${name}.png`);
  await run(['-f', 'lavfi', '-i', `color=c=${paper}:s=1920x${height}:d=0.1`, '-vf', letters.join(','), '-frames:v', '1', picture]);
  const file = join(folder, `${name}.mp4`);
  const filters = [`crop=1920:1080:0:'min(${height - 1080},${scroll})'`, ...(more ? [more] : []), 'format=yuv420p'];
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-bf', '0', '-g', '30'];
  await run(['-loop', '1', '-framerate', '30', '-t', String(seconds), '-i', picture, '-vf', filters.join(','), ...codec, file]);
  return file;
}
