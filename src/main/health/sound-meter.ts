/** Windows in which sound is looked at, in seconds. */
export const windowSeconds = 0.1;
export const meterRate = 48_000;

/** From here on, of full scale, a sample is as loud as can be; so many of them in a row are a clipped peak. */
const full = 32_440;
const clippedRun = 3;
const fullScale = 32_768;

const decibels = (share: number): number => (share > 0 ? 20 * Math.log10(share) : Number.NEGATIVE_INFINITY);

/** One track's windows as they were measured so far. */
export class SoundWindows {
  readonly levels: number[] = [];
  readonly clips: number[] = [];
  #peak = 0;
  #squares = 0;
  #inWindow = 0;
  #run = 0;
  #clipped = 0;
  readonly #size = Math.round(meterRate * windowSeconds);

  /** dBFS of the loudest sample. */
  get peak(): number {
    return decibels(this.#peak / fullScale);
  }

  take(sample: number): void {
    const size = sample < 0 ? -sample : sample;
    if (size > this.#peak) this.#peak = size;
    this.#squares += sample * sample;
    if (size >= full) {
      this.#run += 1;
      if (this.#run === clippedRun) this.#clipped += 1;
    } else this.#run = 0;
    this.#inWindow += 1;
    if (this.#inWindow === this.#size) this.#close();
  }

  /** The last window, however short it is. */
  end(): void {
    if (this.#inWindow > 0) this.#close();
  }

  #close(): void {
    this.levels.push(decibels(Math.sqrt(this.#squares / this.#inWindow) / fullScale));
    this.clips.push(this.#clipped);
    this.#squares = 0;
    this.#inWindow = 0;
    this.#clipped = 0;
  }
}

/** Takes interleaved 16-bit samples (little endian) of so many tracks as they come, in pieces of any length. */
export function soundMeter(tracks: number): { take(chunk: Uint8Array): void; result(): SoundWindows[] } {
  const windows = Array.from({ length: tracks }, () => new SoundWindows());
  let rest: Uint8Array = new Uint8Array(0);
  const block = 2 * tracks;
  return {
    take(chunk) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const whole = bytes.length - (bytes.length % block);
      for (let at = 0; at < whole; at += block) {
        for (let track = 0; track < tracks; track += 1) {
          const low = at + 2 * track;
          windows[track]?.take((((bytes[low + 1] ?? 0) << 24) >> 16) | (bytes[low] ?? 0));
        }
      }
      rest = bytes.slice(whole);
    },
    result() {
      for (const each of windows) each.end();
      return windows;
    },
  };
}
