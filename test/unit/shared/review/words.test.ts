import { expect, test } from 'vitest';
import type { Anchor } from '../../../../src/shared/model/review/anchor.ts';
import type { Place } from '../../../../src/shared/model/review/locate.ts';
import { changeWords } from '../../../../src/shared/model/review/words.ts';

const blockId = crypto.randomUUID();
const block: Anchor = { kind: 'block', blockId };
const moment: Anchor = { kind: 'moment', blockId, media: 'a'.repeat(64), duration: 9, from: 3 };

test('what became of a place is said so that it is true for whoever reads it, and not only for who commented', () => {
  expect(changeWords(block, { now: 'same', blockId })).toBeNull();
  const places: Place[] = [
    { now: 'changed', blockId },
    { now: 'changed', blockId, guessed: true },
    { now: 'gone', blockId },
    { now: 'gone', blockId: null },
  ];
  for (const anchor of [block, moment]) {
    for (const place of places) expect(changeWords(anchor, place)).not.toMatch(/\byou\b/);
  }
});
