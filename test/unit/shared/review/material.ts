import fc from 'fast-check';
import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';
import type { Reply, ReviewComment, Turn } from '../../../../src/shared/model/review/comment.ts';

export const id = (n: number) => `018f2f10-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const hash = (letter: string) => letter.repeat(64);

export const text = (n: number, words: string): Block => ({
  type: 'paragraph',
  attrs: { id: id(n) },
  ...(words && { content: [{ type: 'text', text: words }] }),
});
/** A list, which its page shows without a word between its lines. */
export const list = (n: number, ...lines: string[]): Block => ({
  type: 'bulletList',
  attrs: { id: id(n) },
  content: lines.map((line) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: line }] }] })),
});
export const video = (n: number, media: string, duration: number): Block => ({
  type: 'video',
  attrs: { id: id(n), media, poster: null, title: 'In one go', duration, width: 640, height: 360 },
});
export const image = (n: number, media: string, alt = 'The plug'): Block => ({
  type: 'image',
  attrs: { id: id(n), media, alt, decorative: false, width: 640, height: 360 },
});
export const content = (...blocks: Block[]): ModuleContent => ({
  title: 'Blade',
  objective: 'Safely',
  language: 'en',
  body: { type: 'doc', content: blocks },
});

export const comment = (part: Partial<ReviewComment> = {}): ReviewComment => ({
  id: id(900),
  anchor: { kind: 'module' },
  severity: 'should',
  round: 1,
  revision: hash('a'),
  author: 'Rea',
  text: 'Which plug?',
  mentions: [],
  createdAt: '2026-11-22T10:00:00.000Z',
  replies: [],
  turns: [],
  ...part,
});

const few = fc.integer({ min: 1, max: 4 });
const name = fc.constantFrom('Rea', 'Bo', 'Ann');
const words = fc.constantFrom('Which plug?', 'The red one.', 'No.');
const instant = fc.integer({ min: 0, max: 20 }).map((second) => new Date(Date.UTC(2026, 10, 22, 10, 0, second)).toISOString());
const reply: fc.Arbitrary<Reply> = fc.record({ id: few.map(id), author: name, text: words, mentions: fc.constant([]), createdAt: instant });
const turn: fc.Arbitrary<Turn> = fc.record({ state: fc.constantFrom('resolved', 'taken', 'reopened'), by: name, at: instant });

/** Copies of a handful of comments that went separate ways, hostile ones among them that say something else under the same id. */
export const comments: fc.Arbitrary<ReviewComment[]> = fc.array(
  fc
    .record({
      id: few.map((n) => id(900 + n)),
      severity: fc.constantFrom('must' as const, 'should' as const, 'idea' as const),
      author: name,
      text: words,
      createdAt: instant,
      replies: fc.array(reply, { maxLength: 4 }),
      turns: fc.array(turn, { maxLength: 4 }),
    })
    .map(comment),
  { maxLength: 6 },
);
