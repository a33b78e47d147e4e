import { guarded, literal } from '../guard.ts';
import type { Ffmpeg } from '../locate.ts';
import { ran } from '../process.ts';

/** A frame as it lies in the file, undecoded. `time` is seconds of the file's own clock. */
export interface Packet {
  time: number;
  /** Everything before can be left out and everything after still be seen: a key frame of a closed group. */
  key: boolean;
}

/** Pure: `packet=pts_time,flags` (`1.033333,K__`) in the order in which they are decoded → frames in the order in which they are seen. */
export function parsePackets(rows: readonly (readonly string[])[]): Packet[] {
  const decoded = rows.flatMap(([time = '', flags = '']) =>
    time !== '' && Number.isFinite(Number(time)) ? [{ time: Number(time), key: flags.startsWith('K') }] : [],
  );
  let earliestAfter = Number.POSITIVE_INFINITY;
  const closed = decoded.toReversed().map(({ time, key }) => {
    const isClosed = key && time < earliestAfter;
    earliestAfter = Math.min(earliestAfter, time);
    return { time, key: isClosed };
  });
  return closed.sort((one, other) => one.time - other.time);
}

export interface Read {
  packets: Packet[];
  /** Frames lie in another order than they are seen. */
  reordered: boolean;
  /** When the last frame ends, as far as the file says how long it stands. */
  ends: number;
  /** When the last frame appears. */
  lastFrame: number;
  /** Seconds for which a frame stands at most, but for the last one, which need not say it. */
  longestFrame: number;
  /** The file ended while more was promised. */
  breaksOff: boolean;
}

/** Pure: how long each frame stands until the next one; the last one as long as the one before. */
function stands(packets: readonly Packet[]): number[] {
  const gaps = packets.slice(1).map(({ time }, index) => time - (packets[index]?.time ?? 0));
  return [...gaps, gaps.at(-1) ?? 0];
}

/** The frames of a picture by reading its index only; times counted from the beginning of the file, as ffmpeg does. */
export async function readPackets(ffmpeg: Ffmpeg, path: string, stream: number, signal?: AbortSignal): Promise<Read | null> {
  const entries = 'packet=pts_time,duration_time,flags:stream=has_b_frames:format=start_time';
  const { code, stdout, stderr } = await ran(
    ffmpeg.probePath,
    [
      ...['-v', 'error', ...guarded, '-select_streams', `v:${stream}`, '-show_entries', entries],
      ...['-print_format', 'csv=print_section=1', '-i', literal(path)],
    ],
    { seconds: 120, ...(signal && { signal }) },
  );
  if (code !== 0) return null;
  const rows = stdout.split('\n').map((line) => line.trim().split(','));
  const start = Number(rows.find(([section]) => section === 'format')?.[1] ?? 0) || 0;
  const reordered = Number(rows.find(([section]) => section === 'stream')?.[1] ?? 0) > 0;
  const frames = rows
    .filter(([section]) => section === 'packet')
    .map(([, time = '', length = '', flags = '']) => ({ time, length, flags }));
  const packets = parsePackets(frames.map(({ time, flags }) => [time, flags])).map(({ time, key }) => ({ time: time - start, key }));
  if (packets.length === 0) return null;
  const lengths = stands(packets);
  const lastFrame = Math.max(0, packets.at(-1)?.time ?? 0);
  const said = frames.map(({ time, length }) => Number(time) - start + Number(length)).filter(Number.isFinite);
  return {
    packets,
    reordered,
    ends: Math.max(lastFrame + (lengths.at(-1) ?? 0), ...[said.reduce((last, end) => Math.max(last, end), 0)]),
    lastFrame,
    longestFrame: lengths.reduce((longest, length) => Math.max(longest, length), 0),
    breaksOff: /partial file|ended prematurely|truncat/i.test(stderr),
  };
}

/** When a sound ends, by reading its index only; 0 where nothing of it can be read. In seconds of the file. */
export async function soundEnds(ffmpeg: Ffmpeg, path: string, stream: number, signal?: AbortSignal): Promise<number> {
  const { code, stdout } = await ran(
    ffmpeg.probePath,
    [
      ...['-v', 'error', ...guarded, '-select_streams', `a:${stream}`, '-show_entries', 'packet=pts_time,duration_time'],
      ...['-print_format', 'csv=print_section=0', '-i', literal(path)],
    ],
    { seconds: 120, ...(signal && { signal }) },
  );
  if (code !== 0) return 0;
  const ends = stdout.split('\n').map((line) =>
    line
      .split(',')
      .slice(0, 2)
      .reduce((sum, time) => sum + (Number(time) || 0), 0),
  );
  return ends.reduce((last, end) => Math.max(last, end), 0);
}
