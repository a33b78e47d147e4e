import { PassThrough } from 'node:stream';
import fluent, { type FfmpegCommand } from 'fluent-ffmpeg';
import { Fault } from '../../shared/contract/faults.ts';
import { readReason, readTime } from './ffmpeg-output.ts';
import type { Ffmpeg } from './locate.ts';

export interface Input {
  path: string;
  /** Options that stand before `-i`. */
  options: readonly string[];
}

export interface Output {
  /** A file, or a function that takes the bytes as they come. At most one output may be a function. */
  to: string | ((chunk: Uint8Array) => void);
  options: readonly string[];
}

export interface FfmpegWork {
  /** What is being done, in words for a person: `Finishing`. */
  step: string;
  inputs: readonly Input[];
  filterGraph?: string;
  outputs: readonly Output[];
}

export interface Watch {
  signal?: AbortSignal | undefined;
  /** Seconds of output so far. */
  onTime?: (seconds: number) => void;
}

/** After a polite end ffmpeg gets this long to let go. */
const grace = 3_000;
const keptLines = 400;

function build(ffmpeg: Ffmpeg, { inputs, filterGraph, outputs }: FfmpegWork): FfmpegCommand {
  const command = fluent({ stdoutLines: keptLines }).setFfmpegPath(ffmpeg.path);
  for (const { path, options } of inputs) {
    command.input(path);
    // No options at all would be taken for one that is undefined, and a single one would be split at its blank.
    if (options.length > 1) command.inputOptions(...options);
  }
  command.outputOptions('-nostdin', '-hide_banner', '-y');
  if (filterGraph) command.complexFilter(filterGraph);
  for (const { to, options } of outputs) {
    command.output(typeof to === 'string' ? to : collector(to)).outputOptions(...options);
  }
  return command;
}

function collector(take: (chunk: Uint8Array) => void): PassThrough {
  const stream = new PassThrough();
  stream.on('data', take);
  return stream;
}

/** One run of ffmpeg. Answers its messages; throws FFMPEG_FAILED, DISK_FULL is the caller's to foresee, or the reason of an abort. */
export async function runFfmpeg(ffmpeg: Ffmpeg, work: FfmpegWork, { signal, onTime }: Watch = {}): Promise<string[]> {
  signal?.throwIfAborted();
  const lines: string[] = [];
  const command = build(ffmpeg, work);
  let late: NodeJS.Timeout | undefined;
  const stop = () => {
    command.kill('SIGTERM');
    late ??= setTimeout(() => command.kill('SIGKILL'), grace);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await new Promise<void>((done, failed) => {
      command
        // The process exists from here on only: an abort that came earlier is carried out now.
        .on('start', () => signal?.aborted && stop())
        .on('stderr', (line: string) => {
          const time = readTime(line);
          if (time !== null) return onTime?.(time);
          lines.push(line);
          if (lines.length > keptLines) lines.shift();
        })
        .on('error', failed)
        .on('end', () => done())
        .run();
    });
    signal?.throwIfAborted();
    return lines;
  } catch (error) {
    signal?.throwIfAborted();
    throw new Fault('FFMPEG_FAILED', { step: work.step, detail: readReason(lines) }, { cause: error });
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', stop);
  }
}
