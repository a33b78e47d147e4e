import { PassThrough, type Writable } from 'node:stream';
import fluent, { type FfmpegCommand } from 'fluent-ffmpeg';
import { spareBytes } from '../../node/disk-full.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { isDiskFull, readReason, readTime } from './ffmpeg-output.ts';
import type { Ffmpeg } from './locate.ts';

export interface Input {
  path: string;
  /** Options that stand before `-i`. */
  options: readonly string[];
}

export interface Output {
  /** A file, a function that takes the bytes as they come, or a stream that makes ffmpeg wait. At most one output is no file. */
  to: string | Writable | ((chunk: Uint8Array) => void);
  options: readonly string[];
}

export interface FfmpegWork {
  /** What is being done, in words for a person: `Finishing`. */
  step: string;
  inputs: readonly Input[];
  filterGraph?: string;
  /** How many threads each filter may use; as many as there are cores where nothing is said. */
  filterThreads?: number;
  outputs: readonly Output[];
}

export interface Watch {
  signal?: AbortSignal | undefined;
  /** Seconds of output so far. */
  onTime?: (seconds: number) => void;
  /** Every message as it comes; only the last few hundred are answered at the end. */
  onLine?: (line: string) => void;
}

const keptLines = 400;
/** Whoever works at this computer comes first: pages stay smooth while a video is finished. */
const niceness = 10;

function build(ffmpeg: Ffmpeg, { inputs, filterGraph, filterThreads, outputs }: FfmpegWork): FfmpegCommand {
  const command = fluent({ stdoutLines: keptLines, ...(process.platform !== 'win32' && { niceness }) }).setFfmpegPath(ffmpeg.path);
  for (const { path, options } of inputs) {
    command.input(path);
    // No options at all would be taken for one that is undefined, and a single one would be split at its blank.
    if (options.length > 1) command.inputOptions(...options);
  }
  command.outputOptions('-nostdin', '-hide_banner', '-y');
  if (filterGraph) command.complexFilter(filterGraph);
  if (filterThreads) command.outputOptions('-filter_complex_threads', String(filterThreads));
  for (const { to, options } of outputs) {
    command.output(typeof to === 'function' ? collector(to) : to).outputOptions(...options);
  }
  return command;
}

function collector(take: (chunk: Uint8Array) => void): PassThrough {
  // fluent-ffmpeg takes a stream that closes before the process is gone, as on a busy machine, for a failure.
  const stream = new PassThrough({ emitClose: false });
  stream.on('data', take);
  return stream;
}

/** One run of ffmpeg. Answers its messages, the last status line at their end; throws FFMPEG_FAILED, DISK_FULL, or the reason of an abort. */
export async function runFfmpeg(ffmpeg: Ffmpeg, work: FfmpegWork, { signal, onTime, onLine }: Watch = {}): Promise<string[]> {
  signal?.throwIfAborted();
  const lines: string[] = [];
  let status = '';
  const command = build(ffmpeg, work);
  // What was begun is thrown away: a polite end would first write the file's index, which takes seconds.
  const stop = () => command.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await new Promise<void>((done, failed) => {
      command
        // The process exists from here on only: an abort that came earlier is carried out now.
        .on('start', () => signal?.aborted && stop())
        .on('stderr', (line: string) => {
          const time = readTime(line);
          if (time !== null) {
            status = line;
            return onTime?.(time);
          }
          onLine?.(line);
          lines.push(line);
          if (lines.length > keptLines) lines.shift();
        })
        .on('error', failed)
        .on('end', () => done())
        .run();
    });
    signal?.throwIfAborted();
    return [...lines, status];
  } catch (error) {
    signal?.throwIfAborted();
    if (isDiskFull(lines)) throw new Fault('DISK_FULL', { freeBytes: 0, neededBytes: spareBytes }, { cause: error });
    throw new Fault('FFMPEG_FAILED', { step: work.step, detail: readReason(lines) }, { cause: error });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
