import { z } from 'zod';
import { MediaHash } from './ids.ts';

/**
 * What goes with a video as text: WebVTT files beside it. They are named like all media by their bytes,
 * so a corrected word is another file and not another video.
 */
export const VideoText = z.object({
  captions: z.object({ media: MediaHash, language: z.string().min(2).max(35) }).nullable(),
  chapters: MediaHash.nullable(),
});
export type VideoText = z.infer<typeof VideoText>;

/** The same as a video block says it: what is not there is left out. */
export const videoTextAttributes = ({ captions, chapters }: VideoText) => ({
  ...(captions && { captions }),
  ...(chapters && { chapters }),
});

export const noText: VideoText = { captions: null, chapters: null };
