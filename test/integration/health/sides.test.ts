import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureHealth } from '../../../src/main/health/measure.ts';
import { noStory } from '../../../src/shared/model/health/judge-events.ts';
import type { HealthReport } from '../../../src/shared/model/health/report.ts';
import { ffmpeg, run, withFolder } from '../main/media/material.ts';

/** A microphone for ten seconds, as so many channels have it. */
async function heard(folder: string, channels: string): Promise<HealthReport> {
  const file = join(folder, 'microphone.wav');
  await run(['-f', 'lavfi', '-i', `aevalsrc=${channels}:s=48000:d=10`, file]);
  const track = { kind: 'microphone', file, stream: 0, codec: 'pcm_s16le', duration: 10, offset: 0 } as const;
  return measureHealth(ffmpeg, { tracks: [track], duration: 10, marks: [], story: noStory, pathOf: () => file });
}

const voice = '(0.2*sin(2*PI*200*t)*lt(mod(t\\,3)\\,2)+0.002*(random(0)-0.5))';
const loud = `max(-1\\,min(1\\,${voice}+4*sin(2*PI*300*t)*between(t\\,4\\,6)))`;

test('a voice that is distorted on one side only is distorted', async () => {
  await withFolder(async (folder) => {
    for (const channels of [loud, `${loud}|0`, `0|${loud}`, `${loud}|${loud}`]) {
      const { findings, tracks } = await heard(folder, channels);
      expect(findings.map(({ kind }) => kind)).toEqual(['clipping']);
      expect(findings[0]?.from).toBeCloseTo(4, 0);
      expect(findings[0]?.to).toBeCloseTo(6, 0);
      expect(tracks[0]?.peak).toBeCloseTo(0, 1);
    }
  });
});

test('a voice whose sides are against each other was recorded', async () => {
  await withFolder(async (folder) => {
    const { findings, tracks } = await heard(folder, `${voice}|-1*(${voice})`);
    expect(findings).toEqual([]);
    expect(tracks[0]?.peak).toBeCloseTo(-14, 0);
  });
});

test('more than two channels are heard as two', async () => {
  await withFolder(async (folder) => {
    const { findings } = await heard(folder, `${voice}|${voice}|${voice}|0|0|0:c=5.1`);
    expect(findings).toEqual([]);
  });
});
