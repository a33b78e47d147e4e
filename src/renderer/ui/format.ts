import { formatDistanceToNowStrict } from 'date-fns';

export { clock } from '../../shared/model/clock.ts';

/** Bytes in MB, as people know them from their files; in GB where MB would be a long number. */
export function megabytes(bytes: number): string {
  const size = bytes / 1e6;
  if (size >= 10_000) return `${Math.round(size / 1000)} GB`;
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} MB`;
}

const minute = 60_000;

/** "2 minutes ago", and "just now" where seconds would only flicker; whoever shows it puts `exactly` into the title. */
export const ago = (instant: string): string =>
  Date.now() - Date.parse(instant) < minute ? 'just now' : formatDistanceToNowStrict(new Date(instant), { addSuffix: true });

export const exactly = (instant: string): string => new Date(instant).toLocaleString();
