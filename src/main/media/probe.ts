import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault } from '../../shared/contract/faults.ts';
import { guarded, literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { type Probe, ProbeReport, readProbe } from './probe-report.ts';
import { type Ran, ran } from './process.ts';

/** Pure: which fault the messages of ffprobe or ffmpeg speak of. The name alone makes ffmpeg look for an index, so the beginning counts too. */
export function faultOfMessages(stderr: string, head: string, name: string): Fault {
  const breaksOff = /moov atom not found|partial file|Truncat/i.test(stderr);
  const isMovie = /^.{4}(ftyp|moov|mdat|free|skip|wide|styp)/s.test(head);
  return new Fault(breaksOff && isMovie ? 'MEDIA_TRUNCATED' : 'MEDIA_UNREADABLE', { name });
}

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

export interface ProbeOptions {
  signal?: AbortSignal;
  /** What people know the file as; its file name where nothing else is said. */
  name?: string;
}

async function inspected(ffmpeg: Ffmpeg, path: string, signal: AbortSignal | undefined): Promise<Ran> {
  const args = ['-v', 'error', ...guarded, '-show_format', '-show_streams', '-print_format', 'json', '-i', literal(path)];
  return ran(ffmpeg.probePath, args, { ...(signal && { signal }) });
}

/** Reads a file's streams. Refuses with MEDIA_EMPTY, MEDIA_TRUNCATED or MEDIA_UNREADABLE. */
export async function probe(ffmpeg: Ffmpeg, path: string, options: ProbeOptions = {}): Promise<Probe> {
  const name = options.name ?? basename(path);
  const found = await stat(path).catch(() => null);
  if (!found) throw new Fault('NOT_FOUND', { what: 'file' });
  if (!found.isFile()) throw new Fault('MEDIA_UNREADABLE', { name });
  if (found.size === 0) throw new Fault('MEDIA_EMPTY', { name });
  const { code, stdout, stderr } = await inspected(ffmpeg, path, options.signal);
  if (code !== 0) throw faultOfMessages(stderr, await headOf(path), name);
  const read = readProbe(ProbeReport.parse(JSON.parse(stdout)));
  if (read.video.length + read.audio.length === 0) throw new Fault('MEDIA_UNREADABLE', { name });
  return { ...read, bytes: found.size };
}

/** Tries the first frame of a picture: refuses with MEDIA_CODEC_UNKNOWN, and with the reason where none comes out. */
export async function refuseUndecodable(
  ffmpeg: Ffmpeg,
  path: string,
  picture: Probe['video'][number],
  options: ProbeOptions = {},
): Promise<void> {
  const name = options.name ?? basename(path);
  if (picture.codec === 'unknown') throw new Fault('MEDIA_CODEC_UNKNOWN', { name, codec: 'an unknown codec' });
  const { code, stderr } = await firstFrame(ffmpeg, path, picture.stream, options.signal);
  if (/Decoder .*not found|Unknown decoder|no decoder/i.test(stderr))
    throw new Fault('MEDIA_CODEC_UNKNOWN', { name, codec: picture.codec });
  if (code !== 0) throw faultOfMessages(stderr, await headOf(path), name);
}

const firstFrame = (ffmpeg: Ffmpeg, path: string, stream: number, signal: AbortSignal | undefined): Promise<Ran> =>
  ran(
    ffmpeg.path,
    ['-nostdin', '-v', 'error', ...guarded, '-i', literal(path), '-map', `0:v:${stream}`, '-frames:v', '1', '-f', 'null', '-'],
    { seconds: 60, ...(signal && { signal }) },
  );
