import { clock } from '../clock.ts';
import type { Anchor } from './anchor.ts';
import type { Fresh } from './by-file.ts';
import type { Severity, Turn } from './comment.ts';
import type { Place } from './locate.ts';
import type { Stretch } from './moment.ts';

export const severityWords: Record<Severity, string> = { must: 'Must', should: 'Should', idea: 'Idea' };

/** What each severity means to who chooses it. */
export const severityMeans: Record<Severity, string> = {
  must: 'not approved before it is settled',
  should: 'better with it',
  idea: 'take it or leave it',
};

export const turnWords: Record<Turn['state'], string> = {
  resolved: 'Settled',
  taken: 'Suggestion taken',
  reopened: 'Opened again',
};

/** A stretch of a video's file in the times of its player, which counts from where what it shows begins. */
export const stretchWords = ({ from, to }: Stretch, begins = 0): string =>
  to === undefined ? clock(from - begins) : `${clock(from - begins)}–${clock(to - begins)}`;

/** What of its block a comment speaks of, in a word; null for the block or the module as a whole. Quotes are shown as quotes. */
export function spokenOf(anchor: Anchor, place: Place): string | null {
  if (anchor.kind === 'region') return 'A part of the picture';
  if (anchor.kind === 'moment') return `At ${stretchWords(place.stretch ?? anchor, place.begins)}`;
  return null;
}

/** Says what became of what a comment speaks of, to whoever reads it; null where it is as it was. */
export function changeWords(anchor: Anchor, { now, blockId, guessed }: Place): string | null {
  if (now === 'same') return null;
  if (now === 'gone') {
    if (anchor.kind === 'moment' && blockId) return 'This moment was cut out since this was said.';
    return blockId ? 'What this speaks of was taken out since it was said.' : 'The part this speaks of is gone.';
  }
  if (anchor.kind === 'moment') return 'The video was changed since this was said. The moment is where it should be by its length.';
  return guessed ? 'Changed since this was said. This is where it stands most likely.' : 'Changed since this was said.';
}

const counted = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]);

/** "2 comments, 1 answer": what of a file was not known before; empty where all was. */
export const freshWords = ({ comments, replies, turns, advice }: Fresh): string =>
  [
    ...counted(comments, 'comment', 'comments'),
    ...counted(replies, 'answer', 'answers'),
    ...counted(turns, 'comment settled or opened again', 'comments settled or opened again'),
    ...counted(advice, 'piece of advice', 'pieces of advice'),
  ].join(', ');
