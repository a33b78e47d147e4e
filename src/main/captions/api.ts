import { isOver } from '../../shared/contract/jobs.ts';
import { api } from '../api/implement.ts';
import { getTake } from '../capture/take-rows.ts';
import type { Media } from '../media/media.ts';
import type { Studio } from '../studio.ts';
import { findCaptions, saveCaptions } from './caption-rows.ts';
import { registerMake } from './make.ts';
import { captionRoutes } from './routes.ts';
import { chooseTools, toolsOf } from './tools.ts';
import { textOfVideo } from './video-text.ts';

/** Captions as the core puts them together: the contract, the job that makes them, and the files. */
export function createCaptions(studio: Studio, { ffmpeg }: Media) {
  const { database, jobs } = studio;
  registerMake(studio, ffmpeg);
  return {
    routes: captionRoutes(studio),
    /** Captions and chapters of a finished video, for other features. */
    textOf: (video: string) => textOfVideo(studio, video),
    api: {
      get: api.captions.get.handler(async ({ input }) => {
        await getTake(database, input.take);
        return findCaptions(database, input.take);
      }),
      save: api.captions.save.handler(({ input }) => saveCaptions(database, input)),
      make: api.captions.make.handler(async ({ input }) => {
        await getTake(database, input.take);
        // Asked for anew, what is under way is not wanted any more.
        for (const job of await jobs.list(input.take)) if (job.kind === 'captions' && !isOver(job.state)) await jobs.cancel(job.id);
        return jobs.start('captions', input.take, input);
      }),
      tools: api.captions.tools.handler(() => toolsOf(studio)),
      chooseTools: api.captions.chooseTools.handler(({ input }) => chooseTools(studio, input)),
      ofVideo: api.captions.ofVideo.handler(({ input }) => textOfVideo(studio, input.video)),
    },
  };
}
