import { expect, test } from 'vitest';
import { stepsWithNewCut, withNewCut } from '../../../../src/shared/model/blocks/new-cut.ts';
import type { Step } from '../../../../src/shared/model/blocks/steps.ts';
import { Video } from '../../../../src/shared/model/blocks/video.ts';
import { emptyQuiz } from '../../../../src/shared/model/quiz/blank.ts';
import type { MomentQuiz } from '../../../../src/shared/model/quiz/model.ts';

const name = (n: number) => `018f2f10-0000-7000-8000-${String(n).padStart(12, '0')}`;
const file = (letter: string) => letter.repeat(64);
const cut = (...clips: [number, number][]) => ({
  clips: clips.map(([from, to], index) => ({ id: String(index), source: 'take', from, to })),
  opening: null,
  closing: null,
});
const question = (n: number, at: number) => ({ id: name(n), at, quiz: emptyQuiz('single', () => name(90 + n)) as MomentQuiz });
const before = {
  id: name(1),
  media: file('a'),
  poster: null,
  title: 'In one go',
  duration: 60,
  width: 640,
  height: 360,
  captions: { media: file('c'), language: 'en' },
  part: { from: 20, to: 40 },
  questions: [question(2, 15), question(3, 25)],
};
/** The seconds 10 to 20 are cut out. */
const newCut = {
  rendition: { video: file('b'), poster: file('d'), duration: 50, width: 1280, height: 720, smaller: [] },
  was: cut([0, 60]),
  is: cut([0, 10], [20, 60]),
};

test('a video that was cut anew keeps its name, its title, its part and its questions, at what is seen', () => {
  const after = withNewCut(before, newCut);
  expect(after).toMatchObject({ id: name(1), title: 'In one go', media: file('b'), poster: file('d'), duration: 50, width: 1280 });
  expect(after.part).toEqual({ from: 10, to: 30 });
  expect(after.questions?.map(({ id, at }) => [id, at])).toEqual([
    [name(2), 10],
    [name(3), 15],
  ]);
  // Those of the old cut are not its own.
  expect(after.captions).toBeUndefined();
  expect(Video.safeParse({ type: 'video', attrs: after }).success).toBe(true);
});

test('the sizes of the new cut come along with it, and those of the old one do not stay', () => {
  const size = (letter: string) => ({ media: file(letter), width: 854, height: 480 });
  const had = { ...before, sizes: [size('8')] };
  expect(withNewCut(had, newCut)).not.toHaveProperty('sizes');
  const smaller = [{ ...size('9'), bytes: 1000 }];
  expect(withNewCut(had, { ...newCut, rendition: { ...newCut.rendition, smaller } }).sizes).toEqual([size('9')]);
});

test('a part of which nothing is left is all of the video', () => {
  expect(withNewCut({ ...before, part: { from: 11, to: 19 } }, newCut).part).toBeUndefined();
});

test('a step goes along with its moment, keeps the picture of one that was cut out, and is left alone where it shows another video', () => {
  const still = { media: file('e'), width: 640, height: 360 };
  const step = (n: number, at: number, video = name(1)): Step => ({
    id: name(n),
    heading: 'Pull it',
    text: '',
    shows: { as: 'moment', video, at, still },
  });
  const steps = [step(5, 30), step(6, 15), step(7, 30, name(9)), { id: name(8), heading: 'Wait', text: '' }];
  const [kept, gone, other, bare] = stepsWithNewCut(steps, name(1), newCut);
  expect(kept?.shows).toEqual({ as: 'moment', video: name(1), at: 20, still });
  expect(gone?.shows).toEqual({ as: 'picture', ...still, alt: '', decorative: true });
  expect([other, bare]).toEqual([steps[2], steps[3]]);
});
