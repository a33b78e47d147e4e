import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDetails, renderDifference, renderFields } from '../../../src/player/render/difference.ts';
import { differenceBetween } from '../../../src/shared/model/difference/difference.ts';
import { anyContent, contentOf, hashOf, idOf, text } from '../shared/difference/documents.ts';
import { author } from './sample.ts';

const media = (hash: string) => `/media/${hash}`;
const shown = (...sides: [Parameters<typeof differenceBetween>[0], Parameters<typeof differenceBetween>[1]]) =>
  differenceBetween(...sides)
    .blocks.map((block) => renderDetails(block) + renderDifference(block, { media, author, blocks: sides[1].body.content }))
    .join('');

describe('two states of a module in one', () => {
  it('stand as a learner would read them, with what came and what went marked in the words', () => {
    const html = shown(contentOf([text(1, 'Pull the red plug.')]), contentOf([text(1, 'Pull the grey plug.')]));
    expect(html).toContain('>Pull the <del>red</del><ins>grey</ins> plug.</p>');
    expect(html).toContain('<li>1 word taken out and 1 word put in.</li>');
  });

  it('keep bold words bold', () => {
    const html = shown(contentOf([text(1, 'Pull it, then wait.')]), contentOf([text(1, 'Pull it, then wait.', [{ type: 'bold' }])]));
    expect(html).toMatch(
      /<li>Words look different: bold, italic or linked\.<\/li>.*<del>Pull it, then wait\.<\/del><ins><strong>Pull it, then wait\.<\/strong><\/ins>/,
    );
  });

  it('mark a whole picture, and never stand between a list and its items', () => {
    const image = {
      type: 'image' as const,
      attrs: { id: idOf(2), media: hashOf(1), alt: 'A ring', decorative: false, width: 4, height: 3 },
    };
    const list = {
      type: 'bulletList' as const,
      attrs: { id: idOf(3) },
      content: [
        { type: 'listItem' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Gloves' }] }] },
      ],
    };
    const html = shown(contentOf([image]), contentOf([list]));
    expect(html).toMatch(/<del><figure .*<\/figure><\/del>/);
    expect(html).toMatch(/<ul [^>]*><li><p><ins>Gloves<\/ins><\/p><\/li><\/ul>/);
  });

  it('show words of a field that was reworded, and escape them', () => {
    const html = renderFields(differenceBetween(contentOf([], 'The <b>old</b> blade'), contentOf([], 'The <b>new</b> blade')));
    expect(html).toContain('<del>old</del><ins>new</ins>');
    expect(html).not.toContain('<b>');
  });

  it('can be shown of any two modules', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        expect(shown(before, after)).not.toContain('undefined');
      }),
      { numRuns: 40 },
    );
  });
});
