import { z } from 'zod';
import { Id, Instant, Seconds } from '../../shared/model/ids.ts';
import { Redoes, TrackKind } from '../../shared/model/take.ts';
import { type LossKind, type PictureCounts, TakeEvent } from '../../shared/model/take-event.ts';

/**
 * What is known of a recorded track before it is probed: `segment` is its file under `segments/`,
 * `offset` the seconds from the take's start to its first sample.
 */
export const JournalTrack = z.object({ kind: TrackKind, mimeType: z.string(), offset: z.number(), segment: z.string() });
export type JournalTrack = z.infer<typeof JournalTrack>;

const moment = { time: Instant };
const at = { ...moment, at: Seconds };

/** One line of `journal.jsonl`. `time` is the clock on the wall, `at` seconds of the take (pauses are not part of it). */
export const JournalLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('begin'),
    ...moment,
    version: z.literal(1),
    take: Id,
    title: z.string(),
    tracks: z.array(JournalTrack),
    redoes: Redoes.nullable().default(null),
  }),
  z.object({ type: z.literal('mark'), ...at }),
  z.object({ type: z.literal('pause'), ...at }),
  z.object({ type: z.literal('resume'), ...at }),
  z.object({ type: z.literal('event'), ...at, event: TakeEvent }),
  z.object({ type: z.literal('stop'), ...moment }),
]);
export type JournalLine = z.infer<typeof JournalLine>;

/** A stretch in which a source gave nothing; `until` is null where it did not come back. */
export interface Loss {
  kind: TrackKind;
  how: LossKind;
  at: number;
  until: number | null;
}

/** What a journal tells of a take. `begin` is null where not even the first line came to the disk. */
export interface JournalStory {
  begin: Extract<JournalLine, { type: 'begin' }> | null;
  marks: number[];
  pauses: { at: number; seconds: number }[];
  losses: Loss[];
  sleeps: { at: number; seconds: number }[];
  /** How many pictures had come, at moments of the take. */
  frames: { at: number; counts: Partial<Record<TrackKind, PictureCounts>> }[];
  stopped: boolean;
  /** Lines that could not be read: a torn last one after a crash, or one of a newer program. */
  unread: number;
}

function readLine(text: string): JournalLine | null {
  try {
    const parsed = JournalLine.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function takeIn(story: JournalStory, at: number, event: TakeEvent): void {
  if (event.type === 'frames') story.frames.push({ at, counts: event.counts });
  else if (event.type === 'slept') {
    if (!story.sleeps.some((known) => known.at === at)) story.sleeps.push({ at, seconds: event.seconds });
  } else {
    const open = story.losses.find((loss) => loss.kind === event.kind && loss.until === null);
    if (event.type === 'found' && open) open.until = at;
    if (event.type === 'lost' && !open) story.losses.push({ kind: event.kind, how: event.how, at, until: null });
  }
}

/**
 * Reads a journal as far as it goes: what cannot be read is counted and left out, what stands around it is kept. What is said
 * twice, because its answer got lost, is one.
 */
export function parseJournal(text: string): JournalStory {
  const story: JournalStory = { begin: null, marks: [], pauses: [], losses: [], sleeps: [], frames: [], stopped: false, unread: 0 };
  let pausedSince: { at: number; time: number } | null = null;
  for (const raw of text.split('\n')) {
    if (raw.trim() === '') continue;
    const line = readLine(raw);
    if (line === null) story.unread += 1;
    else if (line.type === 'begin') story.begin ??= line;
    else if (line.type === 'mark') story.marks = [...new Set([...story.marks, line.at])];
    else if (line.type === 'event') takeIn(story, line.at, line.event);
    else if (line.type === 'stop') story.stopped = true;
    else if (line.type === 'pause') pausedSince ??= { at: line.at, time: Date.parse(line.time) };
    else if (pausedSince) {
      story.pauses.push({ at: pausedSince.at, seconds: (Date.parse(line.time) - pausedSince.time) / 1000 });
      pausedSince = null;
    }
  }
  return story;
}
