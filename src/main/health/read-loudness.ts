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
