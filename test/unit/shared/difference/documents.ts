import fc from 'fast-check';
import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import { ModuleContent } from '../../../../src/shared/model/module.ts';

const pad = (n: number) => String(n).padStart(12, '0');
export const idOf = (n: number) => `018f2f10-0000-7000-8000-${pad(n)}`;
export const hashOf = (n: number) => String(n % 10).repeat(64);

export const text = (n: number, words: string, marks?: { type: 'bold' | 'italic' }[]): Block => ({
  type: 'paragraph',
  attrs: { id: idOf(n) },
  content: [{ type: 'text', text: words, ...(marks && { marks }) }],
});

export const contentOf = (blocks: Block[], title = 'Blade'): ModuleContent =>
  ModuleContent.parse({ title, objective: 'Safely', language: 'en', body: { type: 'doc', content: blocks } });

const word = fc.constantFrom('take', 'off', 'the', 'cover', 'then', 'pull', 'red', 'plug', 'äh', '刀片', '’', '.', '🔧', 'constructor');
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
const mark = fc.constantFrom(
  [],
  [{ type: 'bold' as const }],
  [{ type: 'italic' as const }],
  [{ type: 'link' as const, attrs: { href: 'https://a.example' } }],
);
const inline = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('text'), text: words, marks: mark }) },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
);
const line = fc.option(fc.array(inline, { maxLength: 4 }), { nil: undefined });
const inner = fc.record({ type: fc.constant('paragraph'), content: line });
const item: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  item: fc.record({
    type: fc.constant('listItem'),
    content: fc
      .tuple(inner, fc.array(fc.oneof({ maxDepth: 2 }, inner, tie('list')), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest]),
  }),
  list: fc.record({
    type: fc.constantFrom('bulletList', 'orderedList'),
    content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
  }),
})).item;

const bare = fc.oneof(
  fc.record({ type: fc.constant('paragraph'), content: line }),
  fc.record({ type: fc.constant('heading'), attrs: fc.record({ level: fc.constantFrom(2, 3) }), content: line }),
  fc.record({ type: fc.constant('bulletList'), content: fc.array(item, { minLength: 1, maxLength: 4 }) }),
  fc.record({ type: fc.constant('blockquote'), content: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    type: fc.constant('image'),
    attrs: fc.record({
      media: fc.nat(9).map(hashOf),
      alt: words,
      decorative: fc.boolean(),
      width: fc.integer({ min: 1, max: 9 }),
      height: fc.constant(3),
    }),
  }),
  fc.record({
    type: fc.constant('video'),
    attrs: fc.record({
      media: fc.nat(9).map(hashOf),
      poster: fc.option(fc.nat(9).map(hashOf)),
      title: words,
      duration: fc.nat(300),
      width: fc.constant(16),
      height: fc.constant(9),
    }),
  }),
  fc.record({
    type: fc.constant('quiz'),
    attrs: fc.record({
      quiz: fc.record({
        kind: fc.constantFrom('single', 'multiple'),
        question: words,
        options: fc.array(
          fc.record({ id: fc.constantFrom('a', 'b', 'c'), text: words, correct: fc.boolean(), feedback: fc.constantFrom('', 'No.') }),
          { maxLength: 4 },
        ),
        explanation: words,
      }),
    }),
  }),
);

type Bare = { type: string; attrs?: object };
const blocks = (ids: fc.Arbitrary<number[]>): fc.Arbitrary<Block[]> =>
  ids.chain((all) =>
    fc
      .array(bare as fc.Arbitrary<Bare>, { minLength: all.length, maxLength: all.length })
      .map((found) => found.map((block, index) => ({ ...block, attrs: { ...block.attrs, id: idOf(all[index] ?? 0) } }) as Block)),
  );

/** Any module whose blocks carry ids of a small stock, so that two of them share some. */
export const anyContent: fc.Arbitrary<ModuleContent> = fc
  .record({
    title: words,
    objective: words,
    language: fc.constantFrom('en', 'de', 'zh', 'no-such-language!'),
    content: blocks(fc.uniqueArray(fc.nat(12), { maxLength: 9 })),
  })
  .map(({ content, ...head }) => ModuleContent.parse({ ...head, body: { type: 'doc', content } }));

/** As a hub may be given: the same id more than once. */
export const anyRepeatedContent: fc.Arbitrary<ModuleContent> = blocks(fc.array(fc.nat(4), { maxLength: 8 })).map((content) =>
  ModuleContent.parse({ title: 't', objective: 'o', language: 'en', body: { type: 'doc', content } }),
);
