import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPackets } from '../../../src/main/media/copy/packets.ts';
import { graphicsEncoder } from '../../../src/main/media/encoders.ts';
import type { Source } from '../../../src/main/media/plan/sources.ts';
import { render } from '../../../src/main/media/render.ts';
import { cutOut } from '../../../src/shared/model/edit/clips.ts';
import { wholeSource } from '../../../src/shared/model/edit/list.ts';
import { beeps, counting, ffmpeg, plainColour, run, sound, source, track, withFolder } from '../main/media/material.ts';

/** How alike two videos are, frame by frame: the least of all SSIMs, and how many frames were compared. */
async function likeness(one: string, other: string): Promise<{ least: number; frames: number }> {
  const text = (await run(['-i', one, '-i', other, '-lavfi', '[0:v][1:v]ssim=stats_file=-', '-f', 'null', '-'])).toString('utf8');
  const values = [...text.matchAll(/All:([\d.]+)/g)].map(([, value]) => Number(value));
  return { least: Math.min(...values), frames: values.length };
}

async function take(folder: string, seconds: number): Promise<Source> {
  await Promise.all([
    counting(join(folder, 'screen.mp4'), seconds),
    plainColour(join(folder, 'camera.mp4'), seconds, 'red'),
    sound(join(folder, 'mic.mp4'), seconds, beeps()),
  ]);
  return source(seconds, track(join(folder, 'screen.mp4'), seconds), {
    camera: track(join(folder, 'camera.mp4'), seconds, { width: 160, height: 120 }),
    sounds: [track(join(folder, 'mic.mp4'), seconds, { codec: 'opus' })],
  });
}

test('pieces encoded side by side make the same video as one run, frame by frame', async () => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder, 14) };
    // Cuts off the frames' grid, and a jump back.
    const cut = cutOut(cutOut(wholeSource('take', 14, 'a'), 'take', 0, 0.52), 'take', 5.015, 6.601);
    const edit = { ...cut, clips: [...cut.clips, { id: 'again', source: 'take', from: 2.017, to: 3.9 }] };
    await Promise.all(['one', 'three'].map((name) => mkdir(join(folder, name))));
    const one = await render(ffmpeg, { edit, sources, folder: join(folder, 'one'), pieces: 1 });
    const three = await render(ffmpeg, { edit, sources, folder: join(folder, 'three'), pieces: 3 });
    expect({ ...three, loudness: null }).toEqual({ ...one, loudness: null });
    expect(three.loudness?.integrated).toBeCloseTo(one.loudness?.integrated ?? 0, 0);
    const { least, frames } = await likeness(join(folder, 'one', 'video.mp4'), join(folder, 'three', 'video.mp4'));
    expect(frames).toBe(Math.round(one.duration * 30));
    // A neighbouring frame of this counter would be under 0.99.
    expect(least).toBeGreaterThan(0.995);
    const packets = await Promise.all(['one', 'three'].map((name) => readPackets(ffmpeg, join(folder, name, 'video.mp4'), 0)));
    const times = packets.map((read) => read?.packets.map(({ time }) => Math.round(time * 1000)));
    expect(times[1]).toEqual(times[0]);
    for (const picture of ['poster.jpg', 'sprite.jpg']) {
      const alike = await likeness(join(folder, 'one', picture), join(folder, 'three', picture));
      expect([picture, alike.frames, alike.least > 0.98]).toEqual([picture, 1, true]);
    }
  });
});

test('a graphics card that fails on the way is given up for the software, and the rendition says so', async () => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder, 6) };
    const edit = wholeSource('take', 6, 'a');
    // Ended by the system after a second of work, as a driver that goes away would end it.
    const failing = ['-c:v', 'libx264', '-preset', 'placebo', '-timelimit', '1'];
    for (const pieces of [1, 2]) {
      const graphics = { name: 'h264_failing', options: failing, upload: null };
      const result = await render(ffmpeg, { edit, sources, folder, pieces, graphics });
      expect(result).toMatchObject({ method: 'encoded', encoder: 'libx264', gaveUp: 'h264_failing', duration: 6 });
      expect((await readPackets(ffmpeg, join(folder, 'video.mp4'), 0))?.packets.length).toBe(180);
    }
    expect(await render(ffmpeg, { edit, sources, folder, graphics: 'never' })).toMatchObject({ encoder: 'libx264', gaveUp: null });
  });
});

test.skipIf(process.platform !== 'linux')(
  'a graphics card is used where it encodes a frame, and not because its encoder is compiled in',
  async () => {
    await withFolder(async (folder) => {
      /** An ffmpeg that fails with every encoder but those it is given, and notes what it was asked. */
      const standIn = async (name: string, working: string): Promise<string> => {
        const path = join(folder, name);
        const script = `#!/bin/sh\necho "$*" >> '${path}.asked'\ncase "$*" in ${working}) exit 0;; esac\nexit 1\n`;
        await writeFile(path, script, { mode: 0o755 });
        return path;
      };
      const asked = async (path: string) => (await readFile(`${path}.asked`, 'utf8')).trim().split('\n');
      const one = await standIn('one', '*h264_qsv*');
      expect(await graphicsEncoder({ ...ffmpeg, path: one })).toMatchObject({ name: 'h264_qsv' });
      expect(await graphicsEncoder({ ...ffmpeg, path: one })).toMatchObject({ name: 'h264_qsv' });
      const lines = await asked(one);
      expect(lines.map((line) => /-c:v (\S+)/.exec(line)?.[1])).toEqual(['h264_nvenc', 'h264_qsv']);
      for (const line of lines) expect(line).toContain('-frames:v 1 ');
      const none = await standIn('none', 'nothing');
      expect(await graphicsEncoder({ ...ffmpeg, path: none })).toBeNull();
      expect(await asked(none)).toHaveLength(3);
    });
  },
);
