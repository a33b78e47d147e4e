import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeFolder } from '../../../src/main/capture/folder.ts';
import type { Core } from '../../../src/main/core.ts';
import { quietFile } from '../../../src/main/media/pictures.ts';
import { createQuiet, quietSource } from '../../../src/main/media/quiet.ts';
import { render } from '../../../src/main/media/render.ts';
import { wholeSource } from '../../../src/shared/model/edit/list.ts';
import type { Take, TrackKind } from '../../../src/shared/model/take.ts';
import { ffmpeg, flashes, samples, sound, source, track, withFolder } from '../main/media/material.ts';
import { openStudio } from '../support/studio.ts';

const seconds = 12;
const tone = '0.25*sin(2*PI*(180+40*sin(2*PI*3*t))*t)*lt(mod(t\\,4)\\,3)';
/** A tone like a voice for three of four seconds, and a hiss like that of a fan all the time. */
const voiceAndFan = `${tone}+0.012*(2*random(0)-1)`;

const level = (heard: Float32Array, from: number, to: number): number => {
  const part = heard.subarray(from * 48_000, to * 48_000);
  return 10 * Math.log10(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
};

/** By how many samples one sound is later than another, up to a tenth of a second. */
function lag(one: Float32Array, other: Float32Array): number {
  const [from, length, most] = [48_000, 24_000, 4_800];
  let best = { at: 0, sum: Number.NEGATIVE_INFINITY };
  for (let at = -most; at <= most; at += 12) {
    let sum = 0;
    for (let index = from; index < from + length; index += 3) sum += (one[index] ?? 0) * (other[index + at] ?? 0);
    if (sum > best.sum) best = { at, sum };
  }
  return best.at;
}

async function recorded({ studio }: Core, kind: TrackKind): Promise<Take> {
  const tracks = [
    { kind: 'screen', file: 'screen.mp4', stream: 0, codec: 'h264', duration: seconds, offset: 0 },
    { kind, file: `${kind}.wav`, stream: 0, codec: 'pcm_s16le', duration: seconds, offset: 0 },
  ];
  const take = { id: crypto.randomUUID(), duration: seconds, tracks } as unknown as Take;
  const own = takeFolder(studio.paths, take.id);
  await mkdir(own, { recursive: true });
  await sound(join(own, `${kind}.wav`), seconds, voiceAndFan, ['-c:a', 'pcm_s16le']);
  return take;
}

test('a voice is heard before it is finished as it will be with the noise reduced: calmer pauses, the same voice, nothing late', async () => {
  await withFolder(async (folder) => {
    const { core } = await openStudio(join(folder, 'workspace'));
    try {
      const { paths } = core.studio;
      const take = await recorded(core, 'microphone');
      const quiet = createQuiet(core.studio, async () => ffmpeg);
      const url = `/pictures/${take.id}/quiet.m4a`;
      expect(await Promise.all([quiet(take), quiet(take)])).toEqual([url, url]);
      const answer = await core.fetch(new Request(`http://studio${url}`, { headers: { Range: 'bytes=0-99' } }));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([206, 'audio/mp4']);
      const [before, after] = [await samples(join(takeFolder(paths, take.id), 'microphone.wav')), await samples(quietFile(paths, take.id))];
      expect(Math.abs(after.length - before.length) / 48_000).toBeLessThan(0.05);
      // Measured with ffmpeg 5: 12 dB. The last pause, and the last word.
      expect(level(after, 11.2, 11.8)).toBeLessThan(level(before, 11.2, 11.8) - (ffmpeg.major >= 5 ? 9 : 2));
      expect(Math.abs(level(after, 8.3, 10.7) - level(before, 8.3, 10.7))).toBeLessThan(1);
      expect(Math.abs(lag(before, after)) / 48).toBeLessThan(3);
      await rm(paths.cache, { recursive: true });
      expect(await quiet(take)).toBe(url);
    } finally {
      await core.close();
    }
  });
});

test('the finished video sounds as the preview did: its pauses are as calm, and its sound is in step', async () => {
  await withFolder(async (folder) => {
    const [screen, voice] = [join(folder, 'screen.mp4'), join(folder, 'voice.webm')];
    await Promise.all([flashes(screen, seconds), sound(voice, seconds, voiceAndFan)]);
    const microphone = track(voice, seconds, { codec: 'opus', kind: 'microphone' });
    const sources = { take: source(seconds, track(screen, seconds), { sounds: [microphone] }) };
    const whole = wholeSource('take', seconds, 'a');
    const made = async (name: string, denoise: boolean) => {
      await mkdir(join(folder, name));
      const edit = { ...whole, sound: { ...whole.sound, denoise } };
      await render(ffmpeg, { edit, sources, folder: join(folder, name), graphics: 'never' });
      return samples(join(folder, name, 'video.mp4'));
    };
    const [loud, calm] = [await made('as it is', false), await made('reduced', true)];
    const depth = (heard: Float32Array) => level(heard, 8.3, 10.7) - level(heard, 11.2, 11.8);
    expect(depth(calm) - depth(loud)).toBeGreaterThan(ffmpeg.major >= 5 ? 9 : 2);
    expect(Math.abs(lag(loud, calm)) / 48).toBeLessThan(3);
  });
});

test('what a computer played, and what a tool without the filter is given, stay as they are', async () => {
  await withFolder(async (folder) => {
    const { core } = await openStudio(join(folder, 'workspace'));
    try {
      const quiet = createQuiet(core.studio, async () => ffmpeg);
      expect(await quiet(await recorded(core, 'system'))).toBeNull();
      const unable = createQuiet(core.studio, async () => ({ ...ffmpeg, filters: [] }));
      expect(await unable(await recorded(core, 'microphone'))).toBeNull();
      const mute = source(seconds, track(join(folder, 'none.mp4'), seconds));
      expect(await quietSource(ffmpeg, mute, join(folder, 'quiet.m4a'), {})).toBe(mute);
    } finally {
      await core.close();
    }
  });
});
