import { expect, test } from 'vitest';
import { type PlayableSize, readWish, sizeFor, sizeName } from '../../../src/player/elements/size-choice.ts';

const size = (width: number, height: number): PlayableSize => ({ src: `/media/${height}`, width, height });
const sizes = [size(1920, 1080), size(1280, 720), size(854, 480)];
const nameFor = (...[wish, screen, of = sizes]: [Parameters<typeof sizeFor>[1], Parameters<typeof sizeFor>[2], PlayableSize[]?]) => {
  const chosen = sizeFor(of, wish, screen);
  return chosen && sizeName(chosen);
};
const fast = (pixels: number) => ({ pixels, slow: false });

test('by itself a video has as many pixels as it is shown in, and no more', () => {
  expect([300, 854, 855, 1280, 1281, 1920, 3840].map((pixels) => nameFor('automatic', fast(pixels)))).toEqual([
    '480p',
    '480p',
    '720p',
    '720p',
    '1080p',
    '1080p',
    '1080p',
  ]);
  // Not laid out yet, it could be of any size.
  expect(nameFor('automatic', fast(0))).toBe('1080p');
});

test('a slow connection gets the smallest, however large it is shown', () => {
  expect(nameFor('automatic', { pixels: 3840, slow: true })).toBe('480p');
});

test('a chosen size is kept to on any screen and connection, in a video without it the next larger one', () => {
  expect(nameFor(480, fast(3840))).toBe('480p');
  expect(nameFor(1080, { pixels: 300, slow: true })).toBe('1080p');
  expect(nameFor(720, fast(300), [size(2560, 1440), size(854, 480)])).toBe('1440p');
  expect(nameFor(1080, fast(300), [size(1280, 720), size(854, 480)])).toBe('720p');
  expect(nameFor(480, fast(300), [])).toBeUndefined();
});

test('a video that stands upright is called by its width', () => {
  expect(sizeName(size(720, 1280))).toBe('720p');
});

test('a wish that nobody could have had is none', () => {
  expect([null, '', 'automatic', 'large', '-480', '4.5', '480'].map(readWish)).toEqual([...Array(6).fill('automatic'), 480]);
});
