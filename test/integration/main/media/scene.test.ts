import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Source } from '../../../../src/main/media/plan/sources.ts';
import { probe } from '../../../../src/main/media/probe.ts';
import { render } from '../../../../src/main/media/render.ts';
import { EditList } from '../../../../src/shared/model/edit/list.ts';
import { ffmpeg, pixel, plainColour, run, samples, sound, source, track, withFolder } from './material.ts';

/** A screen of 640 × 360: left half blue, right half green with a white square of 80 pixels in its middle. The camera is red. */
async function take(folder: string, seconds = 4): Promise<Source> {
  const file = (name: string) => join(folder, name);
  const graph = `color=blue:s=640x360:r=30:d=${seconds},drawbox=320:0:320:360:green:fill,drawbox=440:140:80:80:white:fill`;
  await run(['-f', 'lavfi', '-i', graph, '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30', file('screen.mp4')]);
  await plainColour(file('camera.mp4'), seconds, 'red');
  await sound(file('mic.mp4'), seconds, '0.2*sin(2*PI*440*t)');
  return source(seconds, track(file('screen.mp4'), seconds, { width: 640, height: 360 }), {
    camera: track(file('camera.mp4'), seconds, { width: 160, height: 120 }),
    sounds: [track(file('mic.mp4'), seconds, { codec: 'opus', kind: 'microphone' })],
  });
}

const place = { corner: 'bottom-right', size: 0.25, shape: 'square' };
const card = {
  seconds: 1,
  title: 'Closing the month',
  line: '',
  name: 'Maren',
  role: 'Accounting',
  photo: null,
  logo: null,
  colour: '#1f4d3a',
};
const edit = (change: object): EditList =>
  EditList.parse({ version: 1, clips: [{ id: 'a', source: 'take', from: 0, to: 4 }], camera: { shown: false, ...place }, ...change });
const mark = (change: object) => ({ id: 'm', source: 'take', from: 0, to: 4, ...change });

async function colours(folder: string, list: EditList, sources: Record<string, Source>, places: [at: number, x: number, y: number][]) {
  await render(ffmpeg, { edit: list, sources, folder, graphics: 'never', pieces: 1 });
  const found = [];
  for (const [at, x, y] of places) found.push(nameOf(await pixel(join(folder, 'video.mp4'), at, x, y)));
  return found;
}

function nameOf([red = 0, green = 0, blue = 0]: number[]): string {
  if (red > 200 && green > 200 && blue > 200) return 'white';
  if (red < 60 && green < 60 && blue < 60) return 'dark';
  if (red > 150 && green < 90 && blue < 90) return 'red';
  if (blue > 150 && green < 110) return 'blue';
  if (green > 80 && red < 60 && blue < 60) return 'green';
  return `${red} ${green} ${blue}`;
}

test('layouts, zoom, covers and callouts stand where and when the edit list says', async () => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder) };
    const list = edit({
      layouts: [mark({ to: 1, show: 'camera', ...place }), mark({ from: 1, to: 2, show: 'beside', ...place })],
      zooms: [mark({ from: 2, to: 4, area: { x: 0.6875, y: 0.3889, width: 0.125, height: 0.2222 }, ease: 0.5 })],
    });
    expect(
      await colours(folder, list, sources, [
        [0.5, 320, 180],
        [1.5, 100, 180],
        [1.5, 560, 180],
        [1.5, 100, 20],
        [2.0, 20, 20],
        [3.0, 320, 180],
        [3.0, 200, 180],
        [3.9, 20, 20],
      ]),
    ).toEqual(['red', 'blue', 'red', 'dark', 'blue', 'white', 'white', 'blue']);

    const marked = edit({
      covers: [
        mark({
          to: 2,
          how: 'cover',
          path: [
            { at: 0, area: { x: 0, y: 0, width: 0.2, height: 0.2 } },
            { at: 2, area: { x: 0.8, y: 0, width: 0.2, height: 0.2 } },
          ],
        }),
        mark({
          from: 2,
          how: 'cover',
          path: [
            { at: 2, area: { x: 0, y: 0, width: 0.1, height: 0.1 } },
            { at: 4, area: { x: 0, y: 0, width: 0.5, height: 0.5 } },
          ],
        }),
        mark({
          to: 2,
          how: 'blur',
          path: [
            { at: 0, area: { x: 0.48, y: 0.8, width: 0.04, height: 0.1 } },
            { at: 2, area: { x: 0.3, y: 0.8, width: 0.4, height: 0.1 } },
          ],
        }),
        mark({ from: 1, to: 3, how: 'blur', path: [{ at: 1, area: { x: 0.4, y: 0.3, width: 0.2, height: 0.2 } }] }),
      ],
      callouts: [
        mark({ from: 3, kind: 'spotlight', area: { x: 0.6, y: 0.3, width: 0.3, height: 0.4 } }),
        mark({ from: 0, to: 1, kind: 'number', at: { x: 0.25, y: 0.75 }, number: 3 }),
      ],
    });
    expect(
      await colours(folder, marked, sources, [
        [0.1, 40, 30],
        [1.0, 40, 30],
        [1.0, 320, 30],
        [1.9, 560, 30],
        [2.1, 150, 60],
        [3.9, 150, 60],
        [0.5, 152, 270],
        [1.5, 160, 270],
        [3.5, 480, 180],
        [3.5, 600, 340],
      ]),
    ).toEqual(['dark', 'blue', 'dark', 'dark', 'blue', 'dark', 'red', 'blue', 'white', 'dark']);
    // A blur that grows: far from the edge nothing is done to one colour; across it the colours run together.
    const edge = async (at: number) => (await pixel(join(folder, 'video.mp4'), at, 316, 306))[2] ?? 0;
    expect(await edge(1.9)).toBeLessThan(200);
    // Both sides of the edge have run into each other.
    const blurred = await pixel(join(folder, 'video.mp4'), 2, 320, 144);
    expect(blurred[2]).toBeLessThan(200);
    expect(blurred[2]).toBeGreaterThan(60);
  });
});

test('cards stand before and after with silence, and a dissolve changes no length', async () => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder) };
    const clips = [
      { id: 'a', source: 'take', from: 0, to: 1 },
      { id: 'b', source: 'take', from: 2, to: 4, dissolve: 1 },
    ];
    const list = edit({ clips, opening: card, closing: { ...card, seconds: 2 }, layouts: [mark({ to: 1, show: 'camera', ...place })] });
    expect(
      await colours(folder, list, sources, [
        [0.5, 20, 20],
        [1.5, 20, 20],
        [3.5, 20, 20],
        [5.5, 20, 20],
      ]),
    ).toEqual(['31 77 58', 'red', 'blue', '31 77 58'].map((name) => (name.includes(' ') ? expect.stringMatching(/^2\d|^3\d/) : name)));
    const [red = 0, , blue = 0] = await pixel(join(folder, 'video.mp4'), 2.5, 20, 20);
    expect(Math.min(red, blue)).toBeGreaterThan(80);
    expect((await probe(ffmpeg, join(folder, 'video.mp4'))).duration).toBeCloseTo(6, 1);
    const wave = await samples(join(folder, 'video.mp4'));
    const loudest = (from: number, to: number) =>
      wave.subarray(from * 48_000, to * 48_000).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect([loudest(0, 0.9), loudest(4.2, 6)].every((level) => level < 0.01)).toBe(true);
    expect(loudest(1.2, 3.8)).toBeGreaterThan(0.1);
  });
});

test('a muted track is not heard, and another form of the picture stacks screen and face', async () => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder, 1) };
    const clips = [{ id: 'a', source: 'take', from: 0, to: 1 }];
    const upright = edit({
      clips,
      aspect: '9:16',
      camera: { shown: true, ...place },
      sound: { muted: [{ source: 'take', kind: 'microphone' }] },
    });
    const found = await colours(folder, upright, sources, [
      [0.5, 20, 20],
      [0.5, 320, 700],
    ]);
    expect(found).toEqual(['blue', 'red']);
    const { audio, video } = await probe(ffmpeg, join(folder, 'video.mp4'));
    expect(audio).toEqual([]);
    expect([video[0]?.width, video[0]?.height]).toEqual([640, 1136]);
  });
});

test('in pieces side by side the same frames come out as in one run', async () => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder) };
    const callouts = [mark({ from: 0.5, to: 3.5, kind: 'box', area: { x: 0.2, y: 0.2, width: 0.4, height: 0.4 } })];
    const list = edit({ callouts, opening: card, zooms: [mark({ from: 1, to: 3, area: { x: 0.5, y: 0.5, width: 0.3, height: 0.3 } })] });
    const frames = async (pieces: number) => {
      await render(ffmpeg, { edit: list, sources, folder, graphics: 'never', pieces });
      const bytes = await run([
        '-i',
        join(folder, 'video.mp4'),
        '-vf',
        'scale=32:18:flags=area,format=gray',
        '-vsync',
        '0',
        '-f',
        'rawvideo',
        '-',
      ]);
      return [...bytes];
    };
    const [one, two] = [await frames(1), await frames(2)];
    expect(two.length).toBe(one.length);
    expect(Math.max(...one.map((value, index) => Math.abs(value - (two[index] ?? 0))))).toBeLessThan(12);
    expect((await readFile(join(folder, 'poster.jpg'))).length).toBeGreaterThan(500);
  });
});

test('a card shows a face and a logo, of whatever kind the picture is', async () => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder, 1) };
    const hash = (letter: string) => letter.repeat(64);
    const files = new Map([
      [hash('a'), join(folder, 'face.webp')],
      [hash('b'), join(folder, 'logo.jpg')],
    ]);
    for (const [index, path] of [...files.values()].entries()) {
      await run(['-f', 'lavfi', '-i', `color=${['red', 'blue'][index]}:s=200x200`, '-frames:v', '1', path]);
    }
    const clips = [{ id: 'a', source: 'take', from: 0, to: 1 }];
    const shown = edit({ clips, opening: { ...card, colour: null, photo: hash('a'), logo: hash('b') } });
    await render(ffmpeg, { edit: shown, sources, folder, graphics: 'never', pieces: 1, fileOf: (name) => files.get(name) ?? null });
    const bytes = await run([
      '-ss',
      '0.5',
      '-i',
      join(folder, 'video.mp4'),
      '-frames:v',
      '1',
      '-vf',
      'format=rgb24',
      '-f',
      'rawvideo',
      '-',
    ]);
    const names = new Set(Array.from({ length: bytes.length / 3 }, (_, at) => nameOf([...bytes.subarray(3 * at, 3 * at + 3)])));
    expect([names.has('red'), names.has('blue')]).toEqual([true, true]);
  });
});

test('what is hidden is never seen, not for one frame, where a take was recorded at an uneven rate and cut between its frames', async () => {
  await withFolder(async (folder) => {
    const shown = { from: 2.01, to: 3.02 };
    const secret = `drawbox=c=red:t=fill:enable='between(t,${shown.from - 0.005},${shown.to - 0.005})'`;
    const screen = join(folder, 'screen.mp4');
    await run(['-f', 'lavfi', '-i', `color=blue:s=320x180:r=100:d=4,${secret}`, '-c:v', 'libx264', '-preset', 'ultrafast', screen]);
    const sources = { take: source(4, track(screen, 4, { frameRate: 100, longestFrame: 0.057 })) };
    const area = { x: 0, y: 0, width: 1, height: 1 };
    for (const [from, to, on] of [
      [0, 1, 1],
      [0.517, 1.3, 1.317],
      [0.511, 1.304, 1.553],
    ] as const) {
      // As it is put there by eye: from the first picture in the preview that shows it to the first that does not.
      const seen = (time: number) => on + Math.ceil((time - on) * 30) / 30;
      const list = edit({
        clips: [
          { id: 'a', source: 'take', from, to },
          { id: 'b', source: 'take', from: on, to: 4 },
        ],
        covers: [mark({ from: seen(shown.from), to: seen(shown.to), how: 'cover', path: [{ at: 0, area }] })],
      });
      await render(ffmpeg, { edit: list, sources, folder, graphics: 'never', pieces: 1 });
      const middles = await run(['-i', join(folder, 'video.mp4'), '-vf', 'crop=2:2:160:90,format=rgb24', '-f', 'rawvideo', '-']);
      const red = [...Array(middles.length / 12).keys()].filter((frame) => (middles[12 * frame] ?? 0) > 100);
      expect({ on, red }).toEqual({ on, red: [] });
    }
  });
});
