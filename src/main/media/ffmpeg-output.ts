/** Pure readers of what ffmpeg says while it works. */

/** Seconds of output so far, from a status line (`frame= 412 fps= 88 … time=00:00:13.73 bitrate=…`), or null for any other line. */
export function readTime(line: string): number | null {
  const found = /\btime=(\d+):(\d{2}):(\d{2}(?:\.\d+)?)/.exec(line);
  if (!found) return null;
  const [, hours, minutes, seconds] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** How many pictures the first output has, from the last status line; null where there is none. */
export function readFrames(lines: readonly string[]): number | null {
  const found = lines.map((line) => /^frame=\s*(\d+)/.exec(line)?.[1]).findLast((count) => count !== undefined);
  return found === undefined ? null : Number(found);
}

/** Whether a run failed because there was no room for what it writes. */
export const isDiskFull = (lines: readonly string[]): boolean =>
  lines.some((line) => /No space left on device|Disk quota exceeded|There is not enough space on the disk/i.test(line));

/** Parts of a longer work with their weights: a part's own progress becomes progress of the whole, which never goes back. */
export function weighted(weights: readonly number[], report: (progress: number) => void): (part: number, progress: number) => void {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let shown = 0;
  return (part, progress) => {
    const before = weights.slice(0, part).reduce((sum, weight) => sum + weight, 0);
    const next = (before + (weights[part] ?? 0) * Math.min(1, Math.max(0, progress))) / total;
    if (next <= shown) return;
    shown = next;
    report(next);
  };
}

export interface Loudness {
  /** LUFS over the whole. */
  integrated: number;
  /** dBTP where the true peak was measured, else dBFS of the loudest sample. */
  peak: number;
}

/** Below this the meter says only that there was nothing to measure. */
const silence = -69;

/** The summary that `ebur128` prints at its end; null for silence. */
export function readLoudness(lines: readonly string[]): Loudness | null {
  const summary = lines.slice(lines.findLastIndex((line) => line.includes('Summary:')));
  const figure = (pattern: RegExp): number | undefined => {
    const text = summary.map((line) => pattern.exec(line)?.[1]).findLast((found) => found !== undefined);
    return text === undefined ? undefined : Number(text);
  };
  const integrated = figure(/\bI:\s+(-?[\d.]+) LUFS/);
  const peak = figure(/\bPeak:\s+(-?[\d.]+|-inf) dBFS/);
  if (integrated === undefined || integrated < silence || peak === undefined || !Number.isFinite(peak)) return null;
  return { integrated, peak };
}

/** The line that says why, out of the last lines of a failed run, without paths of this machine. */
export function readReason(lines: readonly string[]): string {
  const telling = lines.filter(
    (line) => /error|invalid|unable|no such|not found|failed|cannot|no space/i.test(line) && !/^Conversion failed/.test(line),
  );
  const line = telling.at(-1) ?? lines.findLast((text) => text.trim() !== '') ?? 'ffmpeg ended without a word';
  return line
    .replace(/^\[[^\]]*\]\s*/, '')
    .replace(/(file:)?([A-Z]:)?[\\/][^\s:']*[\\/]/g, '')
    .slice(0, 200)
    .trim();
}
