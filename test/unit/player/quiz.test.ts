import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../src/player/elements/quiz/verdict.ts';
import { renderModule } from '../../../src/player/render/module.ts';
import { en } from '../../../src/player/words/en.ts';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import { judge } from '../../../src/shared/model/quiz/index.ts';
import type { ChoiceQuiz, Quiz } from '../../../src/shared/model/quiz/model.ts';
import { author, blockId, hash, moduleOf } from './sample.ts';

const render = (...content: Block[]) => renderModule({ content: moduleOf(content), author, media: (name) => `/media/${name}` });
const asked = { question: 'Which?', explanation: 'Because.' };
const quizBlock = (quiz: Quiz): Block => ({ type: 'quiz', attrs: { id: blockId, quiz } });
/** What stands to read where no script runs. */
const read = (html: string) => html.replace(/data-quiz="[^"]*"/g, '').replace(/<[^>]*>/g, '|');

const single: ChoiceQuiz = {
  ...asked,
  kind: 'single',
  options: [
    { id: 'a', text: 'Cool it', correct: false, feedback: '' },
    { id: 'b', text: 'Warm it', correct: true, feedback: '' },
  ],
};
const order: Quiz = { ...asked, kind: 'order', items: ['one', 'two', 'three'].map((id) => ({ id, text: `Step ${id}`, feedback: '' })) };
const match: Quiz = {
  ...asked,
  kind: 'match',
  pairs: ['a', 'b', 'c'].map((id) => ({ id, left: `L${id}`, right: `R${id}`, feedback: '' })),
};
const fill: Quiz = {
  ...asked,
  kind: 'fill',
  ignores: { case: true, spaces: true, diacritics: false },
  parts: [
    { type: 'text', text: 'Press\nthe ' },
    { type: 'gap', id: 'g', accepts: ['stop', 'halt'], feedback: 'The red one.' },
  ],
};
const hotspot: Quiz = {
  ...asked,
  kind: 'hotspot',
  picture: { media: hash, alt: 'The panel', width: 640, height: 360 },
  regions: [
    { id: 'a', label: 'Stop button', x: 0, y: 0, width: 0.2, height: 0.2, correct: true, feedback: '' },
    { id: 'b', label: 'Lamp', x: 0.5, y: 0, width: 0.2, height: 0.2, correct: false, feedback: '' },
  ],
};

describe('a question without a script', () => {
  test.each([
    ['order', order, ['Step one', 'Step two', 'Step three']],
    ['match', match, ['La: Ra', 'Lb: Rb']],
    ['fill', fill, ['stop / halt']],
    ['hotspot', hotspot, ['Stop button']],
  ])('tells what is right behind one click: %s', (_, quiz, right) => {
    const answer = render(quizBlock(quiz)).split('class="sh-answer"')[1] ?? '';
    for (const text of right) expect(read(answer)).toContain(text);
    expect(read(answer)).toContain('Because.');
  });

  test('does not show the right order first', () => {
    const shown = [...(render(quizBlock(order)).split('class="sh-answer"')[0] ?? '').matchAll(/data-part="(\w+)"/g)].map(([, id]) => id);
    expect(shown.toSorted()).toEqual(['one', 'three', 'two']);
    expect(shown).not.toEqual(['one', 'two', 'three']);
  });

  test('gives each of its hints a lid of its own', () => {
    const html = render(quizBlock({ ...single, hints: ['Think of steel.', 'It grows.'] }));
    expect(html).toContain('<summary>Hint 1</summary><p>Think of steel.</p>');
    expect(html).toContain('<summary>Hint 2</summary><p>It grows.</p>');
  });

  test('names each choice of a partner by its left side alone', () => {
    expect(render(quizBlock(match))).toMatch(
      /<label class="sh-label" for="(pair-[\w-]+-1)">La<\/label><span class="sh-mark"><\/span><select id="\1">/,
    );
  });

  test('has a field for each gap, named by its number, and breaks its lines where the author did', () => {
    const html = render(quizBlock(fill));
    expect(html).toMatch(/<p class="sh-fill">Press<br\/?>the <span class="sh-gap"/);
    expect(html).toContain('aria-label="Gap"');
  });

  test('shows the picture with its words and its places by name', () => {
    const html = render(quizBlock(hotspot));
    expect(html).toContain(`<img src="/media/${hash}" alt="The panel"`);
    expect(html).toMatch(/<input type="radio" [^>]*value="a"\/?><span>Stop button<\/span>/);
  });

  test('stands below its video with its time, in the order of times', () => {
    const questions = [
      { id: '018f2f10-0000-7000-8000-000000000008', at: 62, quiz: single },
      { id: '018f2f10-0000-7000-8000-000000000009', at: 5, quiz: { ...order } },
    ];
    const html = render({
      type: 'video',
      attrs: { id: blockId, media: hash, poster: null, title: '', duration: 90, width: 16, height: 9, questions },
    });
    const [first, second] = [html.indexOf('Question at 0:05'), html.indexOf('Question at 1:02')];
    expect(first).toBeGreaterThan(html.indexOf('</video>'));
    expect(second).toBeGreaterThan(first);
  });
});

describe('the verdict', () => {
  const verdict = (quiz: Quiz, answer: Parameters<typeof verdictOf>[0]) => verdictOf(answer, judge(quiz, answer), en);
  test('says how many parts are right', () => {
    expect(verdict(order, { kind: 'order', order: ['one', 'three', 'two'] })).toBe('1 of 3 is right. Try again.');
    expect(verdict(order, { kind: 'order', order: ['three', 'one', 'two'] })).toBe('Not quite. Try again.');
    expect(verdict(fill, { kind: 'fill', texts: ['HALT'] })).toBe('That is right.');
  });
  test('tells a wrong choice from one that is missing', () => {
    const both: Quiz = { ...single, kind: 'multiple', options: single.options.map((option) => ({ ...option, correct: true })) };
    expect(verdict(both, { kind: 'multiple', chosen: ['a'] })).toMatch(/missing/);
    expect(verdict(single, { kind: 'single', chosen: ['a'] })).toMatch(/Not quite/);
  });
});
