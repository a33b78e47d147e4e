import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writing } from '../../node/disk-full.ts';
import { syncFolder } from '../../node/durable.ts';
import { isFault } from '../../shared/contract/faults.ts';
import { Id } from '../../shared/model/ids.ts';
import { isPicture, isSound, type Take, type Track, type TrackKind } from '../../shared/model/take.ts';
import { type RecordedTrack, readJournal, recordedTracks, segmentsFolder, settledName, takeFolder } from '../capture/folder.ts';
import { getTake, updateTake } from '../capture/take-rows.ts';
import type { Studio } from '../studio.ts';
import type { Watch } from './ffmpeg.ts';
import { weighted } from './ffmpeg-output.ts';
import { importedFile, requireSpace } from './import-file.ts';
import type { Ffmpeg } from './locate.ts';
import { drawTake, dropCopies } from './pictures.ts';
import { probe } from './probe.ts';
import { makeNormal, makePlayable } from './settle-files.ts';
import { drawSoundPicture } from './sound-picture.ts';
import { survey, surveyPicture } from './survey.ts';
import { isPlayable, pictureTrack, soundTrack, takeDuration } from './tracks.ts';

export const PrepareInput = z.object({ take: Id });

type Progress = (value: number) => void;

async function recordedTrack(ffmpeg: Ffmpeg, folder: string, recorded: RecordedTrack, watch: Watch): Promise<Track> {
  const file = settledName(recorded.kind, recorded.segment);
  if (!recorded.settled) await makeNormal(ffmpeg, recorded.path, join(folder, file), watch);
  const options = watch.signal ? { signal: watch.signal } : {};
  const found = isPicture(recorded.kind)
    ? await survey(ffmpeg, join(folder, file), options)
    : await probe(ffmpeg, join(folder, file), options);
  const [video] = found.video;
  const [audio] = found.audio;
  if (isPicture(recorded.kind) && video) return pictureTrack(recorded.kind, file, video, recorded.offset);
  if (!isPicture(recorded.kind) && audio) return soundTrack(recorded.kind, file, audio, recorded.offset);
  throw new Error(`The file of the track ${recorded.kind} holds no such stream`);
}

/** A disk that is full or fails says nothing of what is in a track. */
const isOfDisk = (error: unknown): boolean => (isFault(error) ? error.code === 'DISK_FULL' : error instanceof Error && 'syscall' in error);

interface Settled {
  tracks: Track[];
  /** What was begun, and of which not one byte came to the disk. */
  absent: TrackKind[];
  /** What is on the disk and cannot be read. */
  unread: TrackKind[];
}

/**
 * Segments → files. A track that cannot be read does not take the others along; its segments are kept. Throws where the disk is
 * full or fails: another try may have them all.
 */
async function settleRecording(ffmpeg: Ffmpeg, studio: Studio, take: Take, watch: Watch, progress: Progress): Promise<Settled> {
  const folder = takeFolder(studio.paths, take.id);
  const recorded = await recordedTracks(folder);
  // Nothing is on the disk but what an earlier run has told the row.
  if (recorded.length === 0) return { tracks: take.tracks, absent: [], unread: [] };
  const bytes = recorded.reduce((sum, track) => sum + (track.settled ? 0 : track.bytes), 0);
  await requireSpace(studio.paths.root, bytes);
  const { begin } = await readJournal(folder);
  const announced = begin?.tracks.map(({ kind }) => kind) ?? [];
  const tracks: Track[] = [];
  const absent = announced.filter((kind) => !recorded.some((track) => track.kind === kind));
  if (absent.length > 0) studio.log.warn({ take: take.id, tracks: absent }, 'nothing of some tracks came to the disk');
  const unread: TrackKind[] = [];
  for (const [index, track] of recorded.entries()) {
    try {
      tracks.push(await writing(() => recordedTrack(ffmpeg, folder, track, watch), bytes));
    } catch (error) {
      watch.signal?.throwIfAborted();
      if (isOfDisk(error)) throw error;
      unread.push(track.kind);
      studio.log.warn({ err: error, take: take.id, track: track.kind }, 'a track could not be read');
    }
    progress((index + 1) / recorded.length);
  }
  return { tracks, absent, unread };
}

const playable = 'playable.mp4';

/** An imported file is played and cut as it is, or, where no browser plays it or it breaks off, from a copy that is whole. */
async function settleImport(ffmpeg: Ffmpeg, studio: Studio, take: Take, watch: Watch, progress: Progress): Promise<Track[]> {
  const folder = takeFolder(studio.paths, take.id);
  let file = await importedFile(folder);
  const options = { name: take.title, ...(watch.signal && { signal: watch.signal }) };
  let found = await survey(ffmpeg, join(folder, file), options);
  const missing = found.video[0]?.missing;
  if (file !== playable && (found.breaksOff || !isPlayable(found))) {
    const [from, target] = [join(folder, file), join(folder, playable)];
    const { duration } = found;
    // Also where it only breaks off: its last frame is damaged, and must not be copied.
    await makePlayable(ffmpeg, from, target, found, { ...watch, onTime: (time) => progress(time / duration) });
    file = playable;
    found = await survey(ffmpeg, target, options);
  }
  const [video] = found.video;
  const [audio] = found.audio;
  return [
    ...(video ? [pictureTrack('screen', file, { ...video, ...(missing && { missing }) }, 0)] : []),
    ...(audio ? [soundTrack('system', file, audio, 0)] : []),
  ];
}

/** A take of which only sound is there gets a picture of it. */
async function withPicture(ffmpeg: Ffmpeg, folder: string, tracks: Track[], watch: Watch): Promise<Track[]> {
  const [sound] = tracks.filter(({ kind }) => isSound(kind)).toSorted((one, other) => other.duration - one.duration);
  if (!sound || tracks.some(({ kind }) => isPicture(kind))) return tracks;
  const file = 'picture.mp4';
  await drawSoundPicture(ffmpeg, { ...sound, path: join(folder, sound.file) }, join(folder, file), watch);
  const { picture } = await surveyPicture(ffmpeg, join(folder, file), watch.signal ? { signal: watch.signal } : {});
  return [pictureTrack('screen', file, picture, sound.offset), ...tracks];
}

/**
 * A take whose preparing ended without a word of what is in it (no ffmpeg, a full disk, somebody who cancelled it) waits for
 * another try.
 */
export async function leavePreparing({ database }: Pick<Studio, 'database'>, id: string): Promise<void> {
  const { state, tracks } = await getTake(database, id);
  if (state === 'preparing') await updateTake(database, id, { state: tracks.length > 0 ? 'ready' : 'interrupted' });
}

/** Makes a take ready for cutting: files, lengths, thumbnails, waveform. May be run again at any time. */
export async function prepareTake(
  ffmpeg: Ffmpeg,
  studio: Studio,
  id: string,
  { signal }: Watch = {},
  progress: Progress = () => undefined,
): Promise<Take> {
  const report = weighted([6, 4], progress);
  const take = await getTake(studio.database, id);
  const watch = { signal };
  // A take that could be cut before what was lost of it was tried again can be cut still.
  const otherwise = take.tracks.length > 0 ? 'ready' : 'broken';
  try {
    const settled: Settled =
      take.origin === 'imported'
        ? { tracks: await settleImport(ffmpeg, studio, take, watch, (value) => report(0, value)), absent: [], unread: [] }
        : await settleRecording(ffmpeg, studio, take, watch, (value) => report(0, value));
    const { absent, unread } = settled;
    if (settled.tracks.length === 0) return await updateTake(studio.database, id, { state: otherwise });
    const folder = takeFolder(studio.paths, id);
    const tracks = await withPicture(ffmpeg, folder, settled.tracks, watch);
    const duration = takeDuration(tracks);
    await dropCopies(studio.paths, { id, tracks });
    await drawTake(ffmpeg, studio.paths, { ...take, tracks, duration }, (file) => join(folder, file), watch);
    report(1, 1);
    const ready = await updateTake(studio.database, id, { state: 'ready', tracks, duration, lost: [...absent, ...unread] });
    // Every byte of them is in the new files now, and on the disk; where one could not be read they stay for another try.
    if (take.origin === 'recorded' && unread.length === 0) {
      await syncFolder(folder);
      await rm(segmentsFolder(folder), { recursive: true, force: true });
    }
    return ready;
  } catch (error) {
    if (!signal?.aborted && isFault(error) && error.code !== 'DISK_FULL') await updateTake(studio.database, id, { state: otherwise });
    throw error;
  }
}
