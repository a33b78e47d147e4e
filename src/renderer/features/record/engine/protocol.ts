import type { TrackKind } from '../../../../shared/model/take.ts';

/** A source as the page hands it to the recorder: what a MediaStreamTrackProcessor reads. */
export type SourceStream =
  | { kind: 'screen' | 'camera'; frames: ReadableStream<VideoFrame> }
  | { kind: 'microphone' | 'system'; sound: ReadableStream<AudioData>; channels: number };

/** What a recording ended by itself of. */
export type EngineFault = 'encoder-missing' | 'encoder-failed' | 'no-picture' | 'disk-full' | 'studio-gone' | 'take-ended';

export type ToRecorder =
  | { type: 'arm'; sources: SourceStream[] }
  /** `address` is where pieces go, as `<address>/<kind>/<sequence>`; null keeps them for a device check. */
  | { type: 'start'; address: string | null }
  | { type: 'pause' | 'resume' | 'mark' | 'stop' };

export interface ArmedTrack {
  kind: TrackKind;
  mimeType: string;
}

/** How a recording stands: take time, how much of it is on disk (seconds), bytes that wait, pictures left out. */
export interface RecordingStatus {
  at: number;
  saved: number;
  waitingBytes: number;
  dropped: number;
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
  | { type: 'stopped'; status: RecordingStatus; files: CheckedFile[] }
  | { type: 'failed'; fault: EngineFault; detail: string };
