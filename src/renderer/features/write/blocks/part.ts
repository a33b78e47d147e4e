import type { Stretch, VideoBlock } from '../../../../shared/model/blocks/video.ts';
import type { Cue } from '../../../../shared/model/captions/captions.ts';
import { readCaptions } from '../../../../shared/model/captions/read.ts';

/** Shorter than this is a slip of the hand, in seconds. */
export const shortestPart = 0.5;

/** A part whose beginning or end was moved; the other one makes way, as far as the video goes. */
export function moved(part: Stretch, end: keyof Stretch, to: number, duration: number): Stretch {
  if (end === 'from') {
    const from = Math.min(Math.max(0, to), Math.max(0, duration - shortestPart));
    return { from, to: Math.max(part.to, Math.min(from + shortestPart, duration)) };
  }
  const until = Math.max(Math.min(to, duration), Math.min(shortestPart, duration));
  return { from: Math.min(part.from, Math.max(0, until - shortestPart)), to: until };
}

/** As it is kept: nothing where all of the video is shown. */
export const asPart = (part: Stretch, duration: number): Stretch | undefined =>
  part.from < 0.05 && part.to > duration - 0.05 ? undefined : part;

export type Chapter = Pick<Cue, 'from' | 'to' | 'text'>;

/** The chapters of a video as parts of it. None where it has none, or its file cannot be read as one. */
export async function chaptersOf({ chapters, duration }: Pick<VideoBlock['attrs'], 'chapters' | 'duration'>): Promise<Chapter[]> {
  if (!chapters) return [];
  const response = await fetch(`/media/${chapters}`);
  if (!response.ok) throw await response.json();
  const read = await readCaptions(await response.text(), () => crypto.randomUUID());
  return (read?.cues ?? []).flatMap(({ from, to, text }) => {
    const end = Math.min(to, duration);
    return end > from ? [{ from, to: end, text: text.replaceAll('\n', ' ') }] : [];
  });
}
