/** Names of what a render leaves in its folder. */
export const made = { video: 'video.mp4', poster: 'poster.jpg', sprite: 'sprite.jpg', waveform: 'waveform.json' } as const;

/** The fast coder takes half the time, and by ffmpeg's own documentation is the better one from 64 kbit/s on. */
export const audioOptions: readonly string[] = ['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '128k', '-ar', '48000', '-ac', '2'];

/** How renditions are written: plays everywhere, begins to play before it is loaded, and tells nothing of this machine. */
export const containerOptions: readonly string[] = [
  '-map_metadata',
  '-1',
  '-movflags',
  '+faststart',
  '-max_muxing_queue_size',
  '4096',
  '-f',
  'mp4',
];
/**
 * Without reordered frames: screens gain little from them (0 to 9 % in size), encoding without them takes 13 to 28 % less
 * time, and such a file can be trimmed between its key frames by copy. What moves on a screen moves by whole pixels: a coarse
 * search between them takes 15 to 25 % less time. docs/decisions/ffmpeg.md has the figures.
 */
export const videoOptions: readonly string[] = [
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-crf',
  '23',
  '-bf',
  '0',
  '-x264-params',
  'subme=1',
  '-pix_fmt',
  'yuv420p',
  '-g',
  '90',
  '-r',
  '30',
];
