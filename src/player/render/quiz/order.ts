import type { OrderItem, OrderQuiz } from '../../../shared/model/quiz/model.ts';
import { shuffled, shuffleSeed } from '../../../shared/model/quiz/shuffle.ts';
import { listed, type Markup } from '../markup.ts';
import type { Voice } from '../voice.ts';
import { listOf, markOf, note, type QuizParts } from './parts.ts';

const move = (direction: 'up' | 'down', text: string, { words }: Voice): Markup => [
  'button',
  { type: 'button', class: 'sh-move', 'data-move': direction, 'aria-label': words.move[direction](text), hidden: '' },
  direction === 'up' ? '↑' : '↓',
];

const item = ({ id, text, feedback }: OrderItem, voice: Voice): Markup => [
  'li',
  { class: 'sh-item', 'data-part': id },
  ['div', { class: 'sh-row' }, ['span', { class: 'sh-label' }, text], markOf(voice), move('up', text, voice), move('down', text, voice)],
  ...note(feedback),
];

/** Things in another than their order, with buttons that move them; the script adds dragging. */
export const orderParts = (id: string, { items }: OrderQuiz, voice: Voice): QuizParts => ({
  howTo: voice.words.bringInOrder,
  body: [['ol', { class: 'sh-order', ...listed }, ...shuffled(items, shuffleSeed(id, 1)).map((one) => item(one, voice))]],
  right: [
    listOf(
      'ol',
      items.map(({ text }) => text),
    ),
  ],
});
