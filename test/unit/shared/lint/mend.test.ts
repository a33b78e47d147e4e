import { expect, test } from 'vitest';
import { mendModule } from '../../../../src/shared/model/lint/mend.ts';
import { ModuleContent } from '../../../../src/shared/model/module.ts';
import { asked, callout, found, good, heading, lesson, link, paragraph, picture, question, table, words } from './support.ts';

const bold = (text: string) => words(text, { type: 'bold' });

const mendable: [rule: string, content: ModuleContent, expected: (content: ModuleContent) => unknown, value: unknown][] = [
  ['title-capitals', lesson([], { title: 'CLOSING THE TILL' }), ({ title }) => title, 'Closing the till'],
  [
    'heading-order',
    lesson([heading('Counting', 3), good()]),
    ({ body }) => body.content[0],
    expect.objectContaining({ attrs: expect.objectContaining({ level: 2 }) }),
  ],
  [
    'heading-bold',
    lesson([paragraph(bold('Before you '), bold('start')), good()]),
    ({ body }) => body.content[0],
    expect.objectContaining({ type: 'heading', content: [words('Before you '), words('start')] }),
  ],
  ['heading-empty', lesson([heading(''), good()]), ({ body }) => body.content.length, 1],
  ['empty', lesson([good(), paragraph(), asked()]), ({ body }) => body.content.length, 2],
  ['empty-frame', lesson([good(), callout(''), asked()]), ({ body }) => body.content.length, 2],
  [
    'table-head',
    lesson([good(), table('tableCell'), asked()]),
    ({ body }) => body.content[1],
    expect.objectContaining({
      content: [
        expect.objectContaining({ content: [expect.objectContaining({ type: 'tableHeader' }), expect.anything()] }),
        expect.objectContaining({ content: [expect.objectContaining({ type: 'tableCell' }), expect.anything()] }),
      ],
    }),
  ],
  [
    'alternative-text-prefix',
    lesson([picture('A picture of the open drawer')]),
    ({ body }) => body.content[0]?.attrs,
    expect.objectContaining({ alt: 'The open drawer' }),
  ],
  [
    'link-address',
    lesson([paragraph('See ', link('https://www.forms.example/a', 'https://www.forms.example/a'))]),
    ({ body }) => body.content[0],
    expect.objectContaining({ content: [words('See '), link('forms.example', 'https://www.forms.example/a')] }),
  ],
  [
    'quiz-negation',
    lesson([question(['*a', 'b'], { question: 'Which is not a note?' })]),
    ({ body }) => body.content[0]?.attrs,
    expect.objectContaining({ quiz: expect.objectContaining({ question: 'Which is NOT a note?' }) }),
  ],
];

test.each(mendable)('%s is mended by one button, and is gone then', (rule, content, read, value) => {
  const finding = found(content).find((one) => one.rule === rule);
  if (!finding?.mend) throw new Error('There is nothing to mend');
  const mended = mendModule(content, finding);
  expect(read(mended)).toEqual(value);
  expect(ModuleContent.parse(mended)).toEqual(mended);
  expect(found(mended).filter((one) => one.rule === rule)).toEqual([]);
});

test('a right answer that always stands in one place is moved, and stays right', () => {
  const content = lesson([question(['*a', 'b']), question(['*c', 'd']), question(['*e', 'f'])]);
  const finding = found(content).find(({ rule }) => rule === 'quiz-position');
  if (!finding) throw new Error('Nothing was found');
  const mended = mendModule(content, finding);
  expect(found(mended).map(({ rule }) => rule)).not.toContain('quiz-position');
  const second = mended.body.content[1];
  const quiz = second?.type === 'quiz' ? second.attrs.quiz : null;
  expect(quiz?.kind === 'single' && quiz.options.map(({ text, correct }) => [text, correct])).toEqual([
    ['d', false],
    ['c', true],
  ]);
});

test('a block keeps its name when it is mended, so that comments stay on it', () => {
  const content = lesson([paragraph(bold('Before you start')), good()]);
  const finding = found(content).find(({ rule }) => rule === 'heading-bold');
  if (!finding) throw new Error('Nothing was found');
  expect(mendModule(content, finding).body.content.map(({ attrs }) => attrs.id)).toEqual(content.body.content.map(({ attrs }) => attrs.id));
});

test('a mend that no longer fits changes nothing', () => {
  const content = lesson([good()]);
  const block = content.body.content[0]?.attrs.id ?? null;
  const change = { do: 'set', path: ['attrs', 'quiz', 'question'], value: 'x' } as const;
  const mend = { says: '', change: { ...change, path: [...change.path] } };
  expect(mendModule(content, { rule: '', severity: 'warning', block, message: '', why: '', mend })).toEqual(content);
});
