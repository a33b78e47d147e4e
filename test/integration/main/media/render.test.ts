import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Ffmpeg, locateFfmpeg } from '../../../../src/main/media/locate.ts';
import { type Source, sourceOf } from '../../../../src/main/media/plan/sources.ts';
import { probe } from '../../../../src/main/media/probe.ts';
import { render } from '../../../../src/main/media/render.ts';
import { surveyPicture } from '../../../../src/main/media/survey.ts';
import { pictureTrack } from '../../../../src/main/media/tracks.ts';
import { cutOut } from '../../../../src/shared/model/edit/clips.ts';
import { type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import {
  beeps,
  brightness,
  counting,
  ffmpeg,
  flashes,
  onsets,
  pixel,
  plainColour,
  run,
  samples,
  sound,
  source,
  track,
  withFolder,
} from './material.ts';

const old = await locateFfmpeg({ environment: { PATH: '' } }).catch(() => null);
const builds: [string, Ffmpeg][] = [
  ['the one in use', ffmpeg],
  ...(old && old.path !== ffmpeg.path ? [['the fallback of 2018', old] as [string, Ffmpeg]] : []),
];

async function take(folder: string, seconds = 6): Promise<Source> {
  const file = (name: string) => join(folder, name);
  await Promise.all([
    flashes(file('screen.mp4'), seconds),
    plainColour(file('camera.mp4'), seconds, 'red'),
    sound(file('microphone.mp4'), seconds, beeps()),
  ]);
  return source(seconds, track(file('screen.mp4'), seconds), {
    camera: track(file('camera.mp4'), seconds, { width: 160, height: 120 }),
    sounds: [track(file('microphone.mp4'), seconds, { codec: 'opus' })],
  });
}

/** How far each beep is from its flash. */
async function asynchrony(video: string): Promise<number[]> {
  const frames = await brightness(video);
  const wave = await samples(video);
  const flash = onsets(frames.length, 30, (index) => (frames[index] ?? 0) > 150);
  const beep = onsets(wave.length, 48_000, (index) => Math.abs(wave[index] ?? 0) > 0.05);
  expect(beep.length).toBe(flash.length);
  return flash.map((time, index) => (beep[index] ?? 0) - time);
}

test.each(builds)('cuts, camera and sound come out in step, as long and as loud as they should (%s)', async (_name, build) => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder) };
    const edit = cutOut(cutOut(wholeSource('take', 6, 'a'), 'take', 0, 0.5), 'take', 2.25, 3.6);
    const reported: number[] = [];
    const result = await render(build, { edit, sources, folder, progress: (value) => reported.push(value) });
    const video = join(folder, 'video.mp4');
    const found = await probe(ffmpeg, video);

    expect(result.method).toBe('encoded');
    expect(Math.abs(found.duration - 4.15)).toBeLessThan(0.1);
    expect(Math.abs((found.audio[0]?.duration ?? 0) - (found.video[0]?.duration ?? 0))).toBeLessThan(0.05);
    expect(found.video[0]).toMatchObject({ codec: 'h264', pixelFormat: 'yuv420p', width: 320, height: 180, frameRate: 30 });
    const late = await asynchrony(video);
    expect(late.length).toBe(4);
    for (const seconds of late) expect(Math.abs(seconds)).toBeLessThan(0.05);
    expect(result.loudness?.integrated).toBeGreaterThan(-17);
    expect(result.loudness?.integrated).toBeLessThan(-15);
    expect(result.loudness?.truePeak).toBeLessThanOrEqual(-1);
    expect(reported.at(-1)).toBe(1);
    expect(reported).toEqual(reported.toSorted((one, other) => one - other));

    const wave = JSON.parse(await readFile(join(folder, 'waveform.json'), 'utf8'));
    expect(Math.abs(wave.peaks.length / wave.perSecond - 4.15)).toBeLessThan(0.1);
    for (const picture of ['poster.jpg', 'sprite.jpg'])
      expect((await readFile(join(folder, picture))).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    // The index stands before the bytes.
    const head = await readFile(video);
    expect(head.indexOf('moov')).toBeLessThan(head.indexOf('mdat'));
  });
});

test('a track that began later or earlier than the take is put where it belongs', async () => {
  await withFolder(async (folder) => {
    const whole = await take(folder);
    const late = join(folder, 'late.mp4');
    await run(['-ss', '0.7', '-i', whole.sounds[0]?.path ?? '', '-c:a', 'libopus', late]);
    const early = join(folder, 'early.mp4');
    await sound(early, 6, `0.3*sin(2*PI*1000*t)*lt(mod(t+0.75\\,1)\\,0.1)`);
    for (const sounds of [track(late, 5.3, { offset: 0.7 }), track(early, 6, { offset: -0.25 })]) {
      const edit = {
        ...cutOut(wholeSource('take', 6, 'a'), 'take', 2.5, 3.5),
        camera: { ...wholeSource('take', 6, 'a').camera, shown: true },
      };
      const cut = cutOut(cutOut(edit, 'take', 0, 0.85), 'take', 5.5, 6);
      await render(ffmpeg, { edit: cut, sources: { take: { ...whole, sounds: [sounds] } }, folder });
      for (const seconds of await asynchrony(join(folder, 'video.mp4'))) expect(Math.abs(seconds)).toBeLessThan(0.05);
    }
  });
});

test('the camera stands in the corner, round or square, that the edit list says', async () => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder, 1) };
    const isRed = async (x: number, y: number) => ((await pixel(join(folder, 'video.mp4'), 0.5, x, y))[0] ?? 0) > 180;
    for (const [corner, shape, x, y] of [
      ['top-left', 'round', 8, 8],
      ['top-right', 'square', 232, 8],
      ['bottom-left', 'square', 8, 92],
      ['bottom-right', 'round', 232, 92],
    ] as const) {
      const edit: EditList = { ...wholeSource('take', 1, 'a'), camera: { shown: true, corner, size: 0.25, shape } };
      await render(ffmpeg, { edit, sources, folder });
      expect(await isRed(x + 40, y + 40)).toBe(true);
      expect(await isRed(x + 3, y + 3)).toBe(shape === 'square');
      expect(await isRed(320 - x - 40, 180 - y - 40)).toBe(false);
    }
  });
});

test('a microphone and the sound of the system are heard together', async () => {
  await withFolder(async (folder) => {
    await Promise.all([
      flashes(join(folder, 'screen.mp4'), 3),
      sound(join(folder, 'one.mp4'), 3, '0.2*sin(2*PI*440*t)*lt(t\\,1)'),
      sound(join(folder, 'two.mp4'), 3, '0.2*sin(2*PI*880*t)*gt(t\\,2)'),
    ]);
    const sounds = ['one', 'two'].map((name) => track(join(folder, `${name}.mp4`), 3, { codec: 'opus' }));
    const edit = { ...wholeSource('take', 3, 'a') };
    await render(ffmpeg, { edit, sources: { take: source(3, track(join(folder, 'screen.mp4'), 3), { sounds }) }, folder });
    const wave = await samples(join(folder, 'video.mp4'));
    const loudest = (from: number, to: number) =>
      wave.subarray(from * 48_000, to * 48_000).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(loudest(0.2, 0.8)).toBeGreaterThan(0.1);
    expect(loudest(1.2, 1.8)).toBeLessThan(0.02);
    expect(loudest(2.2, 2.8)).toBeGreaterThan(0.1);
  });
});

test('peaky sound is limited and still as loud as it should be', async () => {
  await withFolder(async (folder) => {
    await flashes(join(folder, 'screen.mp4'), 6);
    // Quiet speech-like noise with claps twenty times as loud.
    await sound(join(folder, 'mic.wav'), 6, '0.02*(random(0)-0.5)*4*gt(sin(2*PI*3*t)\\,-0.5)+0.9*sin(2*PI*997*t)*lt(mod(t\\,1.5)\\,0.01)', [
      '-c:a',
      'pcm_s16le',
    ]);
    const sounds = [track(join(folder, 'mic.wav'), 6, { codec: 'pcm_s16le' })];
    const { loudness } = await render(ffmpeg, {
      edit: wholeSource('take', 6, 'a'),
      sources: { take: source(6, track(join(folder, 'screen.mp4'), 6), { sounds }) },
      folder,
    });
    expect(Math.abs((loudness?.integrated ?? 0) + 16)).toBeLessThan(1);
    expect(loudness?.truePeak).toBeLessThanOrEqual(-1);
  });
});

test('takes without sound, with silence only, and clips of two takes of different size are finished', async () => {
  await withFolder(async (folder) => {
    await Promise.all([
      flashes(join(folder, 'a.mp4'), 2),
      flashes(join(folder, 'b.mp4'), 2, '200x300'),
      sound(join(folder, 'silence.mp4'), 2, '0'),
      plainColour(join(folder, 'camera.mp4'), 2, 'red'),
    ]);
    const one = source(2, track(join(folder, 'a.mp4'), 2), { camera: track(join(folder, 'camera.mp4'), 2, { width: 160, height: 120 }) });
    const two = source(2, track(join(folder, 'b.mp4'), 2, { width: 200, height: 300 }), {
      sounds: [track(join(folder, 'silence.mp4'), 2, { codec: 'opus' })],
    });
    const clips = [
      { id: '1', source: 'one', from: 0, to: 1.5 },
      { id: '2', source: 'two', from: 0.5, to: 2 },
      { id: '3', source: 'one', from: 0, to: 1 },
    ];
    const mixed = await render(ffmpeg, { edit: { ...wholeSource('one', 2, 'a'), clips }, sources: { one, two }, folder });
    expect(mixed).toMatchObject({ width: 320, height: 180, loudness: null });
    expect(Math.abs((await probe(ffmpeg, join(folder, 'video.mp4'))).duration - 4)).toBeLessThan(0.1);

    const mute = await render(ffmpeg, { edit: wholeSource('one', 2, 'a'), sources: { one }, folder });
    expect(mute.loudness).toBeNull();
    expect((await probe(ffmpeg, join(folder, 'video.mp4'))).audio).toEqual([]);
  });
});

test('a last frame that stands for seconds is seen for as long, whether or not it is known when it appeared', async () => {
  await withFolder(async (folder) => {
    const file = (name: string) => join(folder, name);
    await counting(file('short.mp4'), 2);
    await sound(file('sound.opus'), 9, beeps());
    const last = (await brightness(file('short.mp4'))).at(-1) ?? 0;
    const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-b:v', '1M', '-c:a', 'copy'];
    await run(['-i', file('short.mp4'), '-i', file('sound.opus'), ...vp8, file('unsaid.webm')]);
    const standing = ['-c', 'copy', '-bsf:v', 'setts=duration=if(eq(N\\,59)\\,7/TB\\,DURATION)'];
    await run(['-i', file('short.mp4'), ...standing, file('said.mp4')]);
    for (const name of ['unsaid.webm', 'said.mp4']) {
      const { picture: found } = await surveyPicture(ffmpeg, file(name));
      expect(found.lastFrame).toBeCloseTo(59 / 30, 1);
      const { longestFrame: _, lastFrame: __, ...unmeasured } = found;
      for (const picture of [found, unmeasured])
        for (const [from, to] of [
          [4, 7],
          [1, 6],
        ] as const) {
          const edit: EditList = { ...wholeSource('take', 8.9, 'a'), clips: [{ id: 'a', source: 'take', from, to }] };
          const whole = sourceOf([pictureTrack('screen', file(name), picture, 0)], 8.9, (path) => path);
          if (!whole) throw new Error('There is no picture');
          await render(ffmpeg, { edit, sources: { take: whole }, folder, pieces: 1 });
          const frames = await brightness(file('video.mp4'));
          expect([name, from, frames.length]).toEqual([name, from, (to - from) * 30]);
          expect(Math.abs((frames.at(-1) ?? 0) - last), `${name} from ${from}`).toBeLessThan(3);
        }
    }
  });
});

test('a video from which pictures are missing is never passed off as finished', async () => {
  await withFolder(async (folder) => {
    await counting(join(folder, 'short.mp4'), 2);
    await sound(join(folder, 'mic.mp4'), 9, beeps());
    // As if the file had been three times as long when it was looked at.
    const picture = track(join(folder, 'short.mp4'), 6, { longestFrame: 1 / 30, lastFrame: 5.9 });
    const sources = { take: source(6, picture, { sounds: [track(join(folder, 'mic.mp4'), 6, { codec: 'opus' })] }) };
    const clips = [{ id: 'a', source: 'take', from: 3, to: 6 }];
    const edit: EditList = { ...wholeSource('take', 6, 'a'), clips, aspect: '1:1' };
    for (const pieces of [1, 2])
      await expect(render(ffmpeg, { edit, sources, folder, pieces, graphics: 'never' })).rejects.toMatchObject({ code: 'FFMPEG_FAILED' });
  });
});

test('a trim of a recorded take keeps the picture as it was, to the frame', async () => {
  await withFolder(async (folder) => {
    await Promise.all([counting(join(folder, 'screen.mp4'), 8), sound(join(folder, 'mic.mp4'), 8, beeps())]);
    const whole = source(8, track(join(folder, 'screen.mp4'), 8), { sounds: [track(join(folder, 'mic.mp4'), 8, { codec: 'opus' })] });
    const recorded = await brightness(join(folder, 'screen.mp4'));
    for (const [from, to] of [
      [1, 7],
      [0.5, 6.2],
      [0, 7.5],
      [2.1, 8],
      // One frame before and after a key frame.
      [29 / 30, 6 + 1 / 30],
      [1 + 1 / 30, 6 - 1 / 30],
    ] as const) {
      const edit: EditList = { ...wholeSource('take', 8, 'a'), clips: [{ id: 'a', source: 'take', from, to }] };
      const result = await render(ffmpeg, { edit, sources: { take: whole }, folder });
      expect(result.method).toBe('copied');
      expect(Math.abs(result.duration - (to - from))).toBeLessThan(0.05);
      const frames = await brightness(join(folder, 'video.mp4'));
      expect(frames.length).toBe(Math.round((to - from) * 30));
      frames.forEach((value, index) => {
        expect(Math.abs(value - (recorded[Math.round(from * 30) + index] ?? 0))).toBeLessThan(3);
      });
      expect(Math.abs((await probe(ffmpeg, join(folder, 'video.mp4'))).duration - (to - from))).toBeLessThan(0.1);
    }
  });
});

test('a trim of a recorded take keeps its sound in step, and makes it as loud as it should be', async () => {
  await withFolder(async (folder) => {
    const whole = { ...(await take(folder)), camera: null };
    for (const [from, to] of [
      [0, 4.5],
      [1.5, 5.5],
    ] as const) {
      const edit: EditList = { ...wholeSource('take', 6, 'a'), clips: [{ id: 'a', source: 'take', from, to }] };
      const result = await render(ffmpeg, { edit, sources: { take: whole }, folder });
      expect(result.method).toBe('copied');
      expect(Math.abs((result.loudness?.integrated ?? 0) + 16)).toBeLessThan(1);
      expect(result.loudness?.truePeak).toBeLessThanOrEqual(-1);
      const late = await asynchrony(join(folder, 'video.mp4'));
      expect(late.length).toBeGreaterThan(2);
      for (const seconds of late) expect(Math.abs(seconds)).toBeLessThan(0.05);
      const { audio, video } = await probe(ffmpeg, join(folder, 'video.mp4'));
      expect(Math.abs((audio[0]?.duration ?? 0) - (video[0]?.duration ?? 0))).toBeLessThan(0.05);
    }
  });
});

test('a finish that is cancelled ends with the reason and stops ffmpeg', async () => {
  await withFolder(async (folder) => {
    const sources = { take: await take(folder) };
    const stop = new AbortController();
    const work = render(ffmpeg, {
      edit: wholeSource('take', 6, 'a'),
      sources,
      folder,
      signal: stop.signal,
      progress: () => stop.abort(new Error('enough')),
    });
    await expect(work).rejects.toThrow('enough');
  });
});
