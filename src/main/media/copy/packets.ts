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

/** The frames of a picture by reading its index only; times counted from the beginning of the file, as ffmpeg does. */
export async function readPackets(
  ffmpeg: Ffmpeg,
  path: string,
  stream: number,
  signal?: AbortSignal,
): Promise<{ packets: Packet[]; reordered: boolean } | null> {
  const entries = 'packet=pts_time,flags:stream=has_b_frames:format=start_time';
  const { code, stdout } = await ran(
    ffmpeg.probePath,
    [
      '-v',
      'error',
      ...guarded,
      '-select_streams',
      `v:${stream}`,
      '-show_entries',
      entries,
      '-print_format',
      'csv=print_section=1',
      '-i',
      literal(path),
    ],
    { seconds: 120, ...(signal && { signal }) },
  );
  if (code !== 0) return null;
  const rows = stdout.split('\n').map((line) => line.trim().split(','));
  const start = Number(rows.find(([section]) => section === 'format')?.[1] ?? 0) || 0;
  const reordered = Number(rows.find(([section]) => section === 'stream')?.[1] ?? 0) > 0;
  const frames = rows.filter(([section]) => section === 'packet').map(([, ...values]) => values);
  const packets = parsePackets(frames).map(({ time, key }) => ({ time: time - start, key }));
  return packets.length > 0 ? { packets, reordered } : null;
}
