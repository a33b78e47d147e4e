import type { ExchangeDesk } from '../main/exchange/desk.ts';
import type { Studio } from '../main/studio.ts';

/** The author's desk for a command: the same parts as the core's own. */
export async function exchangeDesk(studio: Studio): Promise<ExchangeDesk> {
  const [
    { createModuleDesk },
    { createShelf },
    { createProfiles },
    { judgeVideos },
    { createToolbox },
    { createHubLink },
    { createReviews },
  ] = await Promise.all([
    import('../main/modules/desk.ts'),
    import('../main/modules/shelf.ts'),
    import('../main/profiles/profiles.ts'),
    import('../main/privacy/gate.ts'),
    import('../main/media/toolbox.ts'),
    import('../main/hubclient/link.ts'),
    import('../main/review/reviews.ts'),
  ]);
  const profile = createProfiles(studio).mine;
  return {
    modules: createModuleDesk(studio),
    shelf: createShelf(studio),
    profile,
    said: createReviews(studio, createHubLink(studio), { profile }).of,
    videos: (content) => judgeVideos(studio, content),
    ffmpeg: createToolbox(studio),
  };
}
