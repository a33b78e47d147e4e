import type { TrackKind } from '../../../../shared/model/take.ts';
import type { ArmedTrack, CheckedFile, EngineFault, RecordingStatus } from './protocol.ts';

/** What is to be recorded: live tracks of the browser, one a kind. */
export type LiveSources = Partial<Record<TrackKind, MediaStreamTrack>>;

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
  /** Each answers with the take time, in seconds. */
  pause(): Promise<number>;
  resume(): Promise<number>;
  mark(): Promise<number>;
  /** Ends every track. Answers when all is written, with the files where they were kept. */
  stop(): Promise<{ status: RecordingStatus; files: CheckedFile[] }>;
  onStatus: ((status: RecordingStatus) => void) | null;
  onFault: ((fault: EngineFault, detail: string) => void) | null;
}
