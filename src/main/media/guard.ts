/** Demuxers of real media files. Playlists and concat lists are left out: they make ffmpeg open other files and addresses. */
const formats = [
  'mov,mp4,m4a,3gp,3g2,mj2',
  'matroska,webm',
  'avi',
  'mpegts',
  'mpeg',
  'flv',
  'asf',
  'ogg',
  'wav',
  'mp3',
  'aac',
  'flac',
  'aiff',
  'caf',
  'gif',
  'mxf',
].join(',');

/** Options that stand before every input that came from outside: only this file, only as a media file. */
export const guarded: readonly string[] = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', formats];

/** The same where only the beginning of a file is read, see `beginningOf`. */
export const guardedBeginning: readonly string[] = ['-protocol_whitelist', 'file,subfile', '-format_whitelist', formats];

/** The first so many bytes of a file, as ffmpeg takes them. */
export const beginningOf = (path: string, bytes: number): string => `subfile,,start,0,end,${bytes},,:${path}`;

/** A path as ffmpeg takes it literally, whatever it begins with (`-x.mp4`, `http:.mp4`). */
export const literal = (path: string): string => `file:${path}`;
