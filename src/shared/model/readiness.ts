import { z } from 'zod';
import { lacksPictureWords, tellsSomething } from './blocks/index.ts';
import type { ModuleContent } from './module.ts';
import type { Profile } from './profile.ts';
import { isComplete } from './quiz/index.ts';
import { questionsIn } from './quiz/questions.ts';

/** What keeps a module from being handed in. */
export const MissingPart = z.enum(['title', 'objective', 'body', 'alternative-text', 'quiz', 'profile-name']);
export type MissingPart = z.infer<typeof MissingPart>;

/** What is still to be done before a module can be handed in, in the order in which one meets it on the page. */
export function missingFrom(content: ModuleContent, profile: Pick<Profile, 'name'>): MissingPart[] {
  const blocks = content.body.content;
  const parts: Record<MissingPart, boolean> = {
    title: content.title.trim() === '',
    objective: content.objective.trim() === '',
    body: !blocks.some(tellsSomething),
    'alternative-text': blocks.some(lacksPictureWords),
    quiz: questionsIn(blocks).some(({ quiz }) => !isComplete(quiz)),
    'profile-name': profile.name.trim() === '',
  };
  return MissingPart.options.filter((part) => parts[part]);
}
