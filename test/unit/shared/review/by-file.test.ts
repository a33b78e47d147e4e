import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Advice,
  freshIn,
  lastAdvice,
  mergeSaid,
  nothingSaid,
  type Said,
  together,
  unknownAt,
} from '../../../../src/shared/model/review/by-file.ts';
import type { ReviewComment } from '../../../../src/shared/model/review/comment.ts';
import { mergeComments } from '../../../../src/shared/model/review/merge.ts';
import { freshWords } from '../../../../src/shared/model/review/words.ts';
import { comment, comments, hash, id } from './material.ts';

const advice: fc.Arbitrary<Advice[]> = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 4 }).map((n) => id(700 + n)),
    by: fc.constantFrom('Rea', 'Bo'),
    verdict: fc.constantFrom('approve', 'return'),
    words: fc.constantFrom('', 'Good.', 'Shorter.'),
    revision: fc.constantFrom(hash('a'), hash('b')),
    at: fc.integer({ min: 0, max: 9 }).map((second) => new Date(Date.UTC(2026, 10, 22, 10, 0, second)).toISOString()),
  }),
  { maxLength: 5 },
);
const said: fc.Arbitrary<Said> = fc.record({ comments, advice });

const everything = (all: readonly ReviewComment[]): Set<string> =>
  new Set(
    all.flatMap(({ id: name, replies, turns }) => [
      name,
      ...replies.map((reply) => `${name} ${reply.id}`),
      ...turns.map(({ state, at }) => `${name} ${state} ${at}`),
    ]),
  );

describe('files that come back', () => {
  it('give the same in any order and any number of times', () => {
    fc.assert(
      fc.property(said, said, said, (a, b, c) => {
        const one = mergeSaid(mergeSaid(a, b), c);
        expect(mergeSaid(mergeSaid(c, b), a)).toEqual(one);
        expect(mergeSaid(mergeSaid(one, b), b)).toEqual(one);
      }),
    );
  });

  it('bring nothing anew the second time, and never less than nothing', () => {
    fc.assert(
      fc.property(said, said, (here, file) => {
        const known = mergeSaid(here, nothingSaid);
        const after = mergeSaid(known, file);
        for (const count of Object.values(freshIn(known, after))) expect(count).toBeGreaterThanOrEqual(0);
        expect(freshWords(freshIn(after, mergeSaid(after, file)))).toBe('');
      }),
    );
  });

  it('count what each adviser said last about a version', () => {
    const one = { id: id(1), by: 'Rea', verdict: 'return', words: '', revision: hash('a'), at: '2026-11-22T10:00:00.000Z' } as const;
    const later = { ...one, id: id(2), verdict: 'approve', at: '2026-11-22T11:00:00.000Z' } as const;
    const other = { ...one, id: id(3), by: 'Bo' };
    expect(lastAdvice([later, other, one]).map((each) => each.id)).toEqual([id(3), id(2)]);
  });
});

describe('a review at the hub and in files', () => {
  it('loses nothing that either of them knows, and shows each once', () => {
    fc.assert(
      fc.property(comments, comments, (hub, files) => {
        const [atHub, inFiles] = [mergeComments(hub, []), mergeComments(files, [])];
        const both = together(atHub, inFiles);
        expect(everything(both)).toEqual(new Set([...everything(atHub), ...everything(inFiles)]));
        expect(new Set(both.map((each) => each.id)).size).toBe(both.length);
        expect(together(both, inFiles)).toEqual(both);
      }),
    );
  });

  it('lets the hub say what was said where both know it, because there it hangs on an account', () => {
    const hub = comment({ author: 'Lea Brandt', text: 'As she wrote it' });
    const [shown] = together([hub], [comment({ author: 'Lea Brandt', text: 'As a file has it' })]);
    expect(shown?.text).toBe('As she wrote it');
  });

  it('brings to the hub what it lacks, and nothing twice', () => {
    fc.assert(
      fc.property(comments, comments, (hub, files) => {
        const [atHub, inFiles] = [mergeComments(hub, []), mergeComments(files, [])];
        const lacking = unknownAt(atHub, inFiles);
        const lacked = [...everything(inFiles)].filter((name) => !everything(atHub).has(name));
        for (const name of lacked) expect(everything(lacking)).toContain(name);
        expect(unknownAt(together(atHub, inFiles), inFiles)).toEqual([]);
      }),
    );
  });
});
