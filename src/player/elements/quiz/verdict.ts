import type { Answer } from '../../../shared/model/quiz/answer.ts';
import type { Judgement } from '../../../shared/model/quiz/kind.ts';
import type { Words } from '../../words/en.ts';

/** How far an answer is right, as a sentence. */
export function verdictOf(answer: Answer, { correct, scaled, parts }: Judgement, words: Words): string {
  if (correct) return words.right;
  const isRight = (id: string) => parts.some((part) => part.id === id && part.right);
  if (answer.kind === 'hotspot') return scaled > 0 ? words.incomplete : words.noneRight;
  if (answer.kind === 'single' || answer.kind === 'multiple') return answer.chosen.every(isRight) ? words.incomplete : words.wrong;
  const right = parts.filter((part) => part.right).length;
  return right === 0 ? words.noneRight : words.partly(right, parts.length);
}
