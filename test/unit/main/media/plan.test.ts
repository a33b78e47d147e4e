import { expect, test } from 'vitest';
import type { Input } from '../../../../src/main/media/ffmpeg.ts';
import { disc } from '../../../../src/main/media/plan/picture.ts';
import { type PlanOptions, plan, planSound } from '../../../../src/main/media/plan/plan.ts';
import { sheetOf } from '../../../../src/main/media/plan/sheet.ts';
import { type Source, type SourceTrack, sourceOf } from '../../../../src/main/media/plan/sources.ts';
import { timeline } from '../../../../src/main/media/plan/timeline.ts';
import { Fault } from '../../../../src/shared/contract/faults.ts';
import { type Clip, defaultCamera, type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { canvasOf } from '../../../../src/shared/model/scene/canvas.ts';

const track = (path: string, change: Partial<SourceTrack> = {}): SourceTrack => ({
  path,
  stream: 0,
  codec: 'h264',
  offset: 0,
  duration: 60,
  width: 1920,
  height: 1080,
  frameRate: 30,
  ...change,
});
const take: Source = { duration: 60, picture: track('/screen.mp4'), camera: track('/camera.mp4'), sounds: [track('/mic.mp4')] };
const clip = (from: number, to: number, source = 'take'): Clip => ({ id: `${from}`, source, from, to });
const edit = (clips: Clip[], camera: Partial<EditList['camera']> = {}): EditList => ({
  ...wholeSource('take', 60, 'whole'),
  clips,
  camera: { ...defaultCamera, ...camera },
});
const options: PlanOptions = {
  fileAt: (name) => `/${name}`,
  pens: null,
  hasFilter: () => true,
  ratedLists: true,
};
const planned = (clips: Clip[], source = take, camera: Partial<EditList['camera']> = {}) =>
  plan(edit(clips, camera), { take: source }, options);
const paths = (inputs: { path: string }[]) => inputs.map(({ path }) => path.replace('file:', ''));

test('clips with short gaps are read in one go, a long gap is jumped over', () => {
  const { runs } = timeline([clip(0, 10), clip(11, 20), clip(40, 50)], { take });
  expect(runs.map(({ from, frames, pieces }) => ({ from, frames, pieces: pieces.length }))).toEqual([
    { from: 0, frames: 570, pieces: 2 },
    { from: 40, frames: 300, pieces: 1 },
  ]);
});

test('a clip that goes back in time begins a new run', () => {
  expect(timeline([clip(30, 40), clip(0, 10)], { take }).runs.map(({ from }) => from)).toEqual([30, 0]);
});

test('many clips of odd lengths add up to the edit list within a frame', () => {
  const clips = Array.from({ length: 40 }, (_, index) => clip(index * 1.4, index * 1.4 + 1.013));
  expect(Math.abs(timeline(clips, { take }).frames / 30 - 40 * 1.013)).toBeLessThan(1 / 30);
});

test('scattered clips never open more files than a system allows', () => {
  const long = { ...take, duration: 2000 };
  const clips = Array.from({ length: 100 }, (_, index) => clip(index * 15, index * 15 + 5));
  expect(timeline(clips, { take: long }).runs.length).toBeLessThanOrEqual(24);
});

test('a clip after the end of its take, or of an unknown take, is refused', () => {
  const refused = (clips: Clip[]) => {
    try {
      timeline(clips, { take });
    } catch (error) {
      return error instanceof Fault ? error.code : error;
    }
  };
  expect(refused([clip(50, 61)])).toBe('EDIT_OUTSIDE');
  expect(refused([clip(70, 80)])).toBe('EDIT_OUTSIDE');
  expect(refused([clip(0, 1, 'other')])).toBe('NOT_FOUND');
  expect(refused([clip(50, 60.03)])).toBeUndefined();
});

test('each track is sought in its own time', () => {
  const late = { ...take, sounds: [track('/mic.mp4', { offset: 0.5 })] };
  const from = (run: { inputs: Input[] } | null, path: string) =>
    run?.inputs.find((input) => input.path === `file:${path}`)?.options.join(' ');
  expect(from(planned([clip(10, 20)], late), '/screen.mp4')).toContain('-ss 10 ');
  expect(from(planSound(edit([clip(10, 20)]), { take: late }), '/mic.mp4')).toContain('-ss 9.5 ');
});

test('every file is opened for itself alone', () => {
  const inputs = [planned([clip(10, 20)]), planSound(edit([clip(10, 20)]), { take })].flatMap((run) => run?.inputs ?? []);
  expect(paths(inputs)).toEqual(expect.arrayContaining(['/screen.mp4', '/camera.mp4', '/mic.mp4']));
  for (const { path, options: before } of inputs.filter(({ path }) => path.startsWith('file:'))) {
    expect(path).toMatch(/^file:\//);
    expect(before.slice(0, 2)).toEqual(['-protocol_whitelist', 'file,pipe']);
    expect(before).toContain('-format_whitelist');
    expect(before.join(' ')).not.toMatch(/hls|concat|image2/);
  }
});

test('the picture and the sound of a file are read apart, each once', () => {
  const imported = { ...take, camera: null, sounds: [track('/screen.mp4'), track('/screen.mp4', { stream: 2 })] };
  expect(paths(planned([clip(0, 10)], imported).inputs)).toEqual(['/screen.mp4']);
  expect(paths(planSound(edit([clip(0, 10)]), { take: imported })?.inputs ?? [])).toEqual(['/screen.mp4']);
});

test('the camera is laid over where it is shown, through a mask where it is round', () => {
  expect(planned([clip(0, 10)]).filterGraph).toContain('alphamerge');
  const square = planned([clip(0, 10)], take, { shape: 'square', corner: 'top-left' });
  expect(square.filterGraph).toContain('overlay=x=48:y=48');
  expect(square.filterGraph).not.toContain('alphamerge');
  expect(paths(square.inputs)).toEqual(['/screen.mp4', '/camera.mp4']);
  expect(paths(planned([clip(0, 10)], take, { shown: false }).inputs)).toEqual(['/screen.mp4']);
});

test('a camera that ended before the clip is left out', () => {
  const short = { ...take, camera: track('/camera.mp4', { duration: 5 }) };
  expect(paths(planned([clip(10, 20)], short).inputs)).toEqual(['/screen.mp4']);
});

test('uneven recordings are read from a second earlier, so that the frame that stands is found', () => {
  const uneven = { ...take, camera: null, picture: track('/screen.webm', { frameRate: 12.3 }) };
  const { inputs, filterGraph } = planned([clip(10, 20)], uneven);
  expect(inputs[0]?.options.join(' ')).toContain('-ss 9 ');
  expect(filterGraph).toContain('between(n,30,329)');
});

test('where a frame is known to stand for long, it is read from before its beginning, whatever the average says', () => {
  const seek = (longestFrame: number) => {
    const picture = track('/screen.mp4', { frameRate: 58, longestFrame });
    return planned([clip(30, 40)], { ...take, camera: null, picture }).inputs[0]?.options.join(' ');
  };
  expect(seek(12)).toContain('-ss 17.966667 ');
  expect(seek(1 / 30)).toContain('-ss 30 ');
});

test('a last frame that stands to the end is read from before it appears, and shown for as long', () => {
  const picture = track('/screen.webm', { longestFrame: 1 / 30, lastFrame: 20 });
  const { inputs, filterGraph } = planned([clip(30, 40)], { ...take, camera: null, picture });
  expect(inputs[0]?.options.join(' ')).toContain('-ss 19.966667 ');
  expect(Number(/tpad=stop_mode=clone:stop=(\d+)/.exec(filterGraph)?.[1])).toBeGreaterThanOrEqual(20 * 30);
});

test('an old ffmpeg gets no filter it does not know', () => {
  const old = plan(edit([clip(0, 10)]), { take }, { ...options, hasFilter: (name) => name !== 'tpad' });
  expect(old.filterGraph).not.toContain('tpad');
});

test('without sound nothing is mixed; a silent stretch between sounds is filled', () => {
  const mute = { ...take, sounds: [] };
  expect(planSound(edit([clip(0, 10)]), { take: mute })).toBeNull();
  const both = planSound(edit([clip(0, 10), clip(0, 10, 'mute')]), { take, mute });
  expect(both?.filterGraph).toContain('anullsrc=r=48000:cl=stereo,atrim=end_sample=480000');
});

test('the picture is even and never larger than full HD', () => {
  expect(canvasOf({ width: 3840, height: 2160 })).toEqual({ width: 1920, height: 1080 });
  expect(canvasOf({ width: 1365, height: 767 })).toEqual({ width: 1364, height: 766 });
  expect(canvasOf({ width: 1080, height: 1920 })).toEqual({ width: 606, height: 1080 });
  expect(canvasOf({ width: 640, height: 360 })).toEqual({ width: 640, height: 360 });
});

test('the sheet holds a thumbnail a second, and never more than a hundred', () => {
  expect(sheetOf(30 * 12, { width: 1920, height: 1080 })).toEqual({ columns: 10, rows: 2, width: 160, height: 90, interval: 1 });
  const long = sheetOf(30 * 3600, { width: 1920, height: 1080 });
  expect(long.columns * long.rows).toBe(100);
  expect(long.interval).toBe(36);
});

test('a take without a screen shows its camera', () => {
  const camera = { kind: 'camera', file: 'camera.mp4', stream: 0, codec: 'h264', duration: 5, offset: 0 } as const;
  expect(sourceOf([camera], 5, (file) => `/${file}`)).toMatchObject({ picture: { path: '/camera.mp4' }, camera: null });
  expect(sourceOf([{ ...camera, kind: 'microphone' }], 5, (file) => file)).toBeNull();
});

test('the disc is white inside and black in its corners', () => {
  const bytes = disc(16);
  const pixels = bytes.subarray(bytes.length - 256);
  expect([pixels[0], pixels[8 * 16 + 8]]).toEqual([0, 255]);
});
