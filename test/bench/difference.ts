import type { Block } from '../../src/shared/model/blocks/index.ts';
import { differenceBetween } from '../../src/shared/model/difference/difference.ts';
import { sentencesOf } from '../../src/shared/model/difference/words.ts';
import { ModuleContent } from '../../src/shared/model/module.ts';
import { type BenchRow, median } from './material.ts';

const blocks = 200;
/** Milliseconds for the difference of two revisions and its sentences. */
const target = 100;
const rounds = 15;

const idOf = (n: number) => `018f2f10-0000-7000-8000-${String(n).padStart(12, '0')}`;
const vocabulary = 'take off the cover then pull red plug and wait until light is out before you lift blade with both hands'.split(' ');
/** Words that look like prose, the same in every run. */
const prose = (seed: number, length: number): string =>
  Array.from({ length }, (_, n) => vocabulary[(seed * 31 + n * 7 + ((n * n) % 13)) % vocabulary.length]).join(' ');
const line = (text: string) => [{ type: 'text' as const, text }];

/** Two thirds text of 60 words, the rest lists, questions and pictures. */
function block(n: number, round: number): Block {
  const attrs = { id: idOf(n) };
  const words = (length: number) => prose(n, length).replace('cover', round > 0 && n % 2 === 0 ? `lid ${round}` : 'cover');
  if (n % 9 === 3) {
    const item = (index: number) => ({
      type: 'listItem' as const,
      content: [{ type: 'paragraph' as const, content: line(`${index} ${words(12)}`) }],
    });
    return { type: 'bulletList', attrs, content: [1, 2, 3, 4, 5, 6].map(item) };
  }
  if (n % 9 === 5) {
    const options = ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      text: `${id} ${words(8)}`,
      correct: id === 'a' || (id === 'b' && round > 0),
      feedback: words(10),
    }));
    return { type: 'quiz', attrs: { ...attrs, quiz: { kind: 'multiple', question: words(14), options, explanation: words(20) } } };
  }
  if (n % 9 === 7)
    return {
      type: 'image',
      attrs: { ...attrs, media: String(n % 10).repeat(64), alt: words(12), decorative: false, width: 640, height: 400 },
    };
  return { type: 'paragraph', attrs, content: line(words(60)) };
}

/** The second revision has half of its parts reworded, every tenth moved, some new and some gone. */
function revision(round: 0 | 1): ModuleContent {
  const all = Array.from({ length: blocks }, (_, n) => block(n, round));
  if (round === 1) {
    for (let n = 0; n < blocks; n += 10) all.splice((n * 3) % blocks, 0, ...all.splice(n, 1));
    for (let n = 0; n < 10; n += 1) all.splice(n * 17, 1, block(blocks + n, 1));
  }
  return ModuleContent.parse({ title: `Revision ${round}`, objective: prose(1, 10), language: 'en', body: { type: 'doc', content: all } });
}

/** The difference of two revisions of 200 blocks as a reviewer is shown it, sentences included. */
export async function differenceBench(): Promise<BenchRow[]> {
  const [before, after] = [revision(0), revision(1)];
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const sentences = sentencesOf(differenceBetween(before, after));
    taken.push(performance.now() - started);
    if (sentences.length < blocks / 4) throw new Error('The two revisions of the benchmark are too much alike');
  }
  const value = median(taken);
  const first = taken[0] ?? Number.NaN;
  return [
    { name: 'Difference of two revisions of 200 blocks', value, unit: 'ms', target, ok: value <= target },
    { name: 'The same, the first time in a process', value: first, unit: 'ms' },
  ];
}
