import type { Area } from '../../../../shared/model/edit/list.ts';
import type { TrackKind } from '../../../../shared/model/take.ts';
import type { PictureCounts } from '../../../../shared/model/take-event.ts';

export type PictureKind = 'screen' | 'camera';
export type SoundKind = 'microphone' | 'system';

/** A source as the page hands it to the recorder: what a MediaStreamTrackProcessor reads. Only `area` of its picture is kept. */
export interface PictureStream {
  kind: PictureKind;
  frames: ReadableStream<VideoFrame>;
  area: Area | null;
}
export interface SoundStream {
  kind: SoundKind;
  sound: ReadableStream<AudioData>;
  channels: number;
}
export type SourceStream = PictureStream | SoundStream;

/** What a recording ended by itself of. */
export type EngineFault = 'encoder-missing' | 'encoder-failed' | 'no-picture' | 'disk-full' | 'studio-gone' | 'take-ended';

export type ToRecorder =
  | { type: 'arm'; sources: SourceStream[] }
  /** `address` is where pieces go, as `<address>/<kind>/<sequence>`; null keeps them for a device check. */
  | { type: 'start'; address: string | null }
  /** Another device gives a track from here on. */
  | { type: 'replace'; source: SourceStream }
  | { type: 'pause' | 'resume' | 'mark' | 'finish' | 'drain' };

export interface ArmedTrack {
  kind: TrackKind;
  mimeType: string;
}

/** How a recording stands: take time, how much of it is on disk (seconds), bytes that wait, pictures that came and were left out. */
export interface RecordingStatus {
  at: number;
  saved: number;
  waitingBytes: number;
  frames: Partial<Record<TrackKind, PictureCounts>>;
}

export interface CheckedFile {
  kind: TrackKind;
  data: Uint8Array<ArrayBuffer>;
}

export type FromRecorder =
  | { type: 'armed'; tracks: ArmedTrack[] }
  | { type: 'status'; status: RecordingStatus }
  | { type: 'paused'; at: number }
  | { type: 'resumed'; at: number }
  | { type: 'marked'; at: number }
  /** The machine slept for so many seconds; they are not in the take. */
  | { type: 'slept'; at: number; seconds: number }
  /** Every track is ended, but not all of it on disk yet. `failure` says why the end of one may be missing. */
  | { type: 'finished'; status: RecordingStatus; failure: string | null }
  | { type: 'stopped'; status: RecordingStatus; files: CheckedFile[] }
  | { type: 'failed'; fault: EngineFault; detail: string };
