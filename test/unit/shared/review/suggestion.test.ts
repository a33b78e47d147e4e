import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';
import type { Anchor } from '../../../../src/shared/model/review/anchor.ts';
import { anchored } from '../../../../src/shared/model/review/anchored.ts';
import { mentionsIn } from '../../../../src/shared/model/review/mentions.ts';
import { wordsOf } from '../../../../src/shared/model/review/spoken.ts';
import { applySuggestion, replacedWords, takesSuggestion } from '../../../../src/shared/model/review/suggestion.ts';
import { content, id, text } from './material.ts';

const on = (n: number, exact: string, inContent: ModuleContent): Anchor => {
  const anchor = anchored({ kind: 'text', blockId: id(n), quote: { exact, prefix: '', suffix: '' }, start: 0, end: 0 }, inContent);
  if (!anchor) throw new Error('The anchor was not made');
  return anchor;
};
const bold = [{ type: 'bold' as const }];
const styled: Block = {
  type: 'paragraph',
  attrs: { id: id(1) },
  content: [
    { type: 'text', text: 'Pull the ' },
    { type: 'text', text: 'red', marks: bold },
    { type: 'text', text: ' plug.' },
  ],
};
const quiz: Block = {
  type: 'quiz',
  attrs: {
    id: id(2),
    quiz: {
      kind: 'single',
      question: 'What first?',
      options: [
        { id: 'a', text: 'The plug', correct: true, feedback: '' },
        { id: 'b', text: 'The plug', correct: false, feedback: 'What first?' },
      ],
      explanation: '',
    },
  },
};
const words = (module: ModuleContent | null): string[] | undefined => module?.body.content.map(wordsOf);

describe('taking a suggestion', () => {
  it('replaces the words and keeps what they looked like', () => {
    const before = content(styled, text(3, 'And wait.'));
    const taken = applySuggestion(before, { anchor: on(1, 'red', before), suggestion: 'grey' });
    expect(words(taken)).toEqual(['Pull the grey plug.', 'And wait.']);
    expect(taken?.body.content[0]).toMatchObject({ content: [{ text: 'Pull the ' }, { text: 'grey', marks: bold }, { text: ' plug.' }] });
  });

  it('is not written into another sentence, when its own was taken out', () => {
    const before = content(text(1, 'Do not press it. It is not safe.'));
    const spoken = { anchor: on(1, 'not', before), suggestion: 'never' };
    expect(words(applySuggestion(before, spoken))).toEqual(['Do never press it. It is not safe.']);
    expect(applySuggestion(content(text(1, 'It is not safe.')), spoken)).toBeNull();
  });

  it('goes over several looks, and may take words out', () => {
    const before = content(styled);
    expect(words(applySuggestion(before, { anchor: on(1, 'the red plug', before), suggestion: 'it' }))).toEqual(['Pull it.']);
    expect(words(applySuggestion(before, { anchor: on(1, ' red plug', before), suggestion: '' }))).toEqual(['Pull the .']);
  });

  it('replaces one of two lines that read the same, in a question too', () => {
    const before = content(quiz);
    const second = on(2, 'What first?', before);
    expect(words(applySuggestion(before, { anchor: second, suggestion: 'What comes first?' }))).toEqual([
      'What comes first?\nThe plug\nThe plug\nWhat first?',
    ]);
    expect(takesSuggestion(on(2, 'What first? The plug', before), before)).toBe(false);
  });

  it('replaces a whole line where the comment is on its block', () => {
    const before = content(text(1, 'Pull plug'));
    const anchor = anchored({ kind: 'block', blockId: id(1) }, before) ?? { kind: 'module' };
    expect(words(applySuggestion(before, { anchor, suggestion: 'Pull the plug.' }))).toEqual(['Pull the plug.']);
    expect(replacedWords({ anchor }, before)).toBe('Pull plug');
  });

  it('is not possible where the words were changed since, or the block is gone', () => {
    const before = content(text(1, 'Pull the plug.'));
    const anchor = on(1, 'Pull the plug', before);
    expect(applySuggestion(content(text(1, 'Push the plug.')), { anchor, suggestion: 'x' })).toBeNull();
    expect(applySuggestion(content(text(5, 'Other')), { anchor, suggestion: 'x' })).toBeNull();
    expect(applySuggestion(before, { anchor: { kind: 'module' }, suggestion: 'x' })).toBeNull();
  });

  it('changes nothing but the words it speaks of, whatever they are', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(word, word, word, fc.string({ maxLength: 20 }), (before, exact, after, suggestion) => {
        const module = content(text(1, `${before} <${exact}> ${after}`), text(2, exact));
        const taken = applySuggestion(module, { anchor: on(1, `<${exact}>`, module), suggestion });
        expect(words(taken)).toEqual([`${before} ${suggestion} ${after}`, exact]);
      }),
    );
  });
});

describe('mentions', () => {
  const names = ['Mara', 'Mara Lindqvist', 'Bo', 'Zoë'];
  it('are the people whose names stand behind an @, the longest name first', () => {
    expect(mentionsIn('@Mara Lindqvist and @bo: see @Zoë, not @Max', names)).toEqual(['Mara Lindqvist', 'Bo', 'Zoë']);
    expect(mentionsIn('bo@example.com and @Bobby', names)).toEqual([]);
  });
});
