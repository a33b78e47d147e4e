import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import {
  type BlockDifference,
  type Difference,
  differenceBetween,
  isTouched,
  nothingChanged,
} from '../../../../src/shared/model/difference/difference.ts';
import { type AnyNode, asNode, type BothNode, type Side } from '../../../../src/shared/model/difference/nodes.ts';
import { sentencesOf, summaryOf } from '../../../../src/shared/model/difference/words.ts';
import { anyContent, anyRepeatedContent, contentOf, hashOf, idOf, text } from './documents.ts';

/** Neighbours that look the same are one text. */
function joinTexts(nodes: AnyNode[]): AnyNode[] {
  const joined: AnyNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const alike = last?.text !== undefined && node.text !== undefined && canonicalize(last.marks ?? []) === canonicalize(node.marks ?? []);
    if (alike) joined.splice(-1, 1, { ...last, text: `${last.text}${node.text}` });
    else joined.push(node);
  }
  return joined;
}

const plain = ({ attrs, marks, content, ...node }: AnyNode): AnyNode => ({
  ...node,
  ...(attrs && Object.keys(attrs).length > 0 && { attrs }),
  ...(marks?.length && { marks }),
  ...(content?.length && { content: joinTexts(content.map(plain)) }),
});

/** One side of both, read back out of what they have in common. */
function sideOf({ side: _, was, content, ...node }: BothNode, wanted: Exclude<Side, 'same'>): AnyNode {
  return plain({
    ...node,
    ...(wanted === 'out' && was),
    content: content?.filter(({ side }) => side === 'same' || side === wanted).map((part) => sideOf(part, wanted)),
  });
}

const read = ({ blocks }: Difference, wanted: 'in' | 'out'): AnyNode[] => {
  const place = (block: BlockDifference) => (wanted === 'in' ? block.to : block.from);
  return blocks
    .filter((block) => place(block) !== null)
    .sort((a, b) => (place(a) ?? 0) - (place(b) ?? 0))
    .map(({ both }) => sideOf(both, wanted));
};

const stripped = (blocks: readonly Block[]): AnyNode[] => blocks.map((block) => plain(asNode(block)));
const json = (value: unknown) => JSON.parse(canonicalize(value) ?? 'null');

describe('the difference of any two modules', () => {
  it('is nothing where they are the same', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const difference = differenceBetween(content, structuredClone(content));
        expect(nothingChanged(difference)).toBe(true);
        expect(sentencesOf(difference)).toEqual([]);
        expect(summaryOf(difference)).toBe('Nothing changed.');
      }),
    );
  });

  it('holds both sides whole: each can be read back out of it', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const difference = differenceBetween(before, after);
        expect(json(read(difference, 'in'))).toEqual(json(stripped(after.body.content)));
        expect(json(read(difference, 'out'))).toEqual(json(stripped(before.body.content)));
      }),
    );
  });

  it('says a sentence of each part that is not as it was, and never fails', () => {
    fc.assert(
      fc.property(fc.oneof(anyContent, anyRepeatedContent), fc.oneof(anyContent, anyRepeatedContent), (before, after) => {
        const difference = differenceBetween(before, after);
        const sentences = sentencesOf(difference);
        expect(sentences).toHaveLength(difference.fields.length + difference.blocks.filter(isTouched).length);
        for (const sentence of sentences) expect(sentence).toMatch(/^\S.*\S$/su);
      }),
    );
  });

  it('calls as few blocks moved as a new order needs', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(7), { maxLength: 8 }), (order) => {
        const sorted = [...order].sort((a, b) => a - b);
        const blocks = (ids: number[]) => contentOf(ids.map((n) => text(n, `part ${n}`)));
        const { blocks: found } = differenceBetween(blocks(sorted), blocks(order));
        const longest = (rest: number[], least = -1): number =>
          rest.reduce((best, n, at) => (n > least ? Math.max(best, 1 + longest(rest.slice(at + 1), n)) : best), 0);
        expect(found.filter(({ moved }) => moved)).toHaveLength(order.length - longest(order));
      }),
      { numRuns: 60 },
    );
  });
});

const only = (difference: Difference): BlockDifference => {
  const [touched, ...others] = difference.blocks.filter(isTouched);
  if (!touched || others.length > 0) throw new Error(`Not one block: ${others.length + 1}`);
  return touched;
};
const pieces = ({ both }: BlockDifference) => both.content?.map(({ side, text: words, marks }) => [side, words, ...(marks ?? [])]);

describe('the difference of words', () => {
  it('marks the words that changed and no others', () => {
    const block = only(
      differenceBetween(contentOf([text(1, 'Pull the red plug first.')]), contentOf([text(1, 'Pull the grey plug first.')])),
    );
    expect(pieces(block)).toEqual([
      ['same', 'Pull the '],
      ['out', 'red'],
      ['in', 'grey'],
      ['same', ' plug first.'],
    ]);
  });

  it('joins changes that only a space divides', () => {
    const block = only(
      differenceBetween(
        contentOf([text(1, 'Pull the red plug first, please.')]),
        contentOf([text(1, 'Pull the grey lever first, please.')]),
      ),
    );
    expect(pieces(block)).toEqual([
      ['same', 'Pull the '],
      ['out', 'red plug'],
      ['in', 'grey lever'],
      ['same', ' first, please.'],
    ]);
  });

  it('keeps marks and links, and sees that a word became bold', () => {
    const linked = (marks: object[]): Block =>
      ({
        type: 'paragraph',
        attrs: { id: idOf(1) },
        content: [
          { type: 'text', text: 'Read ' },
          { type: 'text', text: 'the manual', marks },
          { type: 'text', text: ' first, all of it' },
        ],
      }) as Block;
    const link = { type: 'link', attrs: { href: 'https://a.example' } };
    const block = only(differenceBetween(contentOf([linked([link])]), contentOf([linked([{ type: 'bold' }, link])])));
    expect(pieces(block)).toEqual([
      ['same', 'Read '],
      ['out', 'the manual', link],
      ['in', 'the manual', { type: 'bold' }, link],
      ['same', ' first, all of it'],
    ]);
  });

  it('follows the items of a list: one is new, one reworded, the others are as they were', () => {
    const list = (...items: string[]): Block => ({
      type: 'bulletList',
      attrs: { id: idOf(1) },
      content: items.map((words) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })),
    });
    const block = only(
      differenceBetween(
        contentOf([list('Gloves', 'A flat screwdriver', 'Ten minutes')]),
        contentOf([list('Gloves', 'Goggles', 'A flat long screwdriver', 'Ten minutes')]),
      ),
    );
    expect(block.both.content?.map(({ side }) => side)).toEqual(['same', 'in', 'same', 'same']);
    expect(sentencesOf({ fields: [], blocks: [block] })).toEqual(['List “Gloves”: 2 words put in.']);
  });
});

describe('the difference of blocks', () => {
  it('names what is new, gone, moved and of another kind', () => {
    const before = contentOf([text(1, 'Cover'), text(2, 'Blade'), text(3, 'Screw'), text(4, 'Last')]);
    const heading: Block = { type: 'heading', attrs: { id: idOf(4), level: 2 }, content: [{ type: 'text', text: 'Last' }] };
    const after = contentOf([text(3, 'Screw'), text(1, 'Cover'), heading, text(5, 'More')], 'Blades');
    expect(sentencesOf(differenceBetween(before, after))).toEqual([
      'Title: “Blade” became “Blades”.',
      'Text “Screw” was moved up.',
      'Text “Blade” was taken out.',
      'Heading “Last”: It is a heading now, and was a text. Level of the heading: added.',
      'Text “More” is new.',
    ]);
    expect(summaryOf(differenceBetween(before, after))).toBe('1 part new, 1 changed, 1 moved, 1 taken out; the title changed.');
  });

  it('shows what was taken out where it stood', () => {
    const { blocks } = differenceBetween(contentOf([text(1, 'a'), text(2, 'b'), text(3, 'c')]), contentOf([text(1, 'a'), text(3, 'c')]));
    expect(blocks.map(({ state }) => state)).toEqual(['same', 'removed', 'same']);
  });
});

describe('the difference of a question', () => {
  const quiz = (right: 'a' | 'b', second = 'The lever', extra: string[] = []): Block => ({
    type: 'quiz',
    attrs: {
      id: idOf(1),
      quiz: {
        kind: 'single',
        question: 'What first?',
        options: [
          { id: 'a', text: 'The plug', correct: right === 'a', feedback: '' },
          { id: 'b', text: second, correct: right === 'b', feedback: '' },
          ...extra.map((words, index) => ({ id: `x${index}`, text: words, correct: false, feedback: '' })),
        ],
        explanation: '',
      },
    },
  });
  const told = (before: Block, after: Block) => sentencesOf(differenceBetween(contentOf([before]), contentOf([after])));

  it('says which answer became right', () => {
    expect(told(quiz('a'), quiz('b'))).toEqual([
      'Question “What first?”: Answer 1, “The plug”, is not right any more. Answer 2, “The lever”, is right now.',
    ]);
  });

  it('says which answer reads differently, and which is new', () => {
    expect(told(quiz('a'), quiz('a', 'The grey lever', ['The button']))).toEqual([
      'Question “What first?”: Answer 2: “The lever” became “The grey lever”. Answer 3, “The button”, is new.',
    ]);
  });
});

describe('the difference of pictures and videos', () => {
  const image = (attrs: object): Block =>
    ({
      type: 'image',
      attrs: { id: idOf(1), media: hashOf(1), alt: 'A worn ring', decorative: false, width: 4, height: 3, ...attrs },
    }) as Block;
  const video = (attrs: object): Block =>
    ({
      type: 'video',
      attrs: { id: idOf(1), media: hashOf(1), poster: null, title: 'Warm it', duration: 60, width: 16, height: 9, ...attrs },
    }) as Block;
  const told = (before: Block, after: Block) => sentencesOf(differenceBetween(contentOf([before]), contentOf([after])));

  it('tells another picture from other words for it', () => {
    expect(told(image({}), image({ media: hashOf(2), width: 8 }))).toEqual(['Picture “A worn ring”: It shows another file.']);
    expect(told(image({}), image({ alt: 'A new ring' }))).toEqual([
      'Picture “A new ring”: Words for those who cannot see it: “A worn ring” became “A new ring”.',
    ]);
  });

  it('calls a video another one where nobody knows how it was cut', () => {
    expect(told(video({}), video({ media: hashOf(2), duration: 48.6 }))).toEqual([
      'Video “Warm it”: Another video. It is 11 seconds shorter, 0:48 now.',
    ]);
  });
});

describe('the difference of what a module says of itself', () => {
  const bare = contentOf([]);
  const beside = {
    skills: ['Blades'],
    freshness: { owner: 'Jo', reviewBy: '2030-01-31', sources: ['Handbook, page 4'] },
    kept: [{ rule: 'objective-verb', because: 'it is the name of the course' }],
  };
  const told = (before: object, after: object) => sentencesOf(differenceBetween({ ...bare, ...before }, { ...bare, ...after }));

  it('says in words who looks after it, until when, by which source, and what stays', () => {
    expect(told({}, beside)).toEqual([
      'Skills: added.',
      'Who looks after it: “Jo” was written.',
      'Day to look again: “2030-01-31” was written.',
      'Sources: added.',
      'Word on “objective that nobody can watch”: “it is the name of the course” was written.',
    ]);
    const later = { ...beside, freshness: { ...beside.freshness, owner: 'Bo', sources: ['Handbook, page 5'] }, kept: undefined };
    expect(told(beside, later)).toEqual([
      'Who looks after it: “Jo” became “Bo”.',
      'Source 1: “Handbook, page 4” became “Handbook, page 5”.',
      'Word on “objective that nobody can watch”: “it is the name of the course” was taken out.',
    ]);
  });
});

describe('a kind of block that nobody told it of', () => {
  it('is compared by its attributes and its words all the same', () => {
    const card = (front: string, back: string, tone: string) =>
      ({
        type: 'flipCards',
        attrs: { id: idOf(1), tone, cards: [{ id: 'c1', front, back }], media: null },
        content: [{ type: 'cardNote', content: [{ type: 'text', text: `${front} turns` }] }],
      }) as unknown as Block;
    const before = { ...contentOf([]), body: { type: 'doc' as const, content: [card('Left', 'Right', 'warm')] } };
    const after = { ...contentOf([]), body: { type: 'doc' as const, content: [card('Far left', 'Right', 'cool')] } };
    const block = only(differenceBetween(before, after));
    expect(block.details.map(({ path }) => path.join('.'))).toEqual(['tone', 'cards.1.front']);
    expect(block.both.content?.[0]?.content?.map(({ side, text: words }) => [side, words])).toEqual([
      ['out', 'Left'],
      ['in', 'Far left'],
      ['same', ' turns'],
    ]);
  });
});
