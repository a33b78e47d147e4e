import fc from 'fast-check';
import { v4 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { textsOfBlock } from '../../../../src/shared/model/blocks/index.ts';
import { maxSteps } from '../../../../src/shared/model/blocks/steps.ts';
import type { Cue } from '../../../../src/shared/model/captions/captions.ts';
import { ModuleDocument } from '../../../../src/shared/model/document.ts';
import { lessonFrom } from '../../../../src/shared/model/drafting/lesson.ts';
import { momentOf, partsOf } from '../../../../src/shared/model/drafting/parts.ts';
import { words } from '../../../../src/shared/model/drafting/words.ts';
import { EditList } from '../../../../src/shared/model/edit/list.ts';
import { editDuration } from '../../../../src/shared/model/edit/time.ts';

import { Desk } from '../schema/editor.ts';

const still = { media: 'a'.repeat(64), width: 16, height: 10 };
const video = v4();

interface Take {
  clips: [number, number][];
  chapters?: [number, string][];
  marks?: number[];
  cues?: [number, number, string][];
}

const listOf = ({ clips, chapters = [] }: Take): EditList =>
  EditList.parse({
    version: 1,
    clips: clips.map(([from, to]) => ({ id: v4(), source: 'take', from, to })),
    chapters: chapters.map(([at, title]) => ({ id: v4(), source: 'take', at, title })),
    camera: { shown: true, corner: 'bottom-right', size: 0.2, shape: 'round' },
  });
const cuesOf = ({ cues = [] }: Take): Cue[] => cues.map(([from, to, text]) => ({ id: v4(), from, to, text }));

function drafted(take: Take) {
  const list = listOf(take);
  const duration = editDuration(list);
  const { before, steps } = partsOf(list, { take: take.marks ?? [] }, cuesOf(take), duration, maxSteps);
  const shown = steps.map((part) => ({ ...part, moment: momentOf(part), still }));
  return { duration, parts: { before, steps }, blocks: lessonFrom({ before, steps: shown }, video, v4) };
}

const stepsIn = (take: Take) => {
  const block = drafted(take).blocks.find(({ type }) => type === 'steps');
  if (block?.type !== 'steps') throw new Error('A draft always has steps');
  return block.attrs;
};
const quizzesIn = (take: Take) => drafted(take).blocks.flatMap((block) => (block.type === 'quiz' ? [block.attrs] : []));

const till: Take = {
  clips: [[0, 30]],
  chapters: [
    [4, 'Open the till'],
    [12, 'Count the notes'],
    [20, 'Write it down'],
  ],
  cues: [
    [0, 3, 'Every evening, this comes first.'],
    [5, 8, 'Turn the key to the left.'],
    [13, 16, 'Count the notes two times, and put'],
    [16, 19, '200 euros back for the morning.'],
    [21, 24, 'Write the sum into the book.'],
  ],
};

describe('a lesson from what was named and said', () => {
  test('has a step for each chapter, with its words and a moment of the video', () => {
    const { steps, hint } = stepsIn(till);
    expect(hint).toBeUndefined();
    expect(steps.map(({ heading, text }) => [heading, text])).toEqual([
      ['Open the till', 'Turn the key to the left.'],
      ['Count the notes', 'Count the notes two times, and put 200 euros back for the morning.'],
      ['Write it down', 'Write the sum into the book.'],
    ]);
    expect(steps.map(({ shows }) => shows)).toEqual([6, 14, 22].map((at) => ({ as: 'moment', video, at, still })));
  });

  test('leaves blank what is still called by its number, and asks for no order of numbers', () => {
    const chapters = [4, 12, 20].map((at, index): [number, string] => [at, `Step ${index + 1}`]);
    const { steps, hint } = stepsIn({ ...till, chapters });
    expect(steps.map(({ heading }) => heading)).toEqual(['', '', '']);
    expect(hint).toBe(words.hints.names);
    expect(quizzesIn({ ...till, chapters }).map(({ quiz }) => quiz.kind)).toEqual(['fill']);
    const checklist = drafted({ ...till, chapters }).blocks.find(({ type }) => type === 'checklist');
    expect(checklist?.attrs.hint).toBe(words.hints.checklist);
  });

  test('opens with what is said before the first step, and asks for it where nothing is', () => {
    const opening = drafted(till).blocks[0];
    expect(opening && textsOfBlock(opening)).toEqual(['Every evening, this comes first.']);
    const [silent] = drafted({ ...till, cues: [] }).blocks;
    expect(silent?.attrs.hint).toBe(words.hints.opening);
  });

  test('asks for the order of the steps, and for the figure of a sentence that has just one', () => {
    const [order, figure] = quizzesIn(till);
    expect(order?.quiz).toMatchObject({
      kind: 'order',
      items: [{ text: 'Open the till' }, { text: 'Count the notes' }, { text: 'Write it down' }],
    });
    expect(figure?.quiz).toMatchObject({
      kind: 'fill',
      parts: [{ text: 'Count the notes two times, and put ' }, { accepts: ['200'] }, { text: ' euros back for the morning.' }],
      explanation: words.saidAt('0:13'),
    });
  });

  test('asks nothing where the answer would be a guess: it leaves a question open', () => {
    const twice: Take = {
      clips: [[0, 30]],
      chapters: [
        [0, 'Open'],
        [9, 'open'],
        [18, 'Close'],
      ],
      cues: [[1, 4, 'Between 3 and 5 of them are enough for us.']],
    };
    for (const take of [twice, { clips: [[0, 9]] } satisfies Take]) {
      expect(quizzesIn(take)).toMatchObject([{ hint: words.hints.question, quiz: { question: '' } }]);
    }
  });

  test.each([
    'The version 2.4.1 is what we use here.',
    'It is done from 8:30 on every single day.',
    'We met him in the B2 building last week.',
    'Put 12 screws in and',
    'Put 12 screws in.',
  ])('takes no figure out of “%s”', (said) => {
    expect(quizzesIn({ clips: [[0, 9]], cues: [[0, 3, said]] }).some(({ quiz }) => quiz.kind === 'fill')).toBe(false);
  });
});

test('a draft is as the editor would have it: who only looks at it changes nothing', () => {
  for (const take of [till, { clips: [[0, 9]] } satisfies Take]) {
    const { blocks } = drafted(take);
    const desk = new Desk({ type: 'doc', content: JSON.parse(JSON.stringify(blocks)) });
    desk.touch();
    expect(ModuleDocument.parse(desk.document).content.slice(0, blocks.length)).toEqual(blocks);
  }
});

describe('a lesson from marks alone', () => {
  test('leaves the names of its steps open, and says so', () => {
    const { steps, hint } = stepsIn({ clips: [[0, 30]], marks: [10, 10.4, 20] });
    expect(hint).toBe(words.hints.names);
    expect(steps.map(({ heading, shows }) => [heading, shows?.as === 'moment' && shows.at])).toEqual([
      ['', 2],
      ['', 12],
      ['', 22],
    ]);
  });

  test('begins a step whose mark was cut out where the take goes on', () => {
    const { steps } = stepsIn({
      clips: [
        [0, 10],
        [20, 30],
      ],
      marks: [15],
    });
    expect(steps.map(({ shows }) => shows?.as === 'moment' && shows.at)).toEqual([2, 12]);
  });

  test('is one step where nothing was marked, with all that is said', () => {
    const attrs = stepsIn({
      clips: [[0, 30]],
      cues: [
        [1, 2, 'First this.'],
        [20, 22, 'Then that.'],
      ],
    });
    expect(attrs).toMatchObject({ hint: words.hints.steps, steps: [{ heading: '', text: 'First this. Then that.' }] });
  });

  test('puts more steps than a lesson may have into its last', () => {
    const marks = Array.from({ length: 60 }, (_, index) => (index + 1) * 2);
    const { steps } = stepsIn({ clips: [[0, 200]], marks, cues: [[150, 152, 'At the very end.']] });
    expect(steps).toHaveLength(maxSteps);
    expect(steps.at(-1)?.text).toBe('At the very end.');
  });

  test('ends what is said at a sentence where it is too much for a step', () => {
    const said = Array.from(
      { length: 60 },
      (_, index) => [index, index + 1, `This is sentence number ${index} of what she says about it.`] as [number, number, string],
    );
    const [step] = stepsIn({ clips: [[0, 70]], cues: said }).steps;
    expect(step?.text.length).toBeGreaterThan(1900);
    expect(step?.text).toMatch(/of what she says about it\.$/);
  });
});

const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
const second = fc.double({ min: 0, max: 100, noNaN: true });
const takes = fc
  .record({
    clips: fc.array(fc.tuple(second, fc.double({ min: 0.05, max: 30, noNaN: true })), { minLength: 1, maxLength: 5 }),
    chapters: fc.array(fc.tuple(second, texts), { maxLength: 6 }),
    marks: fc.array(second, { maxLength: 8 }),
    cues: fc.array(fc.tuple(second, fc.double({ min: 0.1, max: 5, noNaN: true }), texts), { maxLength: 8 }),
  })
  .map(
    ({ clips, chapters, marks, cues }): Take => ({
      clips: clips.map(([from, length]) => [from, from + length]),
      chapters,
      marks,
      cues: cues.map(([from, length, text]) => [from, from + length, text]),
    }),
  );

/** Every id in a document, those within blocks too. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'id' && typeof part === 'string' ? [part] : idsIn(part)));
}

describe('whatever was recorded', () => {
  test('gives a document in which nothing has the same name, and every moment lies in the video', () => {
    fc.assert(
      fc.property(takes, (take) => {
        const { blocks, duration, parts } = drafted(take);
        expect(ModuleDocument.safeParse({ type: 'doc', content: blocks }).success).toBe(true);
        const ids = idsIn(blocks);
        expect(new Set(ids).size).toBe(ids.length);
        expect(parts.steps.length).toBeGreaterThan(0);
        for (const { shows } of stepsIn(take).steps) {
          if (shows?.as !== 'moment') throw new Error('Each step shows a moment');
          expect(shows.at).toBeGreaterThanOrEqual(0);
          expect(shows.at).toBeLessThanOrEqual(duration);
          expect(shows.video).toBe(video);
        }
      }),
    );
  });

  test('says nothing that was not named or said, but for its few words of its own', () => {
    const { hints: _, saidAt, ...fixed } = words;
    const own = Object.values(fixed);
    const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
    fc.assert(
      fc.property(takes, (take) => {
        const named = (take.chapters ?? []).map(([, title]) => plain(title));
        const said = new Set(cuesOf(take).flatMap(({ text }) => plain(text).split(' ')));
        for (const line of drafted(take).blocks.flatMap(textsOfBlock).map(plain)) {
          const isOwn = own.some((one) => one === line) || line.startsWith(saidAt('').slice(0, 13));
          expect(isOwn || named.includes(line) || line.split(' ').every((word) => said.has(word)), line).toBe(true);
        }
      }),
    );
  });
});
