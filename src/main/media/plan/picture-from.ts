import type { Input } from '../ffmpeg.ts';
import { guarded, literal } from '../guard.ts';
import { seconds } from './inputs.ts';

interface PictureFrom {
  path: string;
  /** The picture's number among those of the file. */
  stream: number;
  /** Seconds of the file. */
  start: number;
  /** Frames a second that come out. */
  rate: number;
  /** Options that stand before the input, such as a number of threads. */
  options?: readonly string[];
}

/**
 * Pure: a picture from a moment of its file on, evenly, without end: whoever uses `chain` takes as many frames as are wanted.
 * The first is the one that stands at the moment, however long before it began, and the last one of the file keeps standing.
 * Takes recorded at an uneven rate show a frame for minutes; sought exactly, ffmpeg drops it and shows the next one instead.
 */
export function pictureFrom({ path, stream, start, rate, options = [] }: PictureFrom): { input: Input; chain: string } {
  const isSought = start > 0;
  const seek = isSought ? ['-noaccurate_seek', '-ss', seconds(start)] : [];
  // What lies between the key frame and the moment has times below zero; of a whole file the first frame may come late.
  const even = `fps=${rate}:round=up${isSought ? '' : ':start_time=0'}`;
  return {
    input: { path: literal(path), options: [...guarded, ...options, ...seek] },
    chain: `[0:v:${stream}]${even},tpad=stop_mode=clone:stop=-1,trim=start=0,setpts=PTS-STARTPTS`,
  };
}
