import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import { mediaOfBlock, textsOfBlock } from '../../../../src/shared/model/blocks/index.ts';
import { contextOf } from '../../../../src/shared/model/lint/context.ts';
import { errorsIn } from '../../../../src/shared/model/lint/lint.ts';
import { learnerSeconds } from '../../../../src/shared/model/minutes.ts';
import { canonicalJson, ModuleContent, mediaOf } from '../../../../src/shared/model/module.ts';
import type { HotspotQuiz } from '../../../../src/shared/model/quiz/model.ts';
import { questionsIn } from '../../../../src/shared/model/quiz/questions.ts';

const id = (last: string) => `018f2f10-0000-7000-8000-00000000000${last}`;
const hash = 'a'.repeat(64);
const content = (...blocks: Block[]): ModuleContent => ({
  title: 'A title',
  objective: 'An aim',
  language: 'en',
  body: { type: 'doc', content: blocks },
});
const choice = {
  kind: 'single' as const,
  question: 'First?',
  options: [
    { id: 'a', text: 'Plug', correct: true, feedback: 'Yes' },
    { id: 'b', text: 'Blade', correct: false, feedback: '' },
  ],
  explanation: 'Power first.',
};
const video = (questions?: Extract<Block, { type: 'video' }>['attrs']['questions']): Block => ({
  type: 'video',
  attrs: {
    id: id('1'),
    media: hash,
    poster: null,
    title: 'In one go',
    duration: 60,
    width: 640,
    height: 360,
    ...(questions && { questions }),
  },
});

test('a question of before is valid as it is and keeps the hash of its revision', () => {
  const before = content({ type: 'quiz', attrs: { id: id('2'), quiz: choice } });
  const now = canonicalJson(ModuleContent.parse(before));
  expect(now).toBe(canonicalJson(before));
  // Taken of this content before the other kinds of question were there.
  expect(createHash('sha256').update(now).digest('hex')).toBe('3f59c1f9fa964fa54d5c54a7d07943dcc4ac088873575f191430835e7d7d75bf');
});

test('questions in videos are questions like all others: in order, to be finished, read and waited for', () => {
  const module = content(
    video([
      { id: id('4'), at: 30, quiz: { ...choice, question: '' } },
      { id: id('3'), at: 10, quiz: choice },
    ]),
    { type: 'quiz', attrs: { id: id('2'), quiz: choice } },
  );
  expect(questionsIn(module.body.content).map((question) => [question.id, question.at])).toEqual([
    [id('3'), 10],
    [id('4'), 30],
    [id('2'), undefined],
  ]);
  const errors = errorsIn(contextOf(module, { author: { name: 'Mara' }, today: '2026-11-26' }));
  expect(errors.map(({ rule, block }) => [rule, block])).toEqual([['quiz-unfinished', id('1')]]);
  expect(textsOfBlock(module.body.content[0] as Block)).toEqual(expect.arrayContaining(['First?', 'Plug', 'Power first.']));
  const words = textsOfBlock(module.body.content[0] as Block)
    .join(' ')
    .split(/\s+/u).length;
  expect(learnerSeconds(content(...module.body.content.slice(0, 1)).body)).toBeCloseTo(60 + 2 * 15 + (words / 200) * 60);
});

test('a question on a picture names its file and all its words', () => {
  const quiz: HotspotQuiz = {
    kind: 'hotspot',
    question: 'Where?',
    explanation: 'It is red.',
    hints: ['Look left.'],
    feedback: { right: 'Well seen.', wrong: 'Look again.' },
    picture: { media: hash, alt: 'The panel', width: 640, height: 360 },
    regions: [{ id: 'a', label: 'Stop', x: 0, y: 0, width: 0.5, height: 0.5, correct: true, feedback: 'There.' }],
  };
  const block: Block = { type: 'quiz', attrs: { id: id('2'), quiz } };
  expect(mediaOfBlock(block)).toEqual([{ hash, as: 'picture', name: 'The picture of a question' }]);
  expect(mediaOf(content(block))).toEqual([hash]);
  expect(mediaOfBlock({ type: 'quiz', attrs: { id: id('2'), quiz: { ...quiz, picture: null } } })).toEqual([]);
  expect(textsOfBlock(block)).toEqual(['Where?', 'Look left.', 'The panel', 'Stop', 'There.', 'Well seen.', 'Look again.', 'It is red.']);
});

test('a question at a moment is of no kind that needs a picture of its own', () => {
  const hotspot = { kind: 'hotspot', question: 'Where?', explanation: '', picture: null, regions: [] };
  const block = video();
  const attrs = { ...block.attrs, questions: [{ id: id('3'), at: 1, quiz: hotspot }] };
  expect(ModuleContent.safeParse(content({ ...block, attrs } as unknown as Block)).success).toBe(false);
});
