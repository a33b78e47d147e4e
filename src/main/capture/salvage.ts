import { existsSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { Fault } from '../../shared/contract/faults.ts';
import { isOver, type Job } from '../../shared/contract/jobs.ts';
import { Id } from '../../shared/model/ids.ts';
import type { Take } from '../../shared/model/take.ts';
import { hasImportedFile } from '../media/import-file.ts';
import type { Studio } from '../studio.ts';
import { restoreTake } from './bin.ts';
import { discardedTakes, readJournal, recordedTracks, takeFolder } from './folder.ts';
import { interruptTake } from './interrupt.ts';
import type { Recorder } from './recorder.ts';
import { getTake, insertTake, listTakes, updateTake } from './take-rows.ts';

/** Folders in one that are named like a take. */
async function foldersOfTakes(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && Id.safeParse(entry.name).success).map(({ name }) => name);
}

/** What lies on disk but not in the database (an older copy was put back, or the crash came in between): recorded, or imported. */
async function adopt(studio: Studio, id: string): Promise<void> {
  const folder = takeFolder(studio.paths, id);
  if ((await recordedTracks(folder)).length > 0) return adoptRecording(studio, id, folder);
  if (await hasImportedFile(folder)) return adoptImport(studio, id, folder);
}

/** It was found to be a video before it got its place, and is made ready like any other. What its file was called is lost. */
async function adoptImport({ database }: Studio, id: string, folder: string): Promise<void> {
  const createdAt = (await stat(folder)).mtime.toISOString();
  const known = { duration: 0, tracks: [], marks: [], redoes: null, lost: [] };
  await insertTake(database, { id, title: 'A video that was found on disk', origin: 'imported', state: 'preparing', createdAt, ...known });
}

async function adoptRecording({ database }: Studio, id: string, folder: string): Promise<void> {
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
 * without a row get one, those half-way to the bin come back, and those of which not one byte came to the disk go to the bin.
 */
export async function findInterrupted(studio: Studio, recorder: Recorder): Promise<void> {
  const { database, paths } = studio;
  const known = new Set((await database.selectFrom('takes').select('id').execute()).map(({ id }) => id));
  await mkdir(paths.takes, { recursive: true });
  const here = new Set(await foldersOfTakes(paths.takes));
  for (const id of here) if (!known.has(id)) await adopt(studio, id);
  const binned = new Set(await foldersOfTakes(discardedTakes(paths)));
  for (const { id, state } of await listTakes(database)) {
    // On its way to the bin when the program was killed: nobody was told that it went.
    if (!here.has(id) && binned.has(id)) await restoreTake(studio, id);
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
  // Tracks may come to it of which the report says that they are missing.
  await database.deleteFrom('take_health').where('take_id', '=', id).execute();
  return { take, job: await jobs.start('prepare', id, { take: id }) };
}
