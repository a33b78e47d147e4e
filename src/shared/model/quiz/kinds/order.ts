import { sayText } from '../../translation/wording.ts';
import type { OrderAnswer } from '../answer.ts';
import { allDiffer, byParts, type QuizKind, strings } from '../kind.ts';
import type { OrderQuiz } from '../model.ts';

const ids = ({ items }: OrderQuiz): string[] => items.map(({ id }) => id);

export const orderKind: QuizKind<OrderQuiz, OrderAnswer> = {
  isComplete: ({ items }) => items.length >= 2 && allDiffer(items.map(({ text }) => text)),
  blank: () => ({ kind: 'order', order: [] }),
  read: (_, { order }) => ({ kind: 'order', order: strings(order) }),
  isAnswered: (quiz, { order }) => ids(quiz).every((id) => order.includes(id)),
  fits: (quiz, { order }) => new Set(order).size === order.length && order.every((id) => ids(quiz).includes(id)),
  right: (quiz) => ({ kind: 'order', order: ids(quiz) }),
  /** An item is right in its place and nowhere else; an answer that names more than there is is no order of them. */
  judge: (quiz, { order }) =>
    byParts(ids(quiz).map((id, place) => ({ id, right: order.length <= quiz.items.length && order[place] === id }))),
  texts: ({ items }) => items.flatMap(({ text, feedback }) => [text, feedback]),
  said: (quiz, say) => ({
    ...quiz,
    items: quiz.items.map((item) => ({
      ...item,
      text: sayText(say, `${item.id}.text`, item.text),
      feedback: sayText(say, `${item.id}.feedback`, item.feedback),
    })),
  }),
};
