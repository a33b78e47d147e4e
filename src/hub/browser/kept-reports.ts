import { withStorage } from '../../player/elements/storage.ts';
import type { LearningRecord } from '../../shared/xapi/record.ts';
import { keptIn } from './reports.ts';

/** Reports belong to whose they are: several people may use a browser. */
const prefixOf = (reader: string): string => `showhow:reports:${reader}:`;

/** Keeps in this browser what a visit of a page has not handed over yet; of nothing nothing is kept. */
export function keepReports(reader: string, session: string, records: readonly LearningRecord[]): void {
  const key = prefixOf(reader) + session;
  withStorage((storage) => {
    if (records.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify({ at: Date.now(), records }));
  });
}

/**
 * What earlier visits of this person could not hand over, as when the hub was away until their page was closed. They are this
 * visit's from now on. A page that is still open may hand over the same: the hub keeps each report once.
 */
export function takeUpReports(reader: string): LearningRecord[] {
  const found = withStorage((storage) => {
    const keys = Object.keys(storage).filter((key) => key.startsWith(prefixOf(reader)));
    return keys.flatMap((key) => {
      const records = keptIn(storage.getItem(key), Date.now());
      storage.removeItem(key);
      return records;
    });
  });
  return found ?? [];
}
