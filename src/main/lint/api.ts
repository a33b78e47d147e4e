import { contextOf, shownVideos } from '../../shared/model/lint/context.ts';
import type { Finding } from '../../shared/model/lint/finding.ts';
import { lint } from '../../shared/model/lint/lint.ts';
import type { ModuleContent, ModuleDraft } from '../../shared/model/module.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { api } from '../api/implement.ts';
import type { Studio } from '../studio.ts';
import { videoFacts } from './facts.ts';

interface Desk {
  draft(moduleId: string): Promise<ModuleDraft>;
  profile(): Promise<Profile>;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

/** The rules over a module and over what this studio knows of its videos. */
export async function checkLesson(studio: Studio, content: ModuleContent, author: Profile): Promise<Finding[]> {
  return lint(contextOf(content, { author, today: today(), videos: await videoFacts(studio, shownVideos(content)) }));
}

export const lintApi = (studio: Studio, { draft, profile }: Desk) => ({
  check: api.lint.check.handler(async ({ input }) => {
    const [{ content }, author] = await Promise.all([draft(input.moduleId), profile()]);
    return checkLesson(studio, content, author);
  }),
  facts: api.lint.facts.handler(({ input }) => videoFacts(studio, input.videos)),
});
