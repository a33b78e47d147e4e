import type { ReflectionBlock } from '../../shared/model/blocks/reflection.ts';
import { words } from '../words.ts';
import type { Markup } from './markup.ts';

/** A question to oneself. The place to write is shown by `<showhow-reflection>`, which keeps what is written. */
export const reflectionMarkup = ({ id, question }: ReflectionBlock['attrs']): Markup => [
  'showhow-reflection',
  { 'data-block': id, id: `block-${id}` },
  ['p', { class: 'sh-question', id: `question-${id}` }, question],
  [
    'div',
    { hidden: '' },
    ['textarea', { rows: 3, maxlength: 5000, 'aria-labelledby': `question-${id}`, 'aria-describedby': `kept-${id}` }],
    ['p', { class: 'sh-hint', id: `kept-${id}` }, words.staysHere],
  ],
];
