import type { Stretch } from '../../shared/model/health/stretches.ts';
import { TrackKind } from '../../shared/model/take.ts';
import { readLoudness } from '../media/ffmpeg-output.ts';

/** Which filter, by the name it was given, a line of ffmpeg begins to speak for: `[ebur128@microphone @ 0x…] Summary:`. */
const speaker = /^\[(?:\w+@)(\w+) @ 0x[0-9a-f]+\]/;

/** Loudness by track, from the summaries that each `ebur128@<kind>` prints at its end; silence is left out. */
export function readLoudnesses(lines: readonly string[]): Map<TrackKind, number> {
  const found = new Map<TrackKind, number>();
  for (const [index, line] of lines.entries()) {
    if (!line.includes('Summary:')) continue;
    const kind = TrackKind.safeParse(speaker.exec(line)?.[1]);
    const end = lines.findIndex((other, at) => at > index && other.startsWith('['));
    const loudness = readLoudness([...lines.slice(index, end === -1 ? undefined : end), 'Peak: 0 dBFS']);
    if (kind.success && loudness) found.set(kind.data, loudness.integrated);
  }
  return found;
}

const figure = (pattern: RegExp, line: string): number | null => {
  const text = pattern.exec(line)?.[1];
  return text === undefined ? null : Number(text);
};

/** Gathers what `blackdetect` and `freezedetect` say as they go along. */
export class PictureLines {
  readonly black: Stretch[] = [];
  readonly frozen: Stretch[] = [];
  #frozenSince: number | null = null;

  take(line: string): void {
    const [from, to] = [figure(/black_start:\s*(-?[\d.]+)/, line), figure(/black_end:\s*(-?[\d.]+)/, line)];
    if (from !== null && to !== null) this.black.push({ from, to });
    const begins = figure(/freeze_start:\s*(-?[\d.]+)/, line);
    if (begins !== null) this.#frozenSince = begins;
    const ends = figure(/freeze_end:\s*(-?[\d.]+)/, line);
    if (ends !== null && this.#frozenSince !== null) {
      this.frozen.push({ from: this.#frozenSince, to: ends });
      this.#frozenSince = null;
    }
  }

  /** A picture that stands still to its end is never said to move again. */
  end(duration: number): void {
    if (this.#frozenSince !== null && duration > this.#frozenSince) this.frozen.push({ from: this.#frozenSince, to: duration });
    this.#frozenSince = null;
  }
}
