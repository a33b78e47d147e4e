import { expect, test } from 'vitest';
import { covers, fileTime, playing, takeTime, trackUrl } from '../../../../src/renderer/features/cut/tracks.ts';
import type { Track } from '../../../../src/shared/model/take.ts';

const track = (kind: Track['kind'], file: string, more: Partial<Track> = {}): Track => ({
  kind,
  file,
  stream: 0,
  codec: 'h264',
  duration: 10,
  offset: 0,
  ...more,
});

test('a recorded take plays its screen, the camera over it, and each sound', () => {
  const tracks = [track('microphone', 'm.m4a'), track('system', 's.m4a'), track('camera', 'c.mp4'), track('screen', 'x.mp4')];
  const take = playing({ tracks });
  expect(take.picture?.file).toBe('x.mp4');
  expect(take.camera?.file).toBe('c.mp4');
  expect(take.sounds.map((sound) => sound.file)).toEqual(['m.m4a', 's.m4a']);
  expect(take.pictureSounds).toBe(false);
});

test('an imported file plays with its own sound, once', () => {
  const take = playing({ tracks: [track('screen', 'a.mp4'), track('system', 'a.mp4')] });
  expect(take.pictureSounds).toBe(true);
  expect(take.sounds).toEqual([]);
});

test('a take without a screen shows the camera as its picture', () => {
  const take = playing({ tracks: [track('camera', 'c.mp4')] });
  expect(take.picture?.file).toBe('c.mp4');
  expect(take.camera).toBeNull();
});

test('the offset stands between the time of the take and that of the file', () => {
  const late = track('camera', 'c.mp4', { offset: 0.5 });
  expect(takeTime(late, 2)).toBe(2.5);
  expect(fileTime(late, 2.5)).toBe(2);
  expect(fileTime(late, 0)).toBe(0);
  expect(covers(late, 0.4)).toBe(false);
  expect(covers(late, 10.4)).toBe(true);
});

test('a file name is one part of an address', () => {
  expect(trackUrl('t', { file: 'a b/c.mp4' })).toBe('/takes/t/a%20b%2Fc.mp4');
});
