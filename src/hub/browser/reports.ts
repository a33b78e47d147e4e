import type { LearningRecord } from '../../shared/xapi/record.ts';

/**
 * What became of reports that were sent. `not-yours`: someone else is signed in by now than opened the page. `refused`: the hub will
 * not take them at any other time either.
 */
export type Outcome = 'arrived' | 'later' | 'not-yours' | 'too-large' | 'refused';

/** What was answered: its status, the code where the hub refused, and what of the reports it did not take where it took them. */
export interface Answered {
  status: number;
  code?: unknown;
  refused?: unknown;
}

/**
 * Reads an answer; null where there was none. Who has to sign in again, or to wait, still has something to say, and so has who was
 * answered by something else than the hub, as by a proxy while the hub is brought up to date.
 */
export function outcomeOf(answered: Answered | null): Outcome {
  if (answered === null) return 'later';
  const { status, code, refused } = answered;
  if (code === 'READER_CHANGED') return 'not-yours';
  if (status >= 500 || status === 401 || status === 408 || status === 429) return 'later';
  if (status === 413) return 'too-large';
  if (Array.isArray(refused)) return 'arrived';
  return typeof code === 'string' ? 'refused' : 'later';
}

/** That a module was opened, watched to its end or answered is what its author hears of; how it was played is told anew by each pause. */
const counts: ReadonlySet<string> = new Set(['initialized', 'answered', 'completed']);

/** At most so many reports: what gives way first is how videos were played, the oldest first. */
export function within(reports: readonly LearningRecord[], most: number): LearningRecord[] {
  let over = reports.length - most;
  const fits = (keep: (report: LearningRecord) => boolean) => (report: LearningRecord) => {
    if (over <= 0 || keep(report)) return true;
    over -= 1;
    return false;
  };
  return reports.filter(fits(({ event }) => counts.has(event.verb))).filter(fits(() => false));
}

const encoder = new TextEncoder();
export const bytesOf = (text: string): number => encoder.encode(text).byteLength;

/** What of them goes together, as JSON: so many at most, and within so many bytes where it is more than one. */
export function parcelOf(reports: readonly LearningRecord[], most: number, bytes: number): LearningRecord[] {
  let left = bytes - 1;
  const over = reports.slice(0, most).findIndex((report) => {
    left -= bytesOf(JSON.stringify(report)) + 1;
    return left < 0;
  });
  return reports.slice(0, over < 0 ? most : Math.max(1, over));
}

/** How many are sent next: half of what was too large, and again more once something arrived. */
export function nextBatch(sent: number, outcome: Outcome, most: number): number {
  if (outcome === 'too-large') return Math.max(1, Math.floor(sent / 2));
  return outcome === 'arrived' ? Math.min(most, sent * 2) : sent;
}

/** What nobody came back to for this long is thrown away, in milliseconds. */
const longestKept = 30 * 24 * 60 * 60 * 1000;

/** Reports as a browser kept them (`{ at, records }` as JSON); none where that is not what was written, or too old. */
export function keptIn(text: string | null, now: number): LearningRecord[] {
  try {
    const kept: { at?: unknown; records?: unknown } | null = JSON.parse(text ?? 'null');
    const isFresh = typeof kept?.at === 'number' && now - kept.at < longestKept;
    // The hub looks at each of them as at any other.
    return isFresh && Array.isArray(kept.records) ? (kept.records as LearningRecord[]) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
