import type { Input } from '../ffmpeg.ts';
import { guarded, literal } from '../guard.ts';
import type { SourceTrack } from './sources.ts';
import { frameRate, type Run } from './timeline.ts';

/** Where an input of ffmpeg stands: its number, and the take time at which its own clock is zero. */
export interface Opened {
  index: number;
  at: number;
}

/** Takes recorded at an uneven rate may show a frame for long: where it is not known how long, reading begins this much earlier. */
const lead = 1;
/** Read beyond the end, so that the last frame is there whatever a container's rounding did. */
const tail = 0.5;

const isSteady = ({ frameRate: rate }: SourceTrack): boolean => rate !== undefined && rate >= frameRate - 1;

/** How much earlier than a run its picture is read, so that the frame that stands at its beginning is found. */
function leadOf(track: SourceTrack): number {
  const { longestFrame } = track;
  if (longestFrame === undefined) return isSteady(track) ? 0 : lead;
  return longestFrame < 1.5 / frameRate ? 0 : longestFrame + 1 / frameRate;
}

/** The latest moment of its file from which a picture is read: its last frame may stand for long, and must be found. */
const latestOf = ({ duration, lastFrame }: SourceTrack): number =>
  Math.max(0, lastFrame === undefined ? duration - lead : Math.min(duration, lastFrame) - 1 / frameRate);

export const seconds = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** Whether a track has anything in a run worth opening its file for. */
export const covers = (track: SourceTrack, run: Run): boolean =>
  track.offset < run.from + run.length - 0.1 && track.offset + track.duration > run.from + 0.1;

/** Filters that let a still picture stand for so many frames. It is read and brought into its form once, not for each of them. */
export const standing = (frames: number): string => `loop=loop=${frames - 1}:size=1,setpts=N/(${frameRate}*TB)`;

/** The inputs of one ffmpeg run. A file that several tracks of a run lie in is opened once. */
export class Inputs {
  readonly list: Input[] = [];
  /** By run, because the same stretch may be seen twice, and each showing reads it at its own time. */
  readonly #opened = new Map<Run, Map<string, Opened>>();

  /** Opens the file of a track for a run by seeking, so that what was cut away before it is not decoded. */
  open(track: SourceTrack, run: Run, isPicture: boolean): Opened {
    const ofRun = this.#opened.get(run) ?? new Map<string, Opened>();
    this.#opened.set(run, ofRun);
    const key = `${track.offset} ${track.path}`;
    const known = ofRun.get(key);
    if (known) return known;
    const early = isPicture ? leadOf(track) : 0;
    // A picture that ends before the run keeps its last frame standing.
    const latest = isPicture ? latestOf(track) : track.duration;
    const seek = Math.max(0, Math.min(run.from - track.offset, latest) - early);
    const at = track.offset + seek;
    const length = Math.max(0, run.from - at) + run.length + tail;
    const opened = { index: this.list.length, at };
    this.list.push({
      path: literal(track.path),
      options: [...guarded, ...(seek > 0 ? ['-ss', seconds(seek)] : []), '-t', seconds(length)],
    });
    ofRun.set(key, opened);
    return opened;
  }

  /** A still picture, as one frame. Its name is never read as a pattern. */
  openStill(path: string): number {
    this.list.push({ path, options: ['-f', 'image2', '-pattern_type', 'none', '-framerate', String(frameRate)] });
    return this.list.length - 1;
  }

  /** A list of still pictures, written by this program, with the time that each stands; the pictures lie beside it. */
  openList(path: string): number {
    this.list.push({ path: literal(path), options: ['-protocol_whitelist', 'file,pipe', '-f', 'concat', '-safe', '0'] });
    return this.list.length - 1;
  }
}
