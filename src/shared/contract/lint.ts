import { z } from 'zod';
import { Id, MediaHash } from '../model/ids.ts';
import { ShownVideo, VideoFacts } from '../model/lint/context.ts';
import { Finding } from '../model/lint/finding.ts';
import { PictureFacts } from '../model/lint/pictures.ts';
import { procedure } from './base.ts';

const ofModule = z.object({ moduleId: Id });

/** What could be better in a lesson, as it was last saved. */
export const lint = {
  /** Errors first, each in the order in which one meets it. Waits until the pictures are looked at. */
  check: procedure.input(ofModule).output(z.array(Finding)),
  /** What the rules cannot see in the module itself; a page that checks while one writes asks for it where the videos are others. */
  facts: procedure.input(z.object({ videos: z.array(ShownVideo).max(500) })).output(z.array(VideoFacts)),
  /** What is known of pictures. Asking has those looked at that never were, and waits for none: ask again while one is `waiting`. */
  pictures: procedure.input(z.object({ pictures: z.array(MediaHash).max(500) })).output(z.array(PictureFacts)),
};
