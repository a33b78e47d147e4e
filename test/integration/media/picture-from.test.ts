import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runFfmpeg } from '../../../src/main/media/ffmpeg.ts';
import { pictureFrom } from '../../../src/main/media/plan/picture-from.ts';
import { planThumbnails } from '../../../src/main/media/tiles/thumbnail-page.ts';
import { framesOf } from '../../../src/main/privacy/frames.ts';
import { thumbnails } from '../../../src/shared/model/tiles.ts';
import { ffmpeg, run, track, withFolder } from '../main/media/material.ts';

/** Frames at 0, 1, 50, 100 and 101 s of 120; the grey of each grows with its second. */
async function uneven(folder: string): Promise<string> {
  const file = join(folder, 'uneven.mp4');
  const shown = "select='eq(n,0)+eq(n,1)+eq(n,50)+eq(n,100)+eq(n,101)'";
  const grey = "color=c=black:s=320x180:r=1:d=120,format=yuv420p,geq=lum='16+2*T':cb=128:cr=128";
  await run(['-f', 'lavfi', '-i', `${grey},${shown}`, '-vsync', 'vfr', '-c:v', 'libx264', '-g', '300', '-bf', '0', file]);
  return file;
}

/** The second that a frame is of by its grey, which is read in full range; to ten, because encoding rounds. */
const secondOf = (value: number | undefined): number => Math.round(((value ?? 0) * 219) / 255 / 20) * 10;

test('a search sees what stands at the beginning of a stretch, however long ago it appeared, and to the end of it', async () => {
  await withFolder(async (folder) => {
    const picture = track(await uneven(folder), 120);
    const seen = async (from: number, to: number) => {
      const frames: [number, number][] = [];
      for await (const { at, data } of framesOf(ffmpeg, picture, { from, to }, new AbortController().signal))
        frames.push([at, secondOf(data[data.length >> 1])]);
      return frames;
    };
    const held = await seen(60, 62);
    expect(held.map(([, second]) => second)).toEqual(Array(16).fill(50));
    expect(held.at(0)?.[0]).toBe(60);
    const changing = await seen(99, 101);
    expect(changing.filter(([at]) => at < 100).map(([, second]) => second)).toEqual(Array(8).fill(50));
    expect(changing.filter(([at]) => at >= 100).map(([, second]) => second)).toEqual(Array(8).fill(100));
    // The last frame says nothing of how long it stands.
    expect((await seen(117, 119)).map(([, second]) => second)).toEqual(Array(16).fill(100));
  });
});

test('one picture of a moment, and a row of thumbnails, show what stands there', async () => {
  await withFolder(async (folder) => {
    const path = await uneven(folder);
    const grey = async (start: number): Promise<number> => {
      const bytes: number[] = [];
      const { input, chain } = pictureFrom({ path, stream: 0, start, rate: 30 });
      const options = ['-map', '[out]', '-frames:v', '1', '-f', 'rawvideo'];
      const outputs = [{ to: (chunk: Uint8Array) => void bytes.push(...chunk), options }];
      await runFfmpeg(ffmpeg, { step: 'Looking', inputs: [input], filterGraph: `${chain},format=gray[out]`, outputs });
      return secondOf(bytes[0]);
    };
    expect([await grey(75), await grey(99.99), await grey(100), await grey(119.9)]).toEqual([50, 50, 100, 100]);

    const row = join(folder, 'row.jpg');
    // Every half second from 48.25 s on.
    const work = planThumbnails(track(path, 120), 120, { level: 1, page: 6 }, row);
    if (!work) throw new Error('There is no such page');
    await runFfmpeg(ffmpeg, work);
    const cells = await run(['-i', row, '-vf', `scale=${thumbnails.perPage}:1:flags=area,format=gray`, '-f', 'rawvideo', '-']);
    expect([...cells].map((cell) => (cell < 60 ? 0 : 50))).toEqual([...Array(4).fill(0), ...Array(12).fill(50)]);
  });
});
