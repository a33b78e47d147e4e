import { z } from 'zod';
import { Id, line, Seconds } from '../model/ids.ts';
import { Redoes, ScrubCopies, Take, TakePictures, TrackKind } from '../model/take.ts';
import { TakeEvent } from '../model/take-event.ts';
import { procedure } from './base.ts';
import { Job } from './jobs.ts';

const byId = z.object({ id: Id });

/**
 * The bytes of a recording do not travel here but as
 * `PUT /takes/<take>/<kind>/<sequence>` (answers 204 when they are on disk, 409 SEGMENT_OUT_OF_ORDER otherwise),
 * those of an imported file as `POST /imports?name=…` (answers `{ take: Take, job: Job }`),
 * and a take's tracks are played from `GET /takes/<take>/<file>` with ranges.
 */
export const takes = {
  list: procedure.output(z.array(Take)),
  get: procedure.input(byId).output(Take),
  pictures: procedure.input(byId).output(TakePictures),
  /** Where nothing louder than `below` dB is heard for at least `shortest` seconds. Nothing where the take has no sound. */
  silences: procedure
    .input(byId.extend({ below: z.number().min(-80).max(0), shortest: z.number().min(0.1).max(60) }))
    .output(z.array(z.object({ from: Seconds, to: Seconds }))),
  /** Where the voice is played from with its noise reduced, as it will be when finished; null where there is none to reduce. */
  quiet: procedure.input(byId).output(z.object({ url: z.string().nullable() })),
  /** Small copies of its pictures, quick to scrub through. Those that are not there yet are begun. */
  scrub: procedure.input(byId).output(ScrubCopies),
  /** Opens a take on disk. Refuses with DISK_FULL under 500 MB. */
  begin: procedure
    .input(
      z.object({
        tracks: z
          .array(z.object({ kind: TrackKind, mimeType: z.string().max(200), offset: z.number() }))
          .min(1)
          .max(4),
        redoes: Redoes.nullable().default(null),
      }),
    )
    .output(Take),
  mark: procedure.input(byId.extend({ at: Seconds })).output(Take),
  /** The page takes a pause out of every track alike; the journal keeps when it was. */
  pause: procedure.input(byId.extend({ at: Seconds })).output(Take),
  resume: procedure.input(byId.extend({ at: Seconds })).output(Take),
  /** Keeps what happened to the recording by itself: a device that went away, a machine that slept, pictures left out. */
  tell: procedure.input(byId.extend({ at: Seconds, event: TakeEvent })).output(Take),
  /** A sign of life every few seconds, also while paused. Without one the take counts as interrupted. */
  pulse: procedure.input(byId).output(z.object({ freeBytes: z.number() })),
  /** Ends a recording and prepares it for cutting: segments → files → probe, pictures, sound. */
  stop: procedure.input(byId).output(z.object({ take: Take, job: Job })),
  /** Makes a take out of what an interrupted one left on disk; tries again what of a take was lost. */
  salvage: procedure.input(byId).output(z.object({ take: Take, job: Job })),
  rename: procedure.input(byId.extend({ title: line(120).min(1) })).output(Take),
  /** Moves the take with its cuts to the workspace's bin; `restore` brings it back. Refused while the cut of another take shows some of it. */
  discard: procedure.input(byId).output(Take),
  restore: procedure.input(byId).output(Take),
};
