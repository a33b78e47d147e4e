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
  readonly #runs = [0, 0];
  #clipped = 0;
  readonly #size = Math.round(meterRate * windowSeconds);

  /** dBFS of the loudest sample. */
  get peak(): number {
    return decibels(this.#peak / fullScale);
  }

  /** A sample of each side. They are not mixed: what one side has too much of, or both against each other, would be gone. */
  take(left: number, right: number): void {
    this.#side(0, left);
    this.#side(1, right);
    this.#inWindow += 1;
    if (this.#inWindow === this.#size) this.#close();
  }

  #side(side: 0 | 1, sample: number): void {
    const size = sample < 0 ? -sample : sample;
    if (size > this.#peak) this.#peak = size;
    this.#squares += sample * sample;
    if (size < full) this.#runs[side] = 0;
    else {
      const run = (this.#runs[side] ?? 0) + 1;
      this.#runs[side] = run;
      if (run === clippedRun) this.#clipped += 1;
    }
  }

  /** The last window, however short it is. */
  end(): void {
    if (this.#inWindow > 0) this.#close();
  }

  #close(): void {
    this.levels.push(decibels(Math.sqrt(this.#squares / (2 * this.#inWindow)) / fullScale));
    this.clips.push(this.#clipped);
    this.#squares = 0;
    this.#inWindow = 0;
    this.#clipped = 0;
  }
}

const sampleAt = (bytes: Uint8Array, at: number): number => (((bytes[at + 1] ?? 0) << 24) >> 16) | (bytes[at] ?? 0);

/** Takes interleaved 16-bit samples (little endian) of both sides of so many tracks as they come, in pieces of any length. */
export function soundMeter(tracks: number): { take(chunk: Uint8Array): void; result(): SoundWindows[] } {
  const windows = Array.from({ length: tracks }, () => new SoundWindows());
  let rest: Uint8Array = new Uint8Array(0);
  const block = 4 * tracks;
  return {
    take(chunk) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const whole = bytes.length - (bytes.length % block);
      for (let at = 0; at < whole; at += block) {
        for (let track = 0; track < tracks; track += 1) {
          const here = at + 4 * track;
          windows[track]?.take(sampleAt(bytes, here), sampleAt(bytes, here + 2));
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
