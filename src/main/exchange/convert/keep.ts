import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writing } from '../../../node/disk-full.ts';
import { sniffType } from '../../../node/sniff.ts';
import { Fault, isFault } from '../../../shared/contract/faults.ts';
import { sentence } from '../../../shared/contract/sentences.ts';
import { runFfmpeg } from '../../media/ffmpeg.ts';
import { literal } from '../../media/guard.ts';
import type { Ffmpeg } from '../../media/locate.ts';
import { pictureFrom } from '../../media/plan/picture-from.ts';
import { jpeg } from '../../media/plan/sheet.ts';
import { frameRate } from '../../media/plan/timeline.ts';
import { probe } from '../../media/probe.ts';
import type { Shelf } from '../../modules/shelf.ts';
import type { Studio } from '../../studio.ts';
import type { Rough } from './rough.ts';
import type { Kept } from './settle.ts';

/** Where the bytes of a document's pictures come from, one stream at a time. */
export interface Files {
  open(file: string): Promise<Readable>;
}

interface Keeping {
  studio: Studio;
  shelf: Shelf;
  ffmpeg: () => Promise<Ffmpeg>;
  signal: AbortSignal;
}

/** A full disk or a person who changed her mind ends the import; anything else costs one picture, and is said. */
const endsAll = (error: unknown): boolean => !isFault(error) || error.code === 'CANCELLED' || error.code === 'DISK_FULL';

/** Brings the files of a document into the store one after the other, so that never more than one picture is in memory. */
export async function keepFiles(blocks: readonly Rough[], files: Files, keeping: Keeping): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>();
  for (const block of blocks) {
    if ((block.type !== 'picture' && block.type !== 'clip') || kept.has(block.file)) continue;
    keeping.signal.throwIfAborted();
    try {
      kept.set(
        block.file,
        await (block.type === 'picture' ? keepPicture(block.file, files, keeping) : keepVideo(block.file, files, keeping)),
      );
    } catch (error) {
      if (endsAll(error)) throw error;
      kept.set(block.file, { as: 'nothing', why: sentence(error as Fault) });
    }
  }
  return kept;
}

async function keepPicture(file: string, files: Files, { shelf }: Keeping): Promise<Kept> {
  const { hash, width, height } = await shelf.addPicture(await files.open(file), calledAs(file));
  return { as: 'picture', hash, width, height };
}

const calledAs = (file: string): string => file.split('/').at(-1) ?? file;

/** What is seen before it plays: past a fade from black, early enough to be of the beginning. */
async function drawStill(ffmpeg: Ffmpeg, path: string, still: string, duration: number, signal: AbortSignal): Promise<void> {
  const { input, chain } = pictureFrom({ path, stream: 0, start: Math.min(duration / 3, 2), rate: frameRate });
  const output = { to: literal(still), options: ['-map', '[still]', ...jpeg(3)] };
  await runFfmpeg(ffmpeg, { step: 'Drawing a still', inputs: [input], filterGraph: `${chain}[still]`, outputs: [output] }, { signal });
}

/** A module shows MP4 only. What else a document brings is better imported by itself: then it is a take, and made ready. */
async function keepVideo(file: string, files: Files, { studio, shelf, ffmpeg, signal }: Keeping): Promise<Kept> {
  const folder = join(studio.paths.cache, 'imports');
  const path = join(folder, `${randomUUID()}.mp4`);
  const still = `${path}.jpg`;
  await mkdir(folder, { recursive: true });
  try {
    await writing(async () => pipeline(await files.open(file), createWriteStream(path), { signal }));
    const name = calledAs(file);
    const { video, duration } = await probe(await ffmpeg(), path, { signal, name });
    const [picture] = video;
    if (!picture) throw new Fault('MEDIA_NO_VIDEO', { name });
    if (picture.codec !== 'h264' || (await sniffType(path)) !== 'video/mp4')
      throw new Fault('MEDIA_TYPE_REFUSED', { name, allowed: 'an MP4 video, or import it by itself: then it is made ready' });
    await drawStill(await ffmpeg(), path, still, duration, signal);
    const { hash: poster } = await shelf.addPicture(createReadStream(still), name);
    const { hash } = await studio.media.adopt(path);
    return { as: 'video', hash, poster, width: picture.width, height: picture.height, duration };
  } finally {
    for (const left of [path, still]) await rm(left, { force: true });
  }
}
