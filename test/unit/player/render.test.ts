import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderModule } from '../../../src/player/render/module.ts';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import type { ChoiceQuiz } from '../../../src/shared/model/quiz/model.ts';
import { everything } from '../shared/translation/every-block.ts';
import { author, blockId, hash, moduleOf, paragraph } from './sample.ts';

const media = (name: string) => `/media/${name}`;
const render = (...content: Block[]) => renderModule({ content: moduleOf(content), author, media });

/** Every tag that appears, with its attributes: what a browser would build. */
const tags = (html: string): string[] => html.match(/<[a-z][^>]*>/gi) ?? [];
const quizOf = (over: Partial<ChoiceQuiz> = {}): Block => ({
  type: 'quiz',
  attrs: {
    id: blockId,
    quiz: {
      kind: 'single',
      question: 'What first?',
      options: [
        { id: 'a', text: 'Cool it', correct: false, feedback: 'It shrinks.' },
        { id: 'b', text: 'Warm it', correct: true, feedback: '' },
      ],
      explanation: 'Warm steel is wider.',
      ...over,
    },
  },
});

describe('a module as HTML', () => {
  test('names the author before the title, then objective and blocks', () => {
    const html = render(paragraph('Hello'));
    const order = [
      'Mara Lind',
      '<h1>Change a bearing</h1>',
      'without damaging',
      `<p id="block-${blockId}" data-block="${blockId}">Hello</p>`,
      'Good at',
    ];
    const places = order.map((part) => html.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(html).toMatch(/^<article class="showhow-module" lang="en" dir="ltr" data-words="en">/);
  });

  test('names behind the blocks what it leans on, who looks after it and until when, in the words of the reader', () => {
    const sources = ['Handbook, page 4', 'https://safe.example/saws?a=1&b=2', 'javascript:alert(1)', '<b>Bold</b>'];
    const content = { ...moduleOf([paragraph('Hello')]), freshness: { owner: 'Jo Park', reviewBy: '2030-01-31', sources } };
    const html = renderModule({ content, author, media, speaks: 'de' });
    const places = ['Hello', 'Jo Park', '31. Januar 2030', 'Quellen', 'Handbook, page 4', '<footer>'].map((part) => html.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(html).toContain('<li><a href="https://safe.example/saws?a=1&amp;b=2" rel="noopener noreferrer">');
    expect(html).toContain('<li>javascript:alert(1)</li>');
    expect(html).toContain('<li>&lt;b&gt;Bold&lt;/b&gt;</li>');
    expect(renderModule({ content: { ...content, freshness: {} }, author, media })).not.toContain('sh-keeping');
  });

  test('keeps an empty block open and closed, so that it swallows nothing', () => {
    expect(render({ type: 'paragraph', attrs: { id: blockId } })).toContain(`<p id="block-${blockId}" data-block="${blockId}"></p>`);
  });

  test('writes lists, quotes, headings, breaks and marks', () => {
    const html = render(
      { type: 'heading', attrs: { id: blockId, level: 2 }, content: [{ type: 'text', text: 'Tools' }] },
      {
        type: 'orderedList',
        attrs: { id: blockId, start: 3 },
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Press' }] }] }],
      },
      {
        type: 'blockquote',
        attrs: { id: blockId },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Slowly' }, { type: 'hardBreak' }] }],
      },
      {
        type: 'paragraph',
        attrs: { id: blockId },
        content: [
          { type: 'text', text: 'see', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.example/?x=1&y="' } }] },
        ],
      },
    );
    expect(html).toContain('>Tools</h2>');
    expect(html).toMatch(/<ol [^>]*start="3"><li><p>Press<\/p><\/li><\/ol>/);
    expect(html).toMatch(/<blockquote [^>]*><p>Slowly<br><\/p><\/blockquote>/);
    expect(html).toContain('href="https://a.example/?x=1&amp;y=&quot;"');
    expect(html).toContain('rel="noopener noreferrer"');
  });

  test('says of lists that show neither bullets nor numbers of their own that they are lists', () => {
    const lists = tags(renderModule({ content: everything, author, media })).filter((tag) => /^<[uo]l [^>]*class="sh-/.test(tag));
    expect(lists.map((tag) => /class="([^"]+)"/.exec(tag)?.[1])).toEqual(
      expect.arrayContaining(['sh-steps', 'sh-order', 'sh-pairs', 'sh-checklist', 'sh-cards', 'sh-chips']),
    );
    expect(lists.filter((tag) => !tag.includes('role="list"'))).toEqual([]);
  });

  test('gives a picture its words, and none where it is decoration', () => {
    const image = (alt: string, decorative: boolean): Block => ({
      type: 'image',
      attrs: { id: blockId, media: hash, alt, decorative, width: 4, height: 3 },
    });
    expect(render(image('A worn ring', false))).toContain(`<img src="/media/${hash}" alt="A worn ring" width="4" height="3"`);
    expect(render(image('left over', true))).toContain('alt=""');
  });

  test('a video plays without a script', () => {
    const html = render({
      type: 'video',
      attrs: { id: blockId, media: hash, poster: hash, title: 'Warm it', duration: 62, width: 16, height: 9 },
    });
    expect(html).toMatch(/<video controls="" [^>]*src="\/media\/(ab){32}" poster=[^>]*><\/video>/);
    expect(html).toContain('1:02');
  });

  test('a question is a form whose answer can be read without a script', () => {
    const html = render(quizOf());
    expect(tags(html).filter((tag) => tag.startsWith('<input'))).toHaveLength(2);
    expect(html).toContain('<legend>What first?</legend>');
    expect(html).toContain('<summary>Show the answer</summary><ul><li>Warm it</li></ul><p>Warm steel is wider.</p>');
    expect(render(quizOf({ kind: 'multiple' }))).toContain('type="checkbox"');
  });
});

describe('a hostile module', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</article></style><svg onload=alert(1)>',
    '&lt;script&gt;',
    '\u0000<b>',
  ];
  const safe = tags(render(paragraph('x'), quizOf())).map((tag) => tag.match(/^<([\w-]+)/)?.[1]);

  test.each(attacks)('cannot bring a tag or an attribute in through its words: %s', (attack) => {
    const html = renderModule({
      content: {
        ...moduleOf([
          paragraph(attack),
          quizOf({ question: attack, explanation: attack, options: [{ id: attack, text: attack, correct: true, feedback: attack }] }),
        ]),
        title: attack,
        objective: attack,
      },
      author: { ...author, name: attack, role: attack, goodAt: [attack], askMeAbout: [attack] },
      media,
      authorPage: `/people/${attack}`,
    });
    const found = tags(html);
    for (const tag of found) expect([...safe, 'a']).toContain(tag.match(/^<([\w-]+)/)?.[1]);
    for (const tag of found) expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i);
  });

  test('any words at all come out as words', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (words) => {
        expect(tags(render(paragraph(words)))).toHaveLength(tags(render(paragraph('x'))).length);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    ' javascript:alert(1)',
  ])('is refused where a link leads to %s', (href) => {
    const block: Block = {
      type: 'paragraph',
      attrs: { id: blockId },
      content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
    };
    expect(() => render(block)).toThrow();
  });

  test.each([
    { type: 'paragraph', attrs: { id: '" onclick="alert(1)' } },
    { type: 'image', attrs: { id: blockId, media: '../../secret', alt: '', decorative: true, width: 1, height: 1 } },
    { type: 'iframe', attrs: { id: blockId, src: 'https://evil.example' } },
    { type: 'heading', attrs: { id: blockId, level: 'x onclick=1' } },
  ])('is refused where an id, a file or a kind of block is none: %j', (block) => {
    expect(() => render(block as unknown as Block)).toThrow();
  });
});
