import { readFileSync, rmSync, statSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

/** How a database's file was when it was closed in order, and when it was last looked through as a whole. */
const ClosedNote = z.object({ bytes: z.number(), changedMs: z.number(), checkedAt: z.iso.datetime() });

/** So long one look through the whole database holds, in milliseconds: what a disk loses by itself is found within it. */
const holds = 7 * 24 * 3600 * 1000;

const noteOf = (path: string): string => `${path}-closed`;

/** Any writing, copying or putting back changes the time of a file's last change; a name that moved with its folder does not. */
function fileNow(path: string): { bytes: number; changedMs: number } {
  const { size = 0, ctimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return { bytes: size, changedMs: ctimeMs };
}

function readNote(path: string): z.infer<typeof ClosedNote> | null {
  try {
    return ClosedNote.parse(JSON.parse(readFileSync(noteOf(path), 'utf8')));
  } catch {
    // Without a note, or with half of one, the database is looked through. Nothing else hangs on it.
    return null;
  }
}

/**
 * When a database was last looked through, where nothing can have happened to it since; null where it has to be done now. The
 * note is gone from then on: a program that is killed leaves none.
 */
export function takeNote(path: string): string | null {
  const note = readNote(path);
  rmSync(noteOf(path), { force: true });
  if (!note) return null;
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  const { bytes, changedMs } = fileNow(path);
  const isAsLeft = bytes === note.bytes && changedMs === note.changedMs && (log?.size ?? 0) === 0;
  const age = Date.now() - Date.parse(note.checkedAt);
  return isAsLeft && age >= 0 && age < holds ? note.checkedAt : null;
}

/** After a database was closed in order. */
export async function leaveNote(path: string, checkedAt: string): Promise<void> {
  await writeFileAtomic(noteOf(path), JSON.stringify({ ...fileNow(path), checkedAt } satisfies z.infer<typeof ClosedNote>));
}
