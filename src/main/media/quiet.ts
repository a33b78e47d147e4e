import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { roomAlone, roomSample } from '../../shared/model/silence.ts';
import type { Take } from '../../shared/model/take.ts';
import { buckets, toBucket } from '../../shared/model/tiles.ts';
import { takeFolder } from '../capture/folder.ts';
import type { Studio } from '../studio.ts';
import { runFfmpeg, type Watch } from './ffmpeg.ts';
import { guarded, literal } from './guard.ts';
import { isThere } from './is-there.ts';
import type { Ffmpeg } from './locate.ts';
import { quietFile } from './pictures.ts';
import { evenSound } from './plan/sound.ts';
import { type Source, type SourceTrack, sourceOf } from './plan/sources.ts';
import { sampleRate } from './plan/timeline.ts';
import { peakMeter, waveformRate } from './waveform.ts';

/** Takes at most 14 dB away: more, and a voice begins to sound as if it came through water. */
const strength = 'nr=14';
/** Where there is no moment of the room alone, or the filter cannot learn from one, it follows the noise as it goes. */
const following = `afftdn=${strength}:nf=-45:tn=1`;
/** The filter knows of noise from −80 to −20 dB; a little above what was measured it takes most away and leaves the voice whole. */
const learning = (room: number): string => `afftdn=${strength}:nf=${Math.round(Math.min(-20, Math.max(-80, room + 2)))}`;
/** From this version on the filter learns from what is played to it between two commands. */
const learnsSince = 5;
/** The filter's window must be full of the room when it begins to learn, and still when it ends. In seconds. */
const margin = 0.05;

/** Near enough to the sound itself that encoding it once more is not heard. */
const encoding = ['-c:a', 'aac', '-b:a', '192k', '-movflags', '+faststart', '-f', 'mp4'];

const step = 'Reducing the noise';
const click = sampleRate / 2;

/** By how many samples this ffmpeg's filter is late: some builds take its window into account, others do not. */
async function lateBy(ffmpeg: Ffmpeg, watch: Watch): Promise<number> {
  const chunks: Uint8Array[] = [];
  await runFfmpeg(
    ffmpeg,
    {
      step,
      inputs: [{ path: `aevalsrc=0.5*eq(n\\,${click}):s=${sampleRate}:d=1`, options: ['-f', 'lavfi'] }],
      filterGraph: `[0:a]${evenSound.join(',')},${following}[out]`,
      outputs: [{ to: (chunk) => chunks.push(chunk), options: ['-map', '[out]', '-ac', '1', '-c:a', 'pcm_s16le', '-f', 's16le'] }],
    },
    watch,
  );
  const bytes = Buffer.concat(chunks);
  const samples = Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => Math.abs(bytes.readInt16LE(index * 2)));
  return Math.max(0, samples.indexOf(Math.max(...samples)) - click);
}

interface Room {
  /** Seconds of the file. */
  from: number;
  /** dB. */
  level: number;
}

/** Where in the file only the room is heard, and how loud; null where it never is alone. */
async function findRoom(ffmpeg: Ffmpeg, { path, stream }: SourceTrack, watch: Watch): Promise<Room | null> {
  const meter = peakMeter(buckets.perSecond);
  const form = `aresample=${waveformRate},aformat=sample_fmts=s16:channel_layouts=mono`;
  const outputs = [{ to: meter.take, options: ['-map', '[wave]', '-c:a', 'pcm_s16le', '-f', 's16le'] }];
  const inputs = [{ path: literal(path), options: guarded }];
  const { signal } = watch;
  await runFfmpeg(ffmpeg, { step, inputs, filterGraph: `[0:a:${stream}]${form}[wave]`, outputs }, { signal });
  const alone = roomAlone(Uint8Array.from(meter.result().peaks, toBucket));
  if (!alone) return null;
  const lines = await runFfmpeg(
    ffmpeg,
    {
      step,
      inputs: [{ path: literal(path), options: piece(alone.from) }],
      outputs: [{ to: '-', options: ['-map', `0:a:${stream}`, '-af', 'volumedetect', '-f', 'null'] }],
    },
    { signal },
  );
  const level = /mean_volume: (-?[\d.]+) dB/.exec(lines.join('\n'))?.[1];
  return level === undefined ? null : { from: alone.from, level: Number(level) };
}

const piece = (from: number): string[] => [...guarded, '-ss', String(from), '-t', String(roomSample)];

/** The graph that plays the room to the filter first, so that it learns what to take away, and then cuts that off again. */
function learned(stream: number, late: number, level: number): string {
  const size = Math.round(roomSample * sampleRate);
  const lesson = `asendcmd=c='${margin} afftdn sn start; ${roomSample - margin} afftdn sn stop'`;
  const even = evenSound.join(',');
  return [
    `[0:a:${stream}]${even},apad,atrim=end_sample=${size}[room]`,
    `[1:a:${stream}]${even},apad=pad_len=${late}[voice]`,
    `[room][voice]concat=n=2:v=0:a=1,${lesson},${learning(level)},atrim=start_sample=${size + late},asetpts=PTS-STARTPTS[quiet]`,
  ].join(';');
}

const followed = (stream: number, late: number): string =>
  `[0:a:${stream}]${evenSound.join(',')},apad=pad_len=${late},${following},atrim=start_sample=${late},asetpts=PTS-STARTPTS[quiet]`;

async function makeQuiet(ffmpeg: Ffmpeg, voice: SourceTrack, target: string, watch: Watch): Promise<void> {
  const file = { path: literal(voice.path), options: guarded };
  const late = await lateBy(ffmpeg, { signal: watch.signal });
  const room = ffmpeg.major >= learnsSince ? await findRoom(ffmpeg, voice, watch) : null;
  const part = `${target}.${crypto.randomUUID()}.part`;
  try {
    await runFfmpeg(
      ffmpeg,
      {
        step,
        inputs: room ? [{ ...file, options: piece(room.from) }, file] : [file],
        filterGraph: room ? learned(voice.stream, late, room.level) : followed(voice.stream, late),
        outputs: [{ to: literal(part), options: ['-map', '[quiet]', ...encoding] }],
      },
      watch,
    );
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * A source whose voice has the noise of its room reduced: made where it is not in `target` yet. What a computer played has
 * no such noise and stays as it is, as does everything where this ffmpeg has no filter for it.
 */
export async function quietSource(ffmpeg: Ffmpeg, source: Source, target: string, watch: Watch): Promise<Source> {
  const voice = source.sounds.find(({ kind }) => kind === 'microphone');
  if (!voice || !ffmpeg.filters.includes('afftdn')) return source;
  if (!(await isThere(target))) {
    await mkdir(dirname(target), { recursive: true });
    await makeQuiet(ffmpeg, voice, target, watch);
  }
  const quiet: SourceTrack = { ...voice, path: target, stream: 0, codec: 'aac' };
  return { ...source, sounds: source.sounds.map((track) => (track === voice ? quiet : track)) };
}

const quietUrl = (take: string): string => `/pictures/${take}/quiet.m4a`;

/**
 * Where a take's voice is played from with its noise reduced, as it will sound when it is finished; null where there is
 * none to reduce. Made when it is asked for, once for all who ask.
 */
export function createQuiet(studio: Studio, ffmpeg: () => Promise<Ffmpeg>): (take: Take) => Promise<string | null> {
  const making = new Map<string, Promise<string | null>>();
  const make = async (take: Take): Promise<string | null> => {
    const source = sourceOf(take.tracks, take.duration, (file) => join(takeFolder(studio.paths, take.id), file));
    if (!source) return null;
    const quieted = await quietSource(await ffmpeg(), source, quietFile(studio.paths, take.id), { signal: studio.closing });
    return quieted === source ? null : quietUrl(take.id);
  };
  return (take) => {
    const running = making.get(take.id) ?? make(take).finally(() => making.delete(take.id));
    making.set(take.id, running);
    return running;
  };
}
