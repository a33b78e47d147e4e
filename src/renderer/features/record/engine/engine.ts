import type { Area } from '../../../../shared/model/edit/list.ts';
import type { TrackKind } from '../../../../shared/model/take.ts';
import type { ArmedTrack, CheckedFile, EngineFault, RecordingStatus } from './protocol.ts';

/** What is to be recorded: live tracks of the browser, one a kind. */
export type LiveSources = Partial<Record<TrackKind, MediaStreamTrack>>;

/** What of a picture is recorded, where it is not all of it. */
export type Areas = Partial<Record<TrackKind, Area>>;

/** A recording that cannot go on; what is on disk is safe. */
export class EngineStopped extends Error {
  readonly fault: EngineFault;
  constructor(fault: EngineFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}

/** Records sources into tracks. The same steps whichever encoder does the work. */
export interface Engine {
  readonly tracks: ArmedTrack[];
  start(address: string | null): void;
  /** Goes on with another device in a track's place; null where this encoder cannot. */
  readonly replace: ((kind: TrackKind, track: MediaStreamTrack, area: Area | null) => void) | null;
  /** Each answers with the take time, in seconds. */
  pause(): Promise<number>;
  resume(): Promise<number>;
  mark(): Promise<number>;
  /** Ends every track. Its bound is that of a step of stopping; throws EngineStopped beyond it, and where the end of a track may be missing. */
  finish(): Promise<RecordingStatus>;
  /** After `finish`: answers when all is written, with the files where they were kept. Bounded as `finish` is. */
  drain(): Promise<{ status: RecordingStatus; files: CheckedFile[] }>;
  /** Lets go of everything, whatever it is doing. */
  release(): void;
  onStatus: ((status: RecordingStatus) => void) | null;
  onSlept: ((at: number, seconds: number) => void) | null;
  onFault: ((fault: EngineFault, detail: string) => void) | null;
}

/** Both steps of stopping, for whoever wants nothing of what lies between them. */
export async function stopEngine(engine: Engine): Promise<CheckedFile[]> {
  try {
    await engine.finish();
    return (await engine.drain()).files;
  } finally {
    engine.release();
  }
}
