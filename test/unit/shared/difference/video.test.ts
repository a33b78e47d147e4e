import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import { differenceBetween } from '../../../../src/shared/model/difference/difference.ts';
import { recutBetween } from '../../../../src/shared/model/difference/video.ts';
import { sentencesOf } from '../../../../src/shared/model/difference/words.ts';
import { type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { editDuration } from '../../../../src/shared/model/edit/time.ts';
import { contentOf, hashOf, idOf } from './documents.ts';

const cut = (...clips: [source: string, from: number, to: number][]): EditList => ({
  ...wholeSource('a', 1, 'c0'),
  clips: clips.map(([source, from, to], index) => ({ id: `c${index}`, source, from, to })),
});
const whole = cut(['a', 0, 60]);

describe('a video that was cut again', () => {
  it('says what was taken out, in the time of the video before', () => {
    expect(recutBetween(whole, cut(['a', 0, 12], ['a', 18, 60]))).toEqual({
      out: [{ from: 12, to: 18 }],
      in: [],
      reordered: false,
      otherwise: false,
    });
  });

  it('says what was put in, in the time of the video now', () => {
    const before = cut(['a', 0, 10], ['a', 30, 40]);
    expect(recutBetween(before, cut(['a', 0, 10], ['a', 20, 40]))).toMatchObject({ out: [], in: [{ from: 10, to: 20 }] });
    expect(recutBetween(before, cut(['a', 0, 10], ['b', 0, 5], ['a', 30, 40]))).toMatchObject({ out: [], in: [{ from: 10, to: 15 }] });
  });

  it('sees another order, and that only something else than the cuts changed', () => {
    expect(recutBetween(cut(['a', 0, 10], ['a', 30, 40]), cut(['a', 30, 40], ['a', 0, 10]))).toMatchObject({
      out: [],
      in: [],
      reordered: true,
    });
    expect(recutBetween(whole, { ...whole, sound: { ...whole.sound, denoise: true } })).toMatchObject({ out: [], in: [], otherwise: true });
  });

  it('is another video where nothing is of the same take', () => {
    expect(recutBetween(whole, cut(['b', 0, 60]))).toBeNull();
  });

  it('is told in a sentence where both edit lists are known, and only then', () => {
    const video = (media: string, list: EditList): Block => ({
      type: 'video',
      attrs: { id: idOf(1), media, poster: null, title: 'Warm it', duration: editDuration(list), width: 16, height: 9 },
    });
    const shorter = cut(['a', 0, 12], ['a', 18, 30], ['a', 40, 60]);
    const lists = new Map([
      [hashOf(1), whole],
      [hashOf(2), shorter],
    ]);
    const [before, after] = [contentOf([video(hashOf(1), whole)]), contentOf([video(hashOf(2), shorter)])];
    expect(sentencesOf(differenceBetween(before, after, { list: (media) => lists.get(media) ?? null }))).toEqual([
      'Video “Warm it”: The video was cut again: 0:12–0:18 and 0:30–0:40 taken out. It is 16 seconds shorter, 0:44 now.',
    ]);
    expect(sentencesOf(differenceBetween(before, after))).toEqual(['Video “Warm it”: Another video. It is 16 seconds shorter, 0:44 now.']);
  });
});
