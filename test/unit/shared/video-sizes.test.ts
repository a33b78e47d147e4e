import { expect, test } from 'vitest';
import { cutOut } from '../../../src/shared/model/edit/clips.ts';
import { EditList, wholeSource, withoutSizes } from '../../../src/shared/model/edit/list.ts';
import { namesOfSizes, smallerSizes, videoSizeAttributes } from '../../../src/shared/model/video-sizes.ts';

test('sizes keep the form of the picture, the largest first, and none is larger than it or as large', () => {
  expect(smallerSizes({ width: 1920, height: 1080 }, [480, 720, 1080, 480])).toEqual([
    { name: 720, width: 1280, height: 720 },
    { name: 480, width: 854, height: 480 },
  ]);
  expect(smallerSizes({ width: 1080, height: 1920 }, [480])).toEqual([{ name: 480, width: 480, height: 854 }]);
  expect(smallerSizes({ width: 640, height: 360 }, [720, 480])).toEqual([]);
});

test('an edit list says nothing of sizes until someone wants them, and keeps them through cuts', () => {
  const list = wholeSource('take', 10, 'a');
  expect(JSON.stringify(EditList.parse(list))).not.toContain('sizes');
  const wanted = EditList.parse({ ...list, sizes: [720, 480] });
  expect(cutOut(wanted, 'take', 2, 3).sizes).toEqual([720, 480]);
  expect(withoutSizes(wanted)).toEqual(list);
  for (const sizes of [[], [100], [2160], [720.5], [720, 640, 540, 480, 360]])
    expect([sizes, EditList.safeParse({ ...list, sizes }).success]).toEqual([sizes, false]);
});

test('a video block says its sizes where there are any, and nothing more of them than it shows', () => {
  const size = { media: 'a'.repeat(64), width: 854, height: 480 };
  expect(videoSizeAttributes([{ ...size, bytes: 5 } as typeof size])).toEqual({ sizes: [size] });
  expect(videoSizeAttributes([])).toEqual({});
  expect(namesOfSizes([size])).toBe('480p');
  expect(namesOfSizes([{ width: 1280, height: 720 }, size])).toBe('720p and 480p');
});
