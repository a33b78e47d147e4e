import type { OrderItem, OrderQuiz } from '../../../shared/model/quiz/model.ts';
import { shuffled, shuffleSeed } from '../../../shared/model/quiz/shuffle.ts';
import { words } from '../../words.ts';
import type { Markup } from '../markup.ts';
import { listOf, mark, note, type QuizParts } from './parts.ts';

const move = (direction: 'up' | 'down', text: string): Markup => [
  'button',
  { type: 'button', class: 'sh-move', 'data-move': direction, 'aria-label': words.move[direction](text), hidden: '' },
  direction === 'up' ? '↑' : '↓',
];

const item = ({ id, text, feedback }: OrderItem): Markup => [
  'li',
  { class: 'sh-item', 'data-part': id },
  ['div', { class: 'sh-row' }, ['span', { class: 'sh-label' }, text], mark, move('up', text), move('down', text)],
  ...note(feedback),
];

/** Things in another than their order, with buttons that move them; the script adds dragging. */
export const orderParts = (id: string, { items }: OrderQuiz): QuizParts => ({
  howTo: words.bringInOrder,
  body: [['ol', { class: 'sh-order' }, ...shuffled(items, shuffleSeed(id, 1)).map(item)]],
  right: [
    listOf(
      'ol',
      items.map(({ text }) => text),
    ),
  ],
});
