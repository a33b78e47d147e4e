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
const x264 = (params: string): readonly string[] => [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-bf', '0', '-x264-params', params],
  ...['-pix_fmt', 'yuv420p', '-g', '90', '-r', '30'],
];

/**
 * Without reordered frames: screens gain little from them (0 to 9 % in size), encoding without them takes 13 to 28 % less
 * time, and such a file can be trimmed between its key frames by copy. Movement between whole pixels is searched for
 * coarsely. docs/decisions/ffmpeg.md has the figures.
 */
export const finePixels = x264('subme=1');

/** Of a screen, which moves by whole pixels: nothing is searched for between them, and its sharp edges lie in small blocks. */
export const wholePixels = x264('subme=0:me=dia:8x8dct=0:weightp=0');
