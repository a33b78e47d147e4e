import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captionsOfEdit, chaptersOfEdit } from '../../../../src/shared/model/captions/output.ts';
import { tokens } from '../../../../src/shared/model/captions/words.ts';
import { cutOut, moveClip, splitAt } from '../../../../src/shared/model/edit/clips.ts';
import { type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { editDuration } from '../../../../src/shared/model/edit/time.ts';
import { ids, spokenCue } from './sample.ts';

const cues = [spokenCue('a', 'Open the till at nine.'), spokenCue('b', 'Then count the coins.', 4), spokenCue('c', 'Close it.', 7)];
const whole = wholeSource('take', 10, 'x');
const captions = { take: { cues } };
const shown = (edit: EditList) => captionsOfEdit(edit, captions).map(({ from, to, text }) => [from, to, text]);

test('without cuts the captions are as they were said', () => {
  expect(shown(whole)).toEqual(cues.map(({ from, to, text }) => [from, to, text]));
});

test('words that were cut out vanish and the cue shrinks to what is left', () => {
  expect(shown(cutOut(whole, 'take', 0.5, 1.5))).toEqual([
    [0, 1.5, 'Open at nine.'],
    [3, 5, 'Then count the coins.'],
    [6, 7, 'Close it.'],
  ]);
});

test('a cue of which nothing is heard is gone, and what follows moves up', () => {
  expect(shown(cutOut(whole, 'take', 3, 6.5))).toEqual([
    [0, 2.5, 'Open the till at nine.'],
    [3.5, 4.5, 'Close it.'],
  ]);
});

test('a cue whose halves are shown apart becomes two', () => {
  const split = splitAt(whole, 1.5, () => 'y');
  expect(shown(moveClip(split, 'x', 1))).toEqual([
    [0, 1, 'at nine.'],
    [2.5, 4.5, 'Then count the coins.'],
    [5.5, 6.5, 'Close it.'],
    [8.5, 10, 'Open the till'],
  ]);
  const names = captionsOfEdit(moveClip(split, 'x', 1), captions).map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
});

test('an opening card moves all captions, and takes without captions have none', () => {
  const card = { seconds: 3, title: '', line: '', name: '', role: '', photo: null, logo: null, colour: null };
  expect(shown({ ...whole, opening: card })[0]).toEqual([3, 5.5, 'Open the till at nine.']);
  expect(captionsOfEdit(whole, {})).toEqual([]);
});

test('the captions of any edit say what is kept, in order, and lie within it', () => {
  const cut = fc.tuple(fc.double({ min: 0, max: 9, noNaN: true }), fc.double({ min: 0.05, max: 3, noNaN: true }));
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 8 }), (cuts) => {
      const edit = cuts.reduce((list, [from, length]) => {
        const next = cutOut(list, 'take', from, from + length);
        return next.clips.length > 0 ? next : list;
      }, whole);
      const kept = cues
        .flatMap(({ words = [] }) => words)
        .filter(({ from, to }) => edit.clips.some((clip) => (from + to) / 2 >= clip.from && (from + to) / 2 < clip.to));
      const found = captionsOfEdit(edit, captions);
      expect(found.flatMap(({ text }) => tokens(text))).toEqual(kept.map(({ text }) => text));
      let last = 0;
      for (const { from, to } of found) {
        expect(from).toBeGreaterThanOrEqual(last - 1e-9);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(editDuration(edit) + 1e-9);
    }),
  );
});

test('chapters follow their moments, and one whose moment was cut begins with what comes next', () => {
  const newId = ids();
  const chapters = [
    { id: newId(), source: 'take', at: 0, title: 'Open' },
    { id: newId(), source: 'take', at: 4, title: 'Count' },
    { id: newId(), source: 'take', at: 5, title: 'Close' },
    { id: newId(), source: 'take', at: 9.5, title: 'Gone' },
  ];
  const edit = cutOut(cutOut({ ...whole, chapters }, 'take', 3.5, 4.5), 'take', 9, 10);
  expect(chaptersOfEdit(edit)).toEqual([
    { title: 'Open', from: 0, to: 3.5 },
    { title: 'Count', from: 3.5, to: 4 },
    { title: 'Close', from: 4, to: 8 },
  ]);
});
