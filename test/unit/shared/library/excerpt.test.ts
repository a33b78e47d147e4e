import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, partsOf } from '../../../../src/shared/model/library/excerpt.ts';
import { parseQuery, toPatterns } from '../../../../src/shared/model/library/query.ts';

const parts = (line: string, typed: string) => partsOf(line, toPatterns(parseQuery(typed)));
const shown = (line: string, typed: string) =>
  excerpt(parts(line, typed))
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('');

test('a line is shown around what was found first, and not in full length', () => {
  const text = shown(`${'before '.repeat(30)}ring and ${'after '.repeat(60)}`, 'ring');
  expect(text).toMatch(/^…(before )+\[ring\] and (after ?)+…$/);
  expect(text.length).toBeLessThan(170);
});

test.each([
  ['Warm the ring, then the shaft.', 'shaft ring', 'Warm the [ring], then the [shaft].'],
  ['Bearings bear', 'bear', '[Bearings] [bear]'],
  ['Bearings bear', '"bear"', 'Bearings [bear]'],
  ['Unbearable', 'bear', 'Unbearable'],
  ['Die Straße nach Ærø über Łódź', 'strasse aero lodz', 'Die [Straße] nach [Ærø] über [Łódź]'],
  ['Z̈ahne und Zähne', 'zahne', '[Z̈ahne] und [Zähne]'],
  ['the ring-shaped part', 'ring-sha', 'the [ring-shaped] part'],
  ['🙂 ring 🙂', 'ring', '🙂 [ring] 🙂'],
  ['軸受を温めます。', '温めます', '軸受を[温めます]。'],
  ['ガスを止める', '"止め"', 'ガスを[止め]る'],
  ['第3軸を回す', '3軸', '第[3軸]を回す'],
  ['ปิดวาล์วก่อน', 'วาล์ว', 'ปิด[วาล์ว]ก่อน'],
])('%j, looked for %j, is shown as %j', (line, typed, expected) => {
  expect(shown(line, typed)).toBe(expected);
});

test('what is found does not depend on what else is in the line', () => {
  const found = (line: string, typed: string) =>
    parts(line, typed)
      .filter((part) => part.found)
      .map(({ text }) => text);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(), fc.integer({ min: 1, max: 6 }), (line, start, length) => {
      const letters = [...line];
      const typed = letters
        .slice(start % (letters.length + 1))
        .slice(0, length)
        .join('');
      expect(found(`${line} 🙂`, typed)).toEqual(found(line, typed));
    }),
  );
});

test('parts joined are the line, whatever is looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 12 }), (line, typed) => {
      expect(
        parts(line, typed)
          .map(({ text }) => text)
          .join(''),
      ).toBe(line);
      expect(excerpt(parts(line, typed)).every(({ text }) => text !== '')).toBe(true);
    }),
  );
});
