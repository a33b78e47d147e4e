/** Loudest sample per bucket, 0 to 1. */
export interface Waveform {
  perSecond: number;
  peaks: number[];
}

/** Samples a second of the sound a waveform is drawn from; more would not be seen. */
export const waveformRate = 8_000;
const perSecond = 50;
const fullScale = 32_768;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Takes 16-bit mono samples (little endian, at `waveformRate`) as they come, in pieces of any length. */
export function peakMeter(rate = perSecond): { take(chunk: Uint8Array): void; result(): Waveform } {
  const perBucket = waveformRate / rate;
  const peaks: number[] = [];
  let loudest = 0;
  let inBucket = 0;
  let odd: number | null = null;

  const sample = (low: number, high: number) => {
    const value = ((high << 24) >> 16) | low;
    const size = Math.abs(value);
    if (size > loudest) loudest = size;
    inBucket += 1;
    if (inBucket < perBucket) return;
    peaks.push(rounded(loudest / fullScale));
    loudest = 0;
    inBucket = 0;
  };

  return {
    take(chunk) {
      let at = 0;
      if (odd !== null && chunk.length > 0) {
        sample(odd, chunk[0] ?? 0);
        odd = null;
        at = 1;
      }
      for (; at + 1 < chunk.length; at += 2) sample(chunk[at] ?? 0, chunk[at + 1] ?? 0);
      if (at < chunk.length) odd = chunk[at] ?? 0;
    },
    result: () => ({ perSecond: rate, peaks: inBucket > 0 ? [...peaks, rounded(loudest / fullScale)] : [...peaks] }),
  };
}

/** The same waveform after a gain in dB. */
export const amplified = ({ perSecond: rate, peaks }: Waveform, gain: number): Waveform => ({
  perSecond: rate,
  peaks: peaks.map((peak) => rounded(Math.min(1, peak * 10 ** (gain / 20)))),
});

/** A waveform of silence. */
export const flat = (duration: number): Waveform => ({
  perSecond,
  peaks: Array.from({ length: Math.ceil(duration * perSecond) }, () => 0),
});
