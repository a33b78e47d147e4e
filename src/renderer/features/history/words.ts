import { format, isThisYear, isToday, isYesterday } from 'date-fns';
import type { MomentKind } from '../../../shared/model/history/moment.ts';

/** Why the studio kept a version, where the author gave it no name. */
export const kindWords: Record<MomentKind, string> = {
  pause: 'Kept while you worked',
  named: 'Kept by you',
  'handed-in': 'Handed in',
  restored: 'Before an older version was brought back',
  merged: 'From another window, before both were put together',
  'handed-out': 'Handed out for review as a file',
  replaced: 'Before something else took its place',
  brought: 'Came in a file',
};

export function dayWords(at: string): string {
  const day = new Date(at);
  if (isToday(day)) return 'Today';
  if (isYesterday(day)) return 'Yesterday';
  return format(day, isThisYear(day) ? 'EEEE, d MMMM' : 'd MMMM yyyy');
}

export const timeWords = (at: string): string => format(new Date(at), 'HH:mm');

/** "Today, 14:05" in the middle of a sentence, or the name that the author gave. */
export const momentName = ({ name, at }: { name: string | null; at: string }): string =>
  name ? `“${name}”` : `${dayWords(at)}, ${timeWords(at)}`;
