import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../main/media/material.ts';

/** Where the corners' colours are seen after a turn: top left, top right, bottom left, bottom right. */
export const colours = { red: [255, 0, 0], green: [0, 255, 0], blue: [0, 0, 255], white: [255, 255, 255] } as const;
export type Colour = keyof typeof colours;

/**
 * Three seconds with a colour in each corner and a white flash in the middle for a tenth of each second; beeps of 1 kHz at
 * the same moments. Nothing is lost in it, so that every odd source can be made of it.
 */
export async function makeBase(folder: string): Promise<void> {
  const box = (x: string, y: string, colour: string) => `drawbox=x=${x}:y=${y}:w=iw/2:h=ih/2:c=${colour}:t=fill`;
  const corners = [box('0', '0', 'red'), box('iw/2', '0', '0x00FF00'), box('0', 'ih/2', 'blue'), box('iw/2', 'ih/2', 'white')];
  const flash =
    "drawbox=x=iw/4:y=ih/4:w=iw/2:h=ih/2:c=0x404040:t=fill,drawbox=x=iw/4:y=ih/4:w=iw/2:h=ih/2:c=white:t=fill:enable='lt(mod(t,1),0.1)'";
  const beep = 'aevalsrc=0.3*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.1):d=3:s=48000';
  await run([
    ...['-f', 'lavfi', '-i', `color=c=black:s=320x180:r=30:d=3,format=rgb24,${corners.join(',')},${flash},format=yuv444p`],
    ...['-f', 'lavfi', '-i', beep, '-c:v', 'ffv1', '-c:a', 'pcm_s16le', join(folder, 'base.mkv')],
  ]);
}

/** Writes an odd source into `file`; `folder` is for what it needs on the way. */
export type Make = (folder: string, file: string) => Promise<unknown>;

/** Written by ffmpeg out of the base with these options. */
export const written =
  (...options: string[]): Make =>
  (folder, file) =>
    run(['-i', join(folder, 'base.mkv'), ...options, file]);

export const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
export const aac = ['-c:a', 'aac'];
export const plain = [...x264, ...aac];
export const base = (folder: string) => ['-i', join(folder, 'base.mkv')];

/** Breaks off a file that was written with these options. */
export const broken =
  (share: number, ...options: string[]): Make =>
  async (folder, file) => {
    await written(...options)(folder, file);
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * share)));
  };

/** Breaks off within the description of the last but one fragment, after which nothing of the file can be read. */
export async function torn(folder: string, file: string): Promise<void> {
  await written(...plain, ...fragmented)(folder, file);
  const bytes = await readFile(file);
  const description = bytes.lastIndexOf('moof', bytes.lastIndexOf('moof') - 1);
  await writeFile(file, bytes.subarray(0, description + 40));
}

export const text =
  (content: (folder: string) => string): Make =>
  async (folder, file) => {
    await written(...plain)(folder, join(folder, 'secret.mp4'));
    await writeFile(file, content(folder));
  };

export const fragmented = ['-movflags', '+frag_keyframe+empty_moov+default_base_moof', '-g', '15'];

export function turned(degrees: number): Make {
  return async (folder, file) => {
    const upright = join(folder, `upright-${degrees}.mp4`);
    await written(...plain)(folder, upright);
    await run(['-i', upright, '-c', 'copy', '-metadata:s:v', `rotate=${degrees}`, file]);
  };
}

/** One of the streams begins a second after the other, and lacks what would have come before. */
export function late(stream: 0 | 1): Make {
  return (folder, file) => {
    const cut = ['-ss', '1', ...base(folder)];
    const [first, second] = stream === 1 ? [base(folder), cut] : [cut, base(folder)];
    const inputs = stream === 1 ? [...first, '-itsoffset', '1', ...second] : ['-itsoffset', '1', ...first, ...second];
    return run([...inputs, '-map', '0:v', '-map', '1:a', ...plain, file]);
  };
}

/** As a camera that was stopped and started: the clock goes back to its beginning in the middle of the file. */
export async function twice(folder: string, file: string): Promise<void> {
  const once = join(folder, 'once.ts');
  await written(...plain)(folder, once);
  const bytes = await readFile(once);
  await writeFile(file, Buffer.concat([bytes, bytes]));
}

/** As streaming programs write it: what is meant to be heard is marked, and does not stand first. */
export const twoTracks: Make = (folder, file) =>
  run([
    ...base(folder),
    ...['-f', 'lavfi', '-t', '3', '-i', 'anullsrc=r=48000:cl=stereo', '-map', '0:v', '-map', '1:a', '-map', '0:a', ...plain],
    ...['-disposition:a:0', '0', '-disposition:a:1', 'default', file],
  ]);

export const cover: Make = async (folder, file) => {
  await run([...base(folder), '-frames:v', '1', join(folder, 'cover.png')]);
  await run([
    ...['-i', join(folder, 'cover.png'), ...base(folder), '-map', '0:v', '-map', '1', '-c:v:0', 'png', '-disposition:v:0', 'attached_pic'],
    ...['-c:v:1', 'libx264', '-preset:v:1', 'ultrafast', '-pix_fmt:v:1', 'yuv420p', ...aac, file],
  ]);
};

export const song: Make = async (folder, file) => {
  await run([...base(folder), '-frames:v', '1', join(folder, 'front.png')]);
  await run([
    ...base(folder),
    '-i',
    join(folder, 'front.png'),
    '-map',
    '0:a',
    '-map',
    '1:v',
    '-c:v',
    'copy',
    '-disposition:v',
    'attached_pic',
    file,
  ]);
};

async function subtitlesFile(folder: string): Promise<string> {
  const file = join(folder, 'words.srt');
  await writeFile(file, '1\n00:00:00,500 --> 00:00:02,500\nSome words\n');
  return file;
}

export function subtitled(codec: string): Make {
  return async (folder, file) =>
    run(['-i', await subtitlesFile(folder), ...base(folder), '-map', '0', '-map', '1', ...plain, '-c:s', codec, file]);
}

export async function subtitlesAlone(folder: string, file: string): Promise<unknown> {
  return run(['-i', await subtitlesFile(folder), '-c:s', 'srt', file]);
}

/** As browsers record: written in one go, so that the head does not know how long it became. */
export const withoutLength =
  (...options: string[]): Make =>
  async (folder, file) =>
    writeFile(file, await run([...base(folder), ...options, '-c:a', 'libopus', '-f', 'webm', '-']));
