import { Block } from '../../src/shared/model/blocks/index.ts';
import { contextOf, type VideoFacts } from '../../src/shared/model/lint/context.ts';
import { lint } from '../../src/shared/model/lint/lint.ts';
import type { ModuleContent } from '../../src/shared/model/module.ts';
import { type BenchRow, median } from './material.ts';

const target = 50;
const blocks = 200;
const words = 10_000;

const vocabulary = 'the till is closed by two colleagues who count notes and coins before the administrative documentation is signed'.split(
  ' ',
);
const prose = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, index) => {
    const word = vocabulary[(index * 7 + seed * 3) % vocabulary.length] ?? 'till';
    return index % 14 === 13 ? `${word}.` : word;
  }).join(' ');

const id = (index: number): string => `0197a3c1-0000-4000-8000-${String(index).padStart(12, '0')}`;
const media = 'b'.repeat(64);

/** One block of each kind in turn; those that hold prose share the words. */
function blockAt(index: number): unknown {
  const attrs = { id: id(index) };
  const text = { type: 'text', text: prose(Math.ceil((words / blocks) * 1.4), index) };
  const linked = { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: `https://a.example/${index}` } }] };
  const inner = { type: 'paragraph', content: [text] };
  switch (index % 8) {
    case 0:
      return { type: 'heading', attrs: { ...attrs, level: 3 }, content: [{ type: 'text', text: 'Counting the notes' }] };
    case 1:
    case 5:
      return { type: 'paragraph', attrs, content: [text, linked] };
    case 2:
      return { type: 'bulletList', attrs, content: [{ type: 'listItem', content: [inner] }] };
    case 3:
      return { type: 'blockquote', attrs, content: [inner] };
    case 4:
      return { type: 'image', attrs: { ...attrs, media, alt: 'A picture of the drawer', decorative: false, width: 10, height: 10 } };
    case 6:
      return { type: 'video', attrs: { ...attrs, media, poster: null, title: 'Closing', duration: 60, width: 16, height: 9 } };
    default: {
      const options = ['one', 'two', 'three'].map((option, at) => ({
        id: option,
        text: prose(8, index + at),
        correct: at === 0,
        feedback: prose(12, at),
      }));
      const quiz = { kind: 'single', question: `What is not ${prose(8, index)}?`, explanation: prose(20, index), options };
      return { type: 'quiz', attrs: { ...attrs, quiz } };
    }
  }
}

/** All rules over a module as long as one gets, with captions beside it. */
export async function lintBench(): Promise<BenchRow[]> {
  const content: ModuleContent = {
    title: 'Closing the till',
    objective: 'You can close the till in three minutes',
    language: 'en',
    body: { type: 'doc', content: Array.from({ length: blocks }, (_, index) => Block.parse(blockAt(index + 1))) },
  };
  const video: VideoFacts = {
    media,
    edit: null,
    speech: 'heard',
    spoken: prose(2000, 1),
    privacy: { state: 'clear', open: 0 },
    faults: [],
  };
  const context = () => contextOf(content, { author: { name: 'Mara' }, today: '2026-11-26', videos: [video] });
  const times: number[] = [];
  let findings = 0;
  for (let round = 0; round < 21; round += 1) {
    const started = performance.now();
    findings = lint(context()).length;
    times.push(performance.now() - started);
  }
  const first = times[0] ?? 0;
  return [
    { name: 'Lint of 200 blocks and 10,000 words, the first time', value: first, unit: 'ms', target, ok: first <= target },
    { name: 'Lint of 200 blocks and 10,000 words', value: median(times), unit: 'ms', target, ok: median(times) <= target },
    { name: 'Findings in it', value: findings, unit: '' },
  ];
}
