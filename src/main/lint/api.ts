import { contextOf, shownVideos } from '../../shared/model/lint/context.ts';
import type { Finding } from '../../shared/model/lint/finding.ts';
import { lint } from '../../shared/model/lint/lint.ts';
import { type PictureFacts, shownPictures } from '../../shared/model/lint/pictures.ts';
import type { ModuleContent, ModuleDraft } from '../../shared/model/module.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { api } from '../api/implement.ts';
import type { Studio } from '../studio.ts';
import { videoFacts } from './facts.ts';
import type { Looks } from './pictures/looks.ts';

interface Desk {
  draft(moduleId: string): Promise<ModuleDraft>;
  profile(): Promise<Profile>;
  looks: Looks;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

/** The rules over a module and over what this studio knows of its videos, and is told by `look` of its pictures. */
export async function checkLesson(
  studio: Studio,
  content: ModuleContent,
  author: Profile,
  look: (pictures: readonly string[]) => Promise<PictureFacts[]>,
): Promise<Finding[]> {
  const [videos, pictures] = await Promise.all([videoFacts(studio, shownVideos(content)), look(shownPictures(content))]);
  return lint(contextOf(content, { author, today: today(), videos, pictures }));
}

export const lintApi = (studio: Studio, { draft, profile, looks }: Desk) => ({
  check: api.lint.check.handler(async ({ input }) => {
    const [{ content }, author] = await Promise.all([draft(input.moduleId), profile()]);
    return checkLesson(studio, content, author, looks.all);
  }),
  facts: api.lint.facts.handler(({ input }) => videoFacts(studio, input.videos)),
  pictures: api.lint.pictures.handler(({ input }) => looks.known(input.pictures)),
});
