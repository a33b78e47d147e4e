import { z } from 'zod';
import { Instant, MediaHash, Seconds } from './ids.ts';
import { VideoSize } from './video-sizes.ts';

/** copied: the picture is the recorded one, stream for stream · encoded: a new picture was made. */
export const RenditionMethod = z.enum(['copied', 'encoded']);

/** The video once more in a smaller size, for slow connections and small screens: the same pictures, the same sound. */
export const SmallerVideo = VideoSize.extend({ bytes: z.int().nonnegative() });
export type SmallerVideo = z.infer<typeof SmallerVideo>;

/** What one finish made. `key` is the hash of edit list, sources and renderer version: the same key is never rendered twice. */
export const Rendition = z.object({
  key: z.string(),
  createdAt: Instant,
  method: RenditionMethod,
  /** What encoded the picture, in ffmpeg's words; null where it was copied, or not written down yet. */
  encoder: z.string().nullable().default(null),
  /** The graphics card's encoder that was begun with and failed on the way. */
  gaveUp: z.string().nullable().default(null),
  duration: Seconds,
  width: z.int().positive(),
  height: z.int().positive(),
  bytes: z.int().nonnegative(),
  video: MediaHash,
  poster: MediaHash,
  sprite: z.object({ media: MediaHash, columns: z.int(), rows: z.int(), width: z.int(), height: z.int(), interval: z.number() }),
  /** JSON file `{ perSecond, peaks }`. */
  waveform: MediaHash,
  /** Null where the take has no sound, or only silence. LUFS and dBTP as measured on the result. */
  loudness: z.object({ integrated: z.number(), truePeak: z.number() }).nullable(),
  /** The largest first; none in what an older program finished. */
  smaller: z.array(SmallerVideo).default([]),
});
export type Rendition = z.infer<typeof Rendition>;
