import type { Size } from '../../../shared/model/scene/canvas.ts';

/** Key frames at the same moments in every size, so that a player may change between them; four seconds are a segment of a stream. */
export const segmentSeconds = 4;
export const alignedKeys: readonly string[] = [
  '-force_key_frames',
  `expr:gte(t,n_forced*${segmentSeconds})`,
  '-sc_threshold',
  '0',
  '-g',
  String(30 * segmentSeconds),
];

/** One stream of a master playlist. */
export interface StreamEntry extends Size {
  playlist: string;
  bytes: number;
  seconds: number;
  hasSound: boolean;
}

/** The playlist that names all sizes, the largest first. */
export function masterPlaylist(streams: readonly StreamEntry[]): string {
  const lines = streams.flatMap(({ playlist, bytes, seconds, hasSound, width, height }) => [
    // H.264 High at level 4.0 plays all of these; the largest segment is allowed a quarter more than the mean.
    `#EXT-X-STREAM-INF:BANDWIDTH=${Math.ceil((1.25 * 8 * bytes) / Math.max(seconds, 0.1))},RESOLUTION=${width}x${height},CODECS="avc1.640028${hasSound ? ',mp4a.40.2' : ''}"`,
    playlist,
  ]);
  return `${['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...lines].join('\n')}\n`;
}
