import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cue, Cues } from '../../../../src/shared/model/captions/captions.ts';
import {
  cueAt,
  insert,
  mended,
  mergeWithNext,
  remove,
  retime,
  setText,
  shifted,
  splitAtTime,
  splitBefore,
  wordAt,
} from '../../../../src/shared/model/captions/change.ts';
import { findings } from '../../../../src/shared/model/captions/checks.ts';
import { cuesOf } from '../../../../src/shared/model/captions/cues.ts';
import { broken, limits } from '../../../../src/shared/model/captions/lines.ts';
import { tokens, wordsOf } from '../../../../src/shared/model/captions/words.ts';
import { ids, said, spokenCue } from './sample.ts';

const till = spokenCue('a', 'Open the till at nine.');

test('a corrected word keeps the times of the others and takes the time of the one it replaces', () => {
  const [cue] = setText([till], 'a', 'Open this till at ten.');
  expect(cue?.words?.map(({ text, from, to, guessed }) => [text, from, to, guessed ?? false])).toEqual([
    ['Open', 0, 0.5, false],
    ['this', 0.5, 1, true],
    ['till', 1, 1.5, false],
    ['at', 1.5, 2, false],
    ['ten.', 2, 2.5, true],
  ]);
});

test('an added word finds room beside its neighbours, and none of them leaves the cue', () => {
  const [cue] = setText([till], 'a', 'Now open the old till at nine, please.');
  const words = cue?.words ?? [];
  expect(words.map(({ text }) => text)).toEqual(['Now', 'open', 'the', 'old', 'till', 'at', 'nine,', 'please.']);
  for (const [index, word] of words.entries()) {
    expect(word.to).toBeGreaterThanOrEqual(word.from);
    expect(word.from).toBeGreaterThanOrEqual(words[index - 1]?.to ?? 0);
  }
  expect(words.at(-1)?.to).toBe(2.5);
});

test('a cue is parted at the cursor, between two words', () => {
  expect(wordAt('Open the till', 9)).toBe(2);
  const [first, second] = splitBefore([till], 'a', 3, ids());
  expect([first?.text, first?.from, first?.to]).toEqual(['Open the till', 0, 1.5]);
  expect([second?.text, second?.from, second?.to]).toEqual(['at nine.', 1.5, 2.5]);
  expect(splitBefore([till], 'a', 0, ids())).toEqual([till]);
  expect(splitBefore([till], 'a', 5, ids())).toEqual([till]);
});

test('a cue without known words is parted where its letters put the moment', () => {
  const parts = splitAtTime([{ id: 'a', from: 0, to: 4, text: 'one two six ten' }], 'a', 2.1, ids());
  expect(parts.map(({ text }) => text)).toEqual(['one two', 'six ten']);
  expect(parts[0]?.to).toBeCloseTo(2);
});

test('parting and joining again gives the same words at the same times', () => {
  const parted = splitBefore([till], 'a', 2, ids());
  expect(mergeWithNext(parted, 'a')).toEqual([till]);
  expect(mergeWithNext([till], 'a')).toEqual([till]);
});

test('a cue that is moved takes its words along', () => {
  const [cue] = retime([till], 'a', { from: 10, to: 12.5 }, 60);
  expect(cue?.words?.[0]).toMatchObject({ from: 10, to: 10.5 });
  const [longer] = retime([till], 'a', { from: 0, to: 4 }, 60);
  expect(longer?.words).toEqual(till.words);
});

test('times stay within the take and in order', () => {
  const [cue] = retime([till], 'a', { from: 70, to: 50 }, 60);
  expect(cue).toMatchObject({ from: 59.9, to: 60 });
  const order = retime([till, spokenCue('b', 'Then close it.', 3)], 'a', { from: 5, to: 6 }, 60);
  expect(order.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a new cue stands only where there is room', () => {
  expect(cueAt([till], 1, 60, 'n')).toBeNull();
  expect(cueAt([till], 2.5, 3.5, 'n')).toEqual({ id: 'n', from: 2.5, to: 3.5, text: '' });
  const between = cueAt([till, spokenCue('b', 'Then', 4)], 3, 60, 'n');
  expect(between?.to).toBe(4);
  if (between) expect(remove(insert([till], between), 'n')).toEqual([till]);
});

test('captions can be moved as a whole', () => {
  expect(shifted([till], 1)[0]).toMatchObject({ from: 1, to: 3.5 });
  expect(shifted([till], -2.5)).toEqual([]);
});

const sentence = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcdefghij,.?'), minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 60 })
  .map((words) => words.join(' '));

test('lines are broken without losing a letter, and no more lines than a line too long asks for', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const lines = broken(text).split('\n');
      expect(tokens(lines.join(' '))).toEqual(tokens(text));
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(limits.line);
      if (text.length <= limits.line) expect(lines).toHaveLength(1);
    }),
  );
  expect(broken('Count the coins first, then count the notes and write')).toBe('Count the coins first,\nthen count the notes and write');
});

test('spoken words become cues that say all of them, in order and within the limits', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const cues = cuesOf(said(text), ids());
      expect(cues.flatMap((cue) => tokens(cue.text))).toEqual(tokens(text));
      const kinds = findings(cues).map(({ kind }) => kind);
      for (const kind of ['empty', 'wide', 'tall', 'overlap', 'long']) expect(kinds).not.toContain(kind);
    }),
  );
});

test('each thing that makes captions hard to read is found', () => {
  const cue = (id: string, from: number, to: number, text: string) => ({ id, from, to, text });
  const found = findings([
    cue('empty', 0, 2, ' '),
    cue('fast', 2, 3, 'x'.repeat(30)),
    cue('short', 3.05, 3.4, 'Yes'),
    cue('long', 5, 14, 'x'.repeat(50)),
    cue('tall', 13, 16, 'a\nb\nc'),
  ]);
  expect(found.map(({ cue: id, kind }) => `${id} ${kind}`)).toEqual([
    'empty empty',
    'fast fast',
    'fast gap',
    'short short',
    'long long',
    'long wide',
    'long overlap',
    'tall tall',
  ]);
});

test('mending leaves nothing to find where there is room, and changes nothing that is right', () => {
  const cue = (id: string, from: number, to: number, text: string) => ({ id, from, to, text });
  const long = 'Count the coins first, then count the notes and write the number';
  expect(
    findings(mended([cue('a', 0, 0.3, 'Yes'), cue('b', 5, 6, long), cue('c', 10, 12.2, 'One more'), cue('d', 12.23, 14, 'End')])),
  ).toEqual([]);
  expect(mended([till])).toEqual([till]);
});

type Change = (cues: Cue[]) => Cue[];

test('any row of changes leaves captions that can be saved', () => {
  const name = fc.constantFrom('a', 'b', 'n1', 'n2');
  const time = fc.double({ min: 0, max: 12, noNaN: true });
  const newId = ids();
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(name, sentence).map(
      ([id, text]): Change =>
        (cues) =>
          setText(cues, id, text),
    ),
    fc.tuple(name, time, time).map(
      ([id, from, to]): Change =>
        (cues) =>
          retime(cues, id, { from, to }, 10),
    ),
    fc.tuple(name, fc.nat(8)).map(
      ([id, index]): Change =>
        (cues) =>
          splitBefore(cues, id, index, newId),
    ),
    fc.tuple(name, time).map(
      ([id, at]): Change =>
        (cues) =>
          splitAtTime(cues, id, at, newId),
    ),
    name.map(
      (id): Change =>
        (cues) =>
          mergeWithNext(cues, id),
    ),
    fc.constant<Change>(mended),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let cues: Cue[] = [till, spokenCue('b', 'Then close it and go.', 3)];
      for (const each of changes) cues = each(cues);
      const parsed = Cues.safeParse(cues);
      expect(parsed.error?.issues).toBeUndefined();
      for (const cue of cues) expect(wordsOf(cue).map(({ text }) => text)).toEqual(tokens(cue.text));
      expect(cues.map(({ from }) => from)).toEqual(cues.map(({ from }) => from).sort((one, other) => one - other));
    }),
    { numRuns: 300 },
  );
});
