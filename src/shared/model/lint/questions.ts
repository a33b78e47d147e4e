import type { Block } from '../blocks/index.ts';
import type { ChoiceQuiz, Quiz, QuizOption } from '../quiz/model.ts';
import { questionsOf } from '../quiz/questions.ts';
import type { Path } from './finding.ts';

/** A question, and where it stands: in a block of its own, or at a moment of a video. */
export interface Asked<Q extends Quiz = Quiz> {
  block: string;
  /** To the question within the block. */
  path: Path;
  quiz: Q;
}

function pathIn(block: Block, id: string): Path {
  if (block.type !== 'video') return ['attrs', 'quiz'];
  return ['attrs', 'questions', (block.attrs.questions ?? []).findIndex((question) => question.id === id), 'quiz'];
}

export const askedIn = (blocks: readonly Block[]): Asked[] =>
  blocks.flatMap((block) => questionsOf(block).map(({ id, quiz, blockId }) => ({ block: blockId, path: pathIn(block, id), quiz })));

const isChoice = (asked: Asked): asked is Asked<ChoiceQuiz> => asked.quiz.kind === 'single' || asked.quiz.kind === 'multiple';

/** Those with answers to choose from. */
export const choicesIn = (blocks: readonly Block[]): Asked<ChoiceQuiz>[] => askedIn(blocks).filter(isChoice);

/** The one right answer of a question that has one. */
export function rightOf({ options }: ChoiceQuiz): { answer: QuizOption; index: number } | null {
  const right = options.flatMap((answer, index) => (answer.correct ? [{ answer, index }] : []));
  return right.length === 1 ? (right[0] ?? null) : null;
}
