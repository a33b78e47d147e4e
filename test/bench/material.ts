import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ffmpeg, locateFfmpeg } from '../../src/main/media/locate.ts';

/** One figure of the benchmark; `ok` where there is a target. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  target?: number;
  ok?: boolean;
}

export const seconds = 60;

/** Runs ffmpeg and answers the wall time in seconds. */
export async function timed(ffmpeg: Ffmpeg, args: string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(ffmpeg.path, ['-nostdin', '-y', '-v', 'error', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  return (performance.now() - started) / 1000;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

export interface Material {
  ffmpeg: Ffmpeg;
  /** A screen on which something moves all the time. */
  screen: string;
  /** A screen that stands still for half a second at a time. */
  still: string;
  camera: string;
  /** A video as other programs write it, with few key frames: ten seconds of motion, slides, and three black seconds. */
  foreign: string;
  microphone: string;
}

/** As the recorder writes it: H.264 without reordered frames, a key frame each second. */
const recorded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0', '-g', '30', '-pix_fmt', 'yuv420p'];

/**
 * Sixty seconds that resemble a recording, made once and kept: a screen of 1080p30 in motion; one that stands still for
 * half a second at a time, as when one types and scrolls; a camera of 720p30 with soft motion, without the noise that
 * the recorder's encoder takes out; a voice-like sound with pauses.
 */
export async function material(folder = '.cache/bench'): Promise<Material> {
  const ffmpeg = await locateFfmpeg();
  await mkdir(folder, { recursive: true });
  const place = (name: string) => join(folder, `${name}.mp4`);
  const [screen, still, camera, foreign, microphone] = [place('moving'), place('still'), place('face'), place('foreign'), place('voice')];
  const make = async (file: string, args: string[]) => {
    if (existsSync(file)) return;
    await timed(ffmpeg, [...args, '-f', 'mp4', `${file}.part`]);
    await rename(`${file}.part`, file);
  };
  const length = ['-t', String(seconds)];
  await make(screen, ['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=30', ...length, '-b:v', '4M', ...recorded]);
  await make(still, ['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=2', ...length, '-vf', 'fps=30', '-b:v', '4M', ...recorded]);
  const face = 'gradients=size=1280x720:rate=30:x0=10:y0=10:speed=0.02';
  await make(camera, ['-f', 'lavfi', '-i', face, ...length, '-b:v', '2M', ...recorded]);
  const slides = "testsrc2=size=1920x1080:rate=30,setpts='if(gt(T,10),10+7*floor((T-10)/7),T)/TB',fps=30";
  const black = "drawbox=c=black:t=fill:enable='between(t,35,37.999)'";
  await make(foreign, [
    '-f',
    'lavfi',
    '-i',
    `${slides},${black}`,
    ...length,
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-pix_fmt',
    'yuv420p',
  ]);
  const voice = '0.25*sin(2*PI*(180+40*sin(2*PI*0.7*t))*t)*(0.5+0.5*sin(2*PI*4*t))*gt(mod(t\\,6)\\,0.8)+0.01*(random(0)-0.5)';
  await make(microphone, ['-f', 'lavfi', '-i', `aevalsrc=${voice}:s=48000`, ...length, '-c:a', 'libopus', '-strict', '-2']);
  return { ffmpeg, screen, still, camera, foreign, microphone };
}
