import { expect, test } from 'vitest';
import { cameraBox } from '../../../src/shared/model/camera-box.ts';

test('the camera is a square whose width is a share of the picture, away from the edges', () => {
  expect(cameraBox({ corner: 'bottom-right', size: 0.2 }, 1920, 1080)).toEqual({ x: 1488, y: 648, width: 384, height: 384 });
  expect(cameraBox({ corner: 'top-left', size: 0.2 }, 1920, 1080)).toEqual({ x: 48, y: 48, width: 384, height: 384 });
});

test('a large camera stays inside a flat picture', () => {
  const box = cameraBox({ corner: 'bottom-left', size: 0.5 }, 1280, 320);
  expect(box.y).toBeGreaterThan(0);
  expect(box.y + box.height).toBeLessThanOrEqual(320);
});

test('every figure is even, in every corner', () => {
  for (const corner of ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const) {
    for (const size of [0.1, 0.13, 0.27, 0.5]) {
      for (const value of Object.values(cameraBox({ corner, size }, 1366, 768))) expect(value % 2).toBe(0);
    }
  }
});
