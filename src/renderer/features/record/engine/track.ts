import type { TrackKind } from '../../../../shared/model/take.ts';
import type { PictureCounts } from '../../../../shared/model/take-event.ts';
import type { SourceStream } from './protocol.ts';
import type { TakeClock } from './take-clock.ts';

/** One source while it is recorded: it reads all the time, and keeps what belongs to the take. */
export interface RecordedTrack {
  readonly kind: TrackKind;
  readonly mimeType: string;
  /** What came of a picture; null for sound. */
  readonly frames: PictureCounts | null;
  /** Goes on with another source, which has to be of the same kind. What came before stays. */
  replace(source: SourceStream): void;
  /** Called often while the take runs: shows the last picture again, or silence, where nothing came. */
  tick(clock: TakeClock, now: number): void;
  /** Whether something that was made before this moment may still be on its way. */
  awaits(moment: number): boolean;
  /** Fills the track up to take time `end`, writes the rest and ends the file. */
  finish(end: number): Promise<void>;
  /** Lets go of everything without a file. */
  cancel(): Promise<void>;
}

export interface TrackContext {
  /** The take's clock, or null while it has not begun. */
  clock(): TakeClock | null;
  onPiece(kind: TrackKind, data: Uint8Array<ArrayBuffer>): void;
  onFailed(error: unknown): void;
}

/** Milliseconds on the clock that all tracks share. */
export const now = (): number => performance.now();
