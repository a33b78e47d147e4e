import { describe, expect, it } from 'vitest';
import { createTogether, type Together } from '../../../../src/renderer/saving/together.ts';
import { Fault } from '../../../../src/shared/contract/faults.ts';
import { textsOfBlock } from '../../../../src/shared/model/blocks/index.ts';
import type { Kept } from '../../../../src/shared/model/merge/merge.ts';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';
import { contentOf, text } from '../../shared/difference/documents.ts';

/** The disk as the studio keeps it: one version after the other, none written over unseen. */
class Disk {
  version = 0;
  /** Writes whose answer gets lost on its way back. */
  lost = 0;

  content: ModuleContent;

  constructor(content: ModuleContent) {
    this.content = content;
  }

  read = async () => ({ version: this.version, content: this.content });

  write = async (version: number, content: ModuleContent) => {
    if (version !== this.version) throw new Fault('MODULE_STALE', { version: this.version });
    this.version += 1;
    this.content = content;
    if (this.lost > 0) {
      this.lost -= 1;
      throw new TypeError('Failed to fetch');
    }
    return { version: this.version, content };
  };
}

class Window {
  content: ModuleContent;
  kept: Kept[] = [];
  keeps: ModuleContent[] = [];
  readonly together: Together;

  constructor(disk: Disk) {
    this.content = disk.content;
    this.together = createTogether({
      first: { version: disk.version, content: disk.content },
      open: () => ({
        read: () => this.content,
        bringIn: (content) => {
          this.content = content;
        },
        spell: (content) => content,
        fits: () => true,
      }),
      read: disk.read,
      write: disk.write,
      keepTheirs: async () => this.keeps.push(disk.content),
      onVersion: () => undefined,
      onKept: (kept) => this.kept.push(...kept),
    });
  }

  /** Writes into a block and saves it. */
  async types(block: number, words: string) {
    const content = this.content.body.content.with(block, text(block + 1, words));
    this.content = { ...this.content, body: { ...this.content.body, content } };
    await this.together.save();
  }

  get words() {
    return this.content.body.content.flatMap(textsOfBlock);
  }
}

const begin = () => {
  const disk = new Disk(contentOf([text(1, 'Take off the cover.'), text(2, 'Pull the plug.')]));
  return { disk, one: new Window(disk), two: new Window(disk) };
};

describe('two windows on one module', () => {
  it('have each other’s words after a save, though the second knew nothing of the first', async () => {
    const { disk, one, two } = begin();
    await one.types(0, 'Take off the red cover.');
    await two.types(1, 'Pull the grey plug.');
    expect(two.words).toEqual(['Take off the red cover.', 'Pull the grey plug.']);
    await one.together.hear(disk.version);
    expect(one.words).toEqual(two.words);
    expect([...one.kept, ...two.kept]).toEqual([]);
  });

  it('write nothing more once they agree', async () => {
    const { disk, one, two } = begin();
    await one.types(0, 'Take off the red cover.');
    await two.together.hear(disk.version);
    await two.together.save();
    expect(disk.version).toBe(1);
  });

  it('keep both versions where both changed the same words', async () => {
    const { disk, one, two } = begin();
    await one.types(1, 'Pull the grey plug.');
    await two.types(1, 'Pull the green plug.');
    expect(two.words).toEqual(['Take off the cover.', 'Pull the green plug.', 'Pull the grey plug.']);
    expect(two.kept).toHaveLength(1);
    expect(two.keeps.map(({ body }) => body.content.flatMap(textsOfBlock))).toEqual([['Take off the cover.', 'Pull the grey plug.']]);
    await one.together.hear(disk.version);
    expect(one.words).toEqual(two.words);
    expect(one.kept).toEqual([]);
  });

  it('type at once, many times, and lose no word', async () => {
    const { disk, one, two } = begin();
    const turns = Array.from({ length: 12 }, (_, turn) => turn);
    await Promise.all(turns.flatMap((turn) => [one.types(0, `Take off the cover. ${turn}`), two.types(1, `Pull the plug. ${turn}`)]));
    await one.together.hear(disk.version);
    await two.together.hear(disk.version);
    expect(one.words).toEqual(['Take off the cover. 11', 'Pull the plug. 11']);
    expect(two.words).toEqual(one.words);
  });

  it('know their own writing again where its answer was lost and more was typed before the next try', async () => {
    const { disk, one } = begin();
    disk.lost = 1;
    await expect(one.types(0, 'Take off the cover. Then')).rejects.toThrow('Failed to fetch');
    await one.types(0, 'Take off the cover. Then pull');
    expect(one.words).toEqual(['Take off the cover. Then pull', 'Pull the plug.']);
    expect(disk.content).toEqual(one.content);
    expect([one.kept, one.keeps]).toEqual([[], []]);
  });

  it('know their own writing again where its answer was lost', async () => {
    const { disk, one } = begin();
    disk.lost = 1;
    await expect(one.types(0, 'Take off the red cover.')).rejects.toThrow('Failed to fetch');
    await one.types(0, 'Take off the red cover, slowly.');
    expect(one.words).toEqual(['Take off the red cover, slowly.', 'Pull the plug.']);
    expect(one.kept).toEqual([]);
    expect(disk.content).toEqual(one.content);
  });
});
