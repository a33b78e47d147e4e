import type { Stored } from '../../shared/model/health/look.ts';
import { guarded, literal } from '../media/guard.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { ran } from '../media/process.ts';

/** Pure: `packet,1.033333,1.000000,4512` (when it is seen, else when it is decoded) → pictures in the order in which they are seen, counted from the beginning of the file. */
export function parseStored(stdout: string): Stored[] {
  const rows = stdout.split('\n').map((line) => line.trim().split(','));
  const start = Number(rows.find(([section]) => section === 'format')?.[1] ?? 0) || 0;
  const pictures = rows.flatMap(([section, seen = '', decoded = '', size = '']): Stored[] => {
    const time = [seen, decoded].map((text) => (text === '' ? Number.NaN : Number(text))).find(Number.isFinite);
    return section === 'packet' && time !== undefined ? [{ time: time - start, bytes: Number(size) || 0 }] : [];
  });
  return pictures.toSorted((one, other) => one.time - other.time);
}

/** What a file holds of a picture, without decoding any of it; null where that cannot be read. */
export async function readStored(ffmpeg: Ffmpeg, path: string, stream: number, signal: AbortSignal | undefined): Promise<Stored[] | null> {
  const { code, stdout } = await ran(
    ffmpeg.probePath,
    [
      ...['-v', 'error', ...guarded, '-select_streams', `v:${stream}`, '-show_entries', 'packet=pts_time,dts_time,size:format=start_time'],
      ...['-print_format', 'csv=print_section=1', '-i', literal(path)],
    ],
    { seconds: 120, ...(signal && { signal }) },
  );
  return code === 0 ? parseStored(stdout) : null;
}
