import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../shared/contract/faults.ts';
import type { TrackKind } from '../../shared/model/take.ts';
import { type AppendFile, openAppend } from './append-file.ts';
import { journalFile, segmentsFolder } from './folder.ts';
import type { JournalLine } from './journal.ts';
import { judgeSequence } from './sequence.ts';

type BeginLine = Extract<JournalLine, { type: 'begin' }>;
type Told<L> = L extends unknown ? Omit<L, 'time'> : never;

/** A take that a page is writing to: its open files and what comes next in each. */
export interface LiveTake {
  /** Milliseconds of `Date.now()` at the last thing heard from the page. */
  heardAt: number;
  /** Puts one piece on disk. Answers when it is there; the last number may come again. */
  append(kind: TrackKind, sequence: number, data: Uint8Array): Promise<void>;
  note(line: Told<JournalLine>): Promise<void>;
  close(): Promise<void>;
}

interface LiveTrack {
  file: AppendFile;
  next: number;
  /** Pieces of one track are written one after the other, however they arrive. */
  turn: Promise<unknown>;
}

/** Makes the take's folder, writes the first line of its journal and opens a file for each track. */
export async function beginLiveTake(folder: string, begin: Omit<BeginLine, 'time'>): Promise<LiveTake> {
  await mkdir(segmentsFolder(folder), { recursive: true });
  const journal = await openAppend(journalFile(folder));
  let turn: Promise<unknown> = Promise.resolve();
  const note = (line: Told<JournalLine>): Promise<void> => {
    const text = `${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`;
    const written = turn.then(() => journal.append(new TextEncoder().encode(text)));
    turn = written.catch(() => undefined);
    return written;
  };
  await note(begin);
  const tracks = new Map<TrackKind, LiveTrack>();
  for (const { kind, segment } of begin.tracks)
    tracks.set(kind, { file: await openAppend(join(segmentsFolder(folder), segment)), next: 0, turn: Promise.resolve() });

  const live: LiveTake = {
    heardAt: Date.now(),
    note,
    async append(kind, sequence, data) {
      const track = tracks.get(kind);
      if (!track) throw new Fault('NOT_FOUND', { what: 'track' });
      live.heardAt = Date.now();
      const written = track.turn.then(async () => {
        if (judgeSequence(track.next, sequence) === 'repeat') return;
        await track.file.append(data);
        track.next += 1;
      });
      track.turn = written.catch(() => undefined);
      await written;
    },
    async close() {
      await Promise.all([turn, ...[...tracks.values()].map((track) => track.turn)]);
      await Promise.all([journal.close(), ...[...tracks.values()].map(({ file }) => file.close())]);
    },
  };
  return live;
}
