import type { Block } from '../blocks/index.ts';
import { questionsShown } from '../blocks/video.ts';
import type { Quiz } from './model.ts';

/** A question and the id under which answers to it are recorded. */
export interface Question {
  id: string;
  quiz: Quiz;
  /** The block in which it stands: its own, or a video's. */
  blockId: string;
  /** The moment of the video, where it is asked in one. */
  at?: number;
}

export function questionsOf(block: Block): Question[] {
  const blockId = block.attrs.id;
  if (block.type === 'quiz') return [{ id: blockId, quiz: block.attrs.quiz, blockId }];
  if (block.type !== 'video') return [];
  return questionsShown(block.attrs)
    .map(({ id, at, quiz }) => ({ id, quiz, blockId, at }))
    .sort((a, b) => a.at - b.at);
}

/** Every question of a module, those in videos included, in the order in which a learner meets them. */
export const questionsIn = (blocks: readonly Block[]): Question[] => blocks.flatMap(questionsOf);
