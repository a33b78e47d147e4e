import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentsWithin } from '../../../src/player/elements/tracks.ts';
import { renderBody, renderModule } from '../../../src/player/render/module.ts';
import { type Block, textsOfBlock } from '../../../src/shared/model/blocks/index.ts';
import type { Picture } from '../../../src/shared/model/blocks/picture.ts';
import { contextOf } from '../../../src/shared/model/lint/context.ts';
import { alternativeText } from '../../../src/shared/model/lint/rules/alternative-text.ts';
import { learnerSeconds } from '../../../src/shared/model/minutes.ts';
import { canonicalJson, ModuleContent, mediaOf } from '../../../src/shared/model/module.ts';
import { whereShown } from '../../../src/shared/model/moments.ts';
import { author, blockId, hash, moduleOf } from './sample.ts';

const other = (digit: string) => digit.repeat(64);
const media = (name: string) => `/media/${name}`;
const videoId = '11111111-1111-4111-8111-111111111111';
const [one, two] = ['22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'];
const picture: Picture = { media: other('c'), alt: 'A till', decorative: false, width: 640, height: 400 };
const still = { media: other('d'), width: 640, height: 360 };

const render = (...blocks: Block[]) => renderModule({ content: moduleOf(blocks), author, media });
const image = (over: object = {}): Block => ({ type: 'image', attrs: { id: blockId, ...picture, ...over } });
const video = (over: object = {}): Block => ({
  type: 'video',
  attrs: { id: videoId, media: hash, poster: null, title: 'Till', duration: 60, width: 16, height: 9, ...over },
});
const steps = (text = 'Twice.'): Block => ({
  type: 'steps',
  attrs: {
    id: blockId,
    steps: [
      { id: one, heading: 'Open', text, shows: { as: 'picture', ...picture } },
      { id: two, heading: 'Count', text: '', shows: { as: 'moment', video: videoId, at: 25, still } },
    ],
  },
});
const cards = (text = 'Float'): Block => ({
  type: 'flipCards',
  attrs: { id: blockId, cards: [{ id: one, front: { text }, back: { text: 'What is in it', picture } }] },
});
const reflection = (question = 'When did it not add up?'): Block => ({ type: 'reflection', attrs: { id: blockId, question } });
const askMe = (invitation = 'Ask me before you close it twice.'): Block => ({ type: 'askMe', attrs: { id: blockId, invitation } });

describe('a picture', () => {
  test('shows its part without script or style, in the shape of that part', () => {
    const html = render(image({ crop: { x: 0.25, y: 0, width: 0.5, height: 1 } }));
    expect(html).toContain('<svg class="sh-picture" viewBox="160 0 320 400" width="320" height="400" role="img" aria-label="A till">');
    expect(html).toContain(`<image href="/media/${other('c')}" width="640" height="400">`);
    expect(html).not.toContain('style=');
  });

  test('is passed over by screen readers where it is decoration, cropped or not', () => {
    expect(render(image({ decorative: true, crop: { x: 0, y: 0, width: 0.5, height: 1 } }))).toContain('aria-hidden="true"><image');
  });

  test('has its caption beneath it', () => {
    expect(render(image({ caption: 'After ten years' }))).toContain('<figcaption>After ten years</figcaption>');
    expect(render(image())).not.toContain('<figcaption');
    expect(textsOfBlock(image({ caption: 'After ten years' }))).toEqual(['A till', 'After ten years']);
  });

  test.each([
    { x: 0.6, y: 0, width: 0.5, height: 1 },
    { x: 0, y: 0, width: 0, height: 1 },
    { x: -0.1, y: 0, width: 0.5, height: 1 },
  ])('is refused where its part is none: %j', (crop) => {
    expect(() => render(image({ crop }))).toThrow();
  });
});

describe('a part of a video', () => {
  const part = { from: 20, to: 30 };

  test('plays by itself where no script runs, and says how long it is', () => {
    const html = render(video({ part }));
    expect(html).toContain(`src="/media/${hash}#t=20,30"`);
    expect(html).toContain('data-from="20" data-to="30"');
    expect(html).toContain('<span class="sh-length">0:10</span>');
  });

  test('is that part in every size of the video, the best one where no script runs', () => {
    const sizes = [{ media: other('e'), width: 8, height: 4 }];
    const html = render(video({ part, sizes }));
    expect(html).toContain(`src="/media/${hash}#t=20,30"`);
    const beside = [
      { src: `/media/${hash}#t=20,30`, width: 16, height: 9 },
      { src: `/media/${other('e')}#t=20,30`, width: 8, height: 4 },
    ];
    expect(html).toContain(`data-sizes="${JSON.stringify(beside).replaceAll('"', '&quot;')}"`);
    expect(render(video({ part }))).not.toContain('data-sizes');
    expect(mediaOf(moduleOf([video({ sizes })]))).toEqual([hash, other('e')]);
  });

  test('counts in the minutes, and all of it where there is none', () => {
    expect(learnerSeconds(moduleOf([video({ part })]).body)).toBeCloseTo(learnerSeconds(moduleOf([video()]).body) - 50);
  });

  test('ends with its file', () => {
    expect(render(video({ part: { from: 50, to: 90 } }))).toContain('#t=50,60"');
  });

  test('is refused where it ends before it begins', () => {
    expect(() => render(video({ part: { from: 30, to: 20 } }))).toThrow();
  });

  test('has the captions and chapters that lie within it', () => {
    const moments = [
      { from: 0, to: 10, text: 'before' },
      { from: 18, to: 22, text: 'across' },
      { from: 24, to: 26, text: 'within' },
      { from: 30, to: 40, text: 'after' },
    ];
    expect(momentsWithin(moments, part)).toEqual([
      { from: 20, to: 22, text: 'across' },
      { from: 24, to: 26, text: 'within' },
    ]);
  });
});

describe('steps', () => {
  test('show pictures with their words and lead to moments of the video', () => {
    const html = render(video(), steps());
    expect(html).toContain('<p class="sh-step-heading">Open</p><p>Twice.</p>');
    expect(html).toContain('alt="A till"');
    expect(html).toMatch(
      new RegExp(`<a class="sh-moment" href="#block-${videoId}" target="_self" data-at="25"><img src="/media/${other('d')}" alt=""`),
    );
    expect(html).toContain('Watch this step <span class="sh-length">0:25</span>');
  });

  test('count the time of a moment from where its video begins to be shown', () => {
    expect(render(video({ part: { from: 20, to: 30 } }), steps())).toContain('<span class="sh-length">0:05</span></span></a>');
  });

  test('say so where the video is gone or no longer shows the moment', () => {
    for (const blocks of [[steps()], [video({ part: { from: 0, to: 20 } }), steps()]]) {
      expect(render(...blocks)).toContain('The video of this step is not part of this module any more.');
      expect(render(...blocks)).not.toContain('data-at');
    }
    const moment = { video: videoId, at: 25 };
    expect(whereShown([], moment)).toBe('gone');
    expect(whereShown([video({ part: { from: 0, to: 20 } })], moment)).toBe('outside');
  });

  test('find their video also where they are shown alone, as in a review', () => {
    expect(renderBody({ content: moduleOf([video(), steps()]), author, media }, [steps()])).toContain('data-at="25"');
  });
});

describe('cards, a reflection and an invitation', () => {
  test('can be read without a script', () => {
    const html = render(cards(), reflection());
    expect(html).toMatch(/<details class="sh-card"><summary><span class="sh-side"><span>Float<\/span><\/span><\/summary>/);
    expect(html).toContain('<p>What is in it</p>');
    expect(html).toContain('When did it not add up?</p><div hidden=""><textarea');
  });

  test('lead to the form where the page has one, and say where there is one otherwise', () => {
    const at = (ask: string | null) => renderModule({ content: moduleOf([askMe()]), author, media, ask, card: false });
    expect(at('#ask-text')).toContain('<a class="sh-ask" href="#ask-text" target="_self">Ask Mara Lind</a>');
    expect(at(null)).toContain('Questions are asked on the page of this module at the hub.');
    expect(at(null)).not.toContain('<a ');
    for (const words of ['Mara Lind', 'Ask me before you close it twice.', 'Noise at start']) expect(at(null)).toContain(words);
  });
});

describe('every such block', () => {
  test('names all files it shows, with what each is for', () => {
    const content = ModuleContent.parse(moduleOf([image(), video(), steps(), cards(), reflection(), askMe()]));
    expect(mediaOf(content).sort()).toEqual([hash, other('c'), other('d')].sort());
  });

  test('gives all its words to search', () => {
    expect(textsOfBlock(steps())).toEqual(['Open', 'Twice.', 'A till', 'Count']);
    expect(textsOfBlock(cards())).toEqual(['Float', 'What is in it', 'A till']);
    expect(textsOfBlock(reflection())).toEqual(['When did it not add up?']);
    expect(textsOfBlock(askMe())).toEqual(['Ask me before you close it twice.']);
  });

  test('asks for words for each of its pictures', () => {
    const asksFor = (block: Block) => alternativeText(contextOf(moduleOf([block]), { author, today: '2026-11-26' })).length > 0;
    expect([image(), steps(), cards()].map(asksFor)).toEqual([false, false, false]);
    const wordless = { ...picture, alt: ' ' };
    const bare: Block = {
      type: 'flipCards',
      attrs: { id: blockId, cards: [{ id: one, front: { text: '' }, back: { text: '', picture: wordless } }] },
    };
    expect([image({ alt: '' }), bare].map(asksFor)).toEqual([true, true]);
    expect(asksFor(image({ alt: '', decorative: true }))).toBe(false);
  });

  test('never lets its words become markup', () => {
    const tags = (html: string) => html.match(/<[a-z][^>]*>/gi) ?? [];
    const names = (html: string) => tags(html).map((tag) => tag.match(/^<([\w-]+)/)?.[1]);
    const all = (words: string) =>
      render(image({ alt: words, caption: words }), steps(words), cards(words), reflection(words), askMe(words));
    const expected = names(all('x'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'),
          fc.string({ minLength: 1, unit: 'binary' }),
        ),
        (words) => {
          const typed = words.replaceAll('\n', ' ').trim() || 'x';
          expect(names(all(typed))).toEqual(expected);
          for (const tag of tags(all(typed))) expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('leaves what is not chosen out, so that a module of before keeps its hash', () => {
    const before = moduleOf([image(), video()]);
    expect(canonicalJson(ModuleContent.parse(before))).toBe(canonicalJson(before));
  });
});
