import { expect, test } from 'vitest';
import { motionOf } from '../../../../src/main/media/plan/motion.ts';
import type { Source, SourceTrack } from '../../../../src/main/media/plan/sources.ts';
import { type Clip, defaultCamera, type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';

const track = (kind: 'screen' | 'camera'): SourceTrack => ({
  ...{ kind, path: `/${kind}.mp4`, stream: 0, codec: 'h264', offset: 0, duration: 60, frameRate: 30 },
  ...(kind === 'screen' ? { width: 1920, height: 1080 } : { width: 1280, height: 720 }),
});
const take: Source = { duration: 60, recorded: true, picture: track('screen'), camera: track('camera'), sounds: [] };
const edit = (change: Partial<EditList> = {}): EditList => ({ ...wholeSource('take', 60, 'whole'), ...change });
const clip = (id: string, source: string): Clip => ({ id, source, from: 0, to: 10 });

test('a screen that was recorded, with a face in its corner, moves by whole pixels', () => {
  expect(motionOf(edit(), { take })).toBe('whole');
  expect(motionOf(edit({ camera: { ...defaultCamera, shown: false } }), { take })).toBe('whole');
});

test('what comes from elsewhere, and a camera that is all there is, may move between pixels', () => {
  expect(motionOf(edit(), { take: { ...take, recorded: false } })).toBe('fine');
  expect(motionOf(edit(), { take: { ...take, picture: track('camera'), camera: null } })).toBe('fine');
  const both = edit({ clips: [clip('a', 'take'), clip('b', 'phone')] });
  expect(motionOf(both, { take, phone: { ...take, recorded: false } })).toBe('fine');
});

test('a face that takes a large part of the picture, if only for a while, moves between pixels, and so does a picture that is gone close to', () => {
  const layouts: EditList['layouts'] = [
    { id: 'l', source: 'take', from: 5, to: 8, show: 'camera', corner: 'bottom-right', size: 0.2, shape: 'round' },
  ];
  expect(motionOf(edit({ layouts }), { take })).toBe('fine');
  const zooms: EditList['zooms'] = [{ id: 'z', source: 'take', from: 5, to: 8, area: { x: 0, y: 0, width: 0.5, height: 0.5 }, ease: 0.6 }];
  expect(motionOf(edit({ zooms }), { take })).toBe('fine');
});
