import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeFolder } from '../../../src/main/capture/folder.ts';
import type { Core } from '../../../src/main/core.ts';
import { scrubFile } from '../../../src/main/media/pictures.ts';
import { createScrubCopies, scrubSize } from '../../../src/main/media/scrub.ts';
import type { Take, Track } from '../../../src/shared/model/take.ts';
import { brightness, ffmpeg, flashes, onsets, run, withFolder } from '../main/media/material.ts';
import { openStudio } from '../support/studio.ts';

const seconds = 4;

const screen: Track = {
  kind: 'screen',
  file: 'screen.mp4',
  stream: 0,
  codec: 'h264',
  duration: seconds,
  offset: 0,
  width: 1280,
  height: 720,
};

/** A take whose files lie where a recording would put them. */
async function madeTake({ studio }: Core, tracks: Track[]): Promise<Take> {
  const take = { id: crypto.randomUUID(), duration: seconds, tracks } as unknown as Take;
  await mkdir(takeFolder(studio.paths, take.id), { recursive: true });
  return take;
}

async function untilSettled(copiesOf: ReturnType<typeof createScrubCopies>, take: Take) {
  for (;;) {
    const copies = await copiesOf(take);
    if (!copies.pending) return copies;
    await new Promise((done) => setTimeout(done, 50));
  }
}

const keyTimes = async (file: string): Promise<number[]> => {
  const text = await run(['-skip_frame', 'nokey', '-i', file, '-vf', 'settb=1/30,setpts=PTS', '-f', 'framecrc', '-']);
  return text
    .toString()
    .split('\n')
    .filter((line) => /^0,/.test(line))
    .map((line) => Number(line.split(',')[2]));
};

test('a picture gets a small copy, made once for all who ask, that shows the same at the same moments and has a key frame every few', async () => {
  await withFolder(async (folder) => {
    const { core } = await openStudio(join(folder, 'workspace'));
    try {
      const take = await madeTake(core, [screen, { ...screen, kind: 'microphone', file: 'microphone.wav' }]);
      await flashes(join(takeFolder(core.studio.paths, take.id), 'screen.mp4'), seconds, '1280x720');
      const copiesOf = createScrubCopies(core.studio, async () => ffmpeg);
      expect(await Promise.all([copiesOf(take), copiesOf(take)])).toEqual(Array(2).fill({ urls: {}, pending: true }));
      const url = `/pictures/${take.id}/scrub/screen.mp4`;
      expect(await untilSettled(copiesOf, take)).toEqual({ urls: { screen: url }, pending: false });
      const answer = await core.fetch(new Request(`http://studio${url}`, { headers: { Range: 'bytes=0-99' } }));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([206, 'video/mp4']);
      const file = scrubFile(core.studio.paths, take.id, 'screen');
      const seen = await brightness(file);
      expect(seen).toHaveLength(seconds * 30);
      expect(onsets(seen.length, 30, (frame) => (seen[frame] ?? 0) > 150)).toEqual([0, 1, 2, 3]);
      const keys = await keyTimes(file);
      expect(keys).toEqual(Array.from({ length: (seconds * 30) / 6 }, (_, index) => index * 6));
    } finally {
      await core.close();
    }
  });
});

test('a frame that stands for long stands as long in the copy', async () => {
  await withFolder(async (folder) => {
    const { core } = await openStudio(join(folder, 'workspace'));
    try {
      const take = await madeTake(core, [screen]);
      const file = join(takeFolder(core.studio.paths, take.id), 'screen.mp4');
      // Of each second only the first frame and the one at its fourth tenth are there, as a screen that stands still is recorded.
      await flashes(join(folder, 'even.mp4'), seconds, '1280x720');
      await run(['-i', join(folder, 'even.mp4'), '-vf', "select='not(mod(n\\,30))+not(mod(n-12\\,30))'", '-vsync', '0', file]);
      await untilSettled(
        createScrubCopies(core.studio, async () => ffmpeg),
        take,
      );
      const seen = await brightness(scrubFile(core.studio.paths, take.id, 'screen'));
      expect(seen).toHaveLength(seconds * 30);
      for (const [frame, value] of seen.entries()) expect([frame, value > 150]).toEqual([frame, frame % 30 < 12]);
    } finally {
      await core.close();
    }
  });
});

test('a picture of which no copy can be made is left without one', async () => {
  await withFolder(async (folder) => {
    const { core } = await openStudio(join(folder, 'workspace'));
    try {
      const take = await madeTake(core, [screen, { ...screen, kind: 'camera', file: 'camera.mp4' }]);
      const own = takeFolder(core.studio.paths, take.id);
      await writeFile(join(own, 'screen.mp4'), 'no picture');
      await flashes(join(folder, 'even.mp4'), seconds);
      await copyFile(join(folder, 'even.mp4'), join(own, 'camera.mp4'));
      const copies = await untilSettled(
        createScrubCopies(core.studio, async () => ffmpeg),
        take,
      );
      expect(copies).toEqual({ urls: { camera: `/pictures/${take.id}/scrub/camera.mp4` }, pending: false });
    } finally {
      await core.close();
    }
  });
});

test('a copy is small, keeps the shape of the picture, and enlarges nothing', () => {
  expect(scrubSize({ width: 1920, height: 1080 })).toEqual({ width: 640, height: 360 });
  expect(scrubSize({ width: 1080, height: 1920 })).toEqual({ width: 360, height: 640 });
  expect(scrubSize({ width: 321, height: 181 })).toEqual({ width: 322, height: 182 });
});
