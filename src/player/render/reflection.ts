import type { ReflectionBlock } from '../../shared/model/blocks/reflection.ts';
import type { Around } from './around.ts';
import type { Markup } from './markup.ts';
import { voiceIn } from './voice.ts';

/** A question to oneself. The place to write is shown by `<showhow-reflection>`, which keeps what is written. */
export const reflectionMarkup = ({ id, question }: ReflectionBlock['attrs'], around: Pick<Around, 'voice'>): Markup => [
  'showhow-reflection',
  { 'data-block': id, id: `block-${id}` },
  ['p', { class: 'sh-question', id: `question-${id}` }, question],
  [
    'div',
    { hidden: '' },
    ['textarea', { rows: 3, maxlength: 5000, 'aria-labelledby': `question-${id}`, 'aria-describedby': `kept-${id}` }],
    ['p', { class: 'sh-hint', id: `kept-${id}`, ...voiceIn(around).mark }, voiceIn(around).words.staysHere],
  ],
];
