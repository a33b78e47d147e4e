import { z } from 'zod';
import type { Block } from '../blocks/index.ts';
import { Id, MediaHash } from '../ids.ts';
import type { ModuleContent } from '../module.ts';
import { type Language, languageOf } from './language.ts';
import type { PictureFacts } from './pictures.ts';

/** A video as a module shows it: what its facts are looked up by. */
export const ShownVideo = z.object({
  media: MediaHash,
  title: z.string().max(500),
  captions: MediaHash.nullable(),
  chapters: MediaHash.nullable(),
});
export type ShownVideo = z.infer<typeof ShownVideo>;

/** The videos of a module, each once. */
export const shownVideos = ({ body }: Pick<ModuleContent, 'body'>): ShownVideo[] => {
  const shown = body.content.flatMap((block) => {
    if (block.type !== 'video') return [];
    const { media, title, captions, chapters } = block.attrs;
    return [{ media, title, captions: captions?.media ?? null, chapters: chapters ?? null }];
  });
  return [...new Map(shown.map((video) => [video.media, video])).values()];
};

/** What only the studio's core knows of a video that a module shows. */
export const VideoFacts = z.object({
  media: MediaHash,
  /** The edit it comes from; null where nobody here knows it. */
  edit: Id.nullable(),
  /** Whether a voice is heard in it. */
  speech: z.enum(['heard', 'none', 'unknown']),
  /** The words of its captions; empty where it has none. */
  spoken: z.string(),
  /** Its chapters in its seconds, and whether each is called only by its number. */
  chapters: z.array(z.object({ from: z.number(), to: z.number(), numbered: z.boolean() })),
  /** How it stands with what is private. */
  privacy: z.object({ state: z.enum(['clear', 'open', 'outdated', 'unsearched']), open: z.int().nonnegative() }),
  /** What its take's health report calls a fault, each as a sentence. */
  faults: z.array(z.string()),
});
export type VideoFacts = z.infer<typeof VideoFacts>;

export interface LintContext {
  content: ModuleContent;
  /** Null where the lesson's words are in a language of which no rule knows words. */
  language: Language | null;
  author: { name: string };
  blocks: readonly Block[];
  /** By the hash of a video. A hub, to which nothing was told, knows none. */
  videos: ReadonlyMap<string, VideoFacts>;
  /** By the hash of a picture; a hub knows none. */
  pictures: ReadonlyMap<string, PictureFacts>;
  /** The day on which it is looked at, `2026-11-26`. */
  today: string;
}

interface Known {
  author: { name: string };
  today: string;
  videos?: readonly VideoFacts[];
  pictures?: readonly PictureFacts[];
}

export const contextOf = (content: ModuleContent, { author, today, videos = [], pictures = [] }: Known): LintContext => ({
  content,
  language: languageOf(content.language),
  author,
  blocks: content.body.content,
  videos: new Map(videos.map((video) => [video.media, video])),
  pictures: new Map(pictures.map((picture) => [picture.media, picture])),
  today,
});
