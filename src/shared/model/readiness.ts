import { z } from 'zod';
import { tellsSomething } from './blocks/index.ts';
import type { ModuleContent } from './module.ts';
import type { Profile } from './profile.ts';
import type { Quiz } from './quiz.ts';

/** What keeps a module from being handed in. */
export const MissingPart = z.enum(['title', 'objective', 'body', 'alternative-text', 'quiz', 'profile-name']);
export type MissingPart = z.infer<typeof MissingPart>;

/** Complete: a question, at least two options that say something, and a right one; exactly one where one is to be chosen. */
export function isComplete(quiz: Quiz): boolean {
  const right = quiz.options.filter((option) => option.correct).length;
  const written = quiz.options.every((option) => option.text.trim() !== '');
  return quiz.question.trim() !== '' && quiz.options.length >= 2 && written && (quiz.kind === 'single' ? right === 1 : right >= 1);
}

/** What is still to be done before a module can be handed in, in the order in which one meets it on the page. */
export function missingFrom(content: ModuleContent, profile: Pick<Profile, 'name'>): MissingPart[] {
  const blocks = content.body.content;
  const parts: Record<MissingPart, boolean> = {
    title: content.title.trim() === '',
    objective: content.objective.trim() === '',
    body: !blocks.some(tellsSomething),
    'alternative-text': blocks.some((block) => block.type === 'image' && !block.attrs.decorative && block.attrs.alt.trim() === ''),
    quiz: blocks.some((block) => block.type === 'quiz' && !isComplete(block.attrs.quiz)),
    'profile-name': profile.name.trim() === '',
  };
  return MissingPart.options.filter((part) => parts[part]);
}
