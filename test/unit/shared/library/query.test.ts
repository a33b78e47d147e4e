import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestQuery, parseQuery, toMatch } from '../../../../src/shared/model/library/query.ts';

const read = (typed: string) => parseQuery(typed).map(({ words, exact }) => (exact ? `[${words.join(' ')}]` : words.join(' ')));

describe('what is typed into the search', () => {
  test.each([
    ['warm the ring', ['warm', 'the', 'ring']],
    ['  warm\t\nring ', ['warm', 'ring']],
    ['"warm ring" bearing', ['[warm ring]', 'bearing']],
    ['„warmer Ring“ Lager', ['[warmer ring]', 'lager']],
    ['«bague chaude»', ['[bague chaude]']],
    ['"never closed', ['[never closed]']],
    ['warm AND NOT (ring) -cold NEAR/2 title:x *', ['warm', 'and', 'not', 'ring', 'cold', 'near 2', 'title x']],
    ['🙂 *** "" "!"', []],
    ['a\u0000b', ['a', 'b']],
    ['GRÜẞE Straße Ærø', ['grusse', 'strasse', 'aero']],
    ['軸受を 温め3回', ['軸 受 を', '温 め 3 回']],
    ['', []],
  ])('%j is taken as %j', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });

  test('is words and never a command: each stands in quotation marks of its own, and none is left open', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const terms = parseQuery(typed);
        const match = toMatch(terms);
        const outside = match.replace(/"(?:[^"]|"")*"\*?/gu, '').trim();
        expect(outside.split(/\s+/u).filter(Boolean)).toEqual(Array.from({ length: Math.max(0, terms.length - 1) }, () => 'AND'));
        expect(terms.length).toBeLessThanOrEqual(12);
        for (const { words } of terms) {
          expect(words.length).toBeGreaterThan(0);
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{Co}]+$/u);
        }
      }),
    );
  });

  test('read again is the same', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (typed) => {
        const terms = parseQuery(typed);
        const written = terms.map(({ words, exact }) => (exact ? `"${words.join(' ')}"` : words.join('-'))).join(' ');
        fc.pre(written.length <= longestQuery);
        expect(parseQuery(written)).toEqual(terms);
      }),
    );
  });
});
