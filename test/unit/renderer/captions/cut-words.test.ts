import { expect, test } from 'vitest';
import { isCut, rangeOfWords, rangesToBringBack, spokenWords } from '../../../../src/renderer/features/captions/cut-words.ts';
import { cutOut } from '../../../../src/shared/model/edit/clips.ts';
import { wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { bringBack, removedOf } from '../../../../src/shared/model/edit/removed.ts';

const words = spokenWords([
  { id: 'a', from: 1, to: 3, text: 'Open the till', words: [word('Open', 1, 1.5), word('the', 1.5, 2), word('till', 2, 3)] },
  { id: 'b', from: 5, to: 7, text: 'Then um count', words: [word('Then', 5, 5.5), word('um', 5.6, 6), word('count', 6.1, 7)] },
]);
function word(text: string, from: number, to: number) {
  return { text, from, to };
}
const whole = wholeSource('take', 10, 'x');
let named = 0;
const newId = () => `n${++named}`;

const cut = (first: number, last: number) => {
  const range = rangeOfWords(words, first, last);
  const edit = range && cutOut(whole, 'take', range.from, range.to);
  if (!edit) throw new Error('Nothing would be left');
  return edit;
};
const struck = (edit: typeof whole) => words.filter((each) => isCut(each, edit.clips, 'take')).map(({ text }) => text);

test('words that are taken out are cut out, and no others', () => {
  expect(struck(cut(4, 4))).toEqual(['um']);
  expect(struck(cut(1, 3))).toEqual(['the', 'till', 'Then']);
  expect(struck(cut(0, 5))).toEqual(['Open', 'the', 'till', 'Then', 'um', 'count']);
});

test('with the last word goes part of the rest after it, and never the next word', () => {
  expect(rangeOfWords(words, 2, 2)).toEqual({ from: 2, to: 3.6 });
  expect(rangeOfWords(words, 4, 4)?.to).toBeCloseTo(6.07);
  expect(rangeOfWords(words, 5, 5)?.from).toBeCloseTo(6.07);
  expect(rangeOfWords(words, 6, 6)).toBeNull();
});

const back = (edit: typeof whole, first: number, last: number) =>
  rangesToBringBack(words, first, last, removedOf(edit, 'take', 10)).reduce(
    (list, range) => bringBack(list, { source: 'take', ...range }, newId),
    edit,
  );

test('what was taken out comes back, whole or in part', () => {
  expect(back(cut(4, 4), 4, 4).clips.map(({ from, to }) => [from, to])).toEqual([[0, 10]]);
  expect(struck(back(cut(0, 5), 2, 3))).toEqual(['Open', 'the', 'um', 'count']);
  expect(rangesToBringBack(words, 0, 1, [])).toEqual([]);
});
