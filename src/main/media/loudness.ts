import { type Output, runFfmpeg, type Watch } from './ffmpeg.ts';
import { type Loudness, readLoudness } from './ffmpeg-output.ts';
import { literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import type { SoundPlan } from './plan/plan.ts';
import type { Mastering } from './plan/sound.ts';
import { peakMeter, type Waveform, waveformRate } from './waveform.ts';

/** EBU R128 as agreed for renditions: −16 LUFS ±1, true peak ≤ −1 dBTP. */
const target = -16;
const tolerance = 0.5;
const highestPeak = -1;
/** Before AAC, which may overshoot by about a decibel. */
const ceiling = -2;
/** Between the loudest sample and the true peak lie at most about 3 dB. */
const betweenSamples = 3;
/** Quieter than this is the noise of a room or of a switched-off microphone; making it loud would help no one. */
const floor = -55;

/** How a measured sound is brought to the target; null where there is nothing to be heard. */
export function masteringFor(measured: Loudness | null): Mastering | null {
  if (!measured || measured.integrated < floor) return null;
  const gain = target - measured.integrated;
  return { gain, ceiling: measured.peak + gain + betweenSamples > ceiling ? ceiling : null };
}

/** A better mastering where a finished sound missed the target (the limiter took too much, or AAC overshot); null where it is right. */
export function corrected(used: Mastering, result: Loudness): Mastering | null {
  const tooQuiet = target - result.integrated;
  const tooHigh = result.peak - highestPeak;
  if (Math.abs(tooQuiet) <= tolerance && tooHigh <= 0) return null;
  const lower = tooHigh > 0 ? tooHigh + 0.3 : 0;
  return { gain: used.gain + tooQuiet, ceiling: (used.ceiling ?? ceiling) - lower };
}

export interface SoundMeasure {
  loudness: Loudness | null;
  waveform: Waveform;
}

/** One pass over the sound alone: how loud it is, and its waveform with so many buckets a second. */
export async function measureSound(ffmpeg: Ffmpeg, sound: SoundPlan, watch: Watch, perSecond?: number): Promise<SoundMeasure> {
  const meter = peakMeter(perSecond);
  const outputs: Output[] = [
    { to: '-', options: ['-map', '[measured]', '-f', 'null'] },
    { to: meter.take, options: ['-map', '[wave]', '-c:a', 'pcm_s16le', '-f', 's16le'] },
  ];
  const filterGraph = `${sound.filterGraph};[mix]asplit[loud][small];[loud]ebur128=peak=sample:framelog=verbose[measured];[small]aresample=${waveformRate},aformat=sample_fmts=s16:channel_layouts=mono[wave]`;
  const lines = await runFfmpeg(ffmpeg, { step: 'Listening to the sound', inputs: sound.inputs, filterGraph, outputs }, watch);
  return { loudness: readLoudness(lines), waveform: meter.result() };
}

/** Loudness and true peak of a finished file; null where it is silent. */
async function measureFile(ffmpeg: Ffmpeg, path: string, watch: Watch): Promise<Loudness | null> {
  const work = {
    step: 'Checking the loudness',
    inputs: [{ path: literal(path), options: [] }],
    outputs: [{ to: '-', options: ['-map', '0:a:0', '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null'] }],
  };
  return readLoudness(await runFfmpeg(ffmpeg, work, watch));
}

const mostRounds = 3;

/**
 * Measures a finished sound and, where it missed the target, has it made again with a better mastering, a few times at
 * most. Answers how loud it is in the end; null where it is silent.
 */
export async function settle(
  ffmpeg: Ffmpeg,
  file: string,
  first: Mastering,
  remake: (better: Mastering) => Promise<void>,
  watch: Watch,
): Promise<Loudness | null> {
  let used = first;
  for (let round = 1; ; round += 1) {
    const loudness = await measureFile(ffmpeg, file, watch);
    const better = loudness && corrected(used, loudness);
    if (!better || round === mostRounds) return loudness;
    await remake(better);
    used = better;
  }
}
