import { mkdir, readdir, stat } from 'node:fs/promises';
import { Fault } from '../../shared/contract/faults.ts';
import { isOver, type Job } from '../../shared/contract/jobs.ts';
import { Id } from '../../shared/model/ids.ts';
import type { Take } from '../../shared/model/take.ts';
import type { Studio } from '../studio.ts';
import { readJournal, recordedTracks, takeFolder } from './folder.ts';
import { interruptTake } from './interrupt.ts';
import type { Recorder } from './recorder.ts';
import { getTake, insertTake, listTakes, updateTake } from './take-rows.ts';

/** Folders under `takes/` that are named like a take. */
async function foldersOfTakes(takes: string): Promise<string[]> {
  await mkdir(takes, { recursive: true });
  const entries = await readdir(takes, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && Id.safeParse(entry.name).success).map(({ name }) => name);
}

/** A take that lies on disk but not in the database (an older copy was put back, or the crash came in between). */
async function adopt({ database, paths }: Studio, id: string): Promise<void> {
  const folder = takeFolder(paths, id);
  const { begin, marks } = await readJournal(folder);
  const createdAt = begin?.time ?? (await stat(folder)).mtime.toISOString();
  const title = begin?.title ?? 'A recording that was found on disk';
  const redoes = begin?.redoes ?? null;
  await insertTake(database, {
    id,
    title,
    origin: 'recorded',
    state: 'interrupted',
    createdAt,
    duration: 0,
    tracks: [],
    marks,
    redoes,
    lost: [],
  });
}

/**
 * Looks at the start of the program for what an earlier run left: takes in mid-recording become interrupted, takes
 * without a row get one, and those of which not one byte came to the disk go to the bin.
 */
export async function findInterrupted(studio: Studio, recorder: Recorder): Promise<void> {
  const { database, paths } = studio;
  const known = new Set((await database.selectFrom('takes').select('id').execute()).map(({ id }) => id));
  for (const id of await foldersOfTakes(paths.takes)) {
    const recorded = !known.has(id) && (await recordedTracks(takeFolder(paths, id))).length > 0;
    if (recorded) await adopt(studio, id);
  }
  for (const { id, state } of await listTakes(database)) {
    if (state === 'recording' && !recorder.isLive(id)) await interruptTake(studio, id);
  }
}

/** Takes that wait to be prepared by a job that is not there any more: the program ended between the row and the job. */
export async function prepareForgotten({ database, jobs }: Studio): Promise<void> {
  for (const { id, state } of await listTakes(database)) {
    if (state !== 'preparing') continue;
    const known = (await jobs.list(id)).some((job) => job.kind === 'prepare' && !isOver(job.state));
    if (!known) await jobs.start('prepare', id, { take: id });
  }
}

/**
 * Makes a take out of what an interrupted one left: the marks from its journal, the tracks from its segments. Also tries again
 * what of a take was lost.
 */
export async function salvageTake({ database, paths, jobs }: Studio, id: string): Promise<{ take: Take; job: Job }> {
  const { state, origin, lost, marks: set } = await getTake(database, id);
  const isAgain = state === 'ready' && lost.length > 0;
  if (state !== 'interrupted' && state !== 'broken' && !isAgain)
    throw new Fault('CONFLICT', { what: 'This take does not need to be salvaged.' });
  const marks = origin === 'recorded' && !isAgain ? (await readJournal(takeFolder(paths, id))).marks : set;
  const take = await updateTake(database, id, { state: 'preparing', marks });
  return { take, job: await jobs.start('prepare', id, { take: id }) };
}
