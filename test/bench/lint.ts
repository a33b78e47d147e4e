import { contextOf, type VideoFacts } from '../../src/shared/model/lint/context.ts';
import { lint } from '../../src/shared/model/lint/lint.ts';
import { fullModule, prose } from './full-module.ts';
import { type BenchRow, median } from './material.ts';

const target = 50;
const blocks = 200;
const words = 10_000;

const media = 'b'.repeat(64);
const picture = { media, width: 640, height: 360 };

/** All rules over a module as long as one gets and with every kind of block, with captions beside it. */
export async function lintBench(): Promise<BenchRow[]> {
  const content = fullModule({ blocks, words, picture, video: { ...picture, duration: 60 } });
  const video: VideoFacts = {
    media,
    edit: null,
    speech: 'heard',
    spoken: prose(2000, 1),
    chapters: [],
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
