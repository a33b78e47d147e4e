import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { probe } from '../../../../src/main/media/probe.ts';
import { render } from '../../../../src/main/media/render.ts';
import { wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { beeps, ffmpeg, flashes, run, sound, source, track, withFolder } from './material.ts';

test('smaller sizes and streams are made beside the video: none larger, key frames at the same moments, all with the sound', async () => {
  await withFolder(async (folder) => {
    const file = (name: string) => join(folder, name);
    await flashes(file('screen.mp4'), 9, '640x360');
    await sound(file('mic.mp4'), 9, beeps());
    const picture = track(file('screen.mp4'), 9, { width: 640, height: 360 });
    const sources = { take: source(9, picture, { sounds: [track(file('mic.mp4'), 9, { codec: 'opus' })] }) };
    const rendered = await render(ffmpeg, {
      edit: wholeSource('take', 9, 'a'),
      sources,
      folder,
      ladder: { sizes: [240, 720, 120], hls: true },
    });
    expect(rendered.ladder).toEqual(
      expect.arrayContaining(['video-240.mp4', 'video-120.mp4', 'stream.m3u8', 'video-240.m3u8', 'video.m4s']),
    );
    expect(await readdir(folder)).not.toContain('video-720.mp4');
    const keys: string[] = [];
    for (const [name, width, height] of [
      ['video', 640, 360],
      ['video-240', 426, 240],
      ['video-120', 214, 120],
    ] as const) {
      const found = await probe(ffmpeg, file(`${name}.mp4`));
      expect(found.video[0]).toMatchObject({ width, height });
      expect(found.audio[0]?.duration).toBeCloseTo(9, 0);
      const times = await run(['-skip_frame', 'nokey', '-i', file(`${name}.mp4`), '-map', '0:v', '-f', 'framecrc', '-']);
      keys.push(
        times
          .toString()
          .split('\n')
          .filter((line) => line.startsWith('0,'))
          .map((line) => line.split(',')[1]?.trim())
          .join(' '),
      );
      const playlist = await readFile(file(`${name}.m3u8`), 'utf8');
      expect(playlist.match(/#EXTINF:([\d.]+)/g)?.map((line) => Number(line.slice(8)))).toEqual(
        [4, 4, 1].map((seconds) => expect.closeTo(seconds, 0)),
      );
      expect(playlist).toContain('#EXT-X-MAP');
    }
    expect(new Set(keys).size).toBe(1);
    const master = await readFile(file('stream.m3u8'), 'utf8');
    expect(master.match(/RESOLUTION=\S+?,/g)).toEqual(['RESOLUTION=640x360,', 'RESOLUTION=426x240,', 'RESOLUTION=214x120,']);
    // Played from its master playlist it is as long as the video.
    const decoded = await run([
      '-protocol_whitelist',
      'file',
      '-allowed_extensions',
      'ALL',
      '-i',
      file('stream.m3u8'),
      '-map',
      '0:v:0',
      '-f',
      'framecrc',
      '-',
    ]);
    expect(
      decoded
        .toString()
        .split('\n')
        .filter((line) => line.startsWith('0,')).length,
    ).toBe(270);
  });
});
