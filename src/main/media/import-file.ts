import { randomUUID } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, truncate } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { spareBytes, writing } from '../../node/disk-full.ts';
import { Fault } from '../../shared/contract/faults.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import type { Take } from '../../shared/model/take.ts';
import { takeFolder } from '../capture/folder.ts';
import { getTake, insertTake } from '../capture/take-rows.ts';
import type { Studio, WorkspacePaths } from '../studio.ts';
import { freeBytesOf } from '../system/api.ts';
import type { Ffmpeg } from './locate.ts';
import { probe } from './probe.ts';
import { type Survey, survey } from './survey.ts';
import { tornAt } from './torn.ts';

/** Larger files are refused: hours of recording fit into it. */
export const largestImport = 50e9;

const extensions = ['.mp4', '.mov', '.m4v', '.webm', '.mkv', '.avi', '.m4a', '.mp3', '.ogg', '.wav'];

/** Only the extension of a foreign name is kept, and only a known one: it never becomes a path. */
const storedName = (name: string): string => {
  const extension = extname(name).toLowerCase();
  return `source${extensions.includes(extension) ? extension : '.mp4'}`;
};

/** What a file was called, as a title: no extension, no path, no control characters. */
export const titleOf = (name: string): string =>
  basename(name.replaceAll('\\', '/'), extname(name))
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120) || 'Imported video';

async function findImported(folder: string): Promise<string | undefined> {
  const files = await readdir(folder).catch(() => []);
  return files.find((name) => name === 'playable.mp4') ?? files.find((name) => /^source\.\w+$/.test(name));
}

export const hasImportedFile = async (folder: string): Promise<boolean> => (await findImported(folder)) !== undefined;

/** The file of an imported take: the playable copy where there is one. */
export async function importedFile(folder: string): Promise<string> {
  const file = await findImported(folder);
  if (!file) throw new Fault('NOT_FOUND', { what: 'file' });
  return file;
}

export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const free = await freeBytesOf(folder);
  if (free < bytes + spareBytes) throw new Fault('DISK_FULL', { freeBytes: free, neededBytes: bytes + spareBytes });
}

/** Where files lie while they come in. */
export const arrivingFolder = ({ cache }: Pick<WorkspacePaths, 'cache'>): string => join(cache, 'arriving');

/** Surveys a file that came in. Where its end is torn, and it could not be read for that, the end is left out. */
async function surveyWhole(ffmpeg: Ffmpeg, file: string, name: string): Promise<Survey> {
  try {
    return await survey(ffmpeg, file, { name });
  } catch (error) {
    const whole = await tornAt(file);
    if (whole === null) throw error;
    await truncate(file, whole);
    return survey(ffmpeg, file, { name });
  }
}

/** Makes a take of a file that `bring` puts where it is told. What is no readable video is refused, and nothing is left of it. */
async function importAs(
  ffmpeg: Ffmpeg,
  studio: Studio,
  name: string,
  bytes: number,
  bring: (target: string) => Promise<void>,
): Promise<{ take: Take; job: Job }> {
  const id = randomUUID();
  const folder = takeFolder(studio.paths, id);
  // Elsewhere until it is known to be good: what a crash leaves there is thrown away at the next start.
  const arriving = join(arrivingFolder(studio.paths), id);
  const file = join(arriving, storedName(name));
  try {
    await mkdir(arriving, { recursive: true });
    await writing(() => bring(file), bytes + spareBytes);
    const { duration } = await surveyWhole(ffmpeg, file, name);
    await mkdir(studio.paths.takes, { recursive: true });
    await rename(arriving, folder);
    const createdAt = new Date().toISOString();
    await insertTake(studio.database, {
      id,
      title: titleOf(name),
      origin: 'imported',
      state: 'preparing',
      createdAt,
      duration,
      tracks: [],
      marks: [],
      redoes: null,
      lost: [],
    });
  } catch (error) {
    for (const left of [arriving, folder]) await rm(left, { recursive: true, force: true });
    throw error;
  }
  const job = await studio.jobs.start('prepare', id, { take: id });
  return { take: await getTake(studio.database, id), job };
}

/** Counts what passes and refuses more than may be kept. */
const meter = (name: string): Transform => {
  let passed = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      passed += chunk.byteLength;
      if (passed > largestImport) done(new Fault('MEDIA_TOO_LARGE', { name, maxBytes: largestImport }));
      else done(null, chunk);
    },
  });
};

/** From a page: the bytes of a request, `bytes` as it announced them. */
export async function importStream(
  ffmpeg: Ffmpeg,
  studio: Studio,
  name: string,
  body: ReadableStream<Uint8Array>,
  bytes: number,
): Promise<{ take: Take; job: Job }> {
  await requireSpace(studio.paths.root, bytes);
  return importAs(ffmpeg, studio, name, bytes, async (target) => {
    await pipeline(Readable.fromWeb(body as WebStream<Uint8Array>), meter(name), createWriteStream(target));
  });
}

/** From this machine: the file stays where it is and is copied (where the file system can, without taking room). */
export async function importFile(ffmpeg: Ffmpeg, studio: Studio, path: string): Promise<{ take: Take; job: Job }> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Fault('NOT_FOUND', { what: 'file' });
  await probe(ffmpeg, path).catch(async (error: unknown) => {
    if ((await tornAt(path)) === null) throw error;
  });
  await requireSpace(studio.paths.root, found.size);
  return importAs(ffmpeg, studio, basename(path), found.size, (target) => copyFile(path, target, constants.COPYFILE_FICLONE));
}
