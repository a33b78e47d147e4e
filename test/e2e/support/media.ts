import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const ffmpeg = process.env.SHOWHOW_FFMPEG ?? 'ffmpeg';
const ffprobe = process.env.SHOWHOW_FFPROBE ?? 'ffprobe';

export interface ProbedStream {
  codec_type: 'video' | 'audio' | 'subtitle' | 'data';
  codec_name: string;
  start_time: string;
  duration: string;
  width?: number;
  height?: number;
  channels?: number;
  sample_rate?: string;
}

export interface Probed {
  streams: ProbedStream[];
  format: { duration: string; size: string; format_name: string };
}

/** What ffprobe says of a file. */
export async function probeFile(path: string): Promise<Probed> {
  const { stdout } = await exec(ffprobe, ['-v', 'error', '-show_format', '-show_streams', '-of', 'json', path]);
  return JSON.parse(stdout);
}

/** Integrated loudness in LUFS and true peak in dBTP. */
export async function measureLoudness(path: string): Promise<{ integrated: number; truePeak: number }> {
  const { stderr } = await exec(ffmpeg, ['-hide_banner', '-nostats', '-i', path, '-vn', '-af', 'ebur128=peak=true', '-f', 'null', '-'], {
    maxBuffer: 64e6,
  });
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const read = (pattern: RegExp) => Number(pattern.exec(summary)?.[1] ?? Number.NaN);
  return { integrated: read(/I:\s+(-?[\d.]+) LUFS/), truePeak: read(/Peak:\s+(-?[\d.]+) dBFS/) };
}

/** A camera that is known: a white flash of a tenth of a second at each full second, on a moving test picture. */
export async function makeCameraFile(path: string, seconds = 10): Promise<string> {
  const flash = "drawbox=t=fill:color=white:enable='lt(mod(t,1),0.1)'";
  await exec(ffmpeg, [
    '-y',
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    `testsrc2=size=640x480:rate=30`,
    '-t',
    String(seconds),
    '-vf',
    flash,
    '-pix_fmt',
    'yuv420p',
    path,
  ]);
  return path;
}

/** A microphone that is known: a tone of a tenth of a second at each full second, over a quiet one; at `volume` 0 it gives nothing. */
export async function makeMicrophoneFile(path: string, seconds = 10, volume = 1): Promise<string> {
  const tone = 'aevalsrc=0.4*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.1)+0.05*sin(2*PI*220*t):sample_rate=48000';
  await exec(ffmpeg, ['-y', '-v', 'error', '-f', 'lavfi', '-i', tone, '-af', `volume=${volume}`, '-t', String(seconds), path]);
  return path;
}
