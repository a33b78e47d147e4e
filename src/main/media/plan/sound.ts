import { covers, type Inputs, seconds } from './inputs.ts';
import type { Source, Sources } from './sources.ts';
import { type Run, sampleRate, samplesPerFrame } from './timeline.ts';

/** Gain and limiter that bring a sound to the loudness of renditions. */
export interface Mastering {
  /** dB. */
  gain: number;
  /** Greatest true peak in dBTP before AAC, or null where nothing reaches it. */
  ceiling: number | null;
}

const form = 'aformat=sample_fmts=fltp:channel_layouts=stereo';

/** Brings a track to the rate and form of renditions; gaps inside are filled, so that nothing slides. */
export const evenSound = [`aresample=${sampleRate}:async=1:first_pts=0`, form];

/** Whether anything of an edit is heard. */
export const hasSound = (runs: readonly Run[], sources: Sources): boolean =>
  runs.some((run) => sources[run.source]?.sounds.some((track) => covers(track, run)));

/** One label for the sounds of a run, mixed, in step with the run's clock and exactly as long as its kept pieces. */
export function soundOfRun(run: Run, source: Source, name: string, inputs: Inputs): string[] {
  const tracks = source.sounds.filter((track) => covers(track, run));
  if (tracks.length === 0) return [`anullsrc=r=${sampleRate}:cl=stereo,atrim=end_sample=${run.frames * samplesPerFrame},${form}[${name}]`];
  const samples = Math.ceil(run.length * sampleRate) + samplesPerFrame;
  const chains = tracks.map((track, index) => {
    const { index: input, at } = inputs.open(track, run, false);
    const early = run.from - at;
    const filters = [
      // Late tracks begin with silence, early ones are cut.
      ...(early < 0 ? [`asetpts=PTS+${seconds(-early)}/TB`] : []),
      ...evenSound,
      ...(early > 0 ? [`atrim=start_sample=${Math.round(early * sampleRate)}`, 'asetpts=PTS-STARTPTS'] : []),
      'apad',
      `atrim=end_sample=${samples}`,
    ];
    return `[${input}:a:${track.stream}]${filters.join(',')}[${name}t${index}]`;
  });
  const labels = tracks.map((_, index) => `[${name}t${index}]`).join('');
  // amix divides by the number of inputs; the volume gives it back.
  const mixed =
    tracks.length > 1
      ? `${labels}amix=inputs=${tracks.length}:duration=first:dropout_transition=0,volume=${tracks.length}`
      : `${labels}anull`;
  return [...chains, ...cutPieces(run, mixed, name)];
}

function cutPieces(run: Run, mixed: string, name: string): string[] {
  const count = run.pieces.length;
  const labels = run.pieces.map((_, index) => `[${name}p${index}]`);
  const split = `${mixed}${count > 1 ? `,asplit=${count}` : ''}${labels.join('')}`;
  const cuts = run.pieces.map(({ first, frames }, index) => {
    const range = `start_sample=${first * samplesPerFrame}:end_sample=${(first + frames) * samplesPerFrame}`;
    return `[${name}p${index}]atrim=${range},asetpts=PTS-STARTPTS[${name}${count > 1 ? `c${index}` : ''}]`;
  });
  if (count === 1) return [split, ...cuts];
  return [split, ...cuts, `${run.pieces.map((_, index) => `[${name}c${index}]`).join('')}concat=n=${count}:v=0:a=1[${name}]`];
}

/** Filters of the mastering. The limiter works at four times the rate, because true peaks lie between samples. */
export function mastering({ gain, ceiling }: Mastering): string {
  const volume = `volume=${gain.toFixed(2)}dB`;
  if (ceiling === null) return volume;
  const limit = (10 ** (ceiling / 20)).toFixed(4);
  return `${volume},aresample=${4 * sampleRate},alimiter=limit=${limit}:level=disabled:attack=5:release=50,aresample=${sampleRate}`;
}

/** Stretches of silence around the sounds, in frames. */
export interface Around {
  before: number;
  after: number;
}

const silence = (frames: number, name: string): string[] =>
  frames > 0 ? [`anullsrc=r=${sampleRate}:cl=stereo,atrim=end_sample=${frames * samplesPerFrame},${form}[${name}]`] : [];

/** All sounds of an edit one after the other, under one label, with silence where cards are seen. */
export function soundGraph(
  runs: readonly Run[],
  sources: Sources,
  inputs: Inputs,
  label: string,
  { before, after }: Around = { before: 0, after: 0 },
): string[] {
  const parts = runs.flatMap((run, index) => {
    const source = sources[run.source];
    return source ? soundOfRun(run, source, `a${index}`, inputs) : [];
  });
  const names = [...(before > 0 ? ['ab'] : []), ...runs.map((_, index) => `a${index}`), ...(after > 0 ? ['ae'] : [])];
  const labels = names.map((name) => `[${name}]`).join('');
  const join = names.length > 1 ? `${labels}concat=n=${names.length}:v=0:a=1[${label}]` : `${labels}anull[${label}]`;
  return [...silence(before, 'ab'), ...parts, ...silence(after, 'ae'), join];
}
