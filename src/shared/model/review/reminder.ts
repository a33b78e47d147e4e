import { z } from 'zod';
import { Id, Instant } from '../ids.ts';

/** due-soon, overdue: to the reviewer who is on it · points-wait: to the author to whom it came back. */
export const ReminderKind = z.enum(['due-soon', 'overdue', 'points-wait']);
export type ReminderKind = z.infer<typeof ReminderKind>;

export const Reminder = z.object({
  moduleId: Id,
  title: z.string(),
  kind: ReminderKind,
  /** The day it is due, or the moment it came back. */
  since: z.union([z.iso.date(), Instant]),
  page: z.url(),
});
export type Reminder = z.infer<typeof Reminder>;

const hour = 3_600_000;
const day = 24 * hour;

/** A review is due soon from so long before its day ends; what is late is said again after so long; in milliseconds. */
const soon = 2 * day;
const again = 2 * day;
/** Points wait so long before they are said, and between one time and the next; in milliseconds. */
const patience = 3 * day;

/** What someone did about a reminder: when she last had the thing before her, and until when she wants to hear nothing. */
export interface Attention {
  lastAt: string | null;
  quietUntil: string | null;
}

const ms = (instant: string | null): number => (instant === null ? Number.NEGATIVE_INFINITY : Date.parse(instant));

/** Something begins at `from` and is said again `every` so often: whether it is to be said now to who last heard of it at `last`. */
const isSaid = (now: number, from: number, last: number, every: number): boolean => now >= from && (last < from || now - last >= every);

/** Whether the reviewer who is on a module is reminded now. A module is due until the end of its day, e.g. `2026-11-30`, in UTC. */
export function reviewerReminder(dueOn: string, now: string, { lastAt, quietUntil }: Attention): 'due-soon' | 'overdue' | null {
  const [at, last, ends] = [ms(now), ms(lastAt), Date.parse(dueOn) + day];
  if (at < ms(quietUntil)) return null;
  if (at >= ends) return isSaid(at, ends, last, again) ? 'overdue' : null;
  return isSaid(at, ends - soon, last, Number.POSITIVE_INFINITY) ? 'due-soon' : null;
}

/** Whether an author is reminded now of points that wait for her since a module came back. */
export function authorReminder(backSince: string, now: string, { lastAt, quietUntil }: Attention): 'points-wait' | null {
  if (ms(now) < ms(quietUntil)) return null;
  return isSaid(ms(now), ms(backSince) + patience, ms(lastAt), patience) ? 'points-wait' : null;
}

/** "Overdue", "Due soon": what a reminder says before the title. */
export const reminderWords: Record<ReminderKind, string> = {
  'due-soon': 'Due soon',
  overdue: 'Overdue',
  'points-wait': 'Back from review, with things to do',
};
