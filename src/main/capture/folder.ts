import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { TrackKind } from '../../shared/model/take.ts';
import type { WorkspacePaths } from '../studio.ts';
import { type JournalStory, type JournalTrack, parseJournal } from './journal.ts';

type TakeRoot = Pick<WorkspacePaths, 'takes' | 'bin'>;

/** Where a take lies, and where it lies after it was discarded. */
export const takeFolder = (paths: TakeRoot, id: string): string => join(paths.takes, id);
export const discardedTakes = ({ bin }: Pick<TakeRoot, 'bin'>): string => join(bin, 'takes');
export const discardedFolder = (paths: TakeRoot, id: string): string => join(discardedTakes(paths), id);
export const journalFile = (folder: string): string => join(folder, 'journal.jsonl');
export const segmentsFolder = (folder: string): string => join(folder, 'segments');

export const segmentName = (kind: TrackKind, mimeType: string): string => `${kind}-1.${/\bwebm\b/.test(mimeType) ? 'webm' : 'mp4'}`;

const absent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The take's journal as far as it can be read; an empty story where there is none. */
export async function readJournal(folder: string): Promise<JournalStory> {
  try {
    return parseJournal(await readFile(journalFile(folder), 'utf8'));
  } catch (error) {
    if (absent(error)) return parseJournal('');
    throw error;
  }
}

/** A recorded track as it lies on disk: as its page wrote it, or already as the file of its own that is made of that. */
export interface RecordedTrack extends JournalTrack {
  path: string;
  bytes: number;
  settled: boolean;
}

/** The file of its own that is made of a segment. */
export const settledName = (kind: TrackKind, segment: string): string => `${kind}${extname(segment)}`;

async function bytesOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (absent(error)) return 0;
    throw error;
  }
}

async function segmentsOnDisk(folder: string): Promise<string[]> {
  try {
    return (await readdir(segmentsFolder(folder))).sort();
  } catch (error) {
    if (absent(error)) return [];
    throw error;
  }
}

/**
 * The tracks of a take that have bytes on disk: with the journal's facts where it has them, else (a crash before the
 * first line was whole) as their file names say. A segment that is gone became a file of its own: after a loss of power the
 * database may know nothing of that yet.
 */
export async function recordedTracks(folder: string): Promise<RecordedTrack[]> {
  const { begin } = await readJournal(folder);
  const tracks: RecordedTrack[] = [];
  for (const segment of await segmentsOnDisk(folder)) {
    const kind = TrackKind.safeParse(segment.replace(/-1\.(mp4|webm)$/, ''));
    const path = join(segmentsFolder(folder), segment);
    const bytes = await bytesOf(path);
    if (!kind.success || bytes === 0) continue;
    const told = begin?.tracks.find((track) => track.segment === segment);
    const guessed = { kind: kind.data, mimeType: segment.endsWith('webm') ? 'video/webm' : 'video/mp4', offset: 0, segment };
    tracks.push({ ...(told ?? guessed), path, bytes, settled: false });
  }
  for (const told of begin?.tracks ?? []) {
    if (tracks.some(({ kind }) => kind === told.kind)) continue;
    const path = join(folder, settledName(told.kind, told.segment));
    const bytes = await bytesOf(path);
    if (bytes > 0) tracks.push({ ...told, path, bytes, settled: true });
  }
  return tracks;
}
