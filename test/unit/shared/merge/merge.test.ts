import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, textsOfBlock } from '../../../../src/shared/model/blocks/index.ts';
import { linesOf } from '../../../../src/shared/model/blocks/prose.ts';
import { type MergedContents, mergeContents } from '../../../../src/shared/model/merge/merge.ts';
import { ModuleContent } from '../../../../src/shared/model/module.ts';
import { anyContent, contentOf, idOf, text } from '../difference/documents.ts';

/** One thing a window does; `place` and `to` are shares of the module's length, `word` occurs nowhere else. */
const deed = fc.record({
  what: fc.constantFrom('type', 'typeOver', 'add', 'remove', 'move', 'title', 'answer', 'wrap'),
  place: fc.double({ min: 0, max: 0.999, noNaN: true }),
  to: fc.double({ min: 0, max: 0.999, noNaN: true }),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

const list = (id: number, ...items: string[]): Block => ({
  type: 'bulletList',
  attrs: { id: idOf(id) },
  content: items.map((words, index) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', attrs: { id: idOf(id * 100 + index) }, content: [{ type: 'text', text: words }] }],
  })),
});
const quiz = (id: number, right = 'a', ...texts: string[]): Block => ({
  type: 'quiz',
  attrs: {
    id: idOf(id),
    quiz: {
      kind: 'single',
      question: 'What comes first here?',
      options: ['a', 'b'].map((name, index) => ({
        id: name,
        text: texts[index] ?? `Answer ${name}`,
        correct: name === right,
        feedback: '',
      })),
      explanation: '',
    },
  },
});

const common = contentOf([
  text(1, 'Take off the cover and put it on the bench.'),
  text(2, 'Pull the red plug, then wait.'),
  list(3, 'Gloves of leather', 'A flat screwdriver', 'Ten minutes of time'),
  quiz(4),
  text(5, 'Last of all, put the cover back.'),
]);

const retyped = (words: string, at: number, word: string, over: boolean): string => {
  const all = words.split(' ');
  all.splice(Math.floor(at * (all.length + 1)), over ? 1 : 0, word);
  return all.join(' ');
};

function inBlock(block: Block, { to }: Deed, word: string, over: boolean): Block {
  const made = structuredClone(block);
  if (made.type === 'quiz') made.attrs.quiz.question = retyped(made.attrs.quiz.question, to, word, over);
  else if (made.type === 'paragraph') made.content = [{ type: 'text', text: retyped(textsOfBlock(made).join(' '), to, word, over) }];
  else if (made.type === 'bulletList') {
    const line = made.content[Math.floor(to * made.content.length)]?.content[0];
    if (line?.type === 'paragraph') line.content = [{ type: 'text', text: retyped(linesOf(line).join(' '), to, word, over) }];
  }
  return made;
}

/** Does one thing to a module, only to blocks that `may` allows. */
function perform(
  content: ModuleContent,
  one: Deed,
  word: string,
  number: number,
  may: (id: string) => boolean = () => true,
): ModuleContent {
  const blocks = [...content.body.content];
  const at = Math.floor(one.place * blocks.length);
  const block = blocks[at];
  const changed = (): ModuleContent => ({ ...content, body: { ...content.body, content: blocks } });
  if (one.what === 'title') return may('title') ? { ...content, title: retyped(content.title, one.to, word, false) } : content;
  if (one.what === 'add') blocks.splice(at, 0, text(number, word));
  if (one.what === 'add' || !block || !may(block.attrs.id)) return changed();
  if (one.what === 'remove') blocks.splice(at, 1);
  if (one.what === 'move') blocks.splice(Math.floor(one.to * blocks.length), 0, ...blocks.splice(at, 1));
  if (one.what === 'wrap' && block.type === 'paragraph')
    blocks[at] = { type: 'blockquote', attrs: { id: idOf(number) }, content: [{ ...block, attrs: { id: block.attrs.id } }] };
  if (one.what === 'type' || one.what === 'typeOver') blocks[at] = inBlock(block, one, word, one.what === 'typeOver');
  if (one.what === 'answer' && block.type === 'quiz') blocks[at] = quiz(4, 'b', retyped(textsOfBlock(block)[1] ?? '', one.to, word, false));
  return changed();
}

const window = (deeds: readonly Deed[], name: string, first: number, may?: (id: string) => boolean): ModuleContent =>
  ModuleContent.parse(deeds.reduce((content, one, index) => perform(content, one, `${name}${index}x`, first + index, may), common));

const wordsIn = (content: unknown): Set<string> => new Set(JSON.stringify(content).match(/(mine|theirs)\d+x/g) ?? []);
const idsIn = (content: ModuleContent): string[] => JSON.stringify(content.body).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
const deeds = fc.array(deed, { maxLength: 6 });

describe('two states that were made of one', () => {
  it('lose no word that either typed', () => {
    fc.assert(
      fc.property(deeds, deeds, (my, their) => {
        const [mine, theirs] = [window(my, 'mine', 50), window(their, 'theirs', 70)];
        const merged = mergeContents(common, mine, theirs);
        const found = wordsIn(merged);
        for (const word of [...wordsIn(mine), ...wordsIn(theirs)]) expect(found).toContain(word);
      }),
      { numRuns: 400 },
    );
  });

  it('are one and the same whichever came first, where they touch different blocks', () => {
    const mineOnly = new Set([idOf(1), idOf(4), 'title']);
    fc.assert(
      fc.property(deeds, deeds, (my, their) => {
        const mine = window(my, 'mine', 50, (id) => mineOnly.has(id));
        const theirs = window(their, 'theirs', 70, (id) => !mineOnly.has(id));
        const merged = mergeContents(common, mine, theirs);
        expect(merged.kept).toEqual([]);
        expect(canonicalize(merged.content)).toBe(canonicalize(mergeContents(common, theirs, mine).content));
      }),
      { numRuns: 300 },
    );
  });

  it('are a module in which every name occurs once', () => {
    fc.assert(
      fc.property(deeds, deeds, (my, their) => {
        const { content } = mergeContents(common, window(my, 'mine', 50), window(their, 'theirs', 70));
        ModuleContent.parse(content);
        expect(idsIn(content)).toHaveLength(new Set(idsIn(content)).size);
      }),
      { numRuns: 300 },
    );
  });

  it('are the other where one was left alone, and themselves where they are the same', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (base, other) => {
        for (const [mine, theirs] of [
          [other, base],
          [base, other],
          [other, other],
        ] as const) {
          const merged: MergedContents = mergeContents(base, mine, theirs);
          expect(merged.kept).toEqual([]);
          expect(texts(merged.content)).toEqual(texts(other));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('merge twice as they merge once', () => {
    fc.assert(
      fc.property(deeds, deeds, (my, their) => {
        const [mine, theirs] = [window(my, 'mine', 50), window(their, 'theirs', 70)];
        const { content } = mergeContents(common, mine, theirs);
        expect(canonicalize(mergeContents(theirs, content, theirs).content)).toBe(canonicalize(content));
        expect(texts(mergeContents(common, content, theirs).content)).toEqual(texts(content));
      }),
      { numRuns: 200 },
    );
  });

  it('merge whatever they hold', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, mine, theirs) => {
        ModuleContent.parse(mergeContents(base, mine, theirs).content);
      }),
      { numRuns: 150 },
    );
  });
});

const texts = (content: ModuleContent): string[] => [content.title, content.objective, ...content.body.content.flatMap(textsOfBlock)];
const merged = (mine: Block[], theirs: Block[], base = common.body.content) => {
  const of = (content: Block[]): ModuleContent => ({ ...common, body: { type: 'doc', content } });
  return mergeContents(of(base), of(mine), of(theirs));
};
const [cover, plug, needs, question, last] = common.body.content as [Block, Block, Block, Block, Block];

describe('one block that both changed', () => {
  it('has both changes where they are of different words', () => {
    const { content, kept } = merged(
      [text(2, 'Pull the grey plug, then wait.')],
      [text(2, 'Pull the red plug, then wait a minute.')],
      [plug],
    );
    expect(textsOfBlock(content.body.content[0] ?? last)).toEqual(['Pull the grey plug, then wait a minute.']);
    expect(kept).toEqual([]);
  });

  it('stands twice where both changed the same words, mine first', () => {
    const { content, kept } = merged([text(2, 'Pull the grey plug.')], [text(2, 'Pull the green plug.')], [text(2, 'Pull the red plug.')]);
    expect(texts(content).slice(2)).toEqual(['Pull the grey plug.', 'Pull the green plug.']);
    expect(kept).toEqual([{ is: 'block', mine: idOf(2), theirs: content.body.content[1]?.attrs.id }]);
  });

  it('takes items of a list from both', () => {
    const { content, kept } = merged(
      [list(3, 'Gloves of rubber', 'A flat screwdriver', 'Ten minutes of time', 'A lamp')],
      [list(3, 'Gloves of leather', 'A long screwdriver', 'Ten minutes of time')],
      [needs],
    );
    expect(texts(content).slice(2)).toEqual(['Gloves of rubber', 'A long screwdriver', 'Ten minutes of time', 'A lamp']);
    expect(kept).toEqual([]);
  });

  it('takes answers of a question from both, but only one decision of which is right', () => {
    const both = merged([quiz(4, 'a', 'The plug')], [quiz(4, 'a', 'Answer a', 'The lever')], [question]);
    expect(both.content.body.content).toEqual([quiz(4, 'a', 'The plug', 'The lever')]);
    const twice = merged([quiz(4, 'a')], [quiz(4, 'b')], [quiz(4, '')]);
    expect(twice.kept).toHaveLength(1);
    expect(twice.content.body.content).toHaveLength(2);
  });

  it('stays where one took it out, and says so', () => {
    const { content, kept } = merged([cover, last], [cover, text(2, 'Pull the red plug, then wait an hour.'), last], [cover, plug, last]);
    expect(texts(content).slice(2)).toEqual([...textsOfBlock(cover), 'Pull the red plug, then wait an hour.', ...textsOfBlock(last)]);
    expect(kept).toEqual([{ is: 'returned', block: idOf(2) }]);
  });
});

describe('title and objective', () => {
  it('have both changes, or mine with the other kept aside', () => {
    const of = (title: string) => contentOf([], title);
    expect(mergeContents(of('Change a blade'), of('Change a saw blade'), of('How to change a blade'))).toMatchObject({
      content: { title: 'How to change a saw blade' },
      kept: [],
    });
    expect(mergeContents(of('Blade'), of('Saw'), of('Knife'))).toMatchObject({
      content: { title: 'Saw' },
      kept: [{ is: 'field', field: 'title', theirs: 'Knife' }],
    });
  });
});
