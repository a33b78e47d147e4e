import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import { changesBetween, nothingChanged } from '../../../src/shared/model/changes.ts';
import type { ModuleContent } from '../../../src/shared/model/module.ts';

const id = (n: number) => `018f2f10-0000-7000-8000-00000000000${n}`;
const text = (n: number, words: string): Block => ({ type: 'paragraph', attrs: { id: id(n) }, content: [{ type: 'text', text: words }] });
const content = (blocks: Block[], title = 'Blade'): ModuleContent => ({
  title,
  objective: 'Safely',
  language: 'en',
  body: { type: 'doc', content: blocks },
});

describe('what changed between two rounds', () => {
  it('is nothing where nothing was touched', () => {
    const same = content([text(1, 'a'), text(2, 'b')]);
    expect(nothingChanged(changesBetween(same, structuredClone(same)))).toBe(true);
  });

  it('names blocks that read differently, are new, or are gone', () => {
    const changes = changesBetween(
      content([text(1, 'a'), text(2, 'b'), text(3, 'c')]),
      content([text(1, 'A'), text(3, 'c'), text(4, 'd')]),
    );
    expect([...changes.blocks]).toEqual([
      [id(1), 'changed'],
      [id(4), 'added'],
    ]);
    expect(changes.removed.map((block) => block.attrs.id)).toEqual([id(2)]);
    expect(changes.reordered).toBe(false);
  });

  it('sees a new order and a new title', () => {
    const changes = changesBetween(content([text(1, 'a'), text(2, 'b')]), content([text(2, 'b'), text(1, 'a')], 'Blades'));
    expect(changes).toMatchObject({ reordered: true, title: true, objective: false });
    expect(changes.blocks.size).toBe(0);
  });
});
