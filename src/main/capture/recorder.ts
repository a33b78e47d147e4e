import { randomUUID } from 'node:crypto';
import { format } from 'date-fns';
import { writing } from '../../node/disk-full.ts';
import { Fault } from '../../shared/contract/faults.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { recordedName } from '../../shared/model/recorded-name.ts';
import { recordingPulse, recordingSpace } from '../../shared/model/recording.ts';
import type { Redoes, Take, TrackKind } from '../../shared/model/take.ts';
import type { TakeEvent } from '../../shared/model/take-event.ts';
import type { Studio } from '../studio.ts';
import { type DiskWatch, watchDisk } from './disk.ts';
import { segmentName, takeFolder } from './folder.ts';
import { interruptTake } from './interrupt.ts';
import { beginLiveTake, type LiveTake } from './live-take.ts';
import { getTake, insertTake, updateTake } from './take-rows.ts';

export interface NewTrack {
  kind: TrackKind;
  mimeType: string;
  offset: number;
}

/** The takes that pages are writing to right now. */
export interface Recorder {
  /** `redoes`: the step of another take that this one records again. */
  begin(tracks: NewTrack[], redoes?: Redoes | null): Promise<Take>;
  append(id: string, kind: TrackKind, sequence: number, data: Uint8Array): Promise<void>;
  mark(id: string, at: number): Promise<Take>;
  pause(id: string, at: number): Promise<Take>;
  resume(id: string, at: number): Promise<Take>;
  tell(id: string, at: number, event: TakeEvent): Promise<Take>;
  /** Takes a sign of life and answers with the bytes free. */
  pulse(id: string): Promise<number>;
  stop(id: string): Promise<{ take: Take; job: Job }>;
  /** Whether a page is still heard from. */
  isLive(id: string): boolean;
  close(): Promise<void>;
}

/** `freeBytes` measures the disk that holds the workspace. */
export function createRecorder(studio: Studio, freeBytes: () => Promise<number>): Recorder {
  const { database, paths, jobs, log } = studio;
  const live = new Map<string, LiveTake>();
  const disk: DiskWatch = watchDisk(freeBytes);

  const recording = (id: string): LiveTake => {
    const take = live.get(id);
    if (!take) throw new Fault('TAKE_NOT_RECORDING', {});
    take.heardAt = Date.now();
    return take;
  };

  const letGo = async (id: string): Promise<void> => {
    const take = live.get(id);
    live.delete(id);
    await take?.close();
  };

  let swept = Date.now();

  /**
   * A page that is not heard from any more lets its take go; what is on disk waits to be salvaged. A machine that slept
   * wakes with every page silent for as long: then they get their time anew.
   */
  const sweep = async (): Promise<void> => {
    const slept = Date.now() - swept > recordingPulse.lostAfterSeconds * 1000;
    swept = Date.now();
    if (slept) for (const take of live.values()) take.heardAt = swept;
    const latest = swept - recordingPulse.lostAfterSeconds * 1000;
    for (const [id, take] of live) {
      if (take.heardAt >= latest) continue;
      await letGo(id);
      await interruptTake(studio, id);
    }
  };
  const sweeper = setInterval(() => {
    sweep().catch((error: unknown) => log.error({ err: error }, 'looking after recordings failed'));
  }, recordingPulse.everySeconds * 1000);
  sweeper.unref();

  return {
    async begin(tracks, redoes = null) {
      if (new Set(tracks.map(({ kind }) => kind)).size < tracks.length)
        throw new Fault('INPUT_INVALID', { issues: [{ path: 'tracks', message: 'A take has one track of a kind.' }] });
      await disk.require(recordingSpace.start);
      const id = randomUUID();
      const now = new Date();
      const title = recordedName(format(now, 'd MMMM, HH:mm'));
      const told = tracks.map((track) => ({ ...track, segment: segmentName(track.kind, track.mimeType) }));
      live.set(id, await beginLiveTake(takeFolder(paths, id), { type: 'begin', version: 1, take: id, title, tracks: told, redoes }));
      const take: Take = {
        id,
        title,
        origin: 'recorded',
        state: 'recording',
        createdAt: now.toISOString(),
        duration: 0,
        tracks: [],
        marks: [],
        redoes,
        lost: [],
      };
      await insertTake(database, take);
      log.info({ take: id, tracks: tracks.map(({ kind }) => kind) }, 'a take begins');
      return take;
    },
    async append(id, kind, sequence, data) {
      const take = recording(id);
      await disk.require(recordingSpace.refuse);
      await writing(() => take.append(kind, sequence, data), recordingSpace.refuse);
    },
    async mark(id, at) {
      const running = recording(id);
      const take = await getTake(database, id);
      const { marks } = take;
      // The page says it again where it did not hear the answer.
      if (marks.includes(at)) return take;
      await running.note({ type: 'mark', at });
      return updateTake(database, id, { marks: [...marks, at].sort((a, b) => a - b) });
    },
    async pause(id, at) {
      await recording(id).note({ type: 'pause', at });
      return getTake(database, id);
    },
    async resume(id, at) {
      await recording(id).note({ type: 'resume', at });
      return getTake(database, id);
    },
    async tell(id, at, event) {
      await recording(id).note({ type: 'event', at, event });
      return getTake(database, id);
    },
    async pulse(id) {
      recording(id);
      return disk.free();
    },
    async stop(id) {
      await recording(id).note({ type: 'stop' });
      await letGo(id);
      const take = await updateTake(database, id, { state: 'preparing' });
      return { take, job: await jobs.start('prepare', id, { take: id }) };
    },
    isLive: (id) => live.has(id),
    async close() {
      clearInterval(sweeper);
      await Promise.allSettled([...live.keys()].map(letGo));
    },
  };
}
