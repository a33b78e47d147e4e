import { expect, test } from 'vitest';
import { thumbnailIndex, thumbnails } from '../../../src/shared/model/tiles.ts';

test('the last moment of a take is shown by its last thumbnail, where the next one would begin a page of its own', () => {
  const duration = 2 * thumbnails.perPage * thumbnails.closest;
  expect(thumbnailIndex(duration, duration, 0)).toBe(2 * thumbnails.perPage - 1);
  expect(thumbnailIndex(0, duration, 0)).toBe(0);
  expect(thumbnailIndex(duration / 2, duration, 0)).toBe(thumbnails.perPage);
});
