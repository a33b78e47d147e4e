import { randomUUID } from 'node:crypto';
import { expect, type Locator } from '@playwright/test';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import type { MomentQuiz, Quiz } from '../../../src/shared/model/quiz/model.ts';

const asked = (question: string) => ({ question, explanation: 'Nothing moves without power.' });

/** A question of each kind, about one thing. */
export const questions: Record<'multiple' | 'order' | 'match' | 'fill', MomentQuiz> = {
  multiple: {
    ...asked('What is safe?'),
    kind: 'multiple',
    options: [
      { id: 'plug', text: 'The plug is out', correct: true, feedback: '' },
      { id: 'still', text: 'The blade stands still', correct: true, feedback: '' },
      { id: 'lamp', text: 'The lamp is off', correct: false, feedback: 'Lamps break.' },
    ],
    hints: ['Two of them.', 'Not the lamp.'],
    feedback: { right: 'Nobody gets hurt.', wrong: 'Look at the saw again.' },
  },
  order: {
    ...asked('In which order?'),
    kind: 'order',
    items: [
      { id: 'one', text: 'Pull the plug', feedback: 'Power first.' },
      { id: 'two', text: 'Wait', feedback: '' },
      { id: 'three', text: 'Loosen the nut', feedback: '' },
    ],
  },
  match: {
    ...asked('Which tool for what?'),
    kind: 'match',
    pairs: [
      { id: 'nut', left: 'Nut', right: 'Spanner', feedback: 'It has six sides.' },
      { id: 'screw', left: 'Screw', right: 'Screwdriver', feedback: '' },
      { id: 'wire', left: 'Wire', right: 'Pliers', feedback: '' },
    ],
  },
  fill: {
    ...asked('Fill in what is missing.'),
    kind: 'fill',
    ignores: { case: true, spaces: true, diacritics: true },
    parts: [
      { type: 'text', text: 'First pull the ' },
      { type: 'gap', id: 'g1', accepts: ['plug', 'mains plug'], feedback: 'It ends the cable.' },
      { type: 'text', text: ', then wait for the ' },
      { type: 'gap', id: 'g2', accepts: ['blade'], feedback: '' },
      { type: 'text', text: '.' },
    ],
  },
};

/** The right place is the left upper quarter, the wrong one the right lower. */
export const hotspot = (media: string): Quiz => ({
  ...asked('Where is the stop button?'),
  kind: 'hotspot',
  picture: { media, alt: 'The panel of the saw', width: 640, height: 360 },
  regions: [
    { id: 'stop', label: 'Red button', x: 0.1, y: 0.1, width: 0.3, height: 0.3, correct: true, feedback: '' },
    {
      id: 'lamp',
      label: 'Green lamp',
      x: 0.6,
      y: 0.6,
      width: 0.3,
      height: 0.3,
      correct: false,
      feedback: 'It only shows that there is power.',
    },
  ],
});

export const quizBlock = (quiz: Quiz): Block => ({ type: 'quiz', attrs: { id: randomUUID(), quiz } });

/** By arrow keys: typing ahead starts over where a slow machine pauses between two letters. */
export async function choosePartner(question: Locator, left: string, right: string): Promise<void> {
  const select = question.getByLabel(left, { exact: true });
  const place = (await select.locator('option').allTextContents()).indexOf(right);
  await select.press('Home');
  for (let step = 0; step < place; step += 1) await select.press('ArrowDown');
  await expect(select.locator('option:checked')).toHaveText(right);
}
