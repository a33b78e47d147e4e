import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { locateAligner } from '../../../src/main/captions/engines/script/locate.ts';
import type { Span } from '../../../src/shared/model/captions/captions.ts';
import { run } from '../main/media/material.ts';

const noTools = { program: '', model: '' };
const speaks = spawnSync('espeak-ng', ['--version']).status === 0;
const located = await locateAligner(noTools);

/** The aligner of this machine, or null; the tests that need it are skipped without it. */
export const aligner = 'aligner' in located ? located.aligner : null;
export const canSpeak = speaks;

/** Speaks sentences one after the other, each after a rest, into a WAVE file; says when each is heard. */
export async function speak(folder: string, file: string, sentences: readonly { text: string; rest: number }[]): Promise<Span[]> {
  const spans: Span[] = [];
  const inputs: string[] = [];
  let at = 0;
  for (const [index, { text, rest }] of sentences.entries()) {
    const spoken = join(folder, `said-${index}.wav`);
    const { status } = spawnSync('espeak-ng', ['-v', 'en-us', '-s', '150', '-w', spoken, text]);
    if (status !== 0) throw new Error(`espeak-ng did not speak: ${text}`);
    const trimmed = join(folder, `said-${index}.raw`);
    // Without the silence that the voice puts at both ends the moments are known exactly.
    const edges =
      'silenceremove=start_periods=1:start_threshold=-50dB,areverse,silenceremove=start_periods=1:start_threshold=-50dB,areverse';
    await run(['-i', spoken, '-af', edges, '-ar', '16000', '-ac', '1', '-f', 's16le', trimmed]);
    const { size } = await stat(trimmed);
    inputs.push(
      '-f',
      'lavfi',
      '-t',
      String(rest),
      '-i',
      'anullsrc=r=16000:cl=mono',
      '-f',
      's16le',
      '-ar',
      '16000',
      '-ac',
      '1',
      '-i',
      trimmed,
    );
    spans.push({ from: at + rest, to: at + rest + size / 32_000 });
    at += rest + size / 32_000;
  }
  const labels = sentences.map((_, index) => `[${2 * index}][${2 * index + 1}]`).join('');
  const graph = `${labels}concat=n=${2 * sentences.length}:v=0:a=1,apad=pad_dur=0.6`;
  await run([...inputs, '-filter_complex', graph, '-c:a', 'pcm_s16le', join(folder, file)]);
  return spans;
}
